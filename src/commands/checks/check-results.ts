import type { Quantity } from "../../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import { checkResults, hasOpenExtension, openAnswers, type CheckResults } from "../../grading/check-results.ts";
import { taskOf, type MarkedTask } from "../../grading/check-task.ts";
import type { TaskProblem } from "../../grading/problem.ts";
import { attemptAsync, type Outcome } from "../../outcome.ts";
import { figureText } from "../../render/figure-text.ts";
import { escaped } from "../../render/plain.ts";
import { classResultsReply, openResultsReply, staffResultsReply, type ShownResults } from "../../render/replies/results.ts";
import type { NextStep, Reply } from "../../render/reply.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { labelsOf, wordsOf } from "./assignment-words.ts";

/** What the class sees when a check has closed. */
export function classResults(check: Check, store: Store, context: AppContext): Promise<Outcome<Reply, TaskProblem>> {
  return attemptAsync(async function* () {
    const task = yield* taskOf(check, context);
    if (task.kind === "open") return openResultsForClass(check, null, store);
    const shown = shownResults(check, task, await checkResults(check, task, store));
    // A student with more time than the class must not read the key in the class's results.
    const waiting = await hasOpenExtension(check, store, context);
    return classResultsReply(waiting ? { ...shown, quantities: [], solution: null, waiting } : shown);
  });
}

/** The same for the staff, with what nobody recognised; an open question's answers as a file, without names. */
export function staffResults(check: Check, store: Store, context: AppContext): Promise<Outcome<Reply, TaskProblem>> {
  return attemptAsync(async function* () {
    const task = yield* taskOf(check, context);
    const posted = await store.posts.latest(check.id, task.kind === "open" ? "model-answer" : "results");
    const label = posted === null ? "Post them to the class" : "Bring the class's message up to date";
    const post = { label, command: "check results", options: { check: check.id, post: "true" } };
    if (task.kind === "open") return openResultsForStaff(check, task.open.modelAnswer, await openAnswers(check, store), post);
    const results = await checkResults(check, task, store);
    const labels = labelsOf(task.wording);
    const unmatched = results.unmatched.map((group) => ({ ...group, label: labels[group.quantity] ?? group.quantity }));
    return staffResultsReply(shownResults(check, task, results), { unmatched, files: [] }, [post]);
  });
}

/** What an instructor reveals to the class: the model answer of an open question, or the results once more. */
export function revealedResults(check: Check, store: Store, context: AppContext): Promise<Outcome<Reply, TaskProblem>> {
  return attemptAsync(async function* () {
    const task = yield* taskOf(check, context);
    if (task.kind === "marked") return yield* await classResults(check, store, context);
    return openResultsForClass(check, task.open.modelAnswer, store);
  });
}

async function openResultsForClass(check: Check, modelAnswer: string | null, store: Store): Promise<Reply> {
  const answers = await openAnswers(check, store);
  return openResultsReply(
    { check: check.id, title: check.title, answers: answers.length, modelAnswer },
    { files: [], audience: "everyone", nextSteps: [] },
  );
}

function openResultsForStaff(check: Check, modelAnswer: string, answers: readonly string[], post: NextStep): Reply {
  const texts = answers.map((text, index) => `## ${String(index + 1)}\n\n${text}\n`);
  const file = { filename: `answers-${check.id}.md`, parts: [texts.join("\n")], description: "The answers to an open question, without names" };
  return openResultsReply(
    { check: check.id, title: check.title, answers: answers.length, modelAnswer },
    { files: answers.length > 0 ? [file] : [], audience: "asker", nextSteps: [post.label === "Post them to the class" ? { ...post, label: "Reveal the model answer" } : post] },
  );
}

function shownResults(check: Check, task: MarkedTask, { summary, histograms }: CheckResults): ShownResults {
  const labels = labelsOf(task.wording);
  return {
    check: check.id,
    title: check.title,
    summary,
    quantities: histograms.map(({ quantity, bars }) => ({ label: labels[quantity] ?? quantity, bars })),
    solution: solutionOf(check, task),
    waiting: false,
  };
}

function solutionOf(check: Check, task: MarkedTask): string | null {
  const [solvedVariant] = task.solvedVariants;
  if (check.variants || solvedVariant === undefined) return null;
  const { solution } = wordsOf({ wording: task.wording, solvedVariant });
  // A corrected key is no longer what the exercise's own solution works out.
  return check.correction === null && solution !== null ? solution : keysOf(task, solvedVariant);
}

function keysOf({ marked, wording }: MarkedTask, solvedVariant: SolvedVariant): string {
  const labels = labelsOf(wording);
  return marked.quantities.map((quantity) => `${escaped(labels[quantity.id] ?? quantity.id)}: ${keyOf(quantity, solvedVariant)}`).join("; ");
}

const keyOf = (quantity: Quantity, solvedVariant: SolvedVariant): string =>
  quantity.kind === "number" ? figureText(quantity.key(solvedVariant), quantity.unit) : quantity.key(solvedVariant);

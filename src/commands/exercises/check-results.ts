import type { Problem } from "../../render/problem.ts";
import { answerHistogram, unmatchedGroups } from "../../exercises/instructors/answer-histogram.ts";
import { summariseResults } from "../../exercises/instructors/results-summary.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import type { Quantity } from "../../exercises/quantities/quantity.ts";
import { success, type Outcome } from "../../outcome.ts";
import { figureText } from "../../render/figure-text.ts";
import { escaped } from "../../render/plain.ts";
import { classResultsReply, openResultsReply, staffResultsReply, type ShownResults } from "../../render/replies/results.ts";
import type { NextStep, Reply } from "../../render/reply.ts";
import type { Answer, Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import type { AssignmentWords } from "./assignment.ts";
import { taskOf, type CheckTask } from "./check-task.ts";

/** What the class sees when a check has closed. */
export async function classResults(check: Check, store: Store, context: AppContext): Promise<Outcome<Reply, Problem>> {
  const task = taskOf(check, context);
  if (!task.ok) return task;
  const answers = await store.answers.ofItem({ kind: "check", check: check.id });
  if (task.value.kind === "open") {
    const people = new Set(answers.map(({ person }) => person)).size;
    const shown = { check: check.id, title: check.title, answers: people, modelAnswer: null };
    return success(openResultsReply(shown, { files: [], audience: "everyone", nextSteps: [] }));
  }
  const shown = await shownResults(check, task.value, answers, store);
  // A student with more time than the class must not read the key in the class's results.
  const waiting = await hasOpenExtension(check, store, context);
  return success(classResultsReply(waiting ? { ...shown, quantities: [], solution: null, waiting } : shown));
}

/** The same for the staff, with what nobody recognised; an open question's answers as a file, without names. */
export async function staffResults(check: Check, store: Store, context: AppContext): Promise<Outcome<Reply, Problem>> {
  const task = taskOf(check, context);
  if (!task.ok) return task;
  const answers = await store.answers.ofItem({ kind: "check", check: check.id });
  const post = { label: "Post them to the class", command: "check results", options: { check: check.id, post: "true" } };
  if (task.value.kind === "open") return success(openResultsForStaff(check, task.value.open.modelAnswer, answers, post));
  const shown = await shownResults(check, task.value, answers, store);
  const parts = answers.filter(({ attempt }) => attempt !== null).flatMap((answer) => answer.parts);
  const labels = labelsOf(task.value);
  const unmatched = unmatchedGroups(parts).map((group) => ({ ...group, label: labels[group.quantity] ?? group.quantity }));
  return success(staffResultsReply(shown, { unmatched, files: [] }, [post]));
}

function openResultsForStaff(check: Check, modelAnswer: string, answers: readonly Answer[], post: NextStep): Reply {
  // Of several by one person, the last is the one that counts.
  const last = [...new Map(answers.map((answer) => [answer.person, answer])).values()];
  const texts = last.map(({ parts }, place) => `## ${String(place + 1)}\n\n${parts[0]?.text ?? ""}\n`);
  const file = { filename: `answers-${check.id}.md`, parts: [texts.join("\n")], description: "The answers to an open question, without names" };
  return openResultsReply(
    { check: check.id, title: check.title, answers: last.length, modelAnswer },
    { files: last.length > 0 ? [file] : [], audience: "asker", nextSteps: [{ ...post, label: "Reveal the model answer" }] },
  );
}

/** What an instructor reveals to the class: the model answer of an open question, or the results once more. */
export async function revealedResults(check: Check, store: Store, context: AppContext): Promise<Outcome<Reply, Problem>> {
  const task = taskOf(check, context);
  if (!task.ok) return task;
  if (task.value.kind === "marked") return classResults(check, store, context);
  const answers = await store.answers.ofItem({ kind: "check", check: check.id });
  const people = new Set(answers.map(({ person }) => person)).size;
  return success(
    openResultsReply(
      { check: check.id, title: check.title, answers: people, modelAnswer: task.value.open.modelAnswer },
      { files: [], audience: "everyone", nextSteps: [] },
    ),
  );
}

type MarkedTask = Extract<CheckTask, { kind: "marked" }>;

async function shownResults(
  check: Check,
  task: MarkedTask,
  answers: readonly Answer[],
  store: Store,
): Promise<ShownResults> {
  const labels = labelsOf(task);
  const { first } = await store.results.ofCheck(check.id);
  return {
    check: check.id,
    title: check.title,
    summary: summariseResults(answers),
    quantities: task.marked.quantities
      .map(({ id }) => ({ label: labels[id] ?? id, bars: answerHistogram(first, id) }))
      .filter(({ bars }) => bars.length > 0),
    solution: solutionOf(check, task),
    waiting: false,
  };
}

async function hasOpenExtension(check: Check, store: Store, { now }: AppContext): Promise<boolean> {
  const extensions = await store.checks.extensions(check.id);
  return extensions.some(({ closesAt }) => closesAt !== null && closesAt > now());
}

function solutionOf(check: Check, task: MarkedTask): string | null {
  const [solvedVariant] = task.solvedVariants;
  if (check.variants || solvedVariant === undefined) return null;
  const words = task.words(solvedVariant);
  // A corrected key is no longer what the exercise's own solution works out.
  return check.correction === null && words.solution !== null ? words.solution : keysOf(task, solvedVariant, words);
}

function keysOf({ marked }: MarkedTask, solvedVariant: SolvedVariant, { labels }: AssignmentWords): string {
  return marked.quantities.map((quantity) => `${escaped(labels[quantity.id] ?? quantity.id)}: ${keyOf(quantity, solvedVariant)}`).join("; ");
}

const keyOf = (quantity: Quantity, solvedVariant: SolvedVariant): string =>
  quantity.kind === "number" ? figureText(quantity.key(solvedVariant), quantity.unit) : quantity.key(solvedVariant);

function labelsOf(task: MarkedTask): Readonly<Record<string, string>> {
  const [solvedVariant] = task.solvedVariants;
  return solvedVariant === undefined ? {} : task.words(solvedVariant).labels;
}

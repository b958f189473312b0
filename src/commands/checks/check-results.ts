import { checkResults, openAnswers, type CheckResults } from "../../grading/check-results.ts";
import { taskOf, type CheckTask, type MarkedTask } from "../../grading/check-task.ts";
import type { TaskProblem } from "../../grading/problem.ts";
import { attemptAsync, type Outcome } from "../../outcome.ts";
import { findNamedMistake } from "../../grading/named-mistakes.ts";
import { namesComparison } from "../../grading/shares-data.ts";
import { count, number } from "../../render/numbers.ts";
import { classResultsReply, openResultsReply, staffResultsReply, type ShownResults, type WaitingResults } from "../../render/replies/results.ts";
import type { ShownCorrection } from "../../render/replies/correction-words.ts";
import { timestamp } from "../../render/timestamp.ts";
import { noNumbers, type NextStep, type Reply } from "../../render/reply.ts";
import { classVoteReply, staffVoteReply } from "../../render/replies/vote-results.ts";
import type { Post } from "../../store/post.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { changedKeysWords } from "./changed-keys-words.ts";
import { standingCorrections, withoutKeys } from "./corrections-shown.ts";
import { keptWords, releaseSteps } from "./kept-words.ts";
import { keptBack, type KeptBack } from "./same-data.ts";
import { livingScreen } from "./screen-address.ts";
import { shownVotes } from "./shown-votes.ts";
import { mistakeName } from "./mistake-name.ts";
import { labelsOf } from "./assignment-words.ts";
import { keyOf, solutionOf } from "./solution-of.ts";

/** What the class sees when a check has closed; `kept`: why its marks and solution wait (`keptBack`), null where they don't. */
export function classResults(check: Check, kept: KeptBack | null, store: Store, context: AppContext): Promise<Outcome<Reply, TaskProblem>> {
  return attemptAsync(async function* () {
    const task = yield* taskOf(check, context);
    if (task.kind === "open") return openResultsForClass(check, null, store);
    const waiting = kept === null ? null : waitingFor(kept);
    const corrections = await standingCorrections(check, store, context);
    if (check.vote !== null) {
      const votes = shownVotes(check, task, await store.answers.ofItem({ kind: "check", check: check.id }), false, solutionOf(check, task), context);
      return classVoteReply({ ...votes, waiting, corrections: waiting === null ? corrections : withoutKeys(corrections, task) });
    }
    const results = await checkResults(check, task, store);
    const shown = shownResults(check, task, { ...results, histograms: withoutOthersNumbers(results.histograms) }, corrections, context);
    // Whoever may still answer, this check or another one on the same data, must not read the key in the class's results.
    return classResultsReply(waiting !== null ? { ...shown, quantities: [], solution: null, corrections: withoutKeys(corrections, task), waiting } : shown);
  });
}

/** As the class is told it: of who has more time nothing, at this check or at the one that it waits for. */
const waitingFor = (kept: KeptBack): WaitingResults =>
  kept.why === "more-time" ? { why: "more-time" } : kept.isLate || kept.late !== null ? { why: "later", countsChoices: kept.others.length > 0 && kept.late === null } : { why: "same-data", titles: kept.others.map(({ title }) => title), until: kept.until };

/** Times the key, the ratio of who used another stock is that stock's number, and another check may ask for it. */
const withoutOthersNumbers = (histograms: CheckResults["histograms"]): CheckResults["histograms"] =>
  histograms.map(({ quantity, bars }) => ({ quantity, bars: bars.map((bar) => (namesComparison(bar.diagnoses) ? { ...bar, ratio: null } : bar)) }));

/** The same for the staff, with what nobody recognised, and what of it the class does not have; an open question's answers as a file, without names. */
export function staffResults(check: Check, store: Store, context: AppContext): Promise<Outcome<Reply, TaskProblem>> {
  return attemptAsync(async function* () {
    const task = yield* taskOf(check, context);
    const posted = await store.posts.latest(check.id, task.kind === "open" ? "model-answer" : "results");
    const results = await resultsForStaff(check, task, posted, store, context);
    const kept = task.kind === "open" || check.voidedAt !== null ? null : await keptBack(check, store, context);
    const screen = await livingScreen(check, store, context);
    const projector = screen === null ? [] : [`On the projector${screen.until === null ? "" : ` until ${timestamp(screen.until, "f")}`}: <${screen.address}>`];
    const content = [...(kept === null ? [] : [keptWords(kept, posted !== null)]), ...projector].join("\n");
    return { ...results, ...(content === "" ? {} : { content }), nextSteps: [...(kept === null ? [] : releaseSteps(check, kept)), ...results.nextSteps] };
  });
}

async function resultsForStaff(check: Check, task: CheckTask, posted: Post | null, store: Store, context: AppContext): Promise<Reply> {
  const label = posted === null ? "Post them to the class" : "Bring the class's message up to date";
  const post = { label, command: "check results", options: { check: check.id, post: "true" } };
  if (task.kind === "open") return openResultsForStaff(check, task.open.modelAnswer, await openAnswers(check, store), post);
  const results = await checkResults(check, task, store);
  const corrections = await standingCorrections(check, store, context);
  if (check.vote !== null) {
    const votes = shownVotes(check, task, await store.answers.ofItem({ kind: "check", check: check.id }), true, solutionOf(check, task), context);
    return staffVoteReply({ ...votes, corrections }, [post, ...nameSteps(check, results.unmatched)]);
  }
  const labels = labelsOf(task.wording);
  const shown = shownResults(check, task, results, corrections, context);
  const nameOf = shown.quantities[0]?.nameOf;
  const folded = results.folded.map(({ quantity, bars }) => ({ label: labels[quantity] ?? quantity, bars, ...(nameOf !== undefined && { nameOf }) }));
  const unmatched = results.unmatched.map((group) => ({ ...group, label: labels[group.quantity] ?? group.quantity }));
  return staffResultsReply(shown, { folded, unmatched, files: [] }, [post, ...nameSteps(check, results.unmatched)]);
}

/** What an instructor reveals to the class: the model answer of an open question, or the results once more. */
export function revealedResults(check: Check, kept: KeptBack | null, store: Store, context: AppContext): Promise<Outcome<Reply, TaskProblem>> {
  return attemptAsync(async function* () {
    const task = yield* taskOf(check, context);
    if (task.kind === "marked") return yield* await classResults(check, kept, store, context);
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
  const file = { filename: `answers-${check.id}.md`, parts: [texts.join("\n")], numbers: noNumbers, description: "The answers to an open question, without names" };
  return openResultsReply(
    { check: check.id, title: check.title, answers: answers.length, modelAnswer },
    { files: answers.length > 0 ? [file] : [], audience: "asker", nextSteps: [post.label === "Post them to the class" ? { ...post, label: "Reveal the model answer" } : post] },
  );
}

/** Clusters of at least so many answers are worth a name. */
const worthNaming = 2;

/** One button for each of the largest clusters that nothing recognised. */
const nameSteps = (check: Check, unmatched: CheckResults["unmatched"]): readonly NextStep[] =>
  unmatched
    .filter(({ answers }) => answers >= worthNaming)
    .slice(0, 3)
    .map(({ quantity, answers, ratio, value }) => ({
      label: `Name the ${count(answers)} at ${ratio === null ? number(value ?? Number.NaN) : `${number(ratio)} × the key`}`,
      command: "check name",
      options: { check: check.id, quantity, ...(ratio === null ? { value: String(value ?? 0) } : { ratio: ratio.toPrecision(6) }) },
    }));

function shownResults(check: Check, task: MarkedTask, { summary, histograms }: CheckResults, corrections: readonly ShownCorrection[], context: AppContext): ShownResults {
  const [first] = task.solvedVariants;
  const nameOf = (id: string): string => findNamedMistake(id, check.namedMistakes)?.name ?? (id.startsWith("own-") ? "as the instructor named" : mistakeName(id, task, context));
  const keyLabel = (quantity: string): string => {
    const label = labels[quantity] ?? quantity;
    const asked = task.marked.quantities.find(({ id }) => id === quantity);
    return check.variants || first === undefined || asked === undefined ? label : `${label} (key ${keyOf(asked, first)})`;
  };
  const labels = labelsOf(task.wording);
  return {
    check: check.id,
    title: check.title,
    summary,
    quantities: histograms.map(({ quantity, bars }) => ({ label: keyLabel(quantity), bars, nameOf })),
    solution: solutionOf(check, task),
    corrections,
    dataChange: changedKeysWords(check, labels, context),
    waiting: null,
  };
}

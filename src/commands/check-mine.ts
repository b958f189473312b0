import { choicesOf } from "../grading/choices-of.ts";
import type { MarkedTask } from "../grading/check-task.ts";
import { closesFor } from "../grading/find-check.ts";
import { isConcealed } from "../grading/check-feedback.ts";
import { rightness, standingOf } from "../grading/standing.ts";
import { findNamedMistake } from "../grading/named-mistakes.ts";
import { attemptAsync } from "../outcome.ts";
import { asTyped, count } from "../render/numbers.ts";
import { escaped, plain } from "../render/plain.ts";
import { recordingPrints } from "../render/prints.ts";
import type { NextStep, Reply } from "../render/reply.ts";
import { attemptsUsedWords, doneReply, marksComeWhen } from "../render/replies/check.ts";
import { correctionLines, type ShownCorrection } from "../render/replies/correction-words.ts";
import { timestamp } from "../render/timestamp.ts";
import type { Answer as StoredAnswer, AnswerPart } from "../store/answer-records.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import type { AppContext, Caller } from "./app-context.ts";
import { labelsOf } from "./checks/assignment-words.ts";
import { checkSteps } from "./checks/check-steps.ts";
import { standingCorrections, withoutKeys } from "./checks/corrections-shown.ts";
import { marksWait } from "./checks/same-data.ts";
import { hideOpenKeys } from "./checks/hide-open-keys.ts";
import { ownSolution } from "./checks/own-solution.ts";
import { mistakeName } from "./checks/mistake-name.ts";
import { defineCommand } from "./command.ts";
import { checkButton, checkOption, openCheck } from "./checks/pressed-check.ts";

/** A student's best answer and its marks, once the check has closed. */
export const checkMine = defineCommand({
  ...checkButton,
  name: "check mine",
  description: "Your own answer to a check, with its marks once they may be read",
  options: checkOption,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check, task, elsewhere } = yield* await openCheck(options.check, question);
      const refused = await store.answers.refusal(check.id, question.asker.id, question.now());
      const inTime = refused === null || refused.kind === "no-attempts-left";
      // Marks that each answer is told at once are told here too, as long as it takes answers.
      const waits = elsewhere ?? (inTime && check.feedback === "now" ? null : await marksWait(check, question, store));
      const answers = await store.answers.ofPersonOnItem({ kind: "check", check: check.id }, question.asker.id);
      const concealed = waits !== null || (await isConcealed(check, question.asker.id, store, question.now()));
      const comeWhen = marksComeWhen(waits === null ? { other: null, until: await closesFor(check, question.asker.id, store) } : { other: waits.check.title, until: waits.until });
      // Which of several is the best is a mark too.
      const best = concealed ? (answers.at(-1) ?? null) : bestOf(answers);
      // The check's message has no more buttons after the class's time: whoever has more of it answers from here.
      const isOpen = refused === null;
      const until = isOpen ? await closesFor(check, question.asker.id, store) : null;
      const steps = isOpen ? checkSteps(check, task, question) : [];
      const time = refused?.kind === "no-attempts-left" ? [attemptsUsedWords(refused.attempts)] : !isOpen ? [] : [until === null ? "You can still answer." : `You can still answer, until ${timestamp(until, "f")} (${timestamp(until)}).`];
      if (best === null) return await withSolution(`${plain(check.title)}: no answer of yours`, { lines: ["You have handed in nothing."], last: time, steps }, concealed || task.kind === "open" ? null : { check, task }, store, question);
      const labels = task.kind === "marked" ? labelsOf(task.wording) : {};
      if (check.vote !== null && task.kind === "marked") {
        const comes = concealed ? `What was right comes ${comeWhen}.` : null;
        const lines = voteLines(answers, task, check, concealed, withoutKeys(await standingCorrections(check, store, question), task), question);
        return await withSolution(`${plain(check.title)}: your votes`, { lines: [...lines, ...(comes === null ? [] : [comes])], last: time, steps }, concealed ? null : { check, task }, store, question);
      }
      const corrected = concealed ? [] : correctedLines(best, withoutKeys(await standingCorrections(check, store, question), task));
      const parts = best.parts.flatMap((part) => [
        `${escaped(labels[part.quantity] ?? "Your answer")}: ${part.text.trim() === "" ? "left blank" : `${plain(part.text, 200)}${concealed ? "" : ` · ${verdictOf(part)}`}`}${concealed ? "" : elsewhereRight(part, best, answers)}`,
        ...(concealed ? [] : namedWords(standingOf(part).diagnoses, check)),
      ]);
      const isSpread = !concealed && best.parts.some((part) => elsewhereRight(part, best, answers) !== "");
      const score = best.score * check.points;
      const points = concealed ? [`Marks come ${comeWhen}.`] : task.kind === "open" ? [] : [`**Score ${asTyped(Math.round(score * 100) / 100)} of ${asTyped(check.points)}**`];
      const title = `${plain(check.title)}: ${answers.length === 1 ? "your answer" : concealed ? "your newest answer" : "your best answer"}`;
      return await withSolution(title, { lines: [...parts, ...points, ...(isSpread ? ["Your best attempt counts, as a whole."] : []), ...corrected], last: time, steps }, concealed || task.kind === "open" ? null : { check, task }, store, question);
    }),
});

/** One's own answer, and below it what was right, once that comes; without it where it would work out the key of another open check. */
async function withSolution(
  title: string,
  { lines, last, steps }: { readonly lines: readonly string[]; readonly last: readonly string[]; readonly steps: readonly NextStep[] },
  marked: { readonly check: Check; readonly task: MarkedTask } | null,
  store: Store,
  question: Caller & AppContext,
): Promise<Reply> {
  const { written: solution, numbers } = await recordingPrints(() => (marked === null ? null : ownSolution(marked.check, marked.task, store, question)));
  if (solution === null) return doneReply(title, [...lines, ...last], steps);
  if (!("words" in solution)) return doneReply(title, [...lines, `What was right comes later${solution.comesAt === null ? "" : `, ${timestamp(solution.comesAt)}`}.`, ...last], steps);
  const told = doneReply(title, [...lines, "", `**What was right** ${solution.words}`, ...last], steps);
  return hideOpenKeys({ ...told, result: { regressions: solution.subjects }, prints: numbers, withoutFigures: doneReply(title, [...lines, ...last], steps) }, question);
}

/** That a part which is not right in the answer that counts was right in another attempt. */
function elsewhereRight(part: AnswerPart, counted: StoredAnswer, answers: readonly StoredAnswer[]): string {
  if (standingOf(part).verdict === "correct") return "";
  const right = answers.find(({ id, attempt, parts }) => id !== counted.id && attempt !== null && parts.some((other) => other.quantity === part.quantity && standingOf(other).verdict === "correct"));
  return right?.attempt == null ? "" : ` · right in attempt ${count(right.attempt)}`;
}

/** What a correction did to an answer that was there before it. */
function correctedLines(answer: StoredAnswer, corrections: readonly ShownCorrection[]): readonly string[] {
  const since = corrections.filter(({ at }) => at > answer.at);
  if (since.length === 0) return [];
  const what = rightness(answer.parts) === "earlier" ? ["Your answer was right before the correction, and is not as corrected: you keep your mark."] : answer.parts.some((part) => standingOf(part).isEarlier) ? ["It counts more by the earlier key than as corrected: you keep your mark."] : answer.original === null ? [] : ["Your mark is better than it was before the correction."];
  return [...correctionLines(since, false), ...what];
}

/** What the staff wrote of a mistake that they named from the answers, also after this one was handed in. */
const namedWords = (diagnoses: readonly string[], { namedMistakes }: Check): readonly string[] =>
  diagnoses.flatMap((id) => {
    const named = findNamedMistake(id, namedMistakes);
    return named === null ? [] : [`This equals what you get if ${plain(named.name)}. ${plain(named.message, 300)}`];
  });

const bestOf = (answers: readonly StoredAnswer[]): StoredAnswer | null =>
  answers.reduce<StoredAnswer | null>((first, answer) => (first === null || answer.score > first.score ? answer : first), null);

/** Each round's vote as it stands, and once it may be read, whether it was right, what it comes from and what it counts. */
function voteLines(answers: readonly StoredAnswer[], task: MarkedTask, check: Check, concealed: boolean, corrections: readonly ShownCorrection[], context: AppContext): readonly string[] {
  const choices = choicesOf(task);
  const labels = labelsOf(task.wording);
  const votes = answers.filter(({ attempt }) => attempt !== null).toSorted((a, b) => (a.attempt ?? 0) - (b.attempt ?? 0));
  const lines = votes.flatMap(({ attempt, parts }) =>
    parts.map((part) => {
      const chosen = choices?.find((_, index) => index === part.value);
      const words = chosen === undefined ? `${escaped(labels[part.quantity] ?? "Your vote")}: ${plain(part.text, 200)}` : `**${chosen.letter}** · ${plain(chosen.text, 150)}`;
      const which = check.vote?.rounds === 2 ? `${attempt === 1 ? "First" : "Second"} vote: ` : "";
      const mistake = chosen?.mistake && standingOf(part).verdict !== "correct" ? `. That is what you get if ${escaped(mistakeName(chosen.mistake, task, context))}` : "";
      return `${which}${words}${concealed ? "" : ` · ${verdictOf(part)}${mistake}`}`;
    }),
  );
  if (concealed) return lines;
  const score = Math.max(0, ...answers.map((answer) => answer.score)) * check.points;
  return [...lines, `**Score ${asTyped(Math.round(score * 100) / 100)} of ${asTyped(check.points)}**`, ...correctionLines(corrections, false)];
}

const partVerdicts = { correct: "right", partial: "in part", incorrect: "not right", unmarked: "kept" } as const;

/** How a part counts: by the key as it is, or by an earlier one. */
function verdictOf(part: AnswerPart): string {
  const { verdict, isEarlier } = standingOf(part);
  if (isEarlier) return `${partVerdicts[verdict]} by an earlier key`;
  // The better of two marks of the whole answer counts: this part would, by the other one.
  return part.earlier === undefined || part.earlier === verdict ? partVerdicts[verdict] : `${partVerdicts[verdict]} as corrected; its mark is by an earlier key`;
}

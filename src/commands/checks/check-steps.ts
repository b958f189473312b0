import type { NextStep } from "../../render/reply.ts";
import type { AppContext, Caller } from "../app-context.ts";
import type { FoundCheck } from "./find-check-here.ts";
import { offeredSteps } from "../offered-steps.ts";
import type { CheckTask } from "../../grading/check-task.ts";
import { choicesOf } from "../../grading/choices-of.ts";
import { voteStage } from "../../check-stage.ts";
import { dataStep } from "./practice-steps.ts";
import type { Check } from "../../store/check-records.ts";

/** The buttons of a check in its channel: the same for everybody who presses them. Only an exercise has hints and rows of its own. */
export function checkSteps(check: Pick<Check, "id" | "variants" | "question" | "hints" | "vote" | "discussAt" | "secondAt">, task: CheckTask, context: Pick<AppContext, "datasets" | "sharesImportedData">): readonly NextStep[] {
  const { id, variants, question, hints } = check;
  if (check.vote !== null) return voteSteps(check, task);
  const answer: NextStep = { label: "Answer", command: "check answer", options: { check: id }, style: "primary" };
  if (variants) return [{ label: "My question", command: "check question", options: { check: id }, style: "primary" }, answer];
  if (question !== null || task.kind !== "marked") return [answer];
  const hint = { label: "Hint", command: "check hint", options: { check: id, level: "1" } };
  return [answer, ...(hints ? [hint] : []), ...offeredSteps(task.solvedVariants.slice(0, 1).map(({ variant }) => dataStep(variant)), context)];
}

/** Below what was posted or scheduled: its end, and the way back from a mistake. Both ask first. */
export function endSteps({ id }: Pick<Check, "id">, isScheduled: boolean): readonly NextStep[] {
  const takeBack = { label: isScheduled ? "Cancel it" : "Take it back", command: "check void", options: { check: id }, style: "danger" } as const;
  return isScheduled ? [takeBack] : [{ label: "Close it", command: "check close", options: { check: id }, style: "danger" }, takeBack];
}

/** A button for each choice, or the form's; each says which round it is for, since old messages keep theirs. None while people discuss. */
export function voteSteps(check: Pick<Check, "id" | "discussAt" | "secondAt">, task: CheckTask): readonly NextStep[] {
  const stage = voteStage(check);
  if (stage === "discussion") return [];
  const round = stage === "second" ? "2" : "1";
  const choices = choicesOf(task);
  if (choices === null) return [{ label: "Vote", command: "check answer", options: { check: check.id, round }, style: "primary" }];
  return choices.map(({ letter, text }) => ({
    label: [...text].length <= longestLabel ? `${letter} · ${text}` : letter,
    command: "check pick",
    options: { check: check.id, round, choice: letter },
  }));
}

/** A longer choice is read above the buttons. */
const longestLabel = 16;

/** The buttons below what one student sees of a check: of one that takes no more answers from them, those that lead on. */
export async function ownCheckSteps(
  { check, store }: FoundCheck,
  { hints, of }: { readonly hints: number; readonly of: number },
  { asker, now }: Pick<Caller, "asker"> & Pick<AppContext, "now">,
): Promise<readonly NextStep[]> {
  const refused = await store.answers.refusal(check.id, asker.id, now());
  if (refused?.kind !== "check-closed" && refused?.kind !== "no-attempts-left") return studentCheckSteps(check.id, hints, of);
  const practise = refused.kind === "no-attempts-left" || check.exercise === null || check.question !== null ? [] : [{ label: "Practise it", command: "practice", options: { exercise: check.exercise } }];
  return [{ label: "My answer", command: "check mine", options: { check: check.id }, style: "primary" }, ...practise];
}

/** The buttons below what one student sees of it while it takes answers. */
export function studentCheckSteps(check: string, hints: number, hintLevels: number): readonly NextStep[] {
  return [
    { label: "Answer", command: "check answer", options: { check }, style: "primary" },
    ...(hints < hintLevels ? [{ label: "Hint", command: "check hint", options: { check, level: String(hints + 1) } }] : []),
  ];
}

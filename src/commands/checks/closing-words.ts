import { voteStage } from "../../check-stage.ts";
import type { CheckTask } from "../../grading/check-task.ts";
import { choicesOf } from "../../grading/choices-of.ts";
import { counted } from "../../render/numbers.ts";
import type { NextStep } from "../../render/reply.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { holdersWords, isReleasable, lateWords, releaseCost } from "./kept-words.ts";
import { keptByMoreTime, keptBack } from "./same-data.ts";
import { solutionOf } from "./solution-of.ts";

/** What closing a check now would do, before it is done: what the class reads at once, what later and why, and what else can be chosen. */
interface ClosingPlan {
  readonly lines: readonly string[];
  /** Closing it otherwise: for students with more time too, or with all of its results. */
  readonly further: readonly NextStep[];
}

export async function closingPlan(check: Check, task: CheckTask, store: Store, context: AppContext): Promise<ClosingPlan> {
  const late = await keptByMoreTime(check, store, context.now());
  const kept = task.kind === "open" ? null : await keptBack(check, store, context);
  const held = kept?.why === "same-data" ? kept : null;
  const answered = await store.results.answered(check.id, null);
  const lines = [
    ...(check.vote === null ? [] : await roundLines(check, store)),
    ...(task.kind === "open" ? [`Posted in <#${check.channel}>: how many wrote an answer. The model answer comes when you reveal it.`] : postedLines(check, task, { answered, held: held !== null, late: late !== null })),
    ...(held === null ? [] : [`**Without marks and solution for now**: ${holdersWords(held)}. They come then.${isReleasable(held) ? ` Or show all of it now: ${lowered(releaseCost(held))}` : ""}`]),
    ...(late === null ? [] : [`**More time**: ${lateWords(late)}, and keep${late.people === 1 ? "s" : ""} it. ${task.kind === "open" ? "Nobody else is told." : "The class is not told; its picture and solution come then."} Closing it for them too ends their time now.`]),
  ];
  const close = (label: string, options: Readonly<Record<string, string>>): NextStep => ({ label, command: "check close", options: { check: check.id, ...options, confirm: "true" }, style: "danger" });
  return {
    lines,
    further: [
      ...(late === null ? [] : [close("Close it for them too", { everybody: "true" })]),
      ...(isReleasable(held) ? [late === null ? close("Close it, and show all of it", { release: "true" }) : close("Close it for all, and show all of it", { everybody: "true", release: "true" })] : []),
    ],
  };
}

/** Of a vote: which rounds there were, and what the points then are for. */
async function roundLines(check: Check, store: Store): Promise<readonly string[]> {
  if (check.vote?.rounds !== 2) return [];
  if (voteStage(check) === "second") return [`${counted(await store.results.answered(check.id, 2), "person has", "people have")} voted in the second vote.`];
  return [`**There was no second vote**: the results are those of the first alone. ${check.vote.counts === "participation" ? "Whoever voted in it gets all points." : "Whoever was right in it gets the points."}`];
}

/** What the class reads at once. */
function postedLines(check: Check, task: Extract<CheckTask, { readonly kind: "marked" }>, { answered, held, late }: { readonly answered: number; readonly held: boolean; readonly late: boolean }): readonly string[] {
  const where = `<#${check.channel}>`;
  const isChoice = choicesOf(task) !== null;
  if (check.vote !== null) {
    if (answered === 0) return [`Posted in ${where}: nobody voted.`];
    if (held) return [`Posted in ${where} at once: ${isChoice ? "how many chose what, with nothing of right or wrong" : "how many voted"}.`];
    if (late) return [`Posted in ${where} at once: how many voted.`];
    return [`Posted in ${where}: the votes, what is right, and why.`];
  }
  if (answered === 0 && (held || late)) return [`Posted in ${where} at once: nobody answered.`];
  if (held) return [`Posted in ${where} at once: how many tried.`];
  if (late) return [`Posted in ${where} at once: how many tried and how many were right.`];
  return [`Its results${solutionOf(check, task) === null ? "" : ", with the solution,"} would be posted in ${where}.`];
}

const lowered = (words: string): string => `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;

import { choicesOf } from "../../grading/choices-of.ts";
import { taskOf, type CheckTask } from "../../grading/check-task.ts";
import { attemptAsync, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import { notSoundReply, postedReply, previewReply } from "../../render/replies/check-preview.ts";
import type { Collisions } from "../../render/replies/collisions.ts";
import type { CommandCall, DeclaredReply, NextStep, Reply } from "../../render/reply.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import { anywayStep, withKeyStep } from "./anyway-step.ts";
import type { Draft } from "./check-draft.ts";
import { endSteps } from "./check-steps.ts";
import { collisionsOf } from "./collision-words.ts";
import { hidingWords } from "./hiding-words.ts";
import { hidesNothing } from "./hides-nothing.ts";
import { keepDraft } from "./keep-draft.ts";
import { choiceWords, keySteps, keyWords, unnamedFactorWords } from "./key-words.ts";
import { postCheck } from "./post-check.ts";
import { notHeldElsewhere } from "./same-data.ts";
import { sameDataWords } from "./same-data-words.ts";
import { shownDraft } from "./shown-check.ts";

/** A check or vote before it is posted. */
interface ProposedCheck {
  readonly draft: Draft;
  readonly task: CheckTask;
  /** Null where no mistakes can collide: choices, and questions that are answered in words. */
  readonly collisions: Collisions | null;
  /** The call that posts what was typed. */
  readonly call: CommandCall;
}

/** A draft with its task and its collision report. Errors: those of `taskOf`, and `same-data-elsewhere`. */
export function proposeCheck(draft: Draft, call: CommandCall, store: Store, question: AppContext & Caller): Promise<Outcome<ProposedCheck, Problem>> {
  return attemptAsync(async function* () {
    yield* await notHeldElsewhere(draft, question, store);
    const task = yield* taskOf(draft, question);
    const collisions = task.kind === "marked" && choicesOf(task) === null ? collisionsOf(task, question) : null;
    return { draft, task, collisions, call };
  });
}

/** Instructors may read the keys: nothing is withheld from them. */
const toInstructors = (reply: Reply): DeclaredReply => ({ ...reply, subjects: [] });

/** For the instructor alone, with its key; `label` names the button that posts it. */
export async function previewOf({ draft, task, collisions, call }: ProposedCheck, label: string, store: Store, question: AppContext & Caller): Promise<DeclaredReply> {
  const guild = question.place.guildId ?? "";
  const { hideKeys } = await store.courses.settings(guild);
  const hiding = [...hidingWords(draft, hideKeys, question.place, question), ...(await sameDataWords(draft, guild, store, question))];
  const modelAnswer = task.kind === "open" ? task.open.modelAnswer : choiceWords(task, question);
  const step = collisions?.sound === false ? anywayStep(call) : { label, ...call, style: "primary" as const };
  return toInstructors(previewReply(shownDraft(draft, task), collisions, { heading: "Not posted yet. Students would see:", modelAnswer, key: keyWords(draft, task), hiding }, [step]));
}

/** What differs between a check and a vote that is posted. */
interface Posting {
  readonly options: { readonly draft: boolean; readonly anyway: boolean; readonly again: boolean };
  /** The call that shows it with its key. */
  readonly preview: CommandCall;
  /** What is said of it after its state: that its report is sound; how long it is open, where no closing time was typed. */
  readonly words: { readonly sound: string; readonly unsaid: string };
  /** What can be done with it before everything else. */
  readonly first: (check: Check) => readonly NextStep[];
}

/** Keeps it as a draft, refuses it for its collision report, asks whether it is to be posted twice, or posts it. */
export function postProposed(proposed: ProposedCheck, { options, preview, words, first }: Posting, store: Store, question: AppContext & Caller): Promise<Outcome<DeclaredReply, Problem>> {
  return attemptAsync(async function* () {
    const { draft, task, collisions, call } = proposed;
    if (options.draft) return toInstructors(await keepDraft(draft, task, collisions, store, question));
    if (collisions?.sound === false && !options.anyway) return toInstructors(notSoundReply(shownDraft(draft, task), collisions, [anywayStep(call), withKeyStep(preview)]));
    const asked = call.options["about"] === undefined ? await hidesNothing(draft, call, store, question) : null;
    if (asked !== null) return toInstructors(asked);
    const again = { label: "Post it a second time", ...call, options: { ...call.options, again: "true" } };
    const posted = yield* await postCheck(draft, options.again ? null : again, store, question);
    if (posted.kind === "repeated") return toInstructors(posted.reply);
    const { check, shown, hiding, state } = posted;
    const sound = collisions?.sound === true ? words.sound : "";
    const heading = `${state}${sound}${unnamedFactorWords(check, task)}${words.unsaid}`;
    return toInstructors(postedReply(shown, collisions, { heading, hiding }, [...first(check), ...keySteps(check, task), ...endSteps(check, draft.opensAt !== null)]));
  });
}

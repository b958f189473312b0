import { attemptAsync } from "../outcome.ts";
import { notSoundReply, postedReply, previewReply } from "../render/replies/check-preview.ts";
import type { CommandCall } from "../render/reply.ts";
import { defineCommand } from "./command.ts";
import { dealDraft } from "./checks/deal-draft.ts";
import { anywayStep, withKeyStep } from "./checks/anyway-step.ts";
import { timesOf } from "./checks/draft-call.ts";
import { draftOf, draftOptions, type Draft } from "./checks/check-draft.ts";
import { taskOf } from "../grading/check-task.ts";
import { endSteps } from "./checks/check-steps.ts";
import { keySteps, keyWords, unnamedFactorWords } from "./checks/key-words.ts";
import { keepDraft } from "./checks/keep-draft.ts";
import { postCheck } from "./checks/post-check.ts";
import { collisionsOf } from "./checks/collision-words.ts";
import { hidingWords } from "./checks/hiding-words.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { sameDataWords } from "./checks/same-data-words.ts";
import { shownDraft } from "./checks/shown-check.ts";
import { unsetZoneWords } from "./options/closing-time.ts";
import { yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkPreview = defineCommand({
  ...sharedFields,
  name: "check preview",
  description: "A check as students would see it, and its collision report; seen by you alone",
  heavy: true,
  options: draftOptions,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const { timeZone, hideKeys } = await store.courses.settings(question.place.guildId ?? "");
      const draft = await dealDraft(yield* draftOf(options, timeZone, "check preview", question), store, question);
      yield* await notHeldElsewhere(draft, question, store);
      const task = yield* taskOf(draft, question);
      const collisions = task.kind === "marked" ? collisionsOf(task, question) : null;
      const modelAnswer = task.kind === "open" ? task.open.modelAnswer : null;
      const call = callOf(draft, question.typed);
      const label = options.closes === null ? "Post it, open for 24 hours" : "Post it";
      const step = collisions?.sound === false ? anywayStep(call) : { label, ...call, style: "primary" as const };
      const hiding = [...hidingWords(draft, hideKeys, question.place, question), ...(await sameDataWords(draft, question.place.guildId ?? "", store, question))];
      return previewReply(shownDraft(draft, task), collisions, { heading: `Not posted yet.${unsetZoneWords([options.opens, options.closes], timeZone)} Students would see:`, modelAnswer, key: keyWords(draft, task), hiding }, [step]);
    }),
});

/** The call that posts what was typed. */
function callOf(draft: Draft, typed: CommandCall["options"]): CommandCall {
  const { draft: _kept, again: _again, ...same } = typed;
  return { command: "check post", options: { ...same, ...timesOf(draft, typed) } };
}

export const checkPost = defineCommand({
  ...sharedFields,
  name: "check post",
  adds: true,
  description: "Asks the class: posts a check to this channel with its Answer button",
  heavy: true,
  options: {
    ...draftOptions,
    anyway: withDefault(yesOrNo("true: even where the collision report is not sound"), false),
    again: withDefault(yesOrNo("true: although the same was posted here a moment ago"), false),
    draft: withDefault(yesOrNo("true: kept, and not posted; /check drafts lists them"), false),
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const { timeZone } = await store.courses.settings(question.place.guildId ?? "");
      const draft = await dealDraft(yield* draftOf(options, timeZone, "check post", question), store, question);
      yield* await notHeldElsewhere(draft, question, store);
      const task = yield* taskOf(draft, question);
      const collisions = task.kind === "marked" ? collisionsOf(task, question) : null;
      if (options.draft) return await keepDraft(draft, task, collisions, store, question);
      if (collisions?.sound === false && !options.anyway) {
        const call = callOf(draft, question.typed);
        return notSoundReply(shownDraft(draft, task), collisions, [anywayStep(call), withKeyStep({ ...call, command: "check preview" })]);
      }
      const step = { label: "Post it a second time", ...withAgain(callOf(draft, question.typed)) };
      const posted = yield* await postCheck(draft, options.again ? null : step, store, question);
      if (posted.kind === "repeated") return posted.reply;
      const { check, shown, hiding, state } = posted;
      const unsaid = options.closes === null ? " You gave no closing time, so it has 24 hours; `/check extend` changes that." : "";
      return postedReply(shown, collisions, { heading: `${state}${collisions?.sound === true ? " Its collision report is sound." : ""}${unnamedFactorWords(check, task)}${unsaid}${unsetZoneWords([options.opens, options.closes], timeZone)}`, hiding }, [...keySteps(check, task), ...endSteps(check, draft.opensAt !== null)]);
    }),
});

const withAgain = ({ command, options }: CommandCall): CommandCall => ({ command, options: { ...options, again: "true" } });

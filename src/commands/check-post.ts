import { attemptAsync } from "../outcome.ts";
import type { CommandCall } from "../render/reply.ts";
import { defineCommand } from "./command.ts";
import { dealDraft } from "./checks/deal-draft.ts";
import { timesOf } from "./checks/draft-call.ts";
import { draftOf, draftOptions, type Draft } from "./checks/check-draft.ts";
import { postProposed, previewOf, proposeCheck } from "./checks/proposed-check.ts";
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
      const { timeZone } = await store.courses.settings(question.place.guildId ?? "");
      const draft = await dealDraft(yield* draftOf(options, timeZone, "check preview", question), store, question);
      const proposed = yield* await proposeCheck(draft, callOf(draft, question.typed), store, question);
      return await previewOf(proposed, options.closes === null ? "Post it, open for 24 hours" : "Post it", store, question);
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
      const call = callOf(draft, question.typed);
      const proposed = yield* await proposeCheck(draft, call, store, question);
      const unsaid = options.closes === null ? " You gave no closing time, so it has 24 hours; `/check extend` changes that." : "";
      const words = { sound: " Its collision report is sound.", unsaid };
      return yield* await postProposed(proposed, { options, preview: { ...call, command: "check preview" }, words, first: () => [] }, store, question);
    }),
});

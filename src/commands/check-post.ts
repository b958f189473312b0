import { attempt, attemptAsync } from "../outcome.ts";
import { checkMessage, previewReply } from "../render/replies/check.ts";
import { timestamp } from "../render/timestamp.ts";
import { defineCommand } from "./command.ts";
import { draftOf, draftOptions } from "./checks/check-draft.ts";
import { checkSteps } from "./checks/check-steps.ts";
import { taskOf } from "../grading/check-task.ts";
import { postOnce } from "./checks/post-once.ts";
import { collisionsOf } from "./checks/collision-words.ts";
import { shownCheck, shownDraft } from "./checks/shown-check.ts";
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
    attempt(function* () {
      const draft = yield* draftOf(options, question);
      const task = yield* taskOf(draft, question);
      const collisions = task.kind === "marked" ? collisionsOf(task, question) : null;
      const modelAnswer = task.kind === "open" ? task.open.modelAnswer : null;
      const { exercise, variants } = draft;
      const call = { exercise: exercise ?? "", ...(variants ? { variants: "true" } : {}) };
      const steps =
        exercise === null || collisions?.sound === false
          ? []
          : [{ label: "Post it, to be closed by hand", command: "check post", options: call, style: "primary" as const }];
      return previewReply(shownDraft(draft, task), collisions, { heading: "Not posted yet. Students would see:", modelAnswer }, steps);
    }),
});

export const checkPost = defineCommand({
  ...sharedFields,
  name: "check post",
  description: "Asks the class: posts a check to this channel with its Answer button",
  options: { ...draftOptions, anyway: withDefault(yesOrNo("true: even where the collision report is not sound"), false) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { asker, place, now } = question;
      const draft = yield* draftOf(options, question);
      const task = yield* taskOf(draft, question);
      const store = yield* await question.store();
      const collisions = task.kind === "marked" ? collisionsOf(task, question) : null;
      if (collisions?.sound === false && !options.anyway) {
        const heading = "Not posted: see the collision report. Change the question, or post it with `anyway:true`.";
        return previewReply(shownDraft(draft, task), collisions, { heading, modelAnswer: null }, []);
      }
      const { correction, ...content } = draft;
      const at = now();
      const [guild, channel] = [place.guildId ?? "", place.channelId ?? ""];
      const check = await store.checks.create({ ...content, guild, channel, opensAt: at, by: asker.id, at });
      const shown = shownCheck(check, task);
      yield* await postOnce({ purpose: "check", subject: check.id, round: "", guild, channel }, checkMessage(shown, checkSteps(check, task.kind)), store, question);
      const closes = check.closesAt === null ? "until you close it" : `and closes ${timestamp(check.closesAt)} (${timestamp(check.closesAt, "f")})`;
      return previewReply(shown, collisions, { heading: `Posted as \`${check.id}\`. It is open ${closes}.`, modelAnswer: null }, [
        { label: "Close it", command: "check close", options: { check: check.id }, style: "danger" },
      ]);
    }),
});

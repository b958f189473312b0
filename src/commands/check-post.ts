import { success } from "../outcome.ts";
import { checkMessage, previewReply } from "../render/replies/check.ts";
import { timestamp } from "../render/timestamp.ts";
import { defineCommand } from "./command.ts";
import { draftOf, draftOptions } from "./exercises/check-draft.ts";
import { checkSteps } from "./exercises/check-steps.ts";
import { taskOf } from "./exercises/check-task.ts";
import { collisionsOf } from "./exercises/collisions.ts";
import { shownCheck, shownDraft } from "./exercises/shown-check.ts";
import { yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkPreview = defineCommand({
  ...sharedFields,
  name: "check preview",
  description: "A check as students would see it, and its collision report; seen by you alone",
  heavy: true,
  options: draftOptions,
  run({ options, ...question }) {
    const draft = draftOf(options, question);
    if (!draft.ok) return draft;
    const task = taskOf(draft.value, question);
    if (!task.ok) return task;
    const collisions = task.value.kind === "marked" ? collisionsOf(task.value, question) : null;
    const modelAnswer = task.value.kind === "open" ? task.value.open.modelAnswer : null;
    const { exercise, variants } = draft.value;
    const call = { exercise: exercise ?? "", ...(variants ? { variants: "true" } : {}) };
    const steps = exercise === null || collisions?.sound === false ? [] : [{ label: "Post it, to be closed by hand", command: "check post", options: call, style: "primary" as const }];
    return success(previewReply(shownDraft(draft.value, task.value), collisions, { heading: "Not posted yet. Students would see:", modelAnswer }, steps));
  },
});

export const checkPost = defineCommand({
  ...sharedFields,
  name: "check post",
  description: "Asks the class: posts a check to this channel with its Answer button",
  options: { ...draftOptions, anyway: withDefault(yesOrNo("true: even where the collision report is not sound"), false) },
  async run({ options, ...question }) {
    const { asker, place, sideEffects, now } = question;
    const draft = draftOf(options, question);
    if (!draft.ok) return draft;
    const task = taskOf(draft.value, question);
    if (!task.ok) return task;
    const store = await question.store();
    if (!store.ok) return store;
    const collisions = task.value.kind === "marked" ? collisionsOf(task.value, question) : null;
    if (collisions?.sound === false && !options.anyway) {
      const heading = "Not posted: see the collision report. Change the question, or post it with `anyway:true`.";
      return success(previewReply(shownDraft(draft.value, task.value), collisions, { heading, modelAnswer: null }, []));
    }
    const { correction, ...content } = draft.value;
    const at = now();
    const [guild, channel] = [place.guildId ?? "", place.channelId ?? ""];
    const check = await store.value.checks.create({ ...content, guild, channel, opensAt: at, by: asker.id, at });
    const shown = shownCheck(check, task.value);
    const posted = await sideEffects.post(channel, checkMessage(shown, checkSteps(check)));
    if (!posted.ok) {
      // Nobody has seen it: it must not stay open, nor hide its key.
      await store.value.checks.void(check.id, { by: asker.id, at });
      return posted;
    }
    await store.value.checks.markPosted(check.id, posted.value);
    const closes = check.closesAt === null ? "until you close it" : `and closes ${timestamp(check.closesAt)} (${timestamp(check.closesAt, "f")})`;
    return success(
      previewReply(shown, collisions, { heading: `Posted as \`${check.id}\`. It is open ${closes}.`, modelAnswer: null }, [
        { label: "Close it", command: "check close", options: { check: check.id }, style: "danger" },
      ]),
    );
  },
});

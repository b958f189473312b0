import { attemptAsync } from "../outcome.ts";
import { previewReply } from "../render/replies/check.ts";
import type { CommandCall } from "../render/reply.ts";
import { defineCommand } from "./command.ts";
import { asPercent, timesOf } from "./checks/draft-call.ts";
import type { AppContext } from "./app-context.ts";
import { draftOf, draftOptions, type Draft } from "./checks/check-draft.ts";
import { taskOf } from "../grading/check-task.ts";
import { endSteps } from "./checks/check-steps.ts";
import { keepDraft } from "./checks/keep-draft.ts";
import { postCheck } from "./checks/post-check.ts";
import { collisionsOf } from "./checks/collision-words.ts";
import { hidingWords } from "./checks/hiding-words.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { sameDataWords } from "./checks/same-data-words.ts";
import { shownDraft } from "./checks/shown-check.ts";
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
      const draft = yield* draftOf(options, timeZone, "check preview", question);
      yield* await notHeldElsewhere(draft, question, store);
      const task = yield* taskOf(draft, question);
      const collisions = task.kind === "marked" ? collisionsOf(task, question) : null;
      const modelAnswer = task.kind === "open" ? task.open.modelAnswer : null;
      const closes = options.closes === null ? "Post it, open for 24 hours" : "Post it";
      const steps =
        draft.exercise === null || collisions?.sound === false ? [] : [{ label: closes, ...callOf(draft, options.closes !== null, question), style: "primary" as const }];
      const hiding = [...hidingWords(draft, hideKeys, question.place, question), ...(await sameDataWords(draft, question.place.guildId ?? "", store, question))];
      return previewReply(shownDraft(draft, task), collisions, { heading: draft.exercise === null && collisions?.sound !== false ? "Not posted yet: the same options after `/check post` post it. Students would see:" : "Not posted yet. Students would see:", modelAnswer, hiding }, steps);
    }),
});

/** The call that posts a draft of an exercise, with all that was said of it. */
function callOf(draft: Draft, saysTime: boolean, { exercises }: Pick<AppContext, "exercises">): CommandCall {
  const { exercise, title, variants, attempts, points, tolerance, feedback, hints, credit } = draft;
  const own = exercises.find(exercise ?? "")?.text.title ?? exercises.findOpen(exercise ?? "")?.title;
  return {
    command: "check post",
    options: {
      exercise: exercise ?? "",
      ...timesOf(draft, saysTime),
      variants: variants ? "true" : "",
      attempts: attempts === 3 ? "" : String(attempts ?? 0),
      points: points === 1 ? "" : String(points),
      tolerance: tolerance === null ? "" : asPercent(tolerance),
      feedback: feedback === "now" ? "" : feedback,
      hints: hints ? "" : "false",
      credit: credit?.map(asPercent).join(",") ?? "",
      title: title === own ? "" : title,
    },
  };
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
      const draft = yield* draftOf(options, timeZone, "check post", question);
      yield* await notHeldElsewhere(draft, question, store);
      const task = yield* taskOf(draft, question);
      const collisions = task.kind === "marked" ? collisionsOf(task, question) : null;
      if (options.draft) return await keepDraft(draft, task, collisions, store, question);
      if (collisions?.sound === false && !options.anyway) {
        const heading = "Not posted: see the collision report. Change the question, or post it with `anyway:true`.";
        return previewReply(shownDraft(draft, task), collisions, { heading, modelAnswer: null }, []);
      }
      const step = { label: "Post it a second time", ...withAgain(callOf(draft, options.closes !== null, question)) };
      const posted = yield* await postCheck(draft, options.again ? null : step, store, question);
      if (posted.kind === "repeated") return posted.reply;
      const { check, shown, hiding, state } = posted;
      const unsaid = options.closes === null ? " You gave no closing time, so it has 24 hours; `/check extend` changes that." : "";
      return previewReply(shown, collisions, { heading: `${state}${unsaid}`, modelAnswer: null, hiding }, [
        ...endSteps(check, draft.opensAt !== null),
      ]);
    }),
});

const withAgain = ({ command, options }: CommandCall): CommandCall => ({ command, options: { ...options, again: "true" } });

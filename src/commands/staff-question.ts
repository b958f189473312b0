import { attemptAsync, failure, success } from "../outcome.ts";
import { questionReply } from "../render/replies/class-question.ts";
import { staffQuestionForm, type QuestionDraft, staffQuestionNotice, staffQuestionPosted, threadTitle } from "../render/replies/staff-question.ts";
import type { AppContext, Caller } from "./app-context.ts";
import { defineCommand } from "./command.ts";
import { keptQuestion, questionStep } from "./long-questions.ts";
import { orInDoubt } from "./checks/in-doubt.ts";
import { postOnce } from "./checks/post-once.ts";
import { text } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

/** Of a question and of the answer to it. */
export const maxQuestionLength = 1000;

/** A student's questions to the staff in a while: enough for anybody with questions, and no way to flood a channel. */
const allowed = { questions: 3, withinMs: 10 * 60_000 } as const;

/** A question that fits in a button, or what a button names that it does not fit in. */
const questionSoFar = { text: optional(text("The question so far", maxQuestionLength)), asked: optional(text("The interaction with the question so far", 30)) };

/** Cut to what the staff's form takes. */
function draftOf({ text, asked }: { readonly text: string | null; readonly asked: string | null }, call: Caller & Pick<AppContext, "now">): QuestionDraft {
  const found = asked === null ? (text ?? "") : keptQuestion(asked, call, call.now());
  const characters = [...(found ?? "")];
  return { text: characters.slice(0, maxQuestionLength).join(""), isLost: found === null, tooMany: Math.max(0, characters.length - maxQuestionLength) };
}

/** Says who will see what, before anything is written or sent. */
export const staffQuestion = defineCommand({
  name: "staff-question",
  part: "Questions",
  description: "A question to the class staff, without your name for the class",
  listed: false,
  options: questionSoFar,
  run: ({ options, ...call }) =>
    attemptAsync(async function* () {
      const guild = call.place.guildId ?? (yield* failure({ kind: "needs-server", command: "ask" }));
      const { staffChannel } = await (yield* await call.store()).courses.settings(guild);
      const draft = draftOf(options, call);
      const write = questionStep({ label: "Write it", command: "staff-question write", style: "primary" }, draft.text, call, call.now());
      return staffQuestionNotice(draft, staffChannel !== null, write);
    }),
});

export const staffQuestionWrite = defineCommand({
  name: "staff-question write",
  adds: true,
  part: "Questions",
  description: "The form of a question to the class staff",
  listed: false,
  opensForm: true,
  options: questionSoFar,
  run: ({ options, ...call }) => success(staffQuestionForm(draftOf(options, call), maxQuestionLength)),
});

export const staffQuestionPost = defineCommand({
  name: "staff-question post",
  adds: true,
  part: "Questions",
  description: "Posts a question to the class staff",
  listed: false,
  options: { text: text("The question", maxQuestionLength) },
  run: ({ options, ...call }) =>
    attemptAsync(async function* () {
      const { asker, place, sideEffects } = call;
      const guild = place.guildId ?? (yield* failure({ kind: "needs-server", command: "ask" }));
      const channel = place.channelId ?? (yield* failure({ kind: "needs-server", command: "ask" }));
      const store = yield* await call.store();
      const at = call.now();
      const since = at - allowed.withinMs;
      const words = { guild, channel, asker: asker.id, text: options.text };
      // Sent again after an answer that was lost on its way, it is the same question, and counts once.
      if ((await store.questions.repeated(words, since)) === null) {
        const first = (await store.questions.timesOf(asker.id, since)).at(-allowed.questions);
        if (first !== undefined) yield* failure({ kind: "too-many-questions", nextAt: first + allowed.withinMs });
      }
      const { staffChannel } = await store.courses.settings(guild);
      const target = staffChannel ?? channel;
      const inDoubt = { kind: "question-uncertain" } as const;
      const question = yield* await orInDoubt(inDoubt, () => store.questions.ask({ ...words, at }, since), (reason) => ({ kind: "not-stored", what: "question", reason }) as const);
      const post = { purpose: "question", subject: question.id, round: "", guild, channel: target } as const;
      const message = yield* yield* await orInDoubt(inDoubt, () => postOnce(post, questionReply(question, target), store, call));
      if (staffChannel !== null) await sideEffects.openThread(staffChannel, message, threadTitle(question.text));
      return staffQuestionPosted(staffChannel);
    }),
});

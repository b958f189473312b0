import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { classQuestionReply, staffQuestionForm, staffQuestionNotice, staffQuestionPosted, whoAskedReply } from "../render/replies/staff-question.ts";
import type { Question as StoredQuestion } from "../store/records.ts";
import type { Questions } from "../store/questions.ts";
import { defineCommand } from "./command.ts";
import { postOnce } from "./checks/post-once.ts";
import { isInstructor } from "./instructor.ts";
import { text } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import type { Caller, AppContext } from "./app-context.ts";

const maxQuestionLength = 1000;

/** Says who will see what, before anything is written or sent. */
export const staffQuestion = defineCommand({
  name: "staff-question",
  part: "Questions",
  description: "A question to the class staff, without your name for the class",
  listed: false,
  options: { text: optional(text("The question so far", maxQuestionLength)) },
  run({ options, place }) {
    if (place.guildId === null) return failure({ kind: "needs-server", command: "ask" });
    return success(staffQuestionNotice(options.text ?? ""));
  },
});

export const staffQuestionWrite = defineCommand({
  name: "staff-question write",
  part: "Questions",
  description: "The form of a question to the class staff",
  listed: false,
  opensForm: true,
  options: { text: optional(text("The question so far", maxQuestionLength)) },
  run: ({ options }) => success(staffQuestionForm(options.text ?? "", maxQuestionLength)),
});

export const staffQuestionPost = defineCommand({
  name: "staff-question post",
  part: "Questions",
  description: "Posts a question to the class staff",
  listed: false,
  options: { text: text("The question", maxQuestionLength) },
  async run(call) {
    const { options, asker, place, now, store } = call;
    const { guildId, channelId } = place;
    if (guildId === null || channelId === null) return failure({ kind: "needs-server", command: "ask" });
    const opened = await store();
    if (!opened.ok) return opened;
    const { questions } = opened.value;
    const question = await questions.ask({ guild: guildId, channel: channelId, asker: asker.id, text: options.text, at: now() });
    const post = { purpose: "question", subject: question.id, round: "", guild: guildId, channel: channelId } as const;
    const posted = await postOnce(post, classQuestionReply(question), opened.value, call);
    return posted.ok ? success(staffQuestionPosted()) : posted;
  },
});

export const staffQuestionAnswered = defineCommand({
  name: "staff-question answered",
  part: "Questions",
  description: "Marks a question to the class staff as answered",
  audience: "instructors",
  listed: false,
  options: { question: text("The question's id", 40) },
  run: (call) =>
    ifInstructor("staff-question answered", call, async (questions, done) => {
      const question = await questions.markAnswered(call.options.question, done);
      return question ? success({ ...classQuestionReply(question), replaces: true }) : unknownQuestion(call.options.question);
    }),
});

export const staffQuestionPin = defineCommand({
  name: "staff-question pin",
  part: "Questions",
  description: "Pins a question to the class staff",
  audience: "instructors",
  listed: false,
  options: { question: text("The question's id", 40) },
  run: (call) =>
    ifInstructor("staff-question pin", call, async (questions, done) => {
      const question = await questions.markPinned(call.options.question, done);
      return question ? success({ ...classQuestionReply(question), replaces: true, pins: true }) : unknownQuestion(call.options.question);
    }),
});

export const staffQuestionAsker = defineCommand({
  name: "staff-question asker",
  part: "Questions",
  description: "Who asked the class staff; each look is recorded",
  audience: "instructors",
  listed: false,
  options: { question: text("The question's id", 40) },
  run: (call) =>
    ifInstructor("staff-question asker", call, async (questions, done) => {
      const person = await questions.revealAsker(call.options.question, done);
      return person === null ? unknownQuestion(call.options.question) : success(whoAskedReply(person));
    }),
});

type AuditStamp = Parameters<Questions["markAnswered"]>[1];

/** Who may press a button is checked at each press, and that the question is of this very server. */
async function ifInstructor<T>(
  command: string,
  { options, asker, place, now, store }: AppContext & Caller & { readonly options: { readonly question: string } },
  action: (questions: Questions, done: AuditStamp) => Promise<Outcome<T, Problem>>,
): Promise<Outcome<T, Problem>> {
  const opened = await store();
  if (!opened.ok) return opened;
  if (!(await isInstructor(asker, place, opened.value))) return failure({ kind: "not-allowed", command, needs: "instructor" });
  const found: StoredQuestion | null = await opened.value.questions.find(options.question);
  if (found?.guild !== place.guildId) return unknownQuestion(options.question);
  return action(opened.value.questions, { by: asker.id, at: now() });
}

const unknownQuestion = (call: string) => failure({ kind: "unknown-question", asked: call });

/** What the staff do with a question to them: answer its asker or the class, mark it, pin it, see who asked. */
import type { Problem } from "../render/problem.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import {
  answeredQuestionReply,
  staffAnswerForm,
  staffAnswerPublished,
  staffAnswerSent,
  staffPublishForm,
  toldAskerReply,
  whoAskedReply,
} from "../render/replies/staff-question.ts";
import type { Questions } from "../store/questions.ts";
import type { Question as StoredQuestion } from "../store/records.ts";
import { defineCommand } from "./command.ts";
import { isInstructor } from "./instructor.ts";
import { text } from "./options/kinds.ts";
import type { Caller, AppContext } from "./app-context.ts";
import { questionReply } from "../render/replies/class-question.ts";
import { maxQuestionLength } from "./staff-question.ts";

/** The form in which the staff write their answer; it goes to the asker privately. */
export const staffQuestionReply = defineCommand({
  name: "staff-question reply",
  part: "Questions",
  description: "The form of the staff's answer",
  audience: "instructors",
  listed: false,
  opensForm: true,
  options: { question: text("The question's id", 40) },
  run: (call) => ifInstructor("staff-question reply", call, (_, __, question) => Promise.resolve(success(staffAnswerForm(question, maxQuestionLength)))),
});

export const staffQuestionSend = defineCommand({
  name: "staff-question send",
  part: "Questions",
  description: "Sends the staff's answer to the asker",
  audience: "instructors",
  listed: false,
  options: { question: text("The question's id", 40), text: text("The answer", maxQuestionLength) },
  run: (call) =>
    ifInstructor("staff-question send", call, async (questions, done, question) => {
      const wasTold = await tellAsker(question, call.options.text, questions, done, call.sideEffects);
      const answered = await questions.markAnswered(question.id, done);
      if (answered?.staffChannel && answered.staffMessage) await call.sideEffects.edit(answered.staffChannel, answered.staffMessage, questionReply(answered, answered.staffChannel));
      return success(staffAnswerSent(question, call.options.text, wasTold));
    }),
});

/** Where the asker takes no direct messages, or the class should read it too: question and answer, without a name. */
export const staffQuestionPublish = defineCommand({
  name: "staff-question publish",
  part: "Questions",
  description: "Opens the form that posts question and answer to the class",
  audience: "instructors",
  listed: false,
  opensForm: true,
  options: { question: text("The question's id", 40) },
  run: (call) => ifInstructor("staff-question publish", call, (_, __, question) => Promise.resolve(success(staffPublishForm(question, maxQuestionLength)))),
});

export const staffQuestionPublished = defineCommand({
  name: "staff-question published",
  part: "Questions",
  description: "Posts question and answer to the class, without a name",
  audience: "instructors",
  listed: false,
  options: { question: text("The question's id", 40), text: text("The answer", maxQuestionLength) },
  run: (call) =>
    ifInstructor("staff-question published", call, (questions, done, question) =>
      attemptAsync(async function* () {
        yield* await call.sideEffects.post(question.channel, answeredQuestionReply(question, call.options.text));
        await questions.markAnswered(question.id, done);
        return staffAnswerPublished(question.channel);
      }),
    ),
});

/** Writes to the asker, whom the staff see nothing of by it; whether it could be delivered. */
async function tellAsker(question: StoredQuestion, answer: string | null, questions: Questions, { at }: AuditStamp, sideEffects: AppContext["sideEffects"]): Promise<boolean> {
  const asker = await questions.askerToTell(question.id);
  const wasTold = asker !== null && (await sideEffects.tell(asker, toldAskerReply(question, answer)));
  if (wasTold) await questions.markTold(question.id, at);
  return wasTold;
}

export const staffQuestionAnswered = defineCommand({
  name: "staff-question answered",
  part: "Questions",
  description: "Marks a question to the class staff as answered",
  audience: "instructors",
  listed: false,
  options: { question: text("The question's id", 40) },
  run: (call) =>
    ifInstructor("staff-question answered", call, async (questions, done, found) => {
      const question = await questions.markAnswered(call.options.question, done);
      if (question && found.answeredAt === null) await tellAsker(question, null, questions, done, call.sideEffects);
      return question ? success({ ...questionReply(question, question.staffChannel ?? question.channel), replaces: true }) : unknownQuestion(call.options.question);
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
      return question ? success({ ...questionReply(question, question.staffChannel ?? question.channel), replaces: true, pins: true }) : unknownQuestion(call.options.question);
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
function ifInstructor<T>(
  command: string,
  { options, asker, place, now, store: openStore }: AppContext & Caller & { readonly options: { readonly question: string } },
  action: (questions: Questions, done: AuditStamp, question: StoredQuestion) => Promise<Outcome<T, Problem>>,
): Promise<Outcome<T, Problem>> {
  return attemptAsync(async function* () {
    const store = yield* await openStore();
    if (!(await isInstructor(asker, place, store))) yield* failure({ kind: "not-allowed", command, needs: "instructor" });
    const found: StoredQuestion | null = await store.questions.find(options.question);
    if (found?.guild !== place.guildId) return yield* unknownQuestion(options.question);
    return yield* await action(store.questions, { by: asker.id, at: now() }, found);
  });
}

const unknownQuestion = (call: string) => failure({ kind: "unknown-question", asked: call });

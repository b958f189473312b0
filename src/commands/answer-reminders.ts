import { closesFor, closingTimes } from "../grading/find-check.ts";
import { hasBegun } from "../check-stage.ts";
import { answerReminderReply } from "../render/replies/answer-reminder.ts";
import { messageLink } from "../render/replies/posting.ts";
import type { Reply } from "../render/reply.ts";
import type { AnswerReminder } from "../store/answer-reminders.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import type { AppContext } from "./app-context.ts";
import { deliver, postLeaseMs } from "./checks/post-once.ts";

/** What became of a message to somebody who had not answered; `needless` sends nothing: answered meanwhile, closed, or gone. */
export interface AnswerReminded {
  readonly reminder: string;
  readonly done: "sent" | "needless" | "refused" | "waiting";
}

/** So many at a time: Discord takes few new direct messages a second. */
const batch = 10;

/**
 * Writes directly to those who have not answered a check, where its instructor asked for that. Each message is an intent
 * that is stored before Discord is asked: `reconcilePosts` settles what it does not confirm. Several processes may do it.
 */
export async function sendAnswerReminders(context: AppContext): Promise<readonly AnswerReminded[]> {
  const opened = await context.store();
  if (!opened.ok) return [];
  const done: AnswerReminded[] = [];
  for (const reminder of await opened.value.answerReminders.pending(batch)) done.push(await send(reminder, opened.value, context));
  return done;
}

async function send(reminder: AnswerReminder, store: Store, context: AppContext): Promise<AnswerReminded> {
  const { id, person } = reminder;
  const settled = async (done: "needless" | "refused"): Promise<AnswerReminded> => {
    await store.answerReminders.settle(id, context.now());
    return { reminder: id, done };
  };
  const reply = await answerReminderFor(reminder, store, context);
  if (reply === null) return settled("needless");
  const channel = await context.sideEffects.directChannel(person);
  if (!channel.ok) return channel.problem.kind === "cannot-post" ? settled("refused") : { reminder: id, done: "waiting" };
  const intent = await store.answerReminders.begin(reminder, channel.value, { at: context.now(), leaseMs: postLeaseMs });
  if (intent === null) return { reminder: id, done: "waiting" };
  const posted = await deliver(intent, reply, store, context);
  return { reminder: id, done: posted.ok ? "sent" : posted.problem.kind === "cannot-post" ? "refused" : "waiting" };
}

/** What the message says now; null where there is nothing to be reminded of any more. */
export async function answerReminderFor({ id, check: checkId, person }: AnswerReminder, store: Store, { sideEffects, now }: Pick<AppContext, "sideEffects" | "now">): Promise<Reply | null> {
  const check = await store.checks.find(checkId);
  if (check === null || (await withTimeLeft(check, [person], store, now())).length === 0) return null;
  const answers = await store.answers.ofItem({ kind: "check", check: checkId });
  if (answers.some((answer) => answer.person === person)) return null;
  if ((await sideEffects.memberOf(check.guild, person)) === null) return null;
  return answerReminderReply({ id, title: check.title, closesAt: await closesFor(check, person, store), link: check.message === null ? null : messageLink(check.guild, check.channel, check.message) });
}

/** Those of these people who can still answer it: a student may have more time than the class. */
export async function withTimeLeft(check: Check, people: readonly string[], store: Store, at: number): Promise<readonly string[]> {
  if (check.message === null || !hasBegun(check, at) || check.voidedAt !== null) return [];
  return (await closingTimes(check, people, store)).filter(({ closesAt }) => closesAt === null || closesAt > at).map(({ person }) => person);
}

import type { Outcome } from "../outcome.ts";
import { msPerDay } from "../calendar.ts";
import { reminderReply } from "../render/replies/reminder.ts";
import type { Reply } from "../render/reply.ts";
import type { Post } from "../store/post.ts";
import type { Reminder } from "../store/reminders.ts";
import type { Store } from "../store/store.ts";
import type { AppContext } from "./app-context.ts";
import { ownPractice } from "./checks/own-practice.ts";
import { deliver, postLeaseMs } from "./checks/post-once.ts";
import type { PostProblem } from "./problem.ts";

export const reminderEveryMs = 7 * msPerDay;

/** Whoever practises no more for so long has the last one. */
const patienceMs = 28 * msPerDay;

/** What became of a reminder that was due; `nothing-due` sends nothing. */
export interface Reminded {
  readonly reminder: string;
  readonly done: "sent" | "last" | "nothing-due" | "refused" | "waiting";
}

/**
 * Sends the weekly reminders that are due, to those who asked for one and have something to practise. The message is an
 * intent that is stored before Discord is asked: `reconcilePosts` settles what it does not confirm. Several processes may
 * do it.
 */
export async function sendReminders(context: AppContext): Promise<readonly Reminded[]> {
  const opened = await context.store();
  if (!opened.ok) return [];
  const done: Reminded[] = [];
  for (const reminder of await opened.value.reminders.due(context.now())) done.push(await send(reminder, opened.value, context));
  return done;
}

async function send(reminder: Reminder, store: Store, context: AppContext): Promise<Reminded> {
  const { id, person } = reminder;
  const at = context.now();
  const missed = Math.floor((at - reminder.nextAt) / reminderEveryMs);
  const nextAt = reminder.nextAt + (missed + 1) * reminderEveryMs;
  const reply = await reminderFor(reminder, store, context);
  if (reply === null) {
    await store.reminders.putOff(id, nextAt);
    return { reminder: id, done: "nothing-due" };
  }
  const channel = await context.sideEffects.directChannel(person);
  if (!channel.ok) {
    if (channel.problem.kind === "cannot-post") await store.reminders.end(id, at);
    return { reminder: id, done: channel.problem.kind === "cannot-post" ? "refused" : "waiting" };
  }
  const intent = await store.reminders.begin(reminder, channel.value, { at, nextAt, leaseMs: postLeaseMs });
  if (intent === null) return { reminder: id, done: "waiting" };
  const posted = await deliver(intent, reply, store, context);
  const ended = await settleReminder(intent, posted, store, context);
  if (!posted.ok) return { reminder: id, done: ended ? "refused" : "waiting" };
  return { reminder: id, done: ended ? "last" : "sent" };
}

/**
 * Ends a reminder whose person takes no direct messages, and tells them when they next look at their progress; takes away
 * one that has said that it was the last. Resolves to whether it did.
 */
export async function settleReminder({ purpose, subject }: Post, posted: Outcome<string, PostProblem>, store: Store, { now }: Pick<AppContext, "now">): Promise<boolean> {
  const reminder = purpose === "reminder" ? await store.reminders.find(subject) : null;
  if (reminder === null) return false;
  if (posted.ok) return (await isLast(reminder, store, now())) && store.reminders.stop(reminder.person);
  if (posted.problem.kind !== "cannot-post") return false;
  await store.reminders.end(subject, now());
  return true;
}

/** What the reminder says today; null where nothing is due, which is no news. */
export async function reminderFor(reminder: Reminder, store: Store, context: Pick<AppContext, "exercises" | "now">): Promise<Reply | null> {
  const { plan } = await ownPractice({ ...context, asker: { id: reminder.person }, place: { guildId: null, channelId: null } }, store);
  if (plan.today.length === 0) return null;
  const mastered = plan.exercises.filter(({ standing }) => standing === "mastered").length;
  const due = plan.exercises.filter(({ isDue }) => isDue).map(({ exercise }) => exercise.text.title);
  const fresh = plan.exercises.filter(({ standing }) => standing === "new").length;
  return reminderReply({ id: reminder.id, due, fresh, mastered, exercises: plan.exercises.length, isLast: await isLast(reminder, store, context.now()) });
}

async function isLast({ person, since }: Reminder, store: Store, at: number): Promise<boolean> {
  const newest = (await store.answers.ofPerson(person)).findLast(({ item }) => item.kind !== "check");
  return Math.max(since, newest?.at ?? 0) <= at - patienceMs;
}

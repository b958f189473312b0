import { isClosed } from "../../grading/find-check.ts";
import { taskOf } from "../../grading/check-task.ts";
import { success, type Outcome } from "../../outcome.ts";
import { checkMessage } from "../../render/replies/check.ts";
import { neverPostedReply, notOpenedReply, standingResultsReply } from "../../render/replies/posting.ts";
import { questionReply } from "../../render/replies/class-question.ts";
import type { Problem } from "../../render/problem.ts";
import type { Reply } from "../../render/reply.ts";
import type { Post } from "../../store/post.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { inServer } from "../in-server.ts";
import { answerReminderFor } from "../answer-reminders.ts";
import { settleReminder, reminderFor } from "../reminders.ts";
import { closingReminderNow } from "./announce.ts";
import { classResults, revealedResults } from "./check-results.ts";
import { checkSteps } from "./check-steps.ts";
import { abandon, deliver, findPosted, postLeaseMs } from "./post-once.ts";
import { keptBack } from "./same-data.ts";
import { shownCheck } from "./shown-check.ts";
import { tellStaff } from "./tell-staff.ts";
import { updateResults } from "./update-results.ts";
import { msPerDay } from "../../calendar.ts";

/** What was not posted within this time is no longer awaited by anybody: it is taken back, and the staff are told. */
const patienceMs = 5 * 60_000;

/** Of what an earlier version left behind, nobody is told. */
const newsMs = msPerDay;

/** What became of an unconfirmed message. */
interface Reconciled {
  readonly post: string;
  readonly outcome: "posted" | "taken back" | "waiting";
}

/**
 * Settles messages that Discord never confirmed, and those that a program left behind when it ended: each is in its
 * channel exactly once, or is taken back. At the start and every few seconds, by any process.
 */
export async function reconcilePosts(context: AppContext): Promise<readonly Reconciled[]> {
  const opened = await context.store();
  if (!opened.ok) return [];
  const store = opened.value;
  const now = context.now();
  const left = await store.posts.unbegun(now - postLeaseMs);
  const leftIntents = await Promise.all(left.map((post) => store.posts.begin(post, now, postLeaseMs)));
  // A crash just before the first try looks the same as one just after it: each of these may be in its channel.
  const pending = [...leftIntents.map((intent) => ({ ...intent, tries: 2 })), ...(await store.posts.claimPending(now, postLeaseMs))];
  // A check whose time has come: nobody has tried to post it before.
  const opening = await store.posts.beginDue(now, postLeaseMs);
  const closing = await store.checks.beginClosingReminders(now, postLeaseMs);
  const updates = (await store.posts.dueUpdates(now)).map((check) => reconcileUpdate(check, store, context));
  return Promise.all([...[...pending, ...opening, ...closing].map(async (intent) => reconcile(intent, store, await inServer(context, intent.guild === "" ? null : intent.guild))), ...updates]);
}

/** Results in a channel that are no longer true; where Discord refuses to change them, the staff are told. */
async function reconcileUpdate(id: string, store: Store, context: AppContext): Promise<Reconciled> {
  const updated = await updateResults(id, store, context);
  const problem = updated?.problem ?? null;
  const check = problem?.kind === "cannot-post" ? await store.checks.find(id) : null;
  if (problem && check) await tellStaff(check.guild, standingResultsReply(check, problem), check.createdBy, store, context);
  return { post: id, outcome: problem === null ? "posted" : problem.kind === "post-uncertain" ? "waiting" : "taken back" };
}

async function reconcile(intent: Post, store: Store, context: AppContext): Promise<Reconciled> {
  const subject = await subjectOf(intent, store, context);
  const settled = (outcome: Reconciled["outcome"]): Reconciled => ({ post: intent.id, outcome });
  if (!subject.ok || subject.value === null) {
    await store.posts.remove(intent.id);
    return settled("taken back");
  }
  const { reply, check, madeAt } = subject.value;
  const isAwaited = context.now() < madeAt + patienceMs && !((intent.purpose === "check" || intent.purpose === "closing") && isOver(check, context.now()));
  if (isAwaited) {
    // Its message may be older than an intent that was stored for it only now.
    const posted = await deliver({ ...intent, createdAt: madeAt }, reply, store, context);
    // Who scheduled it waits for no reply.
    if (!posted.ok && posted.problem.kind === "cannot-post" && intent.purpose === "check" && check !== null && check.opensAt > check.createdAt) {
      await tellStaff(check.guild, notOpenedReply(check, posted.problem), check.createdBy, store, context);
    }
    await settleReminder(intent, posted, store, context);
    return settled(posted.ok ? "posted" : posted.problem.kind === "post-uncertain" ? "waiting" : "taken back");
  }
  const found = await findPosted({ ...intent, createdAt: madeAt }, reply, context);
  if (found.ok && found.value !== null) {
    await store.posts.confirm(intent.id, found.value, context.now());
    return settled("posted");
  }
  if (!found.ok && found.problem.kind === "post-uncertain") return settled("waiting");
  await abandon(intent, store, context);
  const isNews = check !== null && intent.purpose !== "closing" && check.voidedAt === null && madeAt > context.now() - newsMs;
  if (isNews) await tellStaff(check.guild, neverPostedReply(check, intent.purpose === "check" ? "check" : "results"), check.createdBy, store, context);
  return settled("taken back");
}

const isOver = (check: Check | null, now: number): boolean => check !== null && (check.voidedAt !== null || (check.closesAt !== null && check.closesAt <= now));

interface Subject {
  readonly reply: Reply;
  readonly check: Check | null;
  readonly madeAt: number;
}

/** What a post shows; null where its check, question or reminder is gone. */
async function subjectOf({ purpose, subject, channel, createdAt }: Post, store: Store, context: AppContext): Promise<Outcome<Subject | null, Problem>> {
  if (purpose === "question") {
    const question = await store.questions.find(subject);
    return success(question && { reply: questionReply(question, channel), check: null, madeAt: question.askedAt });
  }
  if (purpose === "reminder") {
    const reminder = await store.reminders.find(subject);
    const reply = reminder && (await reminderFor(reminder, store, context));
    return success(reply && { reply, check: null, madeAt: createdAt });
  }
  if (purpose === "unanswered") {
    const reminder = await store.answerReminders.find(subject);
    const reply = reminder && (await answerReminderFor(reminder, store, context));
    return success(reply && { reply, check: null, madeAt: createdAt });
  }
  const check = await store.checks.find(subject);
  if (check === null) return success(null);
  if (purpose === "check") {
    const task = taskOf(check, context);
    return task.ok ? success({ reply: checkMessage(shownCheck(check, task.value), checkSteps(check, task.value, context)), check, madeAt: Math.max(check.createdAt, check.opensAt) }) : task;
  }
  if (purpose === "closing") {
    const reply = isClosed(check, context.now()) ? null : await closingReminderNow(check, store, context);
    return success(reply && { reply, check, madeAt: createdAt });
  }
  const results = await (purpose === "results" ? classResults : revealedResults)(check, await keptBack(check, store, context), store, context);
  return results.ok ? success({ reply: results.value, check, madeAt: createdAt }) : results;
}

import { isClosed } from "../../grading/find-check.ts";
import { checkMessage } from "../../render/replies/check.ts";
import { closingReminderReply } from "../../render/replies/closing-reminder.ts";
import { messageLink, undeliveredReply } from "../../render/replies/posting.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import type { Reply } from "../../render/reply.ts";
import { voteStage } from "../../check-stage.ts";
import { inServer } from "../in-server.ts";
import type { PostProblem } from "../problem.ts";
import { checkSteps } from "./check-steps.ts";
import { standingCorrections, withoutKeys } from "./corrections-shown.ts";
import { classResults } from "./check-results.ts";
import { postOnce } from "./post-once.ts";
import { keptBack } from "./same-data.ts";
import { taskOf } from "../../grading/check-task.ts";
import { shownCheck } from "./shown-check.ts";
import { tellStaff } from "./tell-staff.ts";
import { scheduleKeptBack, solutionDue, updateResults } from "./update-results.ts";

/** How long one process has to announce a check's results before another one may. */
export const announceLeaseMs = 60_000;

/** A check that was closed, and why its class does not see the results; null where it does. */
export interface Announced {
  readonly check: Check;
  readonly problem: PostProblem | null;
}

/**
 * Closes the checks whose time is over and announces their results in their channels, each by one process alone.
 * Resolves to those that were closed; rejects, once all were tried, where one of them broke.
 */
export async function announceDue(context: AppContext): Promise<readonly Announced[]> {
  const store = await context.store();
  if (!store.ok) return [];
  await store.value.privacy.completeForgetting(context.now());
  const due = await store.value.checks.claimDue(context.now(), announceLeaseMs);
  const settled = await Promise.allSettled(due.map(async (check) => announce(check, store.value, await inServer(context, check.guild))));
  const broken = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  if (broken.length > 0) throw new AggregateError(broken, "the results of a check could not be announced");
  return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

/**
 * Announces the results of a closed check that the caller has leased. They go first: a message may also un-archive the
 * thread in which the check itself is then brought up to date.
 */
export async function announce(check: Check, store: Store, context: AppContext): Promise<Announced> {
  const kept = await keptBack(check, store, context);
  const results = await classResults(check, kept, store, context);
  const posted = results.ok ? await postOnce(resultsPost(check), results.value, store, context) : null;
  await refreshMessage(check, context);
  const problem = posted === null || posted.ok ? null : posted.problem;
  // Unconfirmed: claimed again when the lease ends.
  if (problem?.kind === "post-uncertain") return { check, problem };
  if (posted?.ok && kept === null) await store.checks.markReleased(check.id, context.now());
  await store.checks.markAnnounced(check.id, context.now());
  // Opened again while its results were on their way: they may not stay.
  const after = await store.checks.find(check.id);
  if (after !== null && !isClosed(after, context.now())) {
    await store.posts.scheduleUpdate(check.id, context.now());
    await updateResults(check.id, store, context);
  }
  await scheduleKeptBack(check, store, context);
  // What students with more time may not read yet is added when theirs is over.
  const due = await solutionDue(check, store, context);
  if (due !== null) await store.posts.scheduleUpdate(check.id, due);
  // Trying again each minute would help nobody: `/check results` has them.
  if (problem) await tellStaff(check.guild, undeliveredReply(check, problem), check.createdBy, store, context);
  return { check, problem };
}

/** The results of a check that was closed at that time; closed again later, it has results of its own. */
export const resultsPost = ({ id, guild, channel, closedAt }: Check) =>
  ({ purpose: "results", subject: id, round: (closedAt ?? 0).toString(36), guild, channel }) as const;

/** Brings the message in the channel up to date with its check, where it can still be edited. */
export async function refreshMessage(check: Check, context: AppContext): Promise<void> {
  const store = await context.store();
  if (check.message === null || !store.ok) return;
  const message = await messageNow(check, store.value, context);
  if (message !== null) await context.sideEffects.edit(check.channel, check.message, message);
  const reminder = await store.value.posts.latest(check.id, "closing");
  if (reminder?.message == null) return;
  const reminded = await closingReminderNow(check, store.value, context);
  if (reminded !== null) await context.sideEffects.edit(reminder.channel, reminder.message, reminded);
}

/** The reminder of a check as it is now; null where its question can't be worked out. */
export async function closingReminderNow(check: Check, store: Store, context: AppContext): Promise<Reply | null> {
  const task = taskOf(check, context);
  if (!task.ok) return null;
  const people = await store.results.answered(check.id, openRound(check));
  const link = check.message === null ? null : messageLink(check.guild, check.channel, check.message);
  return closingReminderReply(shownCheck(check, task.value, people), link, checkSteps(check, task.value, context));
}

/** The message of a check as it is now, with how many have answered; null where its question can't be worked out. */
export async function messageNow(check: Check, store: Store, context: AppContext, answered: number | null = null): Promise<Reply | null> {
  const task = taskOf(check, context);
  if (!task.ok) return null;
  const people = answered ?? (await store.results.answered(check.id, openRound(check)));
  const corrections = withoutKeys(await standingCorrections(check, store, context), task.value);
  return checkMessage({ ...shownCheck(check, task.value, people), corrections }, checkSteps(check, task.value, context));
}

/** The round that people are counted in while a vote is open: none of both once it is over. */
export const openRound = (check: Check): number | null => (check.vote === null || check.closedAt !== null ? null : voteStage(check) === "second" ? 2 : 1);

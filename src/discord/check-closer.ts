import { announceDue, type Announced } from "../commands/checks/announce.ts";
import { updateCounts, type ShownCounts } from "../commands/checks/live-counts.ts";
import { reconcilePosts } from "../commands/checks/reconcile-posts.ts";
import type { AppContext } from "../commands/app-context.ts";
import { sendAnswerReminders } from "../commands/answer-reminders.ts";
import { sendReminders, type Reminded } from "../commands/reminders.ts";
import { keepRetention, type RetentionStep } from "../commands/retention.ts";
import { systemClock, type Clock } from "../clock.ts";
import type { Log } from "./dispatch.ts";
import { repeatedFailures } from "./repeated-failures.ts";

/** Days are counted: an hour more or less does not matter. */
const retentionEveryMs = 3_600_000;

/** A weekly reminder is due at its minute, not at its second. */
const remindersEveryMs = 60_000;

/** Runs of one job at the same time: more would wait for a store that does not answer, not for Discord. */
const mostRuns = 6;

interface CheckCloser {
  /** Starts nothing new and waits for work in progress. */
  stop(): Promise<void>;
}

/**
 * Closes checks when their time is over, posts their results, settles messages that Discord never confirmed, and sends
 * the reminders that people or their course's staff asked for: at once and then every `everyMs`. Several processes may do it: the store leases each to one of them, and to another one if the
 * first fails.
 */
export function startCheckCloser(context: AppContext, log: Log, everyMs: number, clock: Clock = systemClock): CheckCloser {
  const report = repeatedFailures((facts, message) => log.error(facts, message), clock);
  const inProgress = new Set<Promise<void>>();
  /** A job begins whether or not its last run waits for Discord: each check and message is leased to one run. */
  const job = <T>(work: () => Promise<T>, done: (value: T) => void, failed: string): (() => void) => {
    let running = 0;
    return () => {
      if (running >= mostRuns) return;
      running += 1;
      const run = work()
        .then(done, (error: unknown) => report(failed, error))
        .finally(() => {
          running -= 1;
          inProgress.delete(run);
        });
      inProgress.add(run);
    };
  };
  let retentionDueAt = 0;
  const retention = (): Promise<readonly RetentionStep[]> => {
    if (context.now() < retentionDueAt) return Promise.resolve([]);
    retentionDueAt = context.now() + retentionEveryMs;
    return keepRetention(context);
  };
  let remindersDueAt = 0;
  const reminders = (): Promise<readonly Reminded[]> => {
    if (context.now() < remindersDueAt) return Promise.resolve([]);
    remindersDueAt = context.now() + remindersEveryMs;
    return sendReminders(context);
  };
  const jobs = [
    job(() => announceDue(context), (closed) => logClosed(closed, log), "a check could not be closed in time"),
    job(
      () => reconcilePosts(context),
      (posts) => {
        if (posts.length > 0) log.info({ posts }, "messages that Discord had not confirmed");
      },
      "messages that Discord did not confirm could not be settled",
    ),
    job(retention, (steps) => logRetention(steps, log), "what is to be deleted by its age could not be looked through"),
    job(
      reminders,
      (reminded) => {
        if (reminded.length > 0) log.info({ reminders: reminded }, "weekly reminders");
      },
      "weekly reminders could not be sent",
    ),
    job(
      () => sendAnswerReminders(context),
      (reminded) => {
        if (reminded.length > 0) log.info({ reminders: reminded }, "messages to those who have not answered");
      },
      "messages to those who have not answered could not be sent",
    ),
  ];
  // Apart from the closing, which must not wait for an edit of a message.
  const shown: ShownCounts = new Map();
  let counting: Promise<void> | null = null;
  const count = (): void => {
    counting ??= updateCounts(shown, context)
      .then(() => undefined, (error: unknown) => report("how many have answered could not be written into a message", error))
      .finally(() => {
        counting = null;
      });
  };
  const work = (): void => {
    for (const begin of jobs) begin();
    count();
  };
  work();
  const timer = setInterval(work, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all([...inProgress, counting]);
    },
  };
}

function logRetention(steps: readonly RetentionStep[], log: Log): void {
  if (steps.length > 0) log.info({ retention: steps }, "old answers");
  const withoutChannel = steps.filter(({ done, told }) => done === "announced" && told !== undefined);
  if (withoutChannel.length > 0) log.warn({ retention: withoutChannel }, "the deletion of old answers was not announced in a staff channel: /course setup names one");
  const untold = steps.filter(({ done }) => done === "not-announced");
  if (untold.length > 0) log.warn({ retention: untold }, "old answers stay: neither the staff's channel nor an instructor took the notice of their deletion");
}

function logClosed(closed: readonly Announced[], log: Log): void {
  const announced = closed.filter(({ problem }) => problem === null);
  if (announced.length > 0) log.info({ checks: announced.map(({ check }) => check.id) }, "closed and announced");
  for (const { check, problem } of closed) if (problem) log.error({ check: check.id, problem: problem.kind }, "closed, but its results are not in the channel");
}

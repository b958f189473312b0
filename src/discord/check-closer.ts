import { announceDue, type Announced } from "../commands/checks/announce.ts";
import { reconcilePosts } from "../commands/checks/reconcile-posts.ts";
import type { AppContext } from "../commands/app-context.ts";
import type { Log } from "./dispatch.ts";

interface CheckCloser {
  /** Starts nothing new and waits for work in progress. */
  stop(): Promise<void>;
}

/**
 * Closes checks when their time is over, posts their results, and settles messages that Discord never confirmed: at once
 * and then every `everyMs`. Several processes may do it: the store leases each to one of them, and to another one if the
 * first fails.
 */
export function startCheckCloser(context: AppContext, log: Log, everyMs: number): CheckCloser {
  let running: Promise<void> | null = null;
  const closeDue = (): void => {
    running ??= Promise.allSettled([announceDue(context), reconcilePosts(context)])
      .then(([closed, reconciled]) => {
        if (closed.status === "rejected") log.error({ err: closed.reason as unknown }, "a check could not be closed in time");
        else logClosed(closed.value, log);
        if (reconciled.status === "rejected") log.error({ err: reconciled.reason as unknown }, "messages that Discord did not confirm could not be settled");
        else if (reconciled.value.length > 0) log.info({ posts: reconciled.value }, "messages that Discord had not confirmed");
      })
      .finally(() => {
        running = null;
      });
  };
  closeDue();
  const timer = setInterval(closeDue, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

function logClosed(closed: readonly Announced[], log: Log): void {
  const announced = closed.filter(({ problem }) => problem === null);
  if (announced.length > 0) log.info({ checks: announced.map(({ check }) => check.id) }, "closed and announced");
  for (const { check, problem } of closed) if (problem) log.error({ check: check.id, problem: problem.kind }, "closed, but its results are not in the channel");
}

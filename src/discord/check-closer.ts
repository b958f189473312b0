import { announceDue } from "../commands/checks/announce.ts";
import type { AppContext } from "../commands/app-context.ts";
import type { Log } from "./dispatch.ts";

export interface CheckCloser {
  /** Starts nothing new and waits for work in progress. */
  stop(): Promise<void>;
}

/**
 * Closes checks when their time is over and posts their results, at once and then every `everyMs`. Several processes
 * may do it: the store leases each check to one of them, and to another one if the first fails.
 */
export function startCheckCloser(context: AppContext, log: Log, everyMs: number): CheckCloser {
  let running: Promise<void> | null = null;
  const closeDue = (): void => {
    running ??= announceDue(context)
      .then((announced) => {
        if (announced.length > 0) log.info({ checks: announced.map(({ id }) => id) }, "closed and announced");
      })
      .catch((error: unknown) => {
        log.error({ err: error }, "a check could not be closed in time");
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

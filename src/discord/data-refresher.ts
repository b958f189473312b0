import type { AppContext } from "../commands/app-context.ts";
import { keepDataFresh } from "../commands/data-refresh.ts";
import type { Log } from "./dispatch.ts";

interface DataRefresher {
  /** Makes no further request, and waits for the one that is on its way. */
  stop(): Promise<void>;
}

/** Looks every `everyMs` whether fetched data are a week old, and fetches them again; apart from what closes checks, which must not wait for it. */
export function startDataRefresher(context: AppContext, log: Log, everyMs: number): DataRefresher {
  let running: Promise<void> | null = null;
  let isStopped = false;
  const refresh = (): void => {
    running ??= keepDataFresh(context, () => isStopped)
      .then(
        (rounds) => {
          if (rounds.length > 0) log.info({ data: rounds.map(({ fetched, newFailures }) => ({ fetched, failed: newFailures.length })) }, "fetched again");
        },
        (error: unknown) => log.error({ err: error }, "data could not be fetched again"),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(refresh, everyMs);
  timer.unref();
  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

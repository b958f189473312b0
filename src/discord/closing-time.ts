import { announceDue } from "../commands/exercises/announce.ts";
import type { World } from "../commands/world.ts";
import type { Log } from "./dispatch.ts";

export interface ClosingTime {
  /** Waits for what is underway; nothing is begun any more. */
  stop(): Promise<void>;
}

/**
 * Closes checks when their time is over and posts their results, now and again each `everyMs`. Several processes may
 * do it at once: the store hands each check to one of them, and to another one should the first be gone.
 */
export function keepClosingTimes(world: World, log: Log, everyMs: number): ClosingTime {
  let underway: Promise<void> | null = null;
  const look = (): void => {
    underway ??= announceDue(world)
      .then((announced) => {
        if (announced.length > 0) log.info({ checks: announced.map(({ id }) => id) }, "closed and announced");
      })
      .catch((error: unknown) => {
        log.error({ err: error }, "a check could not be closed in time");
      })
      .finally(() => {
        underway = null;
      });
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underway;
    },
  };
}

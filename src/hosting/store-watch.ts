import type { Clock } from "../clock.ts";
import type { logger } from "./logger.ts";

interface StoreWatch {
  readonly ping: () => Promise<void>;
  /** What ails it, after "The store": "has no space left". */
  readonly wordsOf: (error: unknown) => string;
  readonly log: Pick<ReturnType<typeof logger>, "error" | "info">;
  readonly clock: Clock;
  readonly everyMs?: number;
}

/** Looks at the store every five seconds: one line of the log when it is lost, and one when it is back. */
export function watchStore({ ping, wordsOf, log, clock, everyMs = 5_000 }: StoreWatch): { stop(): void } {
  let lostAt: number | null = null;
  let cancel: () => void = () => undefined;
  let isStopped = false;
  const well = (): void => {
    if (lostAt !== null) log.info({ seconds: Math.round((clock.now() - lostAt) / 1000) }, "The store takes and gives again");
    lostAt = null;
  };
  const lost = (error: unknown): void => {
    if (lostAt === null) log.error({}, `The store ${wordsOf(error)}. Until it is back nothing is confirmed, and whoever asks is told to try again`);
    lostAt ??= clock.now();
  };
  const look = (): void => {
    cancel = clock.after(everyMs, () => {
      void ping()
        .then(
          () => isStopped || well(),
          (error: unknown) => isStopped || lost(error),
        )
        .finally(() => {
          if (!isStopped) look();
        });
    });
  };
  look();
  return {
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

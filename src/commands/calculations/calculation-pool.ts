import { Piscina } from "piscina";
import { failure, success } from "../../outcome.ts";
import type { SentOutcome } from "./calculation-worker.ts";
import type { Calculations, SharpeTask } from "./calculations.ts";

export interface CalculationPool extends Calculations {
  close(): Promise<void>;
}

/** A calculation of 8,000 rows takes a tenth of a second; one that takes longer than this hangs. */
const timeoutMs = 20_000;

/**
 * One thread beside the one that answers, started at the first calculation and ended after ten quiet seconds. One that
 * breaks down is replaced, and its calculation tried once more.
 */
export function calculationPool(worker: URL): CalculationPool {
  const pool = new Piscina<SharpeTask, SentOutcome>({ filename: worker.href, minThreads: 0, maxThreads: 1, idleTimeout: 10_000, atomics: "disabled" });
  // A thread that broke down with nothing in hand: it is replaced, and nobody was waiting for it.
  pool.on("error", () => undefined);
  const runOnce = (task: SharpeTask) => pool.run(task, { signal: AbortSignal.timeout(timeoutMs) });
  return {
    async sharpeDifference(task) {
      const sent = await runOnce(task).catch(() => runOnce(task));
      return "value" in sent ? success(sent.value) : failure(sent.problem);
    },
    close: () => pool.destroy(),
  };
}

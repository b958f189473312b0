/**
 * What is set of V8 and of the operating system's scheduler, all of it in this file. RUNTIME_TUNING=off leaves both as
 * they are: for another version of Node or another platform where one of these does harm.
 *
 * Beside it stand --max-semi-space-size=8 and --v8-pool-size=2 on the lines that start the bot, as they are read only at
 * its start: the largest half of a young generation, and V8's own threads, each of which has memory of its own.
 */
import { constants, getPriority, setPriority } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { getEnvironmentData, isMainThread, setEnvironmentData, type ResourceLimits } from "node:worker_threads";

const setting = "factor-ta runtime tuning";

/** For this thread and those that it starts afterwards; on unless this was called. */
export function setRuntimeTuning(isOn: boolean): void {
  setEnvironmentData(setting, isOn);
}

const isTuned = (): boolean => getEnvironmentData(setting) !== false;

type Collect = (options?: { readonly type: "minor" }) => void;
let gc: Collect | undefined;

/** Collects this thread's garbage now, the young alone where "minor" is said: for moments when nobody waits. */
export function collectGarbage(options?: { readonly type: "minor" }): void {
  if (!isTuned()) return;
  if (!gc) {
    setFlagsFromString("--expose-gc");
    gc = runInNewContext("gc") as Collect;
  }
  gc(options);
}

/**
 * How much the heap may grow, in percent, before it is marked anew. While nobody is served but what will be asked is being
 * prepared it need not grow much; afterwards it may double: by itself the collector, having given back memory in a quiet
 * hour, marks twice a second in the rush that follows, up to 45 ms in which nobody is answered.
 */
export function letHeapGrow(percent: 25 | 100): void {
  if (isTuned()) setFlagsFromString(`--heap-growing-percent=${String(percent)}`);
}

/**
 * Whether V8 spares memory rather than time: the young generation stays at a few MB, and what a collection frees goes back.
 * Until the bot has prepared what will be asked it reads far more than it keeps; a young generation that this had made
 * large would stay so for hours in which nobody asks.
 */
export function optimizeForSize(isOn: boolean): void {
  if (isTuned()) setFlagsFromString(isOn ? "--optimize-for-size" : "--no-optimize-for-size");
}

/**
 * Where cores are short the thread that answers goes before this one. On Linux alone a priority is a thread's own, not
 * the process'; one that is lower already stays, as raising it takes a right that the bot has not.
 */
export function yieldToMainThread(): void {
  const lower = constants.priority.PRIORITY_BELOW_NORMAL;
  if (isTuned() && process.platform === "linux" && !isMainThread && getPriority() < lower) setPriority(lower);
}

/** What a picture leaves behind is small: a young generation of the usual 48 MB per thread would only fill memory. */
export const drawingThreadLimits = (): ResourceLimits => (isTuned() ? { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 256 } : {});

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { getPriority } from "node:os";
import { resolve } from "node:path";
import { constants, PerformanceObserver } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { afterEach, expect, test } from "vitest";
import { collectGarbage, drawingThreadLimits, optimizeForSize, setRuntimeTuning } from "../src/runtime-tuning.ts";

afterEach(() => {
  setRuntimeTuning(true);
});

/** Collections that were asked for, not V8's own. */
async function forcedCollections(run: () => void): Promise<number> {
  let forced = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { flags } = Reflect.get(entry, "detail") as { readonly flags: number };
      if ((flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0) forced++;
    }
  });
  observer.observe({ entryTypes: ["gc"] });
  run();
  for (let turn = 0; turn < 3; turn++) await nextTurn();
  observer.disconnect();
  return forced;
}

test("garbage is collected when it is said to be, and left to V8 where tuning is off", async () => {
  expect(await forcedCollections(collectGarbage)).toBeGreaterThan(0);
  setRuntimeTuning(false);
  expect(await forcedCollections(collectGarbage)).toBe(0);
});

/** Megabytes of a fresh thread's young generation while it makes and drops much, on the average (V8 changes it now and then), with V8's flag for size as this thread sets it. */
async function youngWhileMuch(): Promise<number> {
  const code = `
    const { getHeapSpaceStatistics } = require("node:v8");
    const kept = [];
    let sum = 0;
    for (let round = 0; round < 400; round++) {
      kept[round % 20] = Array.from({ length: 5000 }, (_, at) => ({ at }));
      sum += getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size;
    }
    require("node:worker_threads").parentPort.postMessage(sum / 400 / 1e6);`;
  const [size] = (await once(new Worker(code, { eval: true }), "message")) as [number];
  return size;
}

test("a young generation stays small while V8 is told to spare memory, and grows otherwise and where tuning is off", async () => {
  optimizeForSize(true);
  const spared = await youngWhileMuch();
  optimizeForSize(false);
  const usual = await youngWhileMuch();
  setRuntimeTuning(false);
  optimizeForSize(true);
  const untuned = await youngWhileMuch();
  expect(spared).toBeLessThan(usual);
  expect(untuned).toBeGreaterThan(spared);
});

test("a drawing thread's memory is bounded, and Node's own where tuning is off", () => {
  expect(drawingThreadLimits()).toEqual({ maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 256 });
  setRuntimeTuning(false);
  expect(drawingThreadLimits()).toEqual({});
});

test.runIf(process.platform === "linux" && getPriority() < 10)("a drawing thread goes after the thread that answers, and beside it where tuning is off", async () => {
  execFileSync("node", ["scripts/build.mjs", "--if-changed"]);
  const drawer = pathToFileURL(resolve("dist/draw-worker.js")).href;
  const priorityOfThread = async (): Promise<unknown> => {
    const code = `import(${JSON.stringify(drawer)}).then(() => require("node:worker_threads").parentPort.postMessage(require("node:os").getPriority()))`;
    const [priority] = (await once(new Worker(code, { eval: true }), "message")) as unknown[];
    return priority;
  };
  expect(await priorityOfThread()).toBe(10);
  setRuntimeTuning(false);
  expect(await priorityOfThread()).toBe(getPriority());
});

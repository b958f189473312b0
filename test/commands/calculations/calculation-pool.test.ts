import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calculationPool, type CalculationPool } from "../../../src/commands/calculations/calculation-pool.ts";
import { calculationsHere } from "../../../src/commands/calculations/calculations.ts";
import { madeUpReturns } from "../../engine/made-up.ts";
import { madeUpSample } from "../../render/made-up-fit.ts";

let pool: CalculationPool;
beforeAll(() => {
  execFileSync("node", ["scripts/build.mjs", "--if-changed"]);
  pool = calculationPool(pathToFileURL(resolve("dist/calculation-worker.js")));
}, 60_000);
afterAll(() => pool.close());

const rows = 8000;
const days = Int32Array.from({ length: rows }, (_, row) => row);
const task = (second = madeUpReturns(2, rows)) => ({
  first: { returns: madeUpReturns(1, rows), days, sample: { ...madeUpSample, observations: rows } },
  second,
  request: { resamples: 999 },
});

test("another thread gives what this one gives, and problems as problems", async () => {
  const [there, here] = await Promise.all([pool.sharpeDifference(task()), calculationsHere.sharpeDifference(task())]);
  expect(there.ok && there.value).toEqual(here.ok && here.value);
  const constant = await pool.sharpeDifference(task(new Float64Array(rows)));
  expect(constant.ok ? null : constant.problem).toMatchObject({ kind: "constant-series", series: "second" });
});

test("the thread that answers is not held while another one resamples", async () => {
  let [longest, last, done] = [0, performance.now(), false];
  const watched = pool.sharpeDifference(task()).finally(() => (done = true));
  while (!done) {
    await new Promise((wake) => setImmediate(wake));
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  expect((await watched).ok).toBe(true);
  // The calculation itself takes longer than this; a busy machine may hold any thread for a while.
  expect(longest).toBeLessThan(250);
});

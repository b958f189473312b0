/** Small made-up series and fits for tests of the engine. */
import type { Problem } from "../../src/render/problem.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import type { Series } from "../../src/engine/series.ts";
import type { Outcome } from "../../src/outcome.ts";

/** A series on consecutive days from 1970-01-01, unless given its days. */
export function series(id: string, values: Iterable<number>, days?: Iterable<number>): Series {
  const column = Float64Array.from(values);
  return {
    id,
    kind: "excess",
    frequency: "daily",
    days: days ? Int32Array.from(days) : Int32Array.from(column, (_, row) => row),
    values: column,
  };
}

export function value<T>(outcome: Outcome<T, Problem>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** r = 0.5 + 2·f + e with f and e orthogonal, f of mean 0.25: every number of it is a short fraction. */
export function exampleFit(): FactorFit {
  const f = [1.25, -0.75, 1.25, -0.75, 1.25, -0.75, 1.25, -0.75];
  const e = [0.25, 0.25, -0.25, -0.25, 0.25, 0.25, -0.25, -0.25];
  return value(fitFactors(series("JPM", f.map((each, row) => 0.5 + 2 * each + e[row]!)), [series("SPY", f)]));
}

/** Returns of about 1 % a day, from Park and Miller's generator: the same every time. */
export function madeUpReturns(seed: number, rows: number): Float64Array {
  let state = seed;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let i = 0; i < 10; i++) next();
  return Float64Array.from({ length: rows }, () => 0.0004 + 0.01 * (next() + next() + next() + next() - 2));
}

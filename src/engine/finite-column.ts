import type { EngineProblem } from "./problem.ts";
import { isoDay } from "../calendar.ts";
import type { Series } from "./series.ts";

/**
 * Largest magnitude accepted. The fourth power of anything larger overflows a double; such a value is a
 * fault of the file and is treated like the infinity it would become.
 */
const largestValue = 1e60;

/** Multiplying by this makes anything above the largest accepted value overflow to infinity. */
const overflow = Number.MAX_VALUE / largestValue;

/** Columns that were found finite: a loaded series never changes. */
const knownFinite = new WeakSet<Float64Array>();

/** 0·x is 0 for every number and NaN for NaN and ±∞. Several sums in parallel: none waits for its last addition. */
export function allFinite(values: Float64Array): boolean {
  if (knownFinite.has(values)) return true;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = values.length - (values.length % 4);
  for (let row = 0; row < whole; row += 4) {
    a += 0 * (overflow * values[row]!);
    b += 0 * (overflow * values[row + 1]!);
    c += 0 * (overflow * values[row + 2]!);
    d += 0 * (overflow * values[row + 3]!);
  }
  for (let row = whole; row < values.length; row++) a += 0 * (overflow * values[row]!);
  if (a + b + c + d !== 0) return false;
  knownFinite.add(values);
  return true;
}

/** The first value of the column that is not finite or too large, by its day. */
export function notFinite(series: Series, days: Int32Array, column: Float64Array): EngineProblem {
  const row = column.findIndex((value) => !Number.isFinite(overflow * value));
  return { kind: "not-finite", series: series.id, date: isoDay(days[row]!), value: column[row]! };
}

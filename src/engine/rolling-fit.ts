/**
 * Rolling α and β: the factor regression over every window of a fixed number of consecutive rows, with intervals.
 *
 * With one factor the running sums, about a nearby centre, add one row and drop another per window, and
 * restart every 1,024 windows (or every window's length, if longer): constant cost per window whatever its
 * length, without accumulating errors. With several, each window crosses one boundary between blocks of
 * its own length, and its sums are those of the end of the left block plus those of the beginning of the
 * right one (van Herk 1992). A window whose sums cancel (nearly constant, much less variance than the
 * windows before, explained exactly) is fitted directly. Intervals are classical, by t with window − k
 * degrees of freedom; they are computed when first read.
 * Checked against statsmodels' RollingOLS and against fitting each window.
 */
import { atLeastOne, type AtLeastOne } from "./at-least-one.ts";
import type { EngineProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import type { Window } from "./align-series.ts";
import type { Inference, Sample } from "./factor-fit.ts";
import { refuseSeries, minimumSpread } from "./refuse-degenerate.ts";
import { rollingSimple } from "./rolling-simple.ts";
import type { RollingPrecision } from "./rolling-simple.ts";
import { rollingMultiple } from "./rolling-multiple.ts";
import type { Series } from "./series.ts";
import { criticalValue } from "./tail-probability.ts";

interface RollingRequest extends Window {
  /** Confidence level of the intervals, between 0 and 1; by default 0.95. */
  readonly level?: number | undefined;
}

export interface RollingFit {
  readonly asset: string;
  readonly factors: AtLeastOne<string>;
  /** Rows in each window. */
  readonly window: number;
  /** The last day of each window; the columns below have one entry per window too. */
  readonly days: Int32Array;
  /** Decimal per period. */
  readonly alpha: RollingEstimate;
  readonly betas: AtLeastOne<RollingEstimate>;
  readonly rSquared: Float64Array;
  /** The sample of all windows together. */
  readonly sample: Sample;
  readonly inference: Inference;
}

/** One column per quantity, one entry per window. */
export interface RollingEstimate {
  readonly term: string;
  readonly values: Float64Array;
  readonly standardErrors: Float64Array;
  /** Half the interval's width: critical value times standard error. */
  readonly criticalValue: number;
}

/**
 * Rolls the regression over `window` rows at a time.
 *
 * Errors: `out-of-range` for a window that is not an integer or leaves no degree of freedom;
 * `window-too-long` where no window fits; `constant-series` and `collinear` where a window determines no beta; and those of
 * `alignSeries` and `fitFactors` for the series.
 */
export function rollingFit(
  asset: Series,
  factors: readonly Series[],
  window: number,
  request: RollingRequest = {},
): Outcome<RollingFit, EngineProblem> {
  const refused = refuseSeries(asset, factors);
  if (refused) return failure(refused);
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return failure({ kind: "out-of-range", option: "level", value: level, min: 0, max: 1 });
  const coefficients = factors.length + 1;
  if (!(Number.isInteger(window) && window > coefficients)) {
    return failure({
      kind: "out-of-range",
      option: "window",
      value: window,
      min: coefficients + 1,
      max: Number.MAX_SAFE_INTEGER,
    });
  }
  const rows = alignSeries(asset, factors, request);
  if (!rows.ok) return rows;
  const { days, sample } = rows.value;
  const ids = [asset, ...factors].map(({ id }) => id);
  if (days.length < window) {
    return failure({ kind: "window-too-long", rows: days.length, window, series: ids });
  }
  const constantValues = rows.value.others.map((column) => findConstantRun(column, window));
  const constantFactor = constantValues.findIndex((value) => value !== null);
  if (constantFactor >= 0) {
    return failure({ kind: "constant-series", series: factors[constantFactor]!.id, value: constantValues[constantFactor]! });
  }
  const [only, second] = rows.value.others;
  const rolled =
    only && !second ? rollingSimple(rows.value.asset, only, window) : rollingMultiple(rows.value.asset, rows.value.others, window);
  if (!rolled.ok) {
    return failure({ kind: "collinear", series: factors.map(({ id }) => id), conditionNumber: rolled.conditionNumber });
  }
  const degreesOfFreedom = window - coefficients;
  const critical = criticalValue(level, { distribution: "t", degreesOfFreedom });
  let cachedPrecision: RollingPrecision | null = null;
  const precision = (): RollingPrecision => (cachedPrecision ??= rolled.precision());
  const [alpha, ...betas] = ["alpha", ...ids.slice(1)].map(
    (term, i): RollingEstimate => ({
      term,
      values: rolled.coefficients[i]!,
      get standardErrors() {
        return precision().standardErrors[i]!;
      },
      criticalValue: critical,
    }),
  );
  return success({
    asset: asset.id,
    factors: atLeastOne(ids.slice(1)),
    window,
    days: days.subarray(window - 1),
    alpha: alpha!,
    betas: atLeastOne(betas),
    get rSquared() {
      return precision().rSquared;
    },
    sample,
    inference: {
      covariance: "classical",
      lags: 0,
      smallSample: "none",
      distribution: "t",
      degreesOfFreedom,
      level,
    },
  });
}

/** The value at which a column stays, up to rounding, for at least `length` consecutive rows; null where there is none. */
function findConstantRun(column: Float64Array, length: number): number | null {
  // Such a run covers a row whose index is a multiple of its length.
  for (let row = 0; row < column.length; row += length) {
    const value = column[row]!;
    let first = row;
    let last = row;
    while (first > 0 && Math.abs(column[first - 1]! - value) <= minimumSpread) first--;
    while (last + 1 < column.length && Math.abs(column[last + 1]! - value) <= minimumSpread) last++;
    if (last - first + 1 >= length) return value;
  }
  return null;
}

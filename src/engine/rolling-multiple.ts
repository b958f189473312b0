import { leastSquares } from "./least-squares.ts";
import { mean } from "./moments.ts";
import { maximumConditionNumber } from "./refuse-degenerate.ts";
import { roundingTolerance } from "./rounding-tolerance.ts";
import { cancellationThreshold, approximateMean } from "./rolling-simple.ts";
import type { RollingRegression } from "./rolling-simple.ts";

/**
 * Several factors: every product of two columns is summed by blocks (see `rolling-fit.ts`), followed by a
 * small elimination per window.
 */
export function rollingMultiple(y: Float64Array, factors: readonly Float64Array[], window: number): RollingRegression {
  const columns = [...factors, y];
  const size = columns.length;
  const windows = y.length - window + 1;
  const entries = size + (size * (size + 1)) / 2;
  const coefficients = Array.from({ length: size }, () => new Float64Array(windows));
  const standardErrors = Array.from({ length: size }, () => new Float64Array(windows));
  const rSquared = new Float64Array(windows);
  const suffixSums = new Float64Array(window * entries);
  const prefixSums = new Float64Array(entries);
  const sums = new Float64Array(entries);
  const centred = new Float64Array(size);
  const solver = windowSolver(size, window);

  /** Fills the sums about the window's own means and returns these means. */
  const recentre = (start: number): readonly number[] => {
    const means = columns.map((column) => mean(column.subarray(start, start + window)));
    sums.fill(0);
    for (let row = start; row < start + window; row++) addRow(row, means, sums);
    return means;
  };

  /** Σ u² of a window that is explained almost exactly, for which its sums are too coarse. */
  const squaredResiduals = (start: number): number => {
    let squares = 0;
    let largest = 0;
    for (let row = start; row < start + window; row++) {
      let residual = y[row]! - solver.coefficients[0]!;
      let magnitude = Math.abs(y[row]!);
      for (let i = 1; i < size; i++) {
        const part = solver.coefficients[i]! * columns[i - 1]![row]!;
        residual -= part;
        magnitude += Math.abs(part);
      }
      squares += residual * residual;
      largest = Math.max(largest, magnitude);
    }
    return squares <= window * (roundingTolerance * largest) ** 2 ? 0 : squares;
  };

  const addRow = (row: number, centres: readonly number[], into: Float64Array): void => {
    for (let i = 0; i < size; i++) centred[i] = columns[i]![row]! - centres[i]!;
    let entry = size;
    for (let i = 0; i < size; i++) {
      const value = centred[i]!;
      into[i]! += value;
      for (let j = i; j < size; j++) into[entry++]! += value * centred[j]!;
    }
  };

  for (let boundary = 0; boundary - window + 1 < windows; boundary += window) {
    const from = Math.max(0, boundary - window + 1);
    const end = Math.min(boundary, windows - 1);
    const centres = columns.map((column) => approximateMean(column, from, Math.min(y.length, boundary + window)));
    sums.fill(0);
    suffixSums.fill(0, 0, entries);
    for (let row = boundary - 1; row >= from; row--) {
      addRow(row, centres, sums);
      suffixSums.set(sums, (boundary - row) * entries);
    }
    prefixSums.fill(0);
    let next = boundary;
    for (let start = from; start <= end; start++) {
      for (; next < start + window; next++) addRow(next, centres, prefixSums);
      const offset = (boundary - start) * entries;
      for (let entry = 0; entry < entries; entry++) sums[entry] = suffixSums[offset + entry]! + prefixSums[entry]!;
      const solved = solver.eliminate(sums, centres) || solver.eliminate(sums, recentre(start));
      if (solved) {
        solver.describe(start, squaredResiduals);
      } else {
        const stop = start + window;
        const fit = leastSquares(
          y.subarray(start, stop),
          factors.map((column) => column.subarray(start, stop)),
        );
        if (!(fit.scaledConditionNumber <= maximumConditionNumber)) {
          return { ok: false, conditionNumber: fit.scaledConditionNumber };
        }
        solver.coefficients.set(fit.coefficients);
        solver.standardErrors.set(fit.standardErrors);
        solver.summary[0] = fit.rSquared;
      }
      for (let i = 0; i < size; i++) {
        coefficients[i]![start] = solver.coefficients[i]!;
        standardErrors[i]![start] = solver.standardErrors[i]!;
      }
      rSquared[start] = solver.summary[0]!;
    }
  }
  return { ok: true, coefficients, precision: () => ({ standardErrors, rSquared }) };
}

/** Gauss–Jordan elimination of one window's centred products, in one buffer for all windows. */
function windowSolver(size: number, window: number) {
  const factors = size - 1;
  const coefficients = new Float64Array(size);
  const standardErrors = new Float64Array(size);
  const summary = new Float64Array(1);
  const means = new Float64Array(size);
  const tableWidth = size + factors;
  const table = new Float64Array(size * tableWidth);
  const totals = new Float64Array(size);

  /** False where too many digits cancel. */
  function fill(sums: Float64Array, centres: readonly number[]): boolean {
    table.fill(0);
    let entry = size;
    for (let i = 0; i < size; i++) {
      means[i] = sums[i]! / window + centres[i]!;
      for (let j = i; j < size; j++) {
        const raw = sums[entry++]!;
        const value = raw - (sums[i]! * sums[j]!) / window;
        if (i === j) {
          totals[i] = value;
          if (value < cancellationThreshold * raw) return false;
        }
        table[i * tableWidth + j] = value;
        table[j * tableWidth + i] = value;
      }
      if (i < factors) table[i * tableWidth + size + i] = 1;
    }
    return true;
  }

  /** Leaves β in the response's column, (X'X)⁻¹ to its right and the squared residuals in the last row. */
  function eliminate(sums: Float64Array, centres: readonly number[]): boolean {
    if (!fill(sums, centres)) return false;
    for (let pivot = 0; pivot < factors; pivot++) {
      const value = table[pivot * tableWidth + pivot]!;
      if (!(value > cancellationThreshold * totals[pivot]!)) return false;
      for (let j = 0; j < tableWidth; j++) table[pivot * tableWidth + j]! /= value;
      for (let i = 0; i < size; i++) {
        const multiplier = table[i * tableWidth + pivot]!;
        if (i === pivot || multiplier === 0) continue;
        for (let j = 0; j < tableWidth; j++) table[i * tableWidth + j]! -= multiplier * table[pivot * tableWidth + j]!;
      }
    }
    return true;
  }

  function summarize(start: number, squaredResiduals: (start: number) => number): void {
    let alpha = means[factors]!;
    for (let i = 0; i < factors; i++) {
      const beta = table[i * tableWidth + factors]!;
      alpha -= beta * means[i]!;
      coefficients[i + 1] = beta;
    }
    coefficients[0] = alpha;
    const eliminatedSquares = table[factors * tableWidth + factors]!;
    const residualSquares = eliminatedSquares > cancellationThreshold * totals[factors]! ? eliminatedSquares : squaredResiduals(start);
    const scale = residualSquares / (window - size);
    let interceptVariance = 1 / window;
    for (let i = 0; i < factors; i++) {
      standardErrors[i + 1] = Math.sqrt(scale * table[i * tableWidth + size + i]!);
      for (let j = 0; j < factors; j++) interceptVariance += means[i]! * table[i * tableWidth + size + j]! * means[j]!;
    }
    standardErrors[0] = Math.sqrt(scale * interceptVariance);
    summary[0] = residualSquares === 0 ? 1 : 1 - residualSquares / totals[factors]!;
  }

  return { eliminate, describe: summarize, coefficients, standardErrors, summary };
}

/**
 * Residuals bent by a little so that their skew, kurtosis and Durbin–Watson statistic are exactly the stated ones,
 * while they stay uncorrelated with the factor.
 *
 * Three gentle changes (a lean to one side, a pull on the tails, an echo of the day before) are mixed in, in
 * amounts found by Newton's method: three equations, three unknowns. The pull grows like the residual itself far
 * out, so no single day carries the kurtosis.
 */
import type { Column } from "./columns.ts";
import { dot, orthogonalTo } from "./columns.ts";

/** Population moments; kurtosis is 3 for a normal. */
export interface Shape {
  readonly skew: number;
  readonly kurtosis: number;
  readonly durbinWatson: number;
}

type Triple = readonly [number, number, number];

export function shaped(residuals: Column, factor: Column, target: Shape): Column {
  let amounts: Triple = [0, 0, 0];
  for (let round = 0; round < 50; round += 1) {
    const miss = missOf(bent(residuals, factor, amounts), target);
    if (Math.max(...miss.map(Math.abs)) < 1e-12) break;
    const step = solveThree(
      triple((unknown) => {
        const nudged = triple((index) => (index === unknown ? amounts[index] + nudge : amounts[index]));
        const nudgedMiss = missOf(bent(residuals, factor, nudged), target);
        return triple((equation) => (nudgedMiss[equation] - miss[equation]) / nudge);
      }),
      miss,
    );
    amounts = [amounts[0] - step[0], amounts[1] - step[1], amounts[2] - step[2]];
  }
  return bent(residuals, factor, amounts);
}

const nudge = 1e-6;

const triple = <T>(of: (index: 0 | 1 | 2) => T): readonly [T, T, T] => [of(0), of(1), of(2)];

/** Where the pull on the tails stops growing faster than the residual: squared, in variances. */
const farOut = 16;

function bent(residuals: Column, factor: Column, [lean, pull, echo]: Triple): Column {
  const sd = Math.sqrt(dot(residuals, residuals) / residuals.length);
  const changed = residuals.map((value, row) => {
    const size = value / sd;
    const square = size * size;
    const damping = 1 + square / farOut;
    const before = row === 0 ? 0 : residuals[row - 1]!;
    return value + sd * ((lean * square) / damping + (pull * square * size) / damping) + echo * before;
  });
  return orthogonalTo(changed, [factor]);
}

export function shapeOf(residuals: Column): Shape {
  let second = 0;
  let third = 0;
  let fourth = 0;
  let steps = 0;
  for (const [row, value] of residuals.entries()) {
    const square = value * value;
    second += square;
    third += square * value;
    fourth += square * square;
    const step = row === 0 ? 0 : value - residuals[row - 1]!;
    steps += step * step;
  }
  const count = residuals.length;
  const variance = second / count;
  return {
    skew: third / count / (variance * Math.sqrt(variance)),
    kurtosis: fourth / count / (variance * variance),
    durbinWatson: steps / second,
  };
}

function missOf(residuals: Column, target: Shape): Triple {
  const shape = shapeOf(residuals);
  return [
    shape.skew - target.skew,
    shape.kurtosis - target.kurtosis,
    shape.durbinWatson - target.durbinWatson,
  ];
}

/** Cramer's rule; `columns` are the unknowns' columns. */
function solveThree([first, second, third]: readonly [Triple, Triple, Triple], right: Triple): Triple {
  const whole = determinant(first, second, third);
  return [
    determinant(right, second, third) / whole,
    determinant(first, right, third) / whole,
    determinant(first, second, right) / whole,
  ];
}

function determinant(a: Triple, b: Triple, c: Triple): number {
  return (
    a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1]) + c[0] * (a[1] * b[2] - a[2] * b[1])
  );
}

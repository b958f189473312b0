/**
 * Small last changes after which a regression comes out at stated values: the residuals are made exactly
 * uncorrelated with the factor and stretched, and alpha + beta × factor is added again.
 */
import type { Column } from "./columns.ts";
import { mean, orthogonalTo, sampleVariance } from "./columns.ts";

export interface ExactFit {
  /** Decimal a period. */
  readonly alpha: number;
  readonly beta: number;
  /** Sample variance (n − 1) of the residuals. */
  readonly residualVariance: number;
}

export function withExactFit(residuals: Column, factor: Column, fit: ExactFit): Column {
  const clean = orthogonalTo(residuals, [factor]);
  const stretch = Math.sqrt(fit.residualVariance / sampleVariance(clean));
  return clean.map((value, row) => fit.alpha + fit.beta * factor[row]! + stretch * value);
}

export function residualsOf(asset: Column, factor: Column): Column {
  return orthogonalTo(asset, [factor]);
}

/** The residual variance that gives asset and factor this correlation: β²·Var(f)·(1/ρ² − 1). */
export function residualVarianceFor(beta: number, correlation: number, factor: Column): number {
  return beta * beta * sampleVariance(factor) * (1 / (correlation * correlation) - 1);
}

/** Moves and stretches a whole column so that its stated rows have this mean and sample variance. */
export function withMomentsOn(
  column: Column,
  isInside: (row: number) => boolean,
  target: { readonly mean: number; readonly variance: number },
): Column {
  const inside = column.filter((_, row) => isInside(row));
  const centre = mean(inside);
  const stretch = Math.sqrt(target.variance / sampleVariance(inside));
  return column.map((value) => target.mean + stretch * (value - centre));
}


/**
 * A regression on factors of which each is what the ones before it leave: fₖ less its slopes on f₁ … fₖ₋₁ (a regression
 * with a constant) times these, its mean kept, so that it stays a portfolio. Gram and Schmidt's order, that of the factors.
 *
 * α, R² and the last β are those of the plain regression; the first β is that of f₁ alone, and each further one tells what
 * its factor adds to the ones before. Another order gives other βs. Errors as the fit's own, the slopes between factors taken as
 * known: those of all βs but the first are too small for it. Checked against statsmodels.
 */
import { attempt, type Outcome } from "../outcome.ts";
import type { FactorFit } from "./factor-fit.ts";
import { fitFactors, type FitRequest } from "./fit-factors.ts";
import { leastSquares } from "./least-squares.ts";
import type { EngineProblem } from "./problem.ts";
import type { Series } from "./series.ts";

/** "SMB-orth": SMB less what the factors before it explain. */
const orthogonalName = (factor: string): string => `${factor}-orth`;

/** On the rows of a fit; the fit itself where it has one factor. Errors: those of `fitFactors`. */
export const orthogonalFit = (fit: FactorFit, { from: _from, to: _to, ...request }: FitRequest): Outcome<FactorFit, EngineProblem> =>
  attempt(function* () {
    const { asset, factors, rows, sample } = fit;
    if (factors.length === 1) return fit;
    const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: sample.frequency, days: rows.days, values });
    const columns = rows.factors.map((column, place) => {
      const before = rows.factors.slice(0, place);
      if (before.length === 0) return series(factors[0], column);
      const [, ...slopes] = leastSquares(column, before).coefficients;
      return series(orthogonalName(factors[place]!), column.map((value, row) => before.reduce((left, other, k) => left - slopes[k]! * other[row]!, value)));
    });
    return { ...(yield* fitFactors(series(asset, rows.asset), columns, request)), sample };
  });

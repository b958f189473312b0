/**
 * A regression on factors of which each is what the ones before it leave: fₖ less its slopes on f₁ … fₖ₋₁ (a regression
 * with a constant) times these, its mean kept, so that it stays a portfolio. Gram and Schmidt's order, that of the factors.
 *
 * α, R² and the last β are those of the plain regression; the first β is that of f₁ alone, and each further one tells what
 * its factor adds to the ones before. Another order gives other βs. The k-th β is the last one of the regression on f₁ … fₖ
 * (Frisch and Waugh 1933), and has that regression's errors, whichever they are: those of the regression on the
 * orthogonal factors would take the slopes between factors as known: the 95% intervals hold
 * the true β in too few samples (70% in a simulation with strong later factors; bench/calibration/intervals.ts). Units: as those of `fitFactors`. Checked against statsmodels and R.
 */
import { atLeastOne } from "./at-least-one.ts";
import { decidingFit } from "./deciding-fit.ts";
import { attempt, all, type Outcome } from "../outcome.ts";
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { fitFactors, type FitRequest } from "./fit-factors.ts";
import { leastSquares } from "./least-squares.ts";
import type { EngineProblem } from "./problem.ts";
import { classicalFit, robustFit } from "./robust-fit.ts";
import type { Series } from "./series.ts";

/** "SMB-orth": SMB less what the factors before it explain. */
const orthogonalName = (factor: string): string => `${factor}-orth`;

/** The regression on orthogonal factors with the errors that a reply gives it: its own, and those beside them. */
export interface OrthogonalFits {
  readonly fit: FactorFit;
  /** As `robustFit`, `decidingFit` and `classicalFit` make them of any other fit. */
  readonly robust: FactorFit | null;
  readonly deciding: FactorFit;
  readonly classical: FactorFit | null;
}

/** On the rows of a fit of several factors, or of one, which stays as it is. Errors: those of `fitFactors`. */
export const orthogonalFits = (plain: FactorFit, { from: _from, to: _to, ...request }: FitRequest): Outcome<OrthogonalFits, EngineProblem> =>
  attempt(function* () {
    const { asset, factors, rows, sample, inference } = plain;
    const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: sample.frequency, days: rows.days, values });
    const columns = rows.factors.map((column, place) => {
      const before = rows.factors.slice(0, place);
      if (before.length === 0) return series(factors[0], column);
      const [, ...slopes] = leastSquares(column, before).coefficients;
      return series(orthogonalName(factors[place]!), column.map((value, row) => before.reduce((left, other, k) => left - slopes[k]! * other[row]!, value)));
    });
    // Lags that the data chose are those of the whole regression.
    const errors = inference.automaticLags ? { ...request, lags: inference.lags } : request;
    const fitted = yield* fitFactors(series(asset, rows.asset), columns, errors);
    const whole = { ...fitted, sample, inference: inference.automaticLags ? inference : fitted.inference };
    const nested = yield* all(factors.map((_, place) => fitFactors(series(asset, rows.asset), factors.slice(0, place + 1).map((id, k) => series(id, rows.factors[k]!)), errors)));
    const withErrorsOf = (of: (fit: FactorFit) => FactorFit | null): FactorFit | null => {
      const [joint, ...short] = [whole, ...nested].map(of);
      const betas = short.flatMap((fit, place) => (fit ? [lastBeta(fit, whole.factors[place]!)] : []));
      return joint && betas.length === factors.length ? { ...joint, betas: atLeastOne(betas) } : null;
    };
    return { fit: withErrorsOf((fit) => fit) ?? whole, robust: withErrorsOf(robustFit), deciding: withErrorsOf(decidingFit) ?? whole, classical: withErrorsOf(classicalFit) };
  });

const lastBeta = ({ betas }: FactorFit, term: string): Estimate => ({ ...betas.at(-1)!, term });

import { atLeastOne, type AtLeastOne } from "./at-least-one.ts";
import type { FactorFit } from "./factor-fit.ts";
import { measurePortfolio } from "./portfolio.ts";
import type { Portfolio } from "./portfolio.ts";

export interface TrackingPortfolio extends Portfolio {
  /** Dollars of each factor per dollar of the asset: its beta. */
  readonly holdings: AtLeastOne<{ readonly factor: string; readonly dollars: number }>;
}

/**
 * The tracking (mimicking) portfolio: Σ β·f, the part of the asset's return that comes from the factors
 * (chapter 6.7.4). Decimal per period, on the rows of the fit.
 *
 * @example
 * ```ts
 * const fit = exampleFit(); // r = 0.5 + 2·f + e
 * trackingPortfolio(fit).holdings; // → [{ factor: "SPY", dollars: 2 }]
 * ```
 */
export function trackingPortfolio(fit: FactorFit): TrackingPortfolio {
  const returns = new Float64Array(fit.rows.days.length);
  fit.betas.forEach((beta, i) => {
    const column = fit.rows.factors[i]!;
    for (let row = 0; row < returns.length; row++) returns[row]! += beta.value * column[row]!;
  });
  return {
    ...measurePortfolio(fit, returns),
    holdings: atLeastOne(fit.betas.map(({ term, value }) => ({ factor: term, dollars: value }))),
  };
}

import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { positionSize, type VolatilityBudget } from "../../src/engine/position-size.ts";
import type { Frequency } from "../../src/engine/series.ts";
import { exampleFit, madeUpReturns, series, value } from "./made-up.ts";

const fitOf = (frequency: Frequency) => {
  const f = [1.25, -0.75, 1.25, -0.75, 1.25, -0.75, 1.25, -0.75];
  const e = [0.25, 0.25, -0.25, -0.25, 0.25, 0.25, -0.25, -0.25];
  const of = (id: string, values: readonly number[]) => ({ ...series(id, values, values.map((_, row) => row * 365)), frequency });
  return value(fitFactors(of("JPM", f.map((each, row) => 0.5 + 2 * each + e[row]!)), [of("SPY", f)]));
};

/** Var(ε) is 8·0.25²/7 and Var(r) that and 2²·Var(f), 2²·8/7. */
const residualVariance = 0.5 / 7;
const totalVariance = 32.5 / 7;

test("a budget buys itself over the volatility of its horizon, in trading days, weeks, months or years of the data's frequency", () => {
  const periods: Readonly<Record<Frequency, Partial<Record<VolatilityBudget["horizon"], number>>>> = {
    daily: { day: 1, week: 5, month: 21, quarter: 63, year: 252 },
    weekly: { day: 1 / 5, week: 1, month: 52 / 12, quarter: 13, year: 52 },
    monthly: { day: 1 / 21, week: 5 / 21, month: 1, quarter: 3, year: 12 },
    annual: { day: 1 / 252, week: 5 / 252, month: 1 / 12, quarter: 0.25, year: 1 },
  };
  for (const frequency of ["daily", "weekly", "monthly", "annual"] as const) {
    for (const horizon of ["day", "week", "month", "quarter", "year"] as const) {
      const { unhedged, hedged, budget } = value(positionSize(fitOf(frequency), { dollars: 1000, horizon }));
      const root = Math.sqrt(periods[frequency][horizon]!);
      const volatilities = [unhedged.volatility, hedged.volatility];
      expect(budget).toEqual({ dollars: 1000, horizon });
      expect(volatilities[0]! / root).toBeCloseTo(Math.sqrt(totalVariance), 12);
      expect(volatilities[1]! / root).toBeCloseTo(Math.sqrt(residualVariance), 12);
      expect([unhedged.dollars * volatilities[0]!, hedged.dollars * volatilities[1]!].map((risk) => risk.toFixed(9))).toEqual(["1000.000000000", "1000.000000000"]);
      expect(unhedged.volatilityAnnual).toBeCloseTo(Math.sqrt(totalVariance * periods[frequency].year!), 12);
    }
  }
});

test("its profit per year is α and the factors' premium unhedged, α alone once hedged, and α alone beyond the factors", () => {
  const fit = exampleFit();
  const { unhedged, hedged, gainFromHedging, sample, inference, asset } = value(positionSize(fit, { dollars: 1000, horizon: "day" }));
  // α = 0.5 and β·E[f] = 2·0.25 per day.
  expect(unhedged.expectedProfit / (unhedged.dollars * 252)).toBeCloseTo(1, 12);
  expect(hedged.expectedProfit / (hedged.dollars * 252)).toBeCloseTo(0.5, 12);
  for (const position of [unhedged, hedged]) {
    expect(position.riskAdjustedProfit / (position.dollars * 252)).toBeCloseTo(0.5, 12);
    expect(position.riskAdjustedInterval.map((end) => end / position.dollars / 252)).toEqual(fit.alpha.interval.map((end) => expect.closeTo(end, 12) as number));
  }
  expect(gainFromHedging).toBeCloseTo(Math.sqrt(65), 12);
  expect({ asset, sample, inference }).toEqual({ asset: fit.asset, sample: fit.sample, inference: fit.inference });
});

test("it is hedged by each factor's β times its dollars, sold where β is positive and bought where it is negative", () => {
  const columns = [madeUpReturns(1, 90), madeUpReturns(2, 90), madeUpReturns(3, 90)] as const;
  const asset = columns[0].map((f, row) => 0.8 * f - 0.4 * columns[1][row]! + columns[2][row]!);
  const fit = value(fitFactors(series("A", asset), [series("F", columns[0]), series("G", columns[1])]));
  const { hedged, unhedged } = value(positionSize(fit, { dollars: 1e6, horizon: "year" }));
  expect(hedged.hedges).toEqual(fit.betas.map(({ term, value: beta }) => ({ factor: term, dollars: -beta * hedged.dollars })));
  expect(hedged.hedges.map(({ dollars }) => Math.sign(dollars))).toEqual([-1, 1]);
  const premium = fit.betas[0].value * fit.moments.factors[0].mean + fit.betas[1]!.value * fit.moments.factors[1]!.mean;
  expect(unhedged.expectedProfit).toBeCloseTo(unhedged.dollars * (fit.alpha.value + premium) * 252, 3);
});

test("a cent is a budget; nothing, less than nothing and no number are refused with the range", () => {
  expect(positionSize(exampleFit(), { dollars: 0.01, horizon: "year" }).ok).toBe(true);
  expect(positionSize(exampleFit(), { dollars: Number.MAX_VALUE, horizon: "year" }).ok).toBe(true);
  for (const dollars of [0, -0.01, NaN, Infinity]) {
    const { problem } = positionSize(exampleFit(), { dollars, horizon: "year" }) as { problem?: unknown };
    expect(problem).toEqual({ kind: "out-of-range", option: "budget", value: dollars, min: 0, max: Number.MAX_VALUE });
  }
});

test("what the factors explain whole has no risk to size, and the refusal names both", () => {
  const factor = madeUpReturns(4, 40);
  const exact = value(fitFactors(series("COPY", factor.map((f) => 2 * f)), [series("F", factor)]));
  const { problem } = positionSize(exact, { dollars: 1, horizon: "year" }) as { problem?: unknown };
  expect(problem).toEqual({ kind: "exact-fit", asset: "COPY", factors: ["F"] });
});

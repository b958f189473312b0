import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { lineBand } from "../../src/engine/line-band.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

interface Golden {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly at: readonly number[];
  readonly answers: Readonly<Record<"classical" | "hc1" | "hac", { readonly low: readonly number[]; readonly high: readonly number[] }>>;
}
const golden = JSON.parse(readFileSync("test/golden/line-band.json", "utf8")) as Golden;

test.each(["classical", "hc1", "hac"] as const)("the band of a line with %s errors is statsmodels'", (covariance) => {
  const fit = value(fitFactors(series("A", golden.y), [series("F", golden.x)], { covariance, ...(covariance === "hac" ? { lags: 3 } : {}) }));
  const band = lineBand(fit, golden.at);
  golden.at.forEach((_, place) => {
    expect(band.low[place]).toBeCloseTo(golden.answers[covariance].low[place]!, 10);
    expect(band.high[place]).toBeCloseTo(golden.answers[covariance].high[place]!, 10);
  });
});

test("the band is narrowest at the factor's mean, and at 0 it is the interval of α", () => {
  const factor = madeUpReturns(3, 300);
  const fit = value(fitFactors(series("A", factor.map((f, row) => 0.7 * f + madeUpReturns(4, 300)[row]!)), [series("F", factor)]));
  const mean = fit.moments.factors[0].mean;
  const { low, high } = lineBand(fit, [0, mean - 0.001, mean, mean + 0.001]);
  const widths = low.map((end, place) => high[place]! - end);
  expect([low[0], high[0]].map((end) => end!.toPrecision(12))).toEqual(fit.alpha.interval.map((end) => end.toPrecision(12)));
  expect(widths[2]).toBeLessThan(Math.min(widths[1]!, widths[3]!));
});

import { expect, test } from "vitest";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import { trackingScatter } from "../../../src/render/charts/tracking-scatter.ts";
import { madeUpEstimate, madeUpFit } from "../made-up-fit.ts";
import { madeUpTracking } from "../made-up-portfolios.ts";

const words = (fit = madeUpFit()) => trackingScatter({ fit, robust: null }, madeUpTracking()).description;

test("with one factor the tracking portfolio is a line that falls below β = 0, is flat there, and rises above", () => {
  const line = (value: number) => words(madeUpFit({ betas: [madeUpEstimate("SPY", value, 0.01)] }));
  expect(line(-0.001)).toContain(" The tracking portfolio lies on one falling straight line through 0; JPM scatters around it. ");
  expect(line(0)).toContain(" The tracking portfolio lies on one flat straight line through 0; JPM scatters around it. ");
  expect(line(0.001)).toContain(" The tracking portfolio lies on one rising straight line through 0; JPM scatters around it. ");
});

test("an exact fit scatters around nothing", () => {
  const exact = (alpha: number, betas = [madeUpEstimate("SPY", 2, 0)] as FactorFit["betas"]) => words(madeUpFit({ exact: true, betas, alpha: madeUpEstimate("alpha", alpha, 0) }));
  expect(exact(0)).toContain(" lies on one rising straight line through 0; JPM lies on it. ");
  expect(exact(0.001)).toContain(" lies on one rising straight line through 0; JPM lies on a line beside it, α above. ");
  expect(exact(-0.001)).toContain("; JPM lies on a line beside it, α below. ");
  const two: FactorFit["betas"] = [madeUpEstimate("SPY", 2, 0), madeUpEstimate("HML", 1, 0)];
  expect(exact(0, two)).toContain(" With 2 factors the tracking portfolio is JPM's own cloud. ");
  expect(exact(0.001, two)).toContain(" With 2 factors the tracking portfolio is JPM's own cloud, moved by α. ");
});

test("with several factors it is a cloud", () => {
  expect(words(madeUpFit({ betas: [madeUpEstimate("Mkt-RF", -1, 0.01), madeUpEstimate("HML", 1, 0.01)] }))).toBe(
    "Scatter of JPM and its tracking portfolio against Mkt-RF: β = −1.000, R² = 0.497. With 2 factors the tracking portfolio is a narrower cloud inside JPM's own. 95% interval of β −1.020 to −0.980. n = 7,974, daily excess returns, 1993-02-01 to 2024-12-31.",
  );
});

test("the whole alt text", () => {
  expect(words()).toBe(
    "Scatter of JPM and its tracking portfolio against SPY: β = 1.395, R² = 0.497. The tracking portfolio lies on one rising straight line through 0; JPM scatters around it. 95% interval of β 1.364 to 1.426. n = 7,974, daily excess returns, 1993-02-01 to 2024-12-31.",
  );
});

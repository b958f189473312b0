import { expect, test } from "vitest";
import type { MarketLinePoint } from "../../../src/engine/security-market-line.ts";
import { marketLineChart } from "../../../src/render/charts/market-line.ts";
import { classical, madeUpSample } from "../made-up-fit.ts";

const point = (asset: string, alphaAnnual: number): MarketLinePoint => ({
  asset, beta: 0.721, mean: 0, predicted: 0, alpha: 0, meanAnnual: 0.0504, predictedAnnual: 0.0627, alphaAnnual,
});
const words = (...points: readonly MarketLinePoint[]) =>
  marketLineChart({ factor: "SPY", premium: 0.000345, premiumAnnual: 0.08694, points, fitted: null, sample: madeUpSample, inference: classical }, { alphas: points.map(({ alphaAnnual }) => ({ interval: [alphaAnnual - 0.02, alphaAnnual + 0.02] })) }).description;

test("an asset lies below the line when its α is negative, and above it otherwise; the distance has no sign", () => {
  expect(words(point("WMT", -0.0123), point("JPM", 0.0401), point("SPY", 0))).toBe(
    "Mean excess return a year against β for 3 assets: WMT β 0.721, mean 5.04%, 1.23% below the line; JPM β 0.721, mean 5.04%, 4.01% above the line; SPY β 0.721, mean 5.04%, 0% above the line. Upright whiskers: α's 95% interval from the line on; where one crosses the line, α could be 0. The line runs from 0 through SPY at β = 1, 8.69%. Returns: daily excess, 1993-02-01 to 2024-12-31.",
  );
});

import { expect, test } from "vitest";
import { coefficientsChart, coefficientsSpec } from "../../../src/render/charts/coefficients.ts";
import { madeUpEstimate, madeUpFit } from "../made-up-fit.ts";

const fit = madeUpFit({ betas: [madeUpEstimate("Mkt-RF", 1.188, 0.01), madeUpEstimate("HML", -0.5, 0.2)] });
const pair = { fit, robust: null };

test("the whole alt text", () => {
  expect(coefficientsChart(pair, "excess").description).toBe(
    "Dots with 95% intervals: JPM's β on Mkt-RF 1.188 (1.168 to 1.208), HML −0.500 (−0.89 to −0.11). α a year 4.01% (−4.9% to 12.9%). Where an interval crosses the dashed zero line, the coefficient could be 0. Returns: daily excess, 1993-02-01 to 2024-12-31.",
  );
});

test("α has a panel of its own, as its unit is not that of β", () => {
  const { title, panels } = coefficientsSpec(pair);
  expect(title).toBe("JPM on Mkt-RF, HML: 95% intervals");
  expect(panels.map(({ x, y }) => [x.label, x.format, y.categories])).toEqual([["α a year (×252)", "percent", ["α"]], ["β", "number", ["Mkt-RF", "HML"]]]);
});

test("each dot has the interval that is read: the robust one where it stands beside, the small-sample one where that decides", () => {
  const others = (low: number, high: number, p: number) => ({ ...fit, betas: [fit.betas[0], { ...fit.betas[1]!, interval: [low, high] as const, pValue: p }] as const });
  const drawn = (robust: ReturnType<typeof others> | null, deciding: ReturnType<typeof others>) => {
    const layer = coefficientsSpec({ fit, robust, deciding }).panels[1]?.layers.find(({ type }) => type === "intervals");
    const words = /HML .*?\)/u.exec(coefficientsChart({ fit, robust, deciding }, "excess").description)?.[0];
    return layer?.type === "intervals" ? [layer.low[1], layer.high[1], words] : [];
  };
  const [near, wide] = [others(-0.9, -0.1, 0.02), others(-1.2, 0.2, 0.1)];
  expect(drawn(null, near)).toEqual([...fit.betas[1]!.interval, "HML −0.500 (−0.89 to −0.11)"]);
  expect(drawn(wide, wide)).toEqual([-1.2, 0.2, "HML −0.500 (robust −1.20 to 0.20)"]);
  expect(drawn(near, wide)).toEqual([-1.2, 0.2, "HML −0.500 (small-sample −1.20 to 0.20)"]);
});

test("the returns are named as they are", () => {
  expect(coefficientsChart(pair, "excess log").description).toContain(" Returns: daily excess log, 1993-02-01");
});

import { expect, test } from "vitest";
import { hedgedScatter, hedgedSpec } from "../../../src/render/charts/hedged-scatter.ts";
import { madeUpFit } from "../made-up-fit.ts";
import { madeUpHedge, madeUpPartialHedge } from "../made-up-portfolios.ts";

const whole = madeUpHedge();
const partial = madeUpPartialHedge();

test("a whole hedge has zero beta in its title and is a flat cloud in words, whatever rounding left of its β", () => {
  expect(hedgedSpec(madeUpFit(), whole).title).toBe("Hedged portfolio has zero beta");
  expect(hedgedSpec(madeUpFit(), whole).panels[0]?.layers.map(({ label }) => label)).toEqual(["Hedged JPM (β = 0)", "SPY (β = 1)", ""]);
  expect(hedgedScatter(madeUpFit(), whole).description).toBe(
    "Scatter: hedged JPM against SPY has β = 0; it is a flat cloud around 0, while SPY against itself is the line with β = 1. Correlation of the hedged returns with SPY: 0. Hedged volatility 26.13% a year, n = 7,974, daily excess returns, 1993-02-01 to 2024-12-31.",
  );
});

test("a hedge to a share of factor risk, however small, keeps a β", () => {
  expect(hedgedSpec(madeUpFit(), partial).title).toBe("Hedged portfolio keeps β = 0.70");
  expect(hedgedSpec(madeUpFit(), { ...partial, targetShare: 0.001 }).title).toBe("Hedged portfolio keeps β = 0.70");
  expect(hedgedSpec(madeUpFit(), partial).panels[0]?.layers.map(({ label }) => label)).toEqual(["Hedged JPM (β = 0.70)", "SPY (β = 1)", ""]);
  expect(hedgedScatter(madeUpFit(), partial).description).toBe(
    "Scatter: hedged JPM against SPY has β = 0.70; its cloud still rises with SPY, whose own line has β = 1. Correlation of the hedged returns with SPY: 0.447. Hedged volatility 26.13% a year, n = 7,974, daily excess returns, 1993-02-01 to 2024-12-31.",
  );
});

test("with several factors the cloud's slope is that on the drawn one alone, not the exposure that is kept beside the others", () => {
  const fit = madeUpFit();
  const volatility = 0.02;
  const cloud = (slope: number) =>
    madeUpPartialHedge({ volatility, exposures: [{ factor: "SPY", beta: 0.5, correlation: (slope * Math.sqrt(fit.moments.factors[0].variance)) / volatility }, { factor: "HML", beta: 2, correlation: 0.3 }] });
  expect(hedgedSpec(fit, cloud(0.31)).title).toBe("Hedged portfolio keeps β = 0.31");
  expect(hedgedScatter(fit, cloud(0.31)).description).toContain("has β = 0.31; its cloud still rises with SPY");
  expect(hedgedScatter(fit, cloud(-0.31)).description).toContain("has β = −0.31; its cloud still falls with SPY");
});

import { expect, test } from "vitest";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import { scatterSpec, scatterWithFit } from "../../../src/render/charts/scatter-with-fit.ts";
import { madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";

const words = (fit = madeUpFit(), robust: FactorFit | null = null) => scatterWithFit({ fit, robust }, { returns: "excess" }).description;

test("an asset falls or rises with the factor where the interval that decides leaves out 0", () => {
  const fitOf = (value: number, low: number, high: number) => madeUpFit({ betas: [madeUpEstimate("SPY", value, 0.01, { interval: [low, high] })] });
  const direction = (fit: FactorFit, robust: FactorFit | null = null) => words(fit, robust).split(",")[0];
  expect(direction(fitOf(-0.1, -0.2, -0.001))).toBe("Scatter: JPM falls with SPY");
  expect(direction(fitOf(0.1, 0.001, 0.2))).toBe("Scatter: JPM rises with SPY");
  expect(direction(fitOf(0.1, 0, 0.2))).toBe("Scatter: JPM neither surely rises nor falls with SPY");
  expect(direction(fitOf(0.1, 0.001, 0.2), fitOf(0.1, -0.1, 0.3))).toBe("Scatter: JPM neither surely rises nor falls with SPY");
});

test("points more than 4 residual standard deviations from the line are counted, of either sign, and not those at 4", () => {
  const fit = madeUpFit();
  const far = (...residuals: readonly number[]) =>
    words({ ...fit, moments: { ...fit.moments, residualStandardError: 0.5 }, rows: { ...fit.rows, residuals: Float64Array.from(residuals) } });
  expect(far(2, -2, 1, 0)).toContain(" Points more than 4 residual standard deviations from it: 0. ");
  expect(far(2.001, -2.001, 1, 0)).toContain(" Points more than 4 residual standard deviations from it: 2. ");
});

test("the whole alt text", () => {
  expect(words()).toBe(
    "Scatter: JPM rises with SPY, β = 1.395, R² = 0.497, n = 7,974. 95% interval of β 1.364 to 1.426. The fitted line lies over the points with its 95% band, a dashed line has β = 1. Points more than 4 residual standard deviations from it: 0. Largest moves of JPM: 2024-01-04 3.00% (SPY 2.00%), 2024-01-03 −2.00% (SPY −1.00%), 2024-01-02 1.00% (SPY 0.500%). Returns: daily excess, 1993-02-01 to 2024-12-31.",
  );
});

test("the title has the digits of the reply, and the legend says what a square is", () => {
  const spec = (frequency: "daily" | "monthly" | "annual") => scatterSpec({ fit: madeUpFit({ sample: { ...madeUpSample, frequency } }), robust: null }, { returns: "excess" });
  expect(spec("daily").title).toBe("JPM vs SPY (β = 1.395)");
  const legend = (frequency: "daily" | "monthly" | "annual") => spec(frequency).panels[0]?.layers.map(({ label }) => label);
  expect(legend("daily")).toEqual(["one square a day", "β = 1", "", "α + β · SPY, 95% band", ""]);
  expect(legend("monthly")).toEqual(["one square a month", "β = 1", "", "α + β · SPY, 95% band", ""]);
  expect(legend("annual")).toEqual(["one square a year", "β = 1", "", "α + β · SPY, 95% band", ""]);
});

test("β = 1 is drawn and said where the factor is the market, the band where there is noise", () => {
  const drawn = (fit: FactorFit) => [scatterSpec({ fit, robust: null }, { returns: "excess" }).panels[0]?.layers.map(({ type }) => type), /The fitted line.*?\./u.exec(words(fit))?.[0]];
  const onSmb = madeUpFit({ betas: [madeUpEstimate("SMB", 1.395, 0.0156)] });
  expect(drawn(madeUpFit())).toEqual([["points", "line", "band", "line", "names"], "The fitted line lies over the points with its 95% band, a dashed line has β = 1."]);
  expect(drawn(onSmb)).toEqual([["points", "band", "line", "names"], "The fitted line lies over the points with its 95% band."]);
  expect(drawn({ ...onSmb, exact: true })).toEqual([["points", "line", "names"], "The fitted line lies over the points."]);
});

test("the three largest moves are dated, by their month where returns are monthly", () => {
  const names = (frequency: "daily" | "monthly") =>
    scatterSpec({ fit: madeUpFit({ sample: { ...madeUpSample, frequency } }), robust: null }, { returns: "excess" }).panels[0]?.layers.flatMap((layer) => (layer.type === "names" ? layer.names : []));
  expect(names("daily")).toEqual(["2024-01-04", "2024-01-03", "2024-01-02"]);
  expect(names("monthly")).toEqual(["2024-01", "2024-01", "2024-01"]);
});

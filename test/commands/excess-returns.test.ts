import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { regressionInputs } from "../../src/commands/analysis-inputs.ts";
import type { ReturnChoice } from "../../src/commands/excess-returns.ts";
import type { DimsonBeta } from "../../src/engine/dimson-beta.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { allWords, openAsking, replyOf } from "./asking.ts";

/** What pandas and statsmodels make of the sample's files (conventions.py), by the names of its regressions. */
interface Figures {
  readonly rows: number;
  readonly first: string;
  readonly last: string;
  readonly alpha: number;
  readonly betas: readonly number[];
  readonly standardErrors: readonly number[];
  readonly hac: readonly number[];
  readonly rSquared: number;
  readonly volatilityAnnual: number;
}
const golden = JSON.parse(readFileSync(new URL("../golden/conventions.json", import.meta.url), "utf8")) as Readonly<Record<"weekly" | "log" | "weekly log", Readonly<Record<string, Figures>>>>;

const asking = openAsking();
afterAll(() => asking.close());

function expectFigures(named: string, choice: ReturnChoice, expected: Figures): void {
  const [asset = "", factors = ""] = named.split(" on ");
  const { datasets } = asking.world;
  const find = (id: string) => {
    const found = datasets.find(id);
    if (!found.ok) throw new Error(id);
    return found.value;
  };
  const inputs = regressionInputs(find(asset), factors.split(", ").map(find), choice, datasets);
  if (!inputs.ok) throw new Error(JSON.stringify(inputs.problem));
  const fits = [{}, { covariance: "hac", lags: 6 } as const].map((request) => fitFactors(inputs.value.asset, inputs.value.factors, request));
  const [classical, hac] = fits.map((fit) => {
    if (!fit.ok) throw new Error(JSON.stringify(fit.problem));
    return fit.value;
  });
  if (classical === undefined || hac === undefined) throw new Error("two fits were made");
  const { sample, alpha, betas, rSquared, moments } = classical;
  expect([sample.observations, sample.first, sample.last]).toEqual([expected.rows, expected.first, expected.last]);
  const close = (values: readonly number[], wanted: readonly number[]): void => wanted.forEach((value, at) => expect(Math.abs((values[at] ?? NaN) / value - 1)).toBeLessThan(1e-9));
  close([alpha, ...betas].map(({ value }) => value), [expected.alpha, ...expected.betas]);
  close([alpha, ...betas].map(({ standardError }) => standardError), expected.standardErrors);
  close([hac.alpha, ...hac.betas].map(({ standardError }) => standardError), expected.hac);
  close([rSquared, Math.sqrt(moments.asset.variance * 52)], [expected.rSquared, expected.volatilityAnnual]);
}

test.each(Object.keys(golden.weekly))("weekly: %s is what pandas' W-FRI and statsmodels give, to 9 digits", (named) => {
  const expected = golden.weekly[named];
  if (expected === undefined) throw new Error(named);
  expectFigures(named, { frequency: "weekly", measure: "simple" }, expected);
});

test.each(Object.entries({ log: "daily", "weekly log": "weekly" } as const).flatMap(([kind, frequency]) => Object.entries(golden[kind as "log"]).map(([named, expected]) => ({ kind, named, frequency, expected }))))(
  "$kind returns: $named is what numpy and statsmodels give, to 9 digits",
  ({ named, frequency, expected }) => expectFigures(named, { frequency, measure: "log" }, expected),
);

test("log returns are said in the recipe, kept by the steps that can measure them and dropped by a portfolio's", async () => {
  expect(await allWords(asking, "/beta MSFT returns:log")).toContain("excess, log, daily, ln(1 + r) − ln(1 + rf)");
  expect(await allWords(asking, "/regress MSFT ff3 returns:log")).toContain("ln(1 + r) − ln(1 + rf), SMB and HML: ln(1 + r)");
  const { nextSteps } = replyOf(await asking.ask("/beta MSFT log"));
  expect(nextSteps.find(({ command }) => command === "residuals")?.options["returns"]).toBe("log");
  expect(nextSteps.find(({ command }) => command === "hedge")?.options).not.toHaveProperty("returns");
});

test("a week that is cut is left out and said, unless the window leaves it out", async () => {
  expect(await allWords(asking, "/beta JPM frequency:weekly")).toContain("JPM and SPY end before the week to 2025-01-03 is over: it is left out.");
  expect(await allWords(asking, "/beta MSFT frequency:weekly")).toContain("MSFT begins within the week to 1986-03-14: it is left out.");
  expect(await allWords(asking, "/beta JPM frequency:weekly to:2023")).not.toContain("it is left out");
  expect(await allWords(asking, "/beta MSFT frequency:monthly")).toContain("MSFT begins within the month to 1986-03-31: it is left out.");
});

test("weekly numbers have their unit, √52 and their own fewest rows", async () => {
  const words = await allWords(asking, "/beta JPM frequency:weekly");
  expect(words).toContain("per week");
  expect(words).toContain("(×52)");
  expect(words).toContain("excess, simple, weekly to Friday");
  expect(await allWords(asking, "/beta JPM frequency:weekly from:2024-03-01")).toMatch(/Only 4\d weeks.*From 52 on/u);
  expect(await allWords(asking, "/size MSFT 1m frequency:weekly horizon:year")).toContain("√52");
});

test("/frequency's Dimson β is statsmodels' sum of eleven coefficients, to 9 digits", async () => {
  const { dimson } = JSON.parse(readFileSync(new URL("../golden/conventions.json", import.meta.url), "utf8")) as { readonly dimson: Readonly<Record<string, { readonly rows: number; readonly sum: number; readonly neighbours: number }>> };
  for (const [named, expected] of Object.entries(dimson)) {
    const [ticker = "", factor = ""] = named.split(" on ");
    const { result } = replyOf(await asking.ask(`/frequency ${ticker} factor:${factor} show:more`));
    const found = result["dimson"] as DimsonBeta;
    expect(found.observations).toBe(expected.rows);
    expect(Math.abs(found.sum.value / expected.sum - 1)).toBeLessThan(1e-9);
    expect(Math.abs(found.neighbours.value / expected.neighbours - 1)).toBeLessThan(1e-7);
  }
});

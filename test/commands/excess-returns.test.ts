import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { regressionInputs } from "../../src/commands/analysis.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import type { Frequency } from "../../src/engine/series.ts";
import { allWords, openAsking } from "./asking.ts";

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
const golden = JSON.parse(readFileSync(new URL("../golden/conventions.json", import.meta.url), "utf8")) as { readonly weekly: Readonly<Record<string, Figures>> };

const asking = openAsking();
afterAll(() => asking.close());

function expectFigures(named: string, frequency: Frequency, expected: Figures): void {
  const [asset = "", factors = ""] = named.split(" on ");
  const { datasets } = asking.world;
  const find = (id: string) => {
    const found = datasets.find(id);
    if (!found.ok) throw new Error(id);
    return found.value;
  };
  const inputs = regressionInputs(find(asset), factors.split(", ").map(find), frequency, datasets);
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
  expectFigures(named, "weekly", expected);
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

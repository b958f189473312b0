import { expect, test } from "vitest";
import { fitAssets } from "../../src/engine/fit-assets.ts";
import { securityMarketLine } from "../../src/engine/security-market-line.ts";
import { twoPass } from "../../src/engine/two-pass.ts";
import { f, factor, golden, same } from "./further-inference.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const assets = Array.from({ length: 12 }, (_, i) => {
  const noise = madeUpReturns(21 + i, 600);
  return series(`A${String(i)}`, f.map((each, row) => 0.0001 + (0.5 + 0.1 * i) * each + noise[row]!));
});
const fits = value(fitAssets(assets, [factor])).fits;

test("the means of the rows' lines, their errors by Fama and MacBeth and by Shanken, are R's", () => {
  const { intercept, slope, shanken } = twoPass(fits)!;
  same([intercept.value, slope.value, intercept.standardError, slope.standardError, shanken.intercept.standardError, shanken.slope.standardError], golden["twoPass"]);
});

test("the means are the line through the assets' mean returns", () => {
  const { fitted } = value(securityMarketLine(assets, factor));
  same([twoPass(fits)!.intercept.value, twoPass(fits)!.slope.value], [fitted!.intercept, fitted!.slope]);
});

test("Shanken's errors are the larger, and fewer than ten assets or one β have none", () => {
  const { intercept, slope, shanken } = twoPass(fits)!;
  expect(shanken.intercept.standardError).toBeGreaterThan(intercept.standardError);
  expect(shanken.slope.standardError).toBeGreaterThan(slope.standardError);
  expect(twoPass(fits.slice(0, 9))).toBeNull();
  expect(twoPass(fits.map(() => fits[0]!))).toBeNull();
});

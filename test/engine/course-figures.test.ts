import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDataFile } from "../../src/datasets/data-file.ts";
import { excessReturn } from "../../src/engine/excess-return.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { correlation } from "../../src/engine/moments.ts";
import type { Series } from "../../src/engine/series.ts";
import { value } from "./made-up.ts";
import { realData } from "./nist.ts";

const file = (path: string): Buffer => readFileSync(join(realData!, path));

function seriesOf(path: string, id: string): Series {
  const read = value(readDataFile(path.split("/").at(-1)!, file(path)));
  return read.series.find((each) => each.id === id)!;
}

const expected = (part: "data1" | "data2"): Readonly<Record<string, unknown>> =>
  (JSON.parse(file("course/expected_notebook_figures.json").toString()) as Record<string, { reproduced: Record<string, unknown> }>)[part]!
    .reproduced;

/** To the digits the file prints: half a unit of its last one. */
function expectAsPrinted(mine: Readonly<Record<string, number>>, printed: Readonly<Record<string, unknown>>): void {
  for (const [name, figure] of Object.entries(mine)) {
    const decimals = String(printed[name]).split(".")[1]?.length ?? 0;
    expect(figure, name).toBeCloseTo(printed[name] as number, decimals);
  }
}

/** The file has pandas' kurtosis, corrected for the sample's size (G₂ + 3); statsmodels and the engine print the population's. */
const sampleKurtosis = (population: number, n: number): number =>
  ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (population - 3) + 6) + 3;

const onSpy = (id: string): FactorFit => {
  const path = "course/FactorModels_data1.csv";
  return value(fitFactors(seriesOf(path, id), [seriesOf(path, "SPY")]));
};

test.skipIf(realData === null)("JPM and WMT on SPY are the course's figures (needs FACTOR_TA_REAL_DATA)", () => {
  const jpm = onSpy("JPM");
  const wmt = onSpy("WMT");
  for (const { sample } of [jpm, wmt]) {
    expect(sample).toMatchObject({ observations: 7974, first: "1993-02-01", last: "2024-12-31" });
  }
  expectAsPrinted(
    {
      JPM_alpha: jpm.alpha.value,
      JPM_beta: jpm.betas[0].value,
      WMT_alpha: wmt.alpha.value,
      WMT_beta: wmt.betas[0].value,
      corr_SPY_JPM: correlation(jpm.rows.asset, jpm.rows.factors[0]),
      corr_SPY_WMT: correlation(wmt.rows.asset, wmt.rows.factors[0]),
    },
    expected("data1"),
  );
});

test.skipIf(realData === null)("MSFT on the market is the course's figures (needs FACTOR_TA_REAL_DATA)", () => {
  const french = "french/F-F_Research_Data_Factors_daily.CSV";
  const msft = value(excessReturn(seriesOf("course/FactorModels_data2.csv", "MSFT"), seriesOf(french, "RF")));
  const fit = value(fitFactors(msft, [seriesOf(french, "Mkt-RF")]));
  expectAsPrinted(
    {
      n: fit.sample.observations,
      alpha: fit.alpha.value,
      beta: fit.betas[0].value,
      var_r: fit.moments.asset.variance,
      var_f: fit.moments.factors[0].variance,
      var_e: fit.moments.residualVariance,
      mu_f: fit.moments.factors[0].mean,
      R2: fit.rSquared,
      t_beta: fit.betas[0].tStat,
      t_alpha: fit.alpha.tStat,
      DW: fit.diagnostics.durbinWatson,
      skew: fit.diagnostics.skew,
      kurtosis: sampleKurtosis(fit.diagnostics.kurtosis, fit.sample.observations),
    },
    expected("data2"),
  );
});

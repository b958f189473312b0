import { expect, test } from "vitest";
import { estimatorWords, fitRecipe, recipeLine, provenanceWords, type SeriesProvenance } from "../../src/render/recipe.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "./made-up-fit.ts";
import { madeUpSource } from "./reply-text.ts";

test.each([
  [{ covariance: "classical", lags: 0 }, "OLS"],
  [{ covariance: "hc1", lags: 0 }, "OLS, HC1 errors"],
  [{ covariance: "hac", lags: 9 }, "OLS, HAC errors (Bartlett, 9 lags)"],
] as const)("the estimator of %j is %s", (inference, words) => {
  expect(estimatorWords({ ...classical, ...inference })).toBe(words);
});

test("a source is a simulated sample or a file, and each file is named once", () => {
  const imported = { ...madeUpSource, origin: "imported", file: "mine.csv", sha256: "abcdefgh" } as const;
  expect(provenanceWords([madeUpSource])).toBe("simulated sample, FactorModels_data1.csv (sha 1a2b3c4)");
  expect(provenanceWords([imported])).toBe("mine.csv (sha abcdefg)");
  expect(provenanceWords([madeUpSource, madeUpSource, imported])).toBe("simulated sample, FactorModels_data1.csv (sha 1a2b3c4), mine.csv (sha abcdefg)");
});

test("the line has the frequency, the window and the rows of the sample", () => {
  const sample = { ...madeUpSample, frequency: "monthly", observations: 1383 } as const;
  expect(recipeLine({ formula: "JPM ~ SPY", sample, estimator: "OLS", sources: [madeUpSource] })).toBe(
    "JPM ~ SPY · excess, simple, monthly · 1993-02-01 to 2024-12-31 · n = 1,383 · OLS · data: simulated sample (sha 1a2b3c4)",
  );
});

test("the line has each file of the sample by its hash, once, and an imported one by its name", () => {
  const imported = { ...madeUpSource, origin: "imported", file: "mine.csv", sha256: "abcdefgh" } as const;
  const other = { ...madeUpSource, file: "other.csv", sha256: "9876543210" };
  const data = (...sources: readonly SeriesProvenance[]) => recipeLine({ formula: "", sample: madeUpSample, estimator: "OLS", sources }).split(" · ").at(-1);
  expect(data(madeUpSource, other, madeUpSource)).toBe("data: simulated sample (sha 1a2b3c4, 9876543)");
  expect(data(imported)).toBe("data: mine.csv (sha abcdefg)");
  expect(data(imported, madeUpSource)).toBe("data: simulated sample (sha 1a2b3c4), mine.csv (sha abcdefg)");
});

test("a regression's line has all its factors", () => {
  const fit = madeUpFit({ betas: [madeUpEstimate("Mkt-RF", 1, 0.1), madeUpEstimate("SMB", 1, 0.1)], inference: { ...classical, covariance: "hc1" } });
  expect(fitRecipe(fit, [madeUpSource])).toBe(
    "JPM ~ Mkt-RF + SMB · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS, HC1 errors · data: simulated sample (sha 1a2b3c4)",
  );
});

test("compounded returns have their method in the line, and a factor that is compounded in another way its own", () => {
  const line = (...sources: readonly Partial<SeriesProvenance>[]) =>
    recipeLine({ formula: "", sample: madeUpSample, estimator: "OLS", sources: sources.map((source) => ({ ...madeUpSource, ...source })) }).split(" · ")[1];
  const spy = { id: "SPY", kind: "excess", method: "over-rate" } as const;
  const smb = { id: "SMB", kind: "excess", method: "alone" } as const;
  expect(line(madeUpSource)).toBe("excess, simple, daily");
  expect(line(spy, { id: "RF", kind: "rate", method: "alone" })).toBe("excess, simple, daily, compounded Π(1 + r) − Π(1 + rf)");
  expect(line({ id: "MSFT", kind: "total", method: "alone" })).toBe("excess, simple, daily, compounded Π(1 + r) − Π(1 + rf)");
  expect(line(spy, smb, { ...smb, id: "HML" })).toBe("excess, simple, daily, compounded Π(1 + r) − Π(1 + rf), SMB and HML: Π(1 + r) − 1");
  expect(line(smb)).toBe("excess, simple, daily, compounded Π(1 + r) − 1");
});

import { factorKind } from "../datasets/catalogue.ts";
import type { Datasets, DataSeries } from "../datasets/datasets.ts";
import { alphaWald } from "../engine/alpha-wald.ts";
import { decidingFit } from "../engine/deciding-fit.ts";
import { holm } from "../engine/holm.ts";
import { robustFit } from "../engine/robust-fit.ts";
import { robustJointAlpha } from "../engine/robust-joint-alpha.ts";
import { grsTest } from "../engine/grs-test.ts";
import { securityMarketLine } from "../engine/security-market-line.ts";
import { twoPass } from "../engine/two-pass.ts";
import { attempt } from "../outcome.ts";
import { alphasReply } from "../render/replies/alphas.ts";
import { fitSeveralAssets } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis-options.ts";
import { defineAnalysis } from "./define-analysis.ts";
import type { ChosenModel } from "./options/model.ts";
import { oneFactor } from "./options/one-factor.ts";
import { optional } from "./options/option.ts";
import { testAssets } from "./options/test-assets.ts";

/** As many as a reply and its picture hold. */
const maxAssets = 12;

export const alphas = defineAnalysis({
  name: "alphas",
  part: "Expected returns",
  description: "Is every α zero? The GRS test, and mean returns against the security market line",
  asking: {
    about: "assets",
    headline: "alpha-annual",
    answers: { one: ["joint-alpha"], factor: ["joint-alpha"], several: ["joint-alpha", "alpha", "alpha-annual", "t-alpha", "p-alpha", "se-alpha", "ci-alpha"] },
    sideBySide: true,
    ignoresFactors: true,
    next: [],
  },
  options: {
    tickers: optional(testAssets("The assets, like JPM WMT, or ff25: French's portfolios if loaded; left out: the course's own", { min: 1, max: maxAssets })),
    factor: optional(oneFactor("The factor they are regressed on; left out: Mkt-RF")),
    ...analysisOptions,
  },
  furtherOptions: ({ tickers }) => (tickers?.set ? { tickers: tickers.set } : {}),
  fit: ({ tickers, ...options }, datasets) => fitTestAssets({ ...options, tickers: tickers?.assets ?? null }, datasets),
  compute: ({ fits, inputs: { assets, factors }, request }) =>
    attempt(function* () {
      const joint = yield* grsTest(assets, factors, request);
      const deciding = fits.map(decidingFit);
      return { fits, robust: fits.map(robustFit), deciding, corrected: holm(deciding.map(({ alpha }) => alpha.pValue)), joint, robustJoint: robustJointAlpha(fits, joint), wald: "notApplicable" in joint.result ? null : alphaWald(fits), line: yield* securityMarketLine(assets, factors[0], request), twoPass: twoPass(fits) };
    }),
  reply: alphasReply,
  figures: ({ fits, deciding, joint, robustJoint }) => ({ of: "alphas", fits, deciding, joint, robustJoint }),
});

const fitTestAssets = fitSeveralAssets({ factor: (_assets, datasets) => datasets.find("Mkt-RF"), assets: usualAssets, others: (datasets, model) => testable(datasets, model).length });

/**
 * The assets of the course's own files, but for the factor itself; without such files, the first that are loaded.
 * All that are loaded would share fewer days with every young stock among them.
 */
function usualAssets(datasets: Datasets, model: ChosenModel): readonly DataSeries[] {
  const assets = testable(datasets, model);
  const ofCourse = assets.filter(({ provenance: source }) => source.layout === "course");
  return (ofCourse.length > 0 ? ofCourse : assets).slice(0, maxAssets);
}

/** Every asset that is loaded beside the factor and of its origin, once. */
function testable({ series: loaded }: Datasets, model: ChosenModel): readonly DataSeries[] {
  const factorIds = new Set(model.factors.map(({ id }) => id));
  const origins = new Set(model.factors.map(({ provenance: source }) => source.origin));
  const assets = loaded.filter(
    ({ id, kind, provenance: source }) => kind !== "rate" && !factorIds.has(id) && factorKind(id) === null && origins.has(source.origin),
  );
  return [...new Map(assets.map((asset) => [asset.id, asset])).values()];
}

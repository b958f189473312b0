import type { Datasets } from "../datasets/datasets.ts";
import { betaAgreement, type BetaAgreement } from "../engine/beta-agreement.ts";
import { decidingFit } from "../engine/deciding-fit.ts";
import { dimsonBeta } from "../engine/dimson-beta.ts";
import { frequencyFigures } from "../engine/frequency-figures.ts";
import { robustFit, rowsNeeded } from "../engine/robust-fit.ts";
import type { Frequency } from "../engine/series.ts";
import { attempt, success, type Outcome } from "../outcome.ts";
import { frequencyReply } from "../render/replies/frequency.ts";
import { fitOneAsset, modelOf, type AnalysisFit, type OneAssetFit, type OneAssetOptions } from "./analysis-fit.ts";
import { analysisOptions, returnsOption } from "./analysis-options.ts";
import { marketFactorOf, type InputProblem } from "./analysis-inputs.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { oneFactor } from "./options/one-factor.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

const { from, to, errors, lags, private: isPrivate, show } = analysisOptions;

/** The frequencies that it sets side by side. */
const compared = ["daily", "weekly", "monthly", "annual"] as const;

export const frequency = defineAnalysis({
  name: "frequency",
  part: "Frequency and time",
  description: "The same regression daily, weekly, monthly and yearly: what scales with time and what does not",
  asking: {
    about: "assets",
    headline: "frequencies",
    answers: { one: ["frequencies"] },
    furtherOptions: ({ text }): Readonly<Record<string, string>> => (/\bdimson\b/u.test(text) ? { show: "more" } : {}),
    next: ["beta", "rolling"],
  },
  instead: { frequency: { does: "compares daily, weekly, monthly and yearly returns", values: compared } },
  options: {
    ticker: series("The asset, like JPM"),
    factor: optional(oneFactor("The factor it is regressed on; left out: the market")),
    from,
    to,
    errors,
    lags,
    private: isPrivate,
    show,
    returns: returnsOption,
  },
  fit: fitEachFrequency,
  compute: ({ fits, missing }, { show }) => {
    // Two regressions of eleven factors, for two lines behind More.
    const dimson = fits[0] === undefined || show === "answer" ? null : dimsonBeta(fits[0].fit);
    const deciding = fits.map(({ fit }) => decidingFit(fit));
    return success({ figures: frequencyFigures(fits.map(({ fit }) => fit)), robust: fits.map(({ fit }) => robustFit(fit)), deciding, agreement: betaAgreement(deciding), dimson, rowsNeeded: fits.map(({ fit }) => rowsNeeded(fit.sample)), missing, sources: fits.map(({ inputs }) => inputs.sources) });
  },
  reply: frequencyReply,
  figures: ({ figures }) => ({ of: "frequency", figures }),
});

interface FrequencyFits extends AnalysisFit {
  readonly fits: readonly OneAssetFit[];
  /** The frequencies without a fit, and why. */
  readonly missing: readonly { readonly period: Frequency; readonly problem: InputProblem }[];
}

/** The same pair at every frequency that its rows allow; the highest of them gives the sample. */
function fitEachFrequency(options: OneAssetOptions, datasets: Datasets): Outcome<FrequencyFits, InputProblem> {
  return attempt(function* () {
    const model = yield* modelOf(options, () => marketFactorOf(options.ticker, datasets));
    const fitAt = (period: Frequency) => ({ period, outcome: fitOneAsset({ ...options, factor: model, frequency: period }, datasets) });
    const [daily, ...others] = compared;
    const outcomes = [fitAt(daily), ...others.map(fitAt)] as const;
    const fits = outcomes.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
    const missing = outcomes.flatMap(({ period, outcome }) => (outcome.ok ? [] : [{ period, problem: outcome.problem }]));
    const first = fits[0] ?? (yield* outcomes[0].outcome);
    const sources = fits.flatMap(({ inputs }) => inputs.sources);
    const compounded = fits.flatMap(({ inputs }) => inputs.compounded);
    const windowCuts = fits.flatMap(({ inputs }) => inputs.windowCuts ?? []);
    const names = { ticker: options.ticker.id, factor: model.name };
    return { fits, missing, names, remarks: fits.flatMap(({ remarks = [] }) => remarks).slice(0, 1), settings: { ...first.settings, frequency: "daily" as const }, sample: first.sample, inputs: { ...first.inputs, sources, compounded, windowCuts }, series: first.series };
  });
}

/** Whether one β fits a pair at every frequency of a window, as the command says with its usual options. Days are ISO dates. */
export function agreementOfFrequencies(pair: { readonly asset: string; readonly factor: string; readonly from: string; readonly to: string }, datasets: Datasets): Outcome<BetaAgreement, InputProblem> {
  return attempt(function* () {
    const ticker = yield* datasets.find(pair.asset);
    const factor = yield* datasets.find(pair.factor);
    const { fits } = yield* fitEachFrequency({ ticker, factor, from: pair.from, to: pair.to, frequency: "daily", errors: null, lags: null, private: false, show: "answer", without: [], returns: "simple" }, datasets);
    return betaAgreement(fits.map(({ fit }) => decidingFit(fit)));
  });
}

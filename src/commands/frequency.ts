import type { Problem } from "../render/problem.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import { frequencyFigures } from "../engine/frequency-figures.ts";
import type { Frequency } from "../engine/series.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { frequencyReply } from "../render/replies/frequency.ts";
import { analysisOptions, contextOf, marketFactorOf, regressionInputs, fitRequestOf, type RegressionInputs } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

const { from, to, errors, lags, private: isPrivate, show } = analysisOptions;

export const frequency = defineCommand({
  name: "frequency",
  part: "Frequency and time",
  description: "The same regression daily, monthly and yearly: what scales with time and what does not",
  options: {
    ticker: series("The asset, like JPM"),
    factor: optional(series("The factor it is regressed on; left out: the market")),
    from,
    to,
    errors,
    lags,
    private: isPrivate,
    show,
  },
  run({ options, datasets }) {
    const factor = options.factor ? success(options.factor) : marketFactorOf(options.ticker, datasets);
    if (!factor.ok) return factor;
    const attempts = (["daily", "monthly", "annual"] as const).map((period) => ({
      period,
      made: fitAt(options.ticker, factor.value, { ...options, frequency: period }, datasets),
    }));
    const fits = attempts.flatMap(({ made }) => (made.ok ? [made.value] : []));
    const [first] = fits;
    const missing = attempts.flatMap(({ period, made }): { period: Frequency; problem: Problem }[] =>
      made.ok ? [] : [{ period, problem: made.problem }],
    );
    if (!first) return failure(missing[0]!.problem);
    const sources = fits.flatMap(({ inputs }) => inputs.sources);
    const context = contextOf({
      command: "frequency",
      own: { ticker: options.ticker.id, factor: factor.value.id },
      options: { ...options, frequency: "daily" },
      sample: first.fit.sample,
      inputs: { ...first.inputs, sources },
    });
    const figures = frequencyFigures(fits.map(({ fit }) => fit));
    return success(frequencyReply({ figures, missing, sources: fits.map(({ inputs }) => inputs.sources) }, context));
  },
});

interface FitWithInputs {
  readonly fit: FactorFit;
  readonly inputs: RegressionInputs;
}

function fitAt(
  asset: DataSeries,
  factor: DataSeries,
  options: Parameters<typeof fitRequestOf>[0],
  datasets: Datasets,
): Outcome<FitWithInputs, Problem> {
  const inputs = regressionInputs(asset, [factor], options.frequency, datasets);
  if (!inputs.ok) return inputs;
  const fit = fitFactors(inputs.value.asset, inputs.value.factors, fitRequestOf(options));
  return fit.ok ? success({ fit: fit.value, inputs: inputs.value }) : fit;
}

import type { Problem } from "../render/problem.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import { frequencyFigures } from "../engine/frequency-figures.ts";
import type { Frequency } from "../engine/series.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { frequencyReply } from "../render/replies/frequency.ts";
import { analysisOptions, contextOf, marketFactorOf, materialsFor, requestOf, type Materials } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

const { from, to, errors, lags, private: hidden, show } = analysisOptions;

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
    private: hidden,
    show,
  },
  run({ options, datasets }) {
    const factor = options.factor ? success(options.factor) : marketFactorOf(options.ticker, datasets);
    if (!factor.ok) return factor;
    const every = (["daily", "monthly", "annual"] as const).map((period) => ({
      period,
      made: fitAt(options.ticker, factor.value, { ...options, frequency: period }, datasets),
    }));
    const done = every.flatMap(({ made }) => (made.ok ? [made.value] : []));
    const [first] = done;
    const missing = every.flatMap(({ period, made }): { period: Frequency; problem: Problem }[] =>
      made.ok ? [] : [{ period, problem: made.problem }],
    );
    if (!first) return failure(missing[0]!.problem);
    const sources = done.flatMap(({ materials }) => materials.sources);
    const context = contextOf({
      command: "frequency",
      own: { ticker: options.ticker.id, factor: factor.value.id },
      options: { ...options, frequency: "daily" },
      sample: first.fit.sample,
      materials: { ...first.materials, sources },
    });
    const figures = frequencyFigures(done.map(({ fit }) => fit));
    return success(frequencyReply({ figures, missing, sources: done.map(({ materials }) => materials.sources) }, context));
  },
});

interface FitWithPapers {
  readonly fit: FactorFit;
  readonly materials: Materials;
}

function fitAt(
  asset: DataSeries,
  factor: DataSeries,
  options: Parameters<typeof requestOf>[0],
  datasets: Datasets,
): Outcome<FitWithPapers, Problem> {
  const materials = materialsFor(asset, [factor], options.frequency, datasets);
  if (!materials.ok) return materials;
  const fit = fitFactors(materials.value.asset, materials.value.factors, requestOf(options));
  return fit.ok ? success({ fit: fit.value, materials: materials.value }) : fit;
}

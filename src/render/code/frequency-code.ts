import type { DimsonBeta } from "../../engine/dimson-beta.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { FrequencyResult } from "../results.ts";
import { regressionCode, robustCode } from "./fit-code.ts";
import { pairOf } from "../robust.ts";
import { dataCode, readCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines that compound the days to weeks, months and years and fit each. */
export function frequencyCode(
  result: Pick<FrequencyResult, "dimson" | "figures" | "robust" | "deciding" | "sources">,
  context: AnalysisContext,
): readonly string[] {
  const { dimson, figures, sources } = result;
  return [
    ...readCode(context.sources),
    ...figures.flatMap(({ fit, frequency }, place) => [
      "",
      ...dataCode(sources[place] ?? [], fit.sample, context.sources),
      ...regressionCode(fit),
      `print(f"${frequency} alpha: {model.params['const']:.10g}")`,
      `print(f"${frequency} beta: {model.params['${fit.factors[0]}']:.10g}")`,
      `print(f"${frequency} R-squared: {model.rsquared:.10g}")`,
      `print(f"${frequency} standard deviation: {data['${fit.asset}'].std():.10g}")`,
      `print(f"${frequency} rows: {len(data)}")`,
      ...robustCode(pairOf(fit, place, result)),
      ...(place === 0 && dimson ? dimsonCode(fit, dimson) : []),
    ]),
  ];
}

/** Dimson's β (1979): the sum of the coefficients on the factor of the days around. */
const dimsonCode = ({ asset, factors }: FactorFit, { reach }: DimsonBeta): readonly string[] => [
  "",
  "# Dimson's beta: on the factor's days before and after too",
  `around = pd.concat({k: data[${text(factors[0])}].shift(-k) for k in range(-${String(reach)}, ${String(reach)} + 1)}, axis=1).dropna()`,
  `dimson = sm.OLS(data[${text(asset)}].loc[around.index], sm.add_constant(around)).fit()`,
  `print(f"Dimson beta: {dimson.params[around.columns].sum():.10g}")`,
  `print(f"of the days around: {dimson.params[around.columns].sum() - dimson.params[0]:.10g}")`,
  `print(f"rows of it: {len(around)}")`,
];

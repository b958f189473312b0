import type { AnalysisContext } from "../analysis-reply.ts";
import type { FrequencyResult } from "../results.ts";
import { regressionCode, robustCode } from "./fit-code.ts";
import { pairOf } from "../robust.ts";
import { dataCode, readCode } from "./load-code.ts";

/** Python lines that compound the days to months and years and fit each. */
export function frequencyCode(
  result: Pick<FrequencyResult, "figures" | "robust" | "deciding" | "sources">,
  context: AnalysisContext,
): readonly string[] {
  const { figures, sources } = result;
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
    ]),
  ];
}

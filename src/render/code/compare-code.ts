import type { CompareResult } from "../results.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { automaticLagsCode } from "./automatic-lags-code.ts";
import { regressionCode, smallSampleCode } from "./fit-code.ts";
import { loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines that fit every asset on the shared rows, and the difference of the first and the last. */
export function compareCode({ comparison: { fits, gap, sample }, robust, deciding }: CompareResult, { sources }: AnalysisContext): readonly string[] {
  const factor = fits[0]?.factors[0] ?? "";
  return [
    ...loadCode(sources, sample),
    ...fits.flatMap((fit) => [
      "",
      ...regressionCode(fit),
      `print(f"${fit.asset} alpha: {model.params['const']:.10g}")`,
      `print(f"${fit.asset} beta: {model.params['${factor}']:.10g}")`,
      `print(f"${fit.asset} R-squared: {model.rsquared:.10g}")`,
      `print(f"${fit.asset} correlation: {data['${factor}'].corr(data['${fit.asset}']):.10g}")`,
    ]),
    ...(gap && fits[0]
      ? [
          "",
          `data["gap"] = data[${text(gap.high)}] - data[${text(gap.low)}]`,
          ...regressionCode({ ...fits[0], asset: "gap" }),
          `print(f"gap beta: {model.params['${factor}']:.10g}")`,
          `print(f"gap std err: {model.bse['${factor}']:.10g}")`,
          ...(robust?.fits[0]
            ? [...regressionCode({ ...robust.fits[0], asset: "gap" }, "robust"), `print(f"robust gap std err: {robust.bse['${factor}']:.10g}")`]
            : []),
          ...(deciding?.[0]
            ? [...smallSampleCode({ ...fits[0], asset: "gap" }, deciding[0].inference), 'print(f"small-sample gap std err: {small[1]:.10g}")']
            : []),
        ]
      : []),
    ...automaticLagsCode(fits),
  ];
}

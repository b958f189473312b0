import type { FactorFit, Sample } from "../../engine/factor-fit.ts";
import { periodsPerYear } from "../../engine/series.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { regressionCode } from "./fit-code.ts";
import { loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines up to the regression, with the names that the lines after it use: asset, factors, beta, alpha. */
export function portfolioCode(fit: FactorFit, { sources }: Pick<AnalysisContext, "sources">): readonly string[] {
  return [
    ...loadCode(sources, fit.sample),
    "",
    ...regressionCode(fit),
    `asset = data[${text(fit.asset)}]`,
    `factors = data[[${fit.factors.map(text).join(", ")}]]`,
    "alpha = model.params[\"const\"]",
    "beta = model.params[factors.columns]",
    "",
  ];
}

/** A line that prints one number so that ten digits of it can be compared. */
export const printed = (label: string, expression: string): string => `print(f"${label}: {${expression}:.10g}")`;

/** Periods per year, in Python. */
export const periodsCode = ({ frequency }: Sample): string => String(periodsPerYear[frequency]);

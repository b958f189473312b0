import type { BetaChange } from "../../engine/beta-change.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { smallSampleCode } from "./fit-code.ts";
import { text } from "./python-text.ts";

/** beta-change.ts in Python, after the lines that load `data`: the span's own α and β in one regression. */
export const betaChangeCode = ({ asset, factors }: FactorFit, { span, inference }: BetaChange): readonly string[] => [
  "",
  `# has beta changed? the same regression with an alpha and a beta of their own from ${span.first} on`,
  `inside = (data.index >= "${span.first}") & (data.index <= "${span.last}")`,
  'data["shift"] = inside.astype(float)',
  `data["slope"] = data[${text(factors[0])}].where(inside, 0.0)`,
  ...smallSampleCode({ asset, factors: [factors[0], "shift", "slope"] }, inference.lags),
  `print(f"change of alpha: {plain.params['shift']:.10g}, std err {small[2]:.10g}")`,
  `print(f"change of beta: {plain.params['slope']:.10g}, std err {small[3]:.10g}")`,
];

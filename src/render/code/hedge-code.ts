import type { FactorFit } from "../../engine/factor-fit.ts";
import type { HedgeInference } from "../../engine/hedge-inference.ts";
import type { HedgeResult } from "../results.ts";
import { influenceCode, longRunCode } from "./inference-code.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { periodsCode, portfolioCode, printed } from "./portfolio-code.ts";
import { quotedInside } from "./track-code.ts";

/** Python lines that hedge the asset, wholly or to a target share of factor variance (chapter 6.7.5). */
export function hedgeCode({ fit, hedged: { targetShare }, inference }: Pick<HedgeResult, "fit" | "hedged" | "inference">, context: AnalysisContext): readonly string[] {
  const periods = periodsCode(fit.sample);
  return [
    ...portfolioCode(fit, context),
    ...hedgeLines(fit, targetShare),
    "hedged = asset + factors @ hedge",
    ...fit.factors.map((factor) => printed(`hedge ${factor}`, `hedge[${quotedInside(factor)}]`)),
    printed("hedged mean a year", `hedged.mean() * ${periods}`),
    printed("hedged volatility a year", `hedged.std() * np.sqrt(${periods})`),
    printed("factor share", "1 - model.resid.var() / hedged.var()"),
    ...(inference ? intervalCode(fit, inference) : []),
  ];
}

/** With other dollars than β sold. */
export function ownHedgeCode({ fit, own }: Pick<HedgeResult, "fit" | "own">): readonly string[] {
  if (!own) return [];
  const periods = periodsCode(fit.sample);
  const name = quotedInside(fit.factors[0]);
  return [
    `own = asset - ${String(own.ratio)} * factors[${name}]`,
    printed("beta left", `beta[${name}] - ${String(own.ratio)}`),
    printed("mean a year with that hedge", `own.mean() * ${periods}`),
    printed("volatility a year with that hedge", `own.std() * np.sqrt(${periods})`),
  ];
}

/** The delta method: what each row adds to the exposure that is kept and to the hedged mean; stretches for the dollars of a hedge in part. */
function intervalCode(fit: FactorFit, { mean, hedges, targetShare }: HedgeInference): readonly string[] {
  const lags = String(mean.inference.lags);
  return [
    ...longRunCode(mean.inference, fit.sample),
    ...influenceCode,
    "means, around = factors.mean().to_numpy(), (factors - factors.mean()).to_numpy()",
    "slopes = beta.to_numpy()",
    ...(targetShare === 0
      ? ["left, onto = 0 * slopes, 0 * around.T"]
      : [
          "g = around @ slopes",
          "u = model.resid.to_numpy()",
          "scale = np.sqrt(v / (1 - v) * (u @ u) / (g @ g))",
          "slope = around.T @ g / (g @ g)",
          "on_scale = scale * (u**2 / (u @ u) * len(u) / 2 - g**2 / (g @ g) * len(g) / 2 - slope @ np.array(influence[1:]))",
          "left, onto = scale * slopes, scale * np.array(influence[1:]) + np.outer(slopes, on_scale)",
        ]),
    ...(targetShare === 0
      ? fit.factors.map((factor, i) => printed(`hedge ${factor} std err`, `error(influence[${String(i + 1)}], ${lags})`))
      : hedges === null
        ? []
        : [...stretchesCode, ...fit.factors.map((factor, i) => printed(`hedge ${factor} std err`, `std_err[${String(i)}]`))]),
    printed("hedged mean std err", `error(influence[0] + means @ onto + around @ left, ${lags})`),
  ];
}

/** `std_err` of the dollars of a hedge in part. */
const stretchesCode: readonly string[] = [
  "",
  "def in_part(rows):  # the dollars by a stretch of the rows alone",
  "    fit = sm.OLS(asset.iloc[rows], sm.add_constant(factors.iloc[rows])).fit()",
  "    slopes = fit.params[factors.columns]",
  "    return (np.sqrt(v / (1 - v) * fit.resid.var() / (factors.iloc[rows] @ slopes).var()) - 1) * slopes.to_numpy()",
  "",
  "cuts = [len(asset) * i // 4 for i in range(5)]",
  "each = np.array([in_part(slice(start, end)) for start, end in zip(cuts, cuts[1:])])",
  "std_err = np.sqrt(((each - hedge.to_numpy()) ** 2).sum(0) / 12)  # t with 3 degrees of freedom",
  "",
];

function hedgeLines({ factors }: FactorFit, targetShare: number): readonly string[] {
  if (targetShare === 0) return ["hedge = -beta  # dollars of the factor for a dollar of the asset"];
  return [
    `v = ${String(targetShare)}  # share of the variance that may stay the factor's`,
    factors.length === 1
      ? "kept = np.sign(beta) * np.sqrt(v * model.resid.var() / ((1 - v) * factors.var()))"
      : "kept = beta * np.sqrt(v * model.resid.var() / ((1 - v) * (factors @ beta).var()))",
    "hedge = kept - beta",
  ];
}

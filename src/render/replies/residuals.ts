import { listText } from "../../series-list.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { analysisReply, inSimpleReturns, periodOf, sameFit, type AnalysisContext } from "../analysis-reply.ts";
import { residualsChart } from "../charts/residuals.ts";
import { residualsCode } from "../code/residuals-code.ts";
import { csv } from "../../csv.ts";
import { listed } from "../listed.ts";
import { narrowBlock } from "../narrow-block.ts";
import { count, fixed, number, percent, percentEstimate, pValue, rounded, share } from "../numbers.ts";
import { estimatorWords, recipeLine, returnsNameOf } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import type { ResidualsResult } from "../results.ts";

export type { ResidualsResult } from "../results.ts";

/** r − β·f and ε, uncorrelated with the factor by construction (6.4.5), and how they are distributed. */
export function residualsReply(result: ResidualsResult, context: AnalysisContext): Reply {
  const { fit, report, neighbours } = result;
  const { asset, alpha, factors, sample } = fit;
  const isOne = factors.length === 1;
  const names = listed(factors);
  const [sum, each] = isOne ? ["β·f", ""] : ["Σ β·f", ", each"];
  const chosen = context.call.options["factor"] ?? listText(factors);
  const { withAlpha, withoutAlpha } = report;
  const period = periodOf(sample);
  return analysisReply(
    {
      title: `${asset}'s residuals: correlation with ${names}${each} ${fixed(withAlpha.correlation, 6)}`,
      lines: [
        `**Correlation of r − ${sum} with ${names}${each} = ${fixed(withAlpha.correlation, 6)}** · least squares makes it so, whatever the data`,
        `**σ(ε) = ${percent(withoutAlpha.deviation)} a ${period}** · idiosyncratic risk, ${share(1 - fit.rSquared)} of ${asset}'s variance`,
        "",
        shapeSentence(fit),
      ],
      more: [
        narrowBlock([
          `r − ${sum} = α + ε  (6.4.5)`,
          [` mean a ${period}`, percentEstimate(withAlpha.mean, alpha.standardError)],
          [` σ a ${period}`, percent(withAlpha.deviation)],
          [isOne ? ` corr. with factor` : ` corr. with factors`, fixed(withAlpha.correlation, 6)],
          `ε = r − α − ${sum}`,
          [` mean a ${period}`, `${fixed(withoutAlpha.mean * 100, 6)}%`],
          [` σ a ${period}`, percent(withoutAlpha.deviation)],
          [isOne ? ` corr. with factor` : ` corr. with factors`, fixed(withoutAlpha.correlation, 6)],
        ]),
        "The two differ by the constant α alone. The first is a return one can hold, the hedged portfolio; the second is what the line misses.",
        "",
        ...shapeLines(result),
      ],
      hint: `The correlation is 0 over these rows. Would it be 0 next year too, with this year's ${isOne ? "β" : "βs"}?`,
      recipe: recipeLine({
        formula: isOne ? `${asset} − β · ${factors[0]}` : [asset, ...factors.map((factor, place) => `β${subscript(place + 1)}·${factor}`)].join(" − "),
        sample,
        estimator: estimatorWords(fit.inference),
        sources: context.sources,
      }),
      ...(fit.exact ? {} : { picture: residualsChart(fit, report, returnsNameOf(context.sources)) }),
      files: [
        {
          filename: "largest-residuals.csv",
          parts: [csv(
            ["date", "residual", "standard_deviations"],
            report.largest.map(({ date, residual, deviations }) => [date, residual, deviations]),
          )],
          numbers: () => report.largest.flatMap(({ residual, deviations }) => [residual, deviations]),
          description: `The five ${period}s on which ${asset} was furthest from the line`,
        },
      ],
      code: residualsCode(result, context),
      lesson: "residual-with-alpha",
      nextSteps: [
        { label: "Hedge it", command: "hedge", options: { ticker: asset, factor: chosen, ...inSimpleReturns(sameFit(context)) } },
        { label: "Whole table", command: "regress", options: { ticker: asset, model: chosen, ...sameFit(context) } },
      ],
      result: { fit, residuals: report, ...(neighbours ? { neighbours } : {}) },
    },
    context,
  );
}

/** "₁₂". */
const subscript = (of: number): string => [...String(of)].map((digit) => "₀₁₂₃₄₅₆₇₈₉".charAt(Number(digit))).join("");

/** What Jarque–Bera allows to say of the residuals' shape. */
function shapeSentence({ diagnostics: { jarqueBera, kurtosis, skew }, exact, factors, sample }: FactorFit): string {
  if (exact) return `The ${factors.length === 1 ? "factor explains" : "factors explain"} every row exactly: there is nothing left to draw.`;
  const figures = `skew ${number(skew, 3)}, kurtosis ${number(kurtosis, 4)}; a normal has 0 and 3`;
  return jarqueBera.pValue < 0.05
    ? `The residuals are **not normal** (Jarque–Bera ${pValue(jarqueBera.pValue)}: ${figures}).`
    : `No sign in ${count(sample.observations)} rows that the residuals are not normal (Jarque–Bera ${pValue(jarqueBera.pValue)}: ${figures}).`;
}

function shapeLines({ fit: { exact, sample }, report, neighbours }: ResidualsResult): readonly string[] {
  if (exact) return [];
  const period = periodOf(sample);
  const tails = report.tailCounts.map(
    ({ deviations, rows, expected }) => `beyond ±${count(deviations)}σ ${count(rows)} ${period}s, a normal curve has ${number(expected, 2)}`,
  );
  const largest = report.largest[0];
  return [
    `Tails: ${tails.join("; ")}.`,
    ...(largest
      ? [`Largest miss: ${largest.date}, ${percent(largest.residual, 3)} (${number(largest.deviations, 3)}σ). The file has the five largest.`]
      : []),
    ...(neighbours ? [neighbourWords(neighbours)] : []),
  ];
}

/** By an error that is right where volatility clusters. */
function neighbourWords({ value, standardError, pValue: p }: Estimate): string {
  const figures = `${rounded(value, standardError)} ± ${number(1.96 * standardError, 2)}`;
  if (p >= 0.05) return `Neighbouring residuals: correlation ${figures}, no sign that they go together.`;
  return `Neighbouring residuals ${value > 0 ? "go together" : "tend to reverse"}: correlation ${figures} (${pValue(p)}).`;
}

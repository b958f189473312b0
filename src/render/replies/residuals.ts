import type { FactorFit } from "../../engine/factor-fit.ts";
import type { ResidualReport } from "../../engine/residual-report.ts";
import { analysisReply, periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { residualsChart } from "../charts/residuals.ts";
import { residualsCode } from "../code/residuals-code.ts";
import { csv } from "../../csv.ts";
import { narrowBlock } from "../narrow-block.ts";
import { count, fixed, number, percent, percentEstimate, pValue, share } from "../numbers.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";

/** r − β·f and ε, uncorrelated with the factor by construction (6.4.5), and how they are distributed. */
export function residualsReply(fit: FactorFit, report: ResidualReport, context: AnalysisContext): Reply {
  const { asset, alpha, betas, sample } = fit;
  const factor = betas[0].term;
  const { withAlpha, withoutAlpha } = report;
  const period = periodOf(sample);
  return analysisReply(
    {
      title: `${asset}'s residuals: correlation with ${factor} ${fixed(withAlpha.correlation, 6)}`,
      lines: [
        `**Correlation of r − β·f with ${factor} = ${fixed(withAlpha.correlation, 6)}** · without α too: ${fixed(withoutAlpha.correlation, 6)}. Least squares makes it so, whatever the data.`,
        narrowBlock([
          `r − β·f = α + ε  (6.4.5)`,
          [` mean a ${period}`, percentEstimate(withAlpha.mean, alpha.standardError)],
          [` σ a ${period}`, percent(withAlpha.deviation)],
          [` corr. with factor`, fixed(withAlpha.correlation, 6)],
          `ε = r − α − β·f`,
          [` mean a ${period}`, `${fixed(withoutAlpha.mean * 100, 6)}%`],
          [` σ a ${period}`, percent(withoutAlpha.deviation)],
          [` corr. with factor`, fixed(withoutAlpha.correlation, 6)],
        ]),
        `The two differ by the constant α alone. The first is a return one can hold, the hedged portfolio; the second, what the line misses, is **idiosyncratic risk**: ${share(1 - fit.rSquared)} of ${asset}'s variance.`,
        "",
        ...shapeLines(fit, report),
      ],
      hint: `The correlation is 0 over these rows. Would it be 0 next year too, with this year's β?`,
      recipe: recipeLine({
        formula: `${asset} − β · ${factor}`,
        sample,
        estimator: estimatorWords(fit.inference),
        sources: context.sources,
      }),
      picture: residualsChart(fit, report),
      files: [
        {
          filename: "largest-residuals.csv",
          parts: [csv(
            ["date", "residual", "standard_deviations"],
            report.largest.map(({ date, residual, deviations }) => [date, residual, deviations]),
          )],
          description: `The five ${period}s on which ${asset} was furthest from the line`,
        },
      ],
      code: residualsCode(fit, context),
      lesson: "residual-with-alpha",
      nextSteps: [
        { label: "Hedge it", command: "hedge", options: { ticker: asset, factor, ...sameRows(context) } },
        { label: "Whole table", command: "regress", options: { ticker: asset, model: factor, ...sameRows(context) } },
      ],
      result: { fit, residuals: report },
    },
    context,
  );
}

function shapeLines({ diagnostics, exact, sample }: FactorFit, report: ResidualReport): readonly string[] {
  if (exact) return ["The factor explains every row exactly: there is nothing left to draw."];
  const { jarqueBera, kurtosis, skew } = diagnostics;
  const period = periodOf(sample);
  const tails = report.tailCounts.map(
    ({ deviations, rows, expected }) => `beyond ±${count(deviations)}σ ${count(rows)} ${period}s, a normal curve has ${number(expected, 2)}`,
  );
  const largest = report.largest[0];
  return [
    `Shape: skew ${number(skew, 3)}, kurtosis ${number(kurtosis, 4)} (3 for a normal), Jarque–Bera ${pValue(jarqueBera.pValue)}: ${
      jarqueBera.pValue < 0.05 ? "not normal" : "could be normal"
    }.`,
    `Tails: ${tails.join("; ")}.`,
    ...(largest
      ? [`Largest miss: ${largest.date}, ${percent(largest.residual, 3)} (${number(largest.deviations, 3)}σ). The file has the five largest.`]
      : []),
    `Neighbouring residuals correlate by ${number(report.autocorrelation, 2)}.`,
  ];
}

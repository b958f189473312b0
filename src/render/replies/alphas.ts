import type { FactorFit, Inference } from "../../engine/factor-fit.ts";
import type { GrsTest } from "../../engine/grs-test.ts";
import type { SecurityMarketLine } from "../../engine/security-market-line.ts";
import { analysisReply, annualFactorOf, periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { marketLineChart } from "../charts/market-line.ts";
import { alphasCode } from "../code/alphas-code.ts";
import { count, estimate, interval, number, percent, percentEstimate, pValue, share } from "../numbers.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";

export interface AlphasResult {
  readonly fits: readonly FactorFit[];
  readonly joint: GrsTest;
  readonly line: SecurityMarketLine;
}

/** Every asset's α, the joint test that all are zero (6.5.2), and the security market line. */
export function alphasReply({ fits, joint, line }: AlphasResult, context: AnalysisContext): Reply {
  const { sample, factor } = line;
  const assets = fits.map(({ asset }) => asset);
  const largest = [...fits].sort((one, other) => Math.abs(other.alpha.tStat) - Math.abs(one.alpha.tStat))[0];
  return analysisReply(
    {
      title: titleOf(joint, factor),
      lines: [
        testLine(joint, fits[0]?.inference),
        "",
        `α a year (${annualFactorOf(sample)}), one by one:`,
        ...fits.map(
          ({ asset, alphaAnnual, betas }) =>
            `**${asset} ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)}** · ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}, ${pValue(alphaAnnual.pValue)}, β ${estimate(betas[0].value, betas[0].standardError)}`,
        ),
        "",
        `Security market line: from 0 through ${factor} (β = 1, ${percent(line.premiumAnnual, 3)} a year). An asset's height over it is its α.`,
        ...fittedLine(line),
      ],
      hint:
        fits.length > 1
          ? "One α of several often looks significant by luck alone. Which of them would you still believe after the joint test?"
          : "One asset says little about a model. Which other assets would you hold against it?",
      recipe: recipeLine({
        formula: `${assets.join(", ")} ~ ${factor}`,
        sample,
        estimator: `${estimatorWords(fits[0]?.inference ?? joint.inference)}, GRS F test`,
        sources: context.sources,
      }),
      picture: marketLineChart(line),
      code: alphasCode({ fits, joint }, context),
      lesson: "grs-test",
      nextSteps: [
        ...(assets.length > 1 && assets.length <= 4
          ? [{ label: "Compare their βs", command: "compare", options: { tickers: assets.join(" "), factor, ...sameRows(context) } }]
          : []),
        ...(largest
          ? [{ label: `Only ${largest.asset}`, command: "beta", options: { ticker: largest.asset, factor, ...sameRows(context) } }]
          : []),
      ],
      result: { fits, joint, line },
    },
    context,
  );
}

function titleOf({ result }: GrsTest, factor: string): string {
  if ("notApplicable" in result) return `Are all αs on ${factor} zero? The GRS test is not applicable here`;
  return result.pValue < 0.05
    ? `GRS rejects that every α on ${factor} is zero (${pValue(result.pValue)})`
    : `GRS does not reject that every α on ${factor} is zero (${pValue(result.pValue)})`;
}

function testLine({ result, assets }: GrsTest, inference: Inference | undefined): string {
  if ("notApplicable" in result) {
    return result.notApplicable === "too-few-rows"
      ? `**GRS: not applicable.** The test needs more rows than assets and factors together: here are ${count(result.rows)} rows for ${count(result.assets)} and ${count(result.factors)}. Choose a longer window or fewer assets.`
      : "**GRS: not applicable.** What the factor leaves of one asset is a combination of what it leaves of the others, so their αs are not separate facts. Leave one of them out.";
  }
  const [numerator = 0, denominator = 0] = result.degreesOfFreedom;
  const verdict =
    result.pValue < 0.05
      ? "If all were zero, αs this far from zero would be seen in fewer than 5 of 100 samples: skill, mispricing, a missing factor, or a choice of assets made after looking."
      : `If all were zero, αs at least this far from zero would be seen in about ${share(result.pValue)} of samples: at 5% that is no evidence against the model, and no proof of it.`;
  return `**GRS F(${count(numerator)}, ${count(denominator)}) = ${number(result.statistic, 3)}, ${pValue(result.pValue)}** · null: every α of ${assets.join(", ")} is zero.\n${verdict}${robustNote(inference)}`;
}

/** The GRS test has its own assumptions, whatever errors were asked for. */
const robustNote = (inference: Inference | undefined): string =>
  inference && inference.covariance !== "classical" ? " GRS itself takes the residuals as normal and independent from row to row, not as these errors do." : "";

/** Steepness is of lines that go the same way. */
function comparedWith(slope: number, premium: number): string {
  if (Math.sign(slope) !== Math.sign(premium)) return "of the other sign than";
  return Math.abs(slope) > Math.abs(premium) ? "steeper than" : "flatter than";
}

function fittedLine({ fitted, premium, sample, points }: SecurityMarketLine): readonly string[] {
  if (!fitted || fitted.slope === 0) return [];
  const period = periodOf(sample);
  const steeper = comparedWith(fitted.slope, premium);
  return [
    `-# A line fitted through the ${count(points.length)} assets themselves: intercept ${percent(fitted.intercept, 3)} per ${period}, slope ${percent(fitted.slope, 3)} per ${period} and unit of β, ${steeper} the market line (${percent(premium, 3)} per ${period}).`,
  ];
}

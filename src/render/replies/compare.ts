import type { BetaComparison } from "../../engine/compare-betas.ts";
import { analysisReply, annualFactorOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { compareChart } from "../charts/compare.ts";
import { compareCode } from "../code/compare-code.ts";
import { estimate, fixed, interval, number, percentEstimate } from "../numbers.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { sensitivityOf, type Sensitivity } from "../sensitivity.ts";

/** Several assets' βs on one factor and the same rows (6.4.2 to 6.4.5), the most sensitive first. */
export function compareReply(comparison: BetaComparison, context: AnalysisContext): Reply {
  const { fits, ranking, sample, inference } = comparison;
  const factor = fits[0]?.factors[0] ?? "";
  const assets = fits.map(({ asset }) => asset);
  const ranked = ranking.flatMap((place) => fits[place] ?? []);
  const [most] = ranked;
  return analysisReply(
    {
      title: titleOf(comparison, factor),
      lines: [
        ...ranking.flatMap((place) => assetLines(comparison, place)),
        "",
        gapLine(comparison, factor),
        "Steepness is β; tightness is the correlation, whose square is R².",
      ],
      hint: "A high β with a low correlation, or a low β with a high one: which of the two would you rather hedge with the market?",
      recipe: recipeLine({
        formula: `${assets.join(", ")} ~ ${factor}`,
        sample,
        estimator: estimatorWords(inference),
        sources: context.sources,
      }),
      picture: compareChart(comparison),
      code: compareCode(comparison, context),
      lesson: "co-movement",
      nextSteps: [
        { label: `Is every α zero?`, command: "alphas", options: { tickers: assets.join(" "), factor, ...sameRows(context) } },
        { label: `Only ${most?.asset ?? ""}`, command: "beta", options: { ticker: most?.asset ?? "", factor, ...sameRows(context) } },
      ],
      result: { comparison },
    },
    context,
  );
}

function titleOf({ gap, fits }: BetaComparison, factor: string): string {
  if (!gap) return `${fits.length === 2 ? "Both" : "All"} move alike with ${factor}`;
  const { high, low, beta } = gap;
  return beta.interval[0] > 0
    ? `${high} moves more with ${factor} than ${low}`
    : `${high} and ${low} can't be told apart by their β on ${factor}`;
}

function assetLines({ fits, correlations }: BetaComparison, place: number): readonly string[] {
  const fit = fits[place];
  const beta = fit?.betas[0];
  if (!fit || !beta) return [];
  const { alphaAnnual, asset, rSquared, sample } = fit;
  return [
    `**${asset}: β = ${estimate(beta.value, beta.standardError)}** · 95% interval ${interval(beta.interval, beta.standardError)}${kindWords[sensitivityOf(beta)]}`,
    `-# correlation ${fixed(correlations[place] ?? NaN, 6)}, R² ${number(rSquared, 3)}, α a year (${annualFactorOf(sample)}) ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} (${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")})`,
  ];
}

const kindWords: Readonly<Record<Sensitivity, string>> = {
  aggressive: " · aggressive",
  defensive: " · defensive",
  hedge: " · a hedge",
  "like the market": " · holds 1, the market's own",
  "zero or the market": " · holds 0 and 1",
  zero: " · holds 0",
  other: "",
};

function gapLine({ gap }: BetaComparison, factor: string): string {
  if (!gap) return "Their returns differ by a constant at the most, so their βs are the same.";
  const { high, low, beta } = gap;
  const reach = interval(beta.interval, beta.standardError);
  return `When ${factor} moves 1%, ${high} moves ${estimate(beta.value, beta.standardError)}% more than ${low} on average (95% interval ${reach}, from the regression of their difference${
    beta.interval[0] > 0 ? "" : ": it holds 0"
  }).`;
}

import { listText } from "../../series-list.ts";
import type { BetaComparison, BetaGap } from "../../engine/compare-betas.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { analysisReply, annualFactorOf, inSimpleReturns, sameFit, type AnalysisContext } from "../analysis-reply.ts";
import { compareChart } from "../charts/compare.ts";
import { compareCode } from "../code/compare-code.ts";
import { lackingShare } from "../lacking-days.ts";
import { count, estimate, fixed, interval, number, percentEstimate, pValue } from "../numbers.ts";
import { estimatorWords, recipeLine, returnsNameOf } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { deciding, errorsWords, isSignificant, leavesOutZeroDifferently, pairOf, readFit, robustInterval } from "../robust.ts";
import { ofTheseRowsLines } from "../other-years.ts";
import { isMarket, sensitivityOf, type Sensitivity } from "../sensitivity.ts";
import type { CompareResult } from "../results.ts";

export type { CompareResult } from "../results.ts";

/** Several assets' βs on one factor and the same rows (6.4.2 to 6.4.5), the most sensitive first. */
export function compareReply(result: CompareResult, context: AnalysisContext): Reply {
  const { comparison, robust } = result;
  const { fits, ranking, sample, inference } = comparison;
  const factor = fits[0]?.factors[0] ?? "";
  const assets = fits.map(({ asset }) => asset);
  const ranked = ranking.flatMap((place) => fits[place] ?? []);
  const [most] = ranked;
  return analysisReply(
    {
      title: fits.length > 2 ? `β on ${factor}: ${ranked.map(({ asset, betas: [beta] }) => `${asset} ${estimate(beta.value, beta.standardError)}`).join(", ")}` : titleOf(comparison, factor),
      lines: [...ranking.flatMap((place) => assetLines(result, place, context.compounded)), "", gapLine(result, factor), ...(fits.every(({ exact }) => exact) ? [] : ofTheseRowsLines([factor]))],
      more: [
        "Steepness is β; tightness is the correlation, whose square is R².",
        ...ranking.flatMap((place) => alphaLine(fits[place])),
        ...pickedLines(comparison),
        ...decidingLines(result),
      ],
      hint: "A high β with a low correlation, or a low β with a high one: which of the two would you rather hedge with the market?",
      recipe: recipeLine({
        formula: `${assets.join(", ")} ~ ${factor}`,
        sample,
        estimator: estimatorWords(inference),
        sources: context.sources,
      }),
      picture: compareChart(comparison, returnsNameOf(context.sources), fits.map((fit, place) => readFit(pairOf(fit, place, pairsOf(result)), betaOf, readDifferently))),
      code: compareCode(result, context),
      lesson: "co-movement",
      nextSteps: [
        { label: `Is every α zero?`, command: "alphas", options: { tickers: listText(assets), factor, ...inSimpleReturns(sameFit(context)) } },
        { label: `Only ${most?.asset ?? ""}`, command: "beta", options: { ticker: most?.asset ?? "", factor, ...sameFit(context) } },
      ],
      result: { comparison, ...(robust ? { robust: { gap: robust.gap, betas: robust.fits.map(({ betas }) => betas), inference: robust.inference } } : {}), ...(result.deciding ? { deciding: result.deciding.map(({ betas }) => betas) } : {}) },
    },
    context,
  );
}

/** The largest gap is picked from all pairs: it counts where it would stand out among so many. */
const isSure = ({ pickedPValue }: BetaGap): boolean => pickedPValue < 0.05;

function titleOf({ gap, fits }: BetaComparison, factor: string): string {
  if (!gap) return `${fits.length === 2 ? "Both" : "All"} move alike with ${factor}`;
  const { high, low } = gap;
  return isSure(gap) ? `${high} moves more with ${factor} than ${low}` : `${high} and ${low} can't be told apart by their β on ${factor}`;
}

function assetLines(result: CompareResult, place: number, compounded: AnalysisContext["compounded"] = []): readonly string[] {
  const { fits, correlations } = result.comparison;
  const fit = fits[place];
  const beta = fit?.betas[0];
  if (!fit || !beta) return [];
  const pair = pairOf(fit, place, pairsOf(result));
  const sensitivity = sensitivityOf(deciding(pair).betas[0]);
  const isMarketItself = isMarket(fit.asset) && /^(?:aggressive|defensive)$/u.test(sensitivity);
  const kind = isMarketItself || lackingShare({ ...fit, compounded }) > 0 ? "" : kindWords[sensitivity];
  const beside = robustInterval(pair, betaOf, { decides: readDifferently });
  return [
    `**${fit.asset}: β = ${estimate(beta.value, beta.standardError)}** · 95% interval ${interval(beta.interval, beta.standardError)}${beside}${kind}`,
    `-# correlation ${fixed(correlations[place] ?? NaN, 6)}, R² ${number(fit.rSquared, 3)}`,
  ];
}

const betaOf = ({ betas }: FactorFit): Estimate => betas[0];
const readDifferently = (one: Estimate, other: Estimate): boolean => sensitivityOf(one) !== sensitivityOf(other);

const pairsOf = ({ robust, deciding: decided }: CompareResult) => ({ robust: robust?.fits ?? [], ...(decided ? { deciding: decided } : {}) });

function alphaLine(fit: FactorFit | undefined): readonly string[] {
  if (!fit) return [];
  const { alphaAnnual, asset, sample } = fit;
  return [`${asset}: α a year (${annualFactorOf(sample)}) ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} (${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")})`];
}

/** What picking the largest of several gaps costs. */
function pickedLines({ gap, fits }: BetaComparison): readonly string[] {
  const pairs = (fits.length * (fits.length - 1)) / 2;
  if (!gap || pairs < 2) return [];
  return [`The gap between ${gap.high} and ${gap.low} is the largest of ${count(pairs)} pairs; it is judged as one that was picked (${pValue(gap.pickedPValue)} with Bonferroni).`];
}

function decidingLines(result: CompareResult): readonly string[] {
  const { gap, fits } = result.comparison;
  // An exact fit has no errors to choose: those of the others are the ones that decide.
  const place = Math.max(0, fits.findIndex(({ exact }) => !exact));
  const uncertain = fits[place];
  if (!gap || !uncertain) return [];
  const { deciding: beta } = gap;
  return [`Verdicts here rest on ${errorsWords(deciding(pairOf(uncertain, place, pairsOf(result))).inference)}: difference ${interval(beta.interval, beta.standardError)} (${pValue(beta.pValue)}).`];
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

/** Why a gap that would count alone does not: it is the largest of several. "" of two assets, and where it would not count alone. */
function pickedWords({ deciding: alone, pickedInterval }: BetaGap, assets: number): string {
  const pairs = (assets * (assets - 1)) / 2;
  if (pairs < 2 || !isSignificant(alone)) return "";
  return `. As the largest of ${count(pairs)} gaps it is judged by the interval that holds for all of them at once, ${interval(pickedInterval, alone.standardError)} (Bonferroni, small-sample)`;
}

function gapLine({ comparison: { gap, fits }, robust }: CompareResult, factor: string): string {
  if (!gap) return "Their returns differ by a constant at the most, so their βs are the same.";
  const { high, low, beta } = gap;
  const reach = interval(beta.interval, beta.standardError);
  const printed = robust?.gap?.beta ?? beta;
  const beside = [
    ...(robust?.gap ? [`, robust ${interval(printed.interval, printed.standardError)}`] : []),
    ...(leavesOutZeroDifferently(printed, gap.deciding) ? [`, small-sample ${interval(gap.deciding.interval, gap.deciding.standardError)}, which decides`] : []),
  ].join("");
  const moves = `When ${factor} moves 1%, ${high} moves ${estimate(beta.value, beta.standardError)}% more than ${low} on average (95% interval ${reach}${beside}, from the regression of their difference)`;
  return isSure(gap) ? `${moves}.` : `${moves}: too little to tell them apart${pickedWords(gap, fits.length)}.`;
}

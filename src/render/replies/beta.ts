import type { BetaChange } from "../../engine/beta-change.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { capitalized } from "../capitalized.ts";
import { analysisReply, annualFactorOf, inSimpleReturns, periodOf, sameFit, type AnalysisContext } from "../analysis-reply.ts";
import { largestMoveWords, scatterWithFit } from "../charts/scatter-with-fit.ts";
import { splitScatter } from "../charts/split-scatter.ts";
import { alphaChangeWords, betaChangeWords, bothSidesWords, chowLines, directionOf, hasChangedBy, partNames, shortPart, yearlyVolatility } from "../beta-change-words.ts";
import { betaChangeCode } from "../code/beta-change-code.ts";
import { betaCode } from "../code/fit-code.ts";
import { otherYearsCode } from "../code/other-years-code.ts";
import { lackingShare } from "../lacking-days.ts";
import { estimate, fixed, interval, number, percentEstimate, pValue, share } from "../numbers.ts";
import { estimatorWords, recipeLine, returnsNameOf } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { deciding, decidingInterval, errorsName, errorsWords, isSignificant, readErrorsWords, readFit, robustInterval, robustPValue, robustResults, type RobustPair } from "../robust.ts";
import type { BetaResult } from "../results.ts";
import { otherYearsLines, otherYearsResult } from "../other-years.ts";
import { isMarket, sensitivityOf } from "../sensitivity.ts";

/** α, β and R² of one asset on one factor, as the chapter reads them (6.4.4). */
export function betaReply(pair: BetaResult, context: AnalysisContext): Reply {
  const { fit, change = null } = pair;
  const beta = fit.betas[0];
  const { alpha, alphaAnnual, asset, sample } = fit;
  const digits = estimate(beta.value, beta.standardError);
  return analysisReply(
    {
      title: change === null ? `${asset} on ${beta.term}: β = ${digits}` : changeTitle(fit, change),
      titleOfFewRows: change !== null ? changeTitle(fit, change) : `${asset} on ${beta.term}: β between ${readInterval(pair).replace(" to ", " and ")}`,
      lines: [
        ...(change === null ? [] : [`**${betaChangeWords(change)}**`, "", "On all of these rows:"]),
        `**β = ${digits}** · 95% interval ${interval(beta.interval, beta.standardError)} (s.e. ${number(beta.standardError, 2)})${robustInterval(pair, ({ betas }) => betas[0], { decides: readDifferently })}`,
        `**α = ${percentEstimate(alpha.value, alpha.standardError)} per ${periodOf(sample)}** · 95% interval ${interval(alpha.interval, alpha.standardError, "%")} (${pValue(alpha.pValue)}${robustPValue(pair, (each) => each.alpha)})`,
        `α a year (${annualFactorOf(sample)}) = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} · 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}${decidingInterval(pair, (each) => each.alphaAnnual, "%")}`,
        `**R² = ${number(fit.rSquared, 3)}** · ${share(fit.rSquared)} factor risk, ${share(1 - fit.rSquared)} idiosyncratic risk`,
        "",
        lackingShare({ ...fit, compounded: context.compounded ?? [] }) > 0 ? movesWords(deciding(pair)) : sensitivity(deciding(pair)),
        ...otherYearsLines(pair),
      ],
      more: [...(change === null ? [] : changeLines(change)), ...moreLines(pair)],
      hint: hint(deciding(pair), pair),
      recipe: recipeLine({
        formula: `${asset} ~ ${beta.term}`,
        sample,
        estimator: estimatorWords(fit.inference),
        sources: context.sources,
      }),
      picture: change === null ? scatterWithFit(pair, { returns: returnsNameOf(context.sources), decides: readDifferently }) : splitScatter(fit, change, returnsNameOf(context.sources)),
      code: [...betaCode(pair, context), ...otherYearsCode(pair), ...(change === null ? [] : betaChangeCode(fit, change))],
      lesson: "beta",
      nextSteps: [
        { label: "Residuals", command: "residuals", options: { ticker: asset, factor: beta.term, ...sameFit(context) } },
        { label: "Hedge it", command: "hedge", options: { ticker: asset, factor: beta.term, ...inSimpleReturns(sameFit(context)) } },
      ],
      result: { fit, ...robustResults(pair), ...otherYearsResult(pair), ...(change === null ? {} : { change }) },
    },
    context,
  );
}

function changeTitle({ asset, factors }: FactorFit, change: BetaChange): string {
  const { inside } = partNames(change);
  // "Differs from 2008-01-02" would be a comparison with a day.
  const its = `β ${inside.replace(/^from /u, "of ")} differs`;
  const verdict = change.rowsNeeded !== null ? `${shortPart(change)} are too few to say whether ${its}` : hasChangedBy(change.beta) ? `β is ${directionOf(change.beta)} ${inside}` : `the data do not show that ${its}`;
  return `${asset} on ${factors[0]}: ${verdict}`;
}

/** β's interval that the reply reads. */
function readInterval(pair: RobustPair): string {
  const { interval: ends, standardError } = readFit(pair, ({ betas }) => betas[0], readDifferently).betas[0];
  return interval(ends, standardError);
}

/** The other figures of both parts, and what the test supposes. */
function changeLines(change: BetaChange): readonly string[] {
  return [
    alphaChangeWords(change),
    ...chowLines(change),
    bothSidesWords(change, "volatility", yearlyVolatility),
    "The test is right for a day that was fixed before anybody looked at the data; `/rolling` looks for the day.",
    "",
  ];
}

/** The classical and the robust interval would call β by different names. */
const readDifferently = (classical: Estimate, robust: Estimate): boolean => sensitivityOf(classical) !== sensitivityOf(robust);

/** What the verdict rests on, and α's and R²'s parts that a first look does not need. */
function moreLines(pair: RobustPair): readonly string[] {
  const { fit } = pair;
  const { alpha, betas, diagnostics, exact, rSquared } = fit;
  const decides = deciding(pair);
  const beta = decides.betas[0];
  const test = betas[0].value === 1 ? null : betaIsOne(decides);
  return [
    `**t(α) = ${number(alpha.tStat, 3)}**, t(β) = ${number(betas[0].tStat, 4)}: each is the estimate over its standard error (${errorsName(fit.inference)} errors).`,
    ...(test === null || exact ? [] : [`Is β = 1${isMarket(fit.factors[0]) ? "" : " in these rows"}? ${test}`]),
    largestMoveWords(fit),
    `Correlation ${number(Math.sign(betas[0].value) * Math.sqrt(rSquared), 4)}, whose square is R².`,
    ...(exact ? [] : [`Breusch–Pagan ${pValue(diagnostics.breuschPagan.pValue)}, Durbin–Watson ${fixed(diagnostics.durbinWatson, 3)}: \`/regress\` says what they mean.`]),
    ...(exact
      ? []
      : [`Verdicts here rest on ${errorsWords(decides.inference)}: β ${interval(beta.interval, beta.standardError)}; α a year ${interval(decides.alphaAnnual.interval, decides.alphaAnnual.standardError, "%")} (${pValue(decides.alpha.pValue)}).`]),
  ];
}

/** By the errors that decide: an end of the interval that lies on 1 belongs to it. */
function betaIsOne({ betas, inference }: FactorFit): string {
  const { value, standardError, interval: [low, high] } = betas[0];
  const statistic = `${inference.distribution === "t" ? "t" : "z"} = ${number((value - 1) / standardError, 3)}`;
  const by = `${statistic}, ${errorsWords(inference)}`;
  return low > 1 || high < 1 ? `The rows speak against it (${by}).` : `The rows don't tell β apart from 1 (${by}).`;
}

const movesOf = ({ asset, betas: [beta] }: FactorFit): string => `when ${beta.term} moves 1%, ${asset} moves ${estimate(beta.value, beta.standardError)}% on average`;

/** Of rows that lack days: the size of the move, and no verdict on β. */
const movesWords = (fit: FactorFit): string => `${capitalized(movesOf(fit))} in these rows.`;

/** The chapter's reading of β (6.4.4), with what its interval allows to say. */
function sensitivity(fit: FactorFit): string {
  const { asset, betas } = fit;
  const beta = betas[0];
  const moves = movesOf(fit);
  const isOfTheMarket = isMarket(asset) && isMarket(beta.term);
  if (isOfTheMarket && /^(?:aggressive|defensive)$/u.test(sensitivityOf(beta))) return `${capitalized(moves)}: both stand for the market, which is neither aggressive nor defensive.`;
  switch (sensitivityOf(beta)) {
    case "aggressive":
      return `${asset} is **aggressive**: ${moves}.`;
    case "defensive":
      return `${asset} is **defensive**: ${moves}.`;
    case "hedge":
      return `${asset} is **a hedge**: ${moves}.`;
    case "like the market":
      return `${asset}'s sensitivity can't be told apart from the market's own (β = 1): ${moves}.`;
    case "zero or the market":
      return `These rows don't tell ${asset}'s sensitivity apart from 0, nor from the market's own (β = 1): ${moves}, give or take.`;
    case "zero":
      return `${asset}'s sensitivity to ${beta.term} can't be told apart from 0: ${moves}, give or take.`;
    case "other":
      return `${capitalized(moves)}.`;
  }
}

/** Of the α that decides; where the first interval says otherwise, the one that stands beside it is named. */
function hint({ alpha, alphaAnnual, asset, betas, exact }: FactorFit, pair: RobustPair): string {
  if (exact) return `${betas[0].term} explains every row of ${asset} exactly. What does that say about where ${asset} comes from?`;
  const which = isSignificant(alpha) === isSignificant(pair.fit.alpha) ? "" : readErrorsWords(pair, readFit(pair, (fit) => fit.alpha)).replace(/^ \((.+)\)$/u, "$1 ");
  const intervalOf = `The ${which}interval`;
  return alpha.pValue < 0.05
    ? `${intervalOf} of α leaves out 0. Is an α of ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} a year a good bet? Look at what risk it takes to earn it.`
    : `${intervalOf} of α holds 0. How many years of data would an α of this size need before it leaves 0 out?`;
}

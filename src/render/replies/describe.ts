import type { PairMoments, SeriesMoments } from "../../engine/describe-series.ts";
import { analysisReply, periodsPerYearOf, annualFactorOf, periodOf, type AnalysisContext } from "../analysis-reply.ts";
import { describeCode } from "../code/describe-code.ts";
import { interval, number, percent, share } from "../numbers.ts";
import { recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import type { DescribeResult } from "../results.ts";

/** Series by themselves and beside each other. */
export function describeReply(result: DescribeResult, context: AnalysisContext): Reply {
  const { series, pairs, residualPairs, sample, market } = result;
  const ids = series.map(({ id }) => id);
  const [first] = ids;
  const ticker = context.call.options["series"]?.split(" ")[0] ?? "";
  const { series: _series, ...options } = context.call.options;
  return analysisReply(
    {
      title: titleOf(result),
      lines: [
        ...series.flatMap((one, place) => [...(place === 0 ? [] : [""]), ...seriesLines(one, result)]),
        ...(pairs.length === 0 ? [] : ["", `**Together**, ${sample.frequency}:`, ...pairs.map(pairLine)]),
        ...(residualPairs.length === 0 ? [] : ["", `Residuals on ${market ?? ""}:`, ...residualPairs.map(({ ids: [one, other], correlation, observations }) => `${one} and ${other}: correlation ${number(correlation, 3)}${residualWords(correlation, observations)}`)]),
      ],
      more: series.flatMap((one, place) => [...(place === 0 ? [] : [""]), ...shapeLines(one, result)]),
      hint: hintOf(result),
      recipe: recipeLine({ formula: ids.join(", "), sample, estimator: "sample moments (n − 1)", sources: context.sources }),
      code: describeCode(result, context),
      lesson: pairs.length > 0 ? "correlation" : "volatility",
      nextSteps: result.fits.length > 0 ? [{ label: `Performance of ${first ?? ""}`, command: "performance", options: { ...options, ticker } }] : [],
      result: { described: result },
    },
    context,
  );
}

function titleOf({ series, pairs }: DescribeResult): string {
  const [pair, another] = pairs;
  if (pair && !another) return `${pair.ids.join(" and ")}: correlation ${number(pair.correlation, 3)}`;
  const [only, ...others] = series;
  if (only && others.length === 0) return `${only.id}: mean ${percent(only.meanAnnual)}, volatility ${percent(only.volatilityAnnual)} a year`;
  return `${series.map(({ id }) => id).join(", ")} side by side`;
}

function seriesLines(one: SeriesMoments, { sample }: DescribeResult): readonly string[] {
  const period = periodOf(sample);
  return [
    `**${one.id}** · mean **${percent(one.meanAnnual)}** a year (${annualFactorOf(sample)}), ${percent(one.mean)} per ${period}, ± ${percent(one.standardErrorOfMean, 2)} (s.e.)`,
    `Volatility **${percent(one.volatilityAnnual)}** a year, ${percent(one.volatility)} per ${period}`,
    ...(one.sharpe === null ? [] : [`Sharpe ratio ${number(one.sharpe)} a year · largest drawdown ${share(one.maximumDrawdown.depth)}, ${one.maximumDrawdown.peak ?? "the start"} to ${one.maximumDrawdown.trough}`]),
  ];
}

/** What a first look does not need: the shape of the distribution, and the series on its market. */
function shapeLines(one: SeriesMoments, { fits, sample }: DescribeResult): readonly string[] {
  const fit = fits.find(({ asset }) => asset === one.id);
  return [
    `**${one.id}** · skew ${number(one.skew, 3)}, kurtosis ${number(one.kurtosis, 3)} (3 for a normal) · lowest ${percent(one.lowest.value, 3)} on ${one.lowest.day}, highest ${percent(one.highest.value, 3)} on ${one.highest.day}`,
    ...(fit && !fit.exact ? [`On ${fit.factors[0]}: β = ${number(fit.betas[0].value)}, R² = ${number(fit.rSquared, 3)}, σ(ε) ${percent(Math.sqrt(fit.moments.residualVariance * periodsPerYearOf(sample)))} a year, appraisal ratio ${number(fit.alphaAnnual.value / Math.sqrt(fit.moments.residualVariance * periodsPerYearOf(sample)))}`] : []),
  ];
}

const pairLine = ({ ids: [one, other], correlation, interval: bounds, covariance, covarianceAnnual }: PairMoments): string =>
  `${one} and ${other}: correlation **${number(correlation, 3)}**, 95% interval ${interval(bounds, (bounds[1] - bounds[0]) / 4)} · covariance ${number(covariance, 3)}, a year ${number(covarianceAnnual, 3)}`;

/** Whether a correlation of so many residuals is one that chance gives: beyond 2/√n it is not. */
function residualWords(correlation: number, observations: number): string {
  return Math.abs(correlation) * Math.sqrt(observations) > 2 ? ", more than chance gives: a risk model with this factor alone lacks something they share" : ", no more than chance gives";
}

function hintOf({ pairs, series }: DescribeResult): string {
  if (pairs.length > 0) return "Correlation says how tightly two series move together. What would you need besides, to know how much of the one to sell against the other?";
  return series.some(({ sharpe }) => sharpe !== null) ? "The mean has a standard error, and the Sharpe ratio with it. How many years would make it half as large?" : "A rate hardly swings. Why is it subtracted from a return all the same?";
}

import { listItems } from "../../series-list.ts";
import { correlationCosines, isByCosines } from "../../engine/correlation-interval.ts";
import type { PairMoments, SeriesMoments } from "../../engine/describe-series.ts";
import type { Sample } from "../../engine/factor-fit.ts";
import { analysisReply, inSimpleReturns, periodsPerYearOf, annualFactorOf, periodOf, rowsOf, type AnalysisContext } from "../analysis-reply.ts";
import { describeCode } from "../code/describe-code.ts";
import { count, interval, number, percent, pValue, share } from "../numbers.ts";
import { listed } from "../listed.ts";
import { recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import type { DescribeResult } from "../results.ts";

/** Series by themselves and beside each other. */
export function describeReply(result: DescribeResult, context: AnalysisContext): Reply {
  const { series, pairs, sample } = result;
  const ids = series.map(({ id }) => id);
  // A rate has no performance of its own.
  const first = series.find(({ kind }) => kind !== "rate")?.id;
  const ticker = first === ids[0] ? (listItems(context.call.options["series"] ?? "")[0] ?? "") : first;
  const { series: _series, ...options } = context.call.options;
  return analysisReply(
    {
      title: titleOf(result),
      titleOfFewRows: `${listed(ids)}, from ${rowsOf(sample)}`,
      lines: [
        ...series.flatMap((one, place) => [...(place === 0 ? [] : [""]), ...seriesLines(one, result)]),
        ...(pairs.length === 0 ? [] : ["", `**Together**, ${sample.frequency}:`, ...pairs.map((pair) => pairLine(pair, result))]),
        ...residualLines(result),
      ],
      more: [...series.flatMap((one, place) => [...(place === 0 ? [] : [""]), ...shapeLines(one, result)]), ...pairNotes(result)],
      hint: hintOf(result),
      recipe: recipeLine({ formula: ids.join(", "), sample, returns: series.every(({ kind }) => kind === "rate") ? "a rate" : series.some(({ kind }) => kind === "rate") ? "excess and rate" : "excess", estimator: "sample moments (n − 1)", sources: context.sources }),
      code: describeCode(result, context),
      lesson: pairs.length > 0 ? "correlation" : "volatility",
      nextSteps: first !== undefined && result.fits.length > 0 ? [{ label: `Performance of ${first}`, command: "performance", options: inSimpleReturns({ ...options, ticker: ticker ?? first }) }] : [],
      result: { described: result },
    },
    context,
  );
}

function titleOf({ series, pairs }: DescribeResult): string {
  const [pair, another] = pairs;
  if (pair && !another) return `${pair.ids.join(" and ")}: ${constantOf(pair, series) === null ? `correlation ${number(pair.correlation, 3)}` : "no correlation is defined"}`;
  const [only, ...others] = series;
  if (only && others.length === 0) return `${only.id}: mean ${percent(only.meanAnnual)}${only.volatilityAnnual === null ? "" : `, volatility ${percent(only.volatilityAnnual)}`} a year`;
  return `${series.map(({ id }) => id).join(", ")} side by side`;
}

function seriesLines(one: SeriesMoments, { sample }: DescribeResult): readonly string[] {
  const period = periodOf(sample);
  const average = `**${one.id}** · mean **${percent(one.meanAnnual)}** a year (${annualFactorOf(sample)}), ${percent(one.mean)} per ${period}`;
  if (one.standardErrorOfMean === null || one.volatilityAnnual === null) return [average, ...levelLines(one, sample)];
  return [
    `${average}, ± ${percent(one.meanEstimate?.standardError ?? one.standardErrorOfMean, 2)} (${one.meanEstimate?.inference.covariance === "hac" ? "HAC s.e." : "s.e."})`,
    `Volatility **${percent(one.volatilityAnnual)}** a year, ${percent(one.volatility)} per ${period}`,
    ...(one.sharpe === null ? [] : [`Sharpe ratio ${number(one.sharpe, 3)} a year${sharpeReach(one)}`, drawdownLine(one)]),
  ];
}

const sharpeReach = ({ sharpeInterval: of }: SeriesMoments): string => (of ? ` · 95% interval ${interval(of.annual.interval, of.annual.standardError)}` : " (an interval takes 8 rows)");

/** As /performance has it. */
const drawdownLine = ({ maximumDrawdown: { depth, peak, trough } }: SeriesMoments): string =>
  depth === 0 ? "Largest drawdown: none, it never fell" : `Largest drawdown ${share(depth)}, ${peak ?? "the start"} to ${trough}`;

/** A level that moves slowly: what σ/√n and √252 would say of it is wrong by orders of magnitude. */
function levelLines({ autocorrelation, lingers, volatility, lowest, highest }: SeriesMoments, sample: Sample): readonly string[] {
  const period = periodOf(sample);
  const yearly = (value: number): string => `${percent(value * periodsPerYearOf(sample), 3)} a year`;
  if (autocorrelation === null) return [`It is the same on every ${period}.`];
  return [
    `From ${yearly(lowest.value)} (${lowest.day}) to ${yearly(highest.value)} (${highest.day}); standard deviation ${percent(volatility)} per ${period}`,
    `-# No standard error and no volatility a year: they take rows as independent, and ${lingers ? `a ${period}'s value is much like the one before (autocorrelation ${number(autocorrelation, 3)})` : `a rate carries over from one ${period} to the next`}.`,
  ];
}

/** What a first look does not need: the shape of the distribution, and the series on its market. */
function shapeLines(one: SeriesMoments, { fits, sample }: DescribeResult): readonly string[] {
  const fit = fits.find(({ asset }) => asset === one.id);
  if (one.volatility === 0) return [`**${one.id}** · it never moves, so it has no skew and no kurtosis`];
  return [
    `**${one.id}** · skew ${number(one.skew, 3)}, kurtosis ${number(one.kurtosis, 3)} (3 for a normal) · lowest ${percent(one.lowest.value, 3)} on ${one.lowest.day}, highest ${percent(one.highest.value, 3)} on ${one.highest.day}`,
    ...(fit && !fit.exact ? [`On ${fit.factors[0]}${onFewer(fit.sample, sample)}: β = ${number(fit.betas[0].value)}, R² = ${number(fit.rSquared, 3)}, σ(ε) ${percent(Math.sqrt(fit.moments.residualVariance * periodsPerYearOf(sample)))} a year, appraisal ratio ${number(fit.alphaAnnual.value / Math.sqrt(fit.moments.residualVariance * periodsPerYearOf(sample)))}`] : []),
  ];
}

/** The rows of the market's regressions, where it lacks some of those that the series have. */
const onFewer = (shared: Sample, own: Sample): string =>
  shared.observations === own.observations ? "" : ` (the ${rowsOf(shared)} from ${shared.first} to ${shared.last} that it has too)`;

/** Why a correlation has no interval: one of ±1 needs none. */
function noInterval(correlation: number, rows: number): string {
  if (Math.abs(correlation) > 1 - 1e-12) return "";
  return rows < fewestRowsOfInterval ? ` (an interval takes ${count(fewestRowsOfInterval)} rows)` : " (no interval: one of them stands still for a stretch of the rows)";
}

/** As `correlationInterval` has it. */
const fewestRowsOfInterval = 32;

/** The one of a pair that never varies, to which nothing can be correlated. */
const constantOf = ({ ids }: PairMoments, series: readonly SeriesMoments[]): string | null => series.find(({ id, volatility }) => ids.includes(id) && volatility === 0)?.id ?? null;

function pairLine(pair: PairMoments, { series, sample }: DescribeResult): string {
  const { ids: [one, other], correlation, interval: bounds, covariance, covarianceAnnual } = pair;
  const constant = constantOf(pair, series);
  if (constant !== null) return `${one} and ${other}: no correlation is defined, as ${constant} is the same on every ${periodOf(sample)}`;
  const atLeast = sample.observations < rowsOfSwings[sample.frequency] ? ", or wider: the rows are few" : "";
  const reach = bounds ? `, 95% interval ${interval(bounds, (bounds[1] - bounds[0]) / 6)}${atLeast}` : noInterval(correlation, sample.observations);
  return `${one} and ${other}: correlation **${number(correlation, 3)}**${reach} · covariance ${number(covariance, 3)}, a year ${number(covarianceAnnual, 3)}`;
}

/** Shorter samples don't see the slow swings of volatility, and their intervals are too narrow; those of months are right from the fewest on. */
const rowsOfSwings = { daily: 1000, weekly: 208, monthly: 0, annual: 40 } as const;

/** Which residuals go together, all pairs tested at once: one sentence, however many. */
function residualLines({ residualPairs: pairs, market, fits: [fit], sample }: DescribeResult): readonly string[] {
  if (pairs.length === 0 || !fit) return [];
  const on = `${market ?? ""}${onFewer(fit.sample, sample)}`;
  const found = pairs.filter(({ jointPValue }) => jointPValue < 0.05);
  const [only, ...others] = pairs;
  const lacks = "a risk model with this factor alone lacks something they share.";
  if (only && others.length === 0) return ["", `Residuals of ${only.ids.join(" and ")} on ${on}: correlation ${number(only.correlation, 3)} (robust ${pValue(only.pValue)}), ${found.length > 0 ? `more than chance gives: ${lacks}` : "no more than chance gives."}`];
  if (found.length === 0) return ["", `Residuals on ${on}: none of the ${count(pairs.length)} pairs goes together more than chance gives (robust, Holm at 5%).`];
  const named = [...found].sort((one, other) => Math.abs(other.correlation) - Math.abs(one.correlation)).map(({ ids, correlation }) => `${ids.join("–")} ${number(correlation, 3)}`);
  return ["", `Residuals on ${on}: ${count(found.length)} of ${count(pairs.length)} pairs are correlated, more than chance gives (robust, Holm at 5%): ${named.join(", ")}. With those, ${lacks}`];
}

function pairNotes({ pairs, residualPairs: residuals, market, stretches, sample }: DescribeResult): readonly string[] {
  return [
    ...(pairs.some(({ interval: bounds }) => bounds !== null) ? ["", isByCosines(sample.frequency) ? `-# Intervals of correlations: Fisher's z with an error from each row left out in turn and ${count(correlationCosines)} cosines of what that changes, t with ${count(correlationCosines)} degrees of freedom, and never narrower than by the usual 1/√(n − 3), which takes rows as independent and normal.` : `-# Intervals of correlations: Fisher's z of ${count(stretches)} stretches of the rows, t with ${count(stretches - 1)} degrees of freedom. The usual 1/√(n − 3) takes rows as independent; where the volatility of ${periodOf(sample)}s clusters, that is too narrow.`] : []),
    ...(residuals.length > 1 ? [`-# Residuals on ${market ?? ""}: ${residuals.map(({ ids, correlation }) => `${ids.join("–")} ${number(correlation, 3)}`).join(", ")}.`] : []),
  ];
}

function hintOf({ pairs, series }: DescribeResult): string {
  if (pairs.length > 0) return "Correlation says how tightly two series move together. What would you need besides, to know how much of the one to sell against the other?";
  if (series.some(({ sharpe }) => sharpe !== null)) return "The mean has a standard error, and the Sharpe ratio with it. How many years would make it half as large?";
  return series.every(({ kind }) => kind === "rate") ? "The riskless rate is known when a period begins. Why is it subtracted from a return all the same?" : "Returns of one period say little of the next one's. Are these returns, or a level such as a price or a rate?";
}

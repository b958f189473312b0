import { monthsPerYear, tradingDaysPerYear } from "../../calendar.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { HedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import type { TrackingPortfolio } from "../../engine/tracking-portfolio.ts";
import { analysisReply, annualFactorOf, periodOf, periodsPerYearOf, rowsOf, type AnalysisContext } from "../analysis-reply.ts";
import { annualInterval } from "../annual-interval.ts";
import { trackingScatter } from "../charts/tracking-scatter.ts";
import { robustCode } from "../code/fit-code.ts";
import { premiumCode } from "../code/inference-code.ts";
import { otherYearsCode } from "../code/other-years-code.ts";
import { trackCode } from "../code/track-code.ts";
import { asTyped, dollarEstimate, dollars, dollarsInterval, interval, shortDollars, number, percent, percentEstimate, share } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { otherYearsLines, otherYearsResult } from "../other-years.ts";
import { readErrorsWords, readFit, robustResults, robustInterval, type RobustPair } from "../robust.ts";

interface TrackResult extends RobustPair {
  readonly tracking: TrackingPortfolio;
  /** The mean of the tracking return with its error; null where the rows don't allow one. */
  readonly premium: SampledEstimate | null;
  /** What the tracking portfolio leaves behind. */
  readonly hedged: HedgedPortfolio;
  /** Dollars of the asset; null for each one. */
  readonly amount: number | null;
  /** A move of the first factor, decimal; null where none is asked about. */
  readonly move: number | null;
}

/** The tracking portfolio, β·f, and the remainder of the asset (chapter 6.7.4). */
export function trackReply(result: TrackResult, context: AnalysisContext): Reply {
  const { fit, tracking, premium, hedged, amount, move } = result;
  const { asset, betas, alphaAnnual, sample, factors } = fit;
  const { move: _move, ...withoutMove } = context.call.options;
  const { amount: _amount, ...options } = withoutMove;
  const aYear = `a year (${annualFactorOf(sample)})`;
  return analysisReply(
    {
      title: move !== null ? moveTitle(fit, amount, move) : `${asset}'s tracking portfolio: ${betas.map((beta) => `${dollarEstimate(beta.value, beta.standardError)} of ${beta.term}`).join(", ")}`,
      titleOfFewRows: `${asset}: ${rowsOf(sample)} are too few to know what tracks it`,
      lines: [
        ...moveLines(result, amount, move),
        ...(amount === null || move !== null ? [] : amountLines(result, amount)),
        ...betas.map(
          (beta, place) =>
            `**${dollarEstimate(beta.value, beta.standardError)} of ${beta.term}** for $1 of ${asset} · 95% interval of β ${interval(beta.interval, beta.standardError)}${robustInterval(result, (each) => each.betas[place])}`,
        ),
        `Tracking return ${betas.length > 1 ? "Σ " : ""}β · f: mean **${percent(tracking.meanAnnual)}** ${aYear}${annualInterval(premium, sample)}`,
        `It carries R² = ${number(fit.rSquared, 3)}, that is ${share(fit.rSquared)} of ${asset}'s variance`,
        "",
        `The tracking portfolio has ${asset}'s β and all of its factor risk, and neither α nor ε: anyone can hold it with ${factors.join(" and ")} alone.`,
        ...otherYearsLines(result),
      ],
      more: [
        `Tracking return: volatility **${percent(tracking.volatilityAnnual)}** a year`,
        `Left behind: α = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} ${aYear}, 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}${robustInterval(result, (each) => each.alphaAnnual, { unit: "%" })}`,
        `σ(ε) = ${percent(fit.exact ? 0 : hedged.volatilityAnnual)} a year, the course's tracking error`,
      ],
      hint: `Take the tracking return away from ${asset}'s, ${periodOf(sample)} by ${periodOf(sample)}. What are the mean, the volatility and the β of the rest?`,
      recipe: fitRecipe(fit, context.sources),
      picture: trackingScatter(result, tracking),
      code: [...trackCode(fit, context), ...(premium ? premiumCode(premium) : []), ...robustCode(result), ...otherYearsCode(result)],
      lesson: "tracking-portfolio",
      nextSteps: [
        { label: "Hedge it", command: "hedge", options: withoutMove },
        { label: "Performance", command: "performance", options },
      ],
      result: { fit, ...robustResults(result), ...otherYearsResult(result), tracking, ...(premium ? { premium } : {}), hedged, ...(amount === null ? {} : { amount }), ...(move === null ? {} : { move }) },
    },
    context,
  );
}

/** What β makes of a move: β · f, with its interval by the errors that are read last of β. */
function moved(pair: RobustPair, move: number): { readonly low: number; readonly high: number; readonly by: string } {
  const read = readFit(pair, ({ betas: [beta] }) => beta);
  const ends = read.betas[0].interval.map((end) => end * move).sort((one, other) => one - other);
  return { low: ends[0] ?? 0, high: ends[1] ?? 0, by: readErrorsWords(pair, read) };
}

function moveTitle(fit: FactorFit, amount: number | null, move: number): string {
  const expected = fit.betas[0].value * move;
  const change = amount === null ? percent(expected, 3) : signedDollars(expected * amount);
  return `${fit.factors[0]} ${asTyped(100 * move)}%: ${fit.asset} ${change} by its β`;
}

/** What β makes of the move, β·f, with its interval; α and ε come on top. */
function moveLines(pair: RobustPair, amount: number | null, move: number | null): readonly string[] {
  if (move === null) return [];
  const { fit } = pair;
  const { low, high, by } = moved(pair, move);
  const [expected, spread] = [fit.betas[0].value * move, Math.sqrt(fit.moments.residualVariance)];
  const factor = fit.factors[0];
  const inDollars = amount === null ? [] : [`On ${dollars(amount)}: **${signedDollars(expected * amount)}** by its β, ${dollarsInterval([low * amount, high * amount])}; one ${periodOf(fit.sample)}'s own swing is ± ${dollars(spread * amount)} (1σ)`];
  return [
    `If ${factor} returns ${asTyped(100 * move)}%: **${fit.asset} ${percent(expected, 3)}** by its β · 95% interval of that${by} ${percent(low, 3)} to ${percent(high, 3)}`,
    `On any one ${periodOf(fit.sample)} α and ε come on top: ${percentEstimate(fit.alpha.value, fit.alpha.standardError)} ± ${percent(spread, 3)} (1σ)${fit.factors.length > 1 ? "; the other factors taken as unmoved" : ""}`,
    ...inDollars,
    "",
  ];
}

function amountLines(pair: RobustPair, amount: number): readonly string[] {
  const { fit } = pair;
  const read = readFit(pair, ({ alphaAnnual }) => alphaAnnual);
  const [low, high] = read.alphaAnnual.interval;
  const periods = periodsPerYearOf(fit.sample);
  const total = Math.sqrt(fit.moments.asset.variance * periods);
  return [
    `**${dollars(amount)} of ${fit.asset}** swings by **${dollars(amount * total)}** a year, by ${dollars((amount * total) / 2)} a quarter, by ${dollars((amount * total) / Math.sqrt(monthsPerYear))} a month and by ${dollars((amount * total) / Math.sqrt(tradingDaysPerYear))} a day (1σ)`,
    `Expected P&L a year (${annualFactorOf(fit.sample)}): ${signedDollars(amount * fit.moments.asset.mean * periods)} total, of which ${signedDollars(amount * fit.alphaAnnual.value)} is risk-adjusted (α), 95% interval${readErrorsWords(pair, read)} ${dollarsInterval([amount * low, amount * high])}`,
    `Its twin: ${fit.betas.map((beta) => `${dollars(Math.abs(beta.value) * amount)} of ${beta.term}${beta.value < 0 ? " sold short" : ""}`).join(", ")}`,
    "",
  ];
}

const signedDollars = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value) >= 1e6 ? shortDollars(Math.abs(value), 4) : dollars(Math.abs(value))}`;

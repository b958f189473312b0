import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import type { OwnHedge } from "../../engine/own-hedge.ts";
import type { HedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import { capitalized } from "../capitalized.ts";
import { analysisReply, annualFactorOf, periodOf, periodsPerYearOf, rowsOf, type AnalysisContext } from "../analysis-reply.ts";
import { annualInterval } from "../annual-interval.ts";
import { hedgedScatter, isLevered } from "../charts/hedged-scatter.ts";
import { robustCode } from "../code/fit-code.ts";
import { hedgeCode, ownHedgeCode } from "../code/hedge-code.ts";
import { otherYearsCode } from "../code/other-years-code.ts";
import { count, dollarEstimate, dollars, dollarsInterval, estimate, shortDollars, fixed, interval, number, percent, share } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { otherYearsLines, otherYearsResult, zeroInOtherYears } from "../other-years.ts";
import { deciding, readErrorsWords, readFit, robustResults, robustInterval } from "../robust.ts";
import type { HedgeResult } from "../results.ts";

export type { HedgeResult } from "../results.ts";

/** The hedged portfolio, r − β·f = α + ε, or the hedge to a target share of factor variance (chapter 6.7.5). */
export function hedgeReply(result: HedgeResult, context: AnalysisContext): Reply {
  const { fit, hedged, inference, amount } = result;
  const { asset, alphaAnnual, moments, sample } = fit;
  const aYear = `a year (${annualFactorOf(sample)})`;
  const isFullHedge = hedged.targetShare === 0;
  const { target: _target, amount: _amount, ratio: _ratio, ...options } = context.call.options;
  const periods = periodsPerYearOf(sample);
  const alphaInterval = `${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}${robustInterval(result, (each) => each.alphaAnnual, { unit: "%" })}`;
  return analysisReply(
    {
      title: result.own ? ownTitle(result.own, fit) : `${asset} ${isLevered(fit, hedged) ? "levered" : "hedged"}: for ${amount === null ? "$1" : shortDollars(amount)}, ${(amount === null ? tradeWords(result) : hedged.hedges.map(({ factor, dollars: each }) => `${each < 0 ? "sell" : "buy"} ${shortDollars(Math.abs(each * amount))} of ${factor}`)).join(", ")}`,
      titleOfFewRows: `${asset}: ${rowsOf(sample)} are too few to know its hedge`,
      lines: [
        ...ownLines(result),
        ...(amount === null ? [] : [...amountLines(result, amount), ""]),
        ...tradeWords(result).map((leg, place) => `**${capitalized(leg)}** for $1 of ${asset}${tradeInterval(result, place)}`),
        isFullHedge
          ? `**Mean = ${percent(hedged.meanAnnual)}** ${aYear} = α, 95% interval ${alphaInterval}`
          : `**Mean = ${percent(hedged.meanAnnual)}** ${aYear}${annualInterval(inference?.mean, sample)}`,
        `**Volatility = ${percent(hedged.volatilityAnnual)}** a year${isFullHedge ? " = σ(ε)" : ""}, unhedged ${percent(Math.sqrt(moments.asset.variance * periods))}`,
        "",
        riskSentence(result),
        ...(isFullHedge ? otherYearsLines(result) : []),
        ...(isFullHedge || inference?.hedges ? [] : [withoutInterval(result)]),
      ],
      more: [
        `Unhedged: mean ${percent(moments.asset.mean * periods)} ${aYear}; ${share(fit.rSquared)} of its variance is factor risk (R²)`,
        ...(isFullHedge ? [] : [`Of the mean, α = ${percent(alphaAnnual.value)}, 95% interval ${alphaInterval}`, formulaLine(fit, hedged)]),
        ...exposureLines(hedged),
        ...(isFullHedge ? ["No factor risk by construction, on these rows: β is estimated, so tomorrow's hedge is as good as the estimate."] : []),
      ],
      hint: isFullHedge
        ? meanHint(result)
        : isLevered(fit, hedged)
          ? "The exposure grew and σ(ε) stayed as it is. Could any exposure make the share 100%?"
          : "Shares go with the square of what exposure is left. How much of β would you keep for half of this share?",
      recipe: fitRecipe(fit, context.sources),
      picture: hedgedScatter(fit, hedged),
      code: [...hedgeCode(result, context), ...ownHedgeCode(result), ...robustCode(result), ...(isFullHedge ? otherYearsCode(result) : [])],
      lesson: isFullHedge ? "hedged-portfolio" : "partial-hedge",
      nextSteps: [
        // A position is sized for a whole hedge: of a part, the button would answer another question.
        ...(isFullHedge ? [{ label: "Size it", command: "size", options }] : []),
        isFullHedge
          ? { label: "Keep 20% factor risk", command: "hedge", options: { ...options, target: "20%" } }
          : { label: "Hedge it whole", command: "hedge", options },
      ],
      result: { fit, ...robustResults(result), ...(isFullHedge ? otherYearsResult(result) : {}), hedged, ...(inference ? { inference } : {}), ...(amount === null ? {} : { amount }) },
    },
    context,
  );
}

/** The dollars to trade for an amount, with what their interval leaves open, and what the position swings by. */
function amountLines(result: HedgeResult, amount: number): readonly string[] {
  const { fit, hedged, inference } = result;
  return [
    ...hedged.hedges.map(({ factor, dollars: each }, index) => {
      const read = readFit(result, ({ betas }) => betas[index], leavesOutZeroElsewise);
      const beta = read.betas[index];
      const bounds: readonly [number, number] | undefined = hedged.targetShare > 0 ? inference?.hedges?.[index]?.interval : beta && [-beta.interval[1], -beta.interval[0]];
      const { ends, note } = bounds ? dealInterval([amount * bounds[0], amount * bounds[1]]) : { ends: null, note: "" };
      const reach = ends ? ` · ${hedged.targetShare === 0 ? `by the interval of β${readErrorsWords(result, read)}` : "95% interval"} ${dollarsInterval(ends)}${note}` : "";
      return `**${each < 0 ? "Sell" : "Buy"} ${dollars(Math.abs(each * amount))} of ${factor}** against ${dollars(amount)} of ${fit.asset}${reach}`;
    }),
    `Volatility of the ${isLevered(fit, hedged) ? "levered" : "hedged"} ${dollars(amount)}: ${dollars(amount * hedged.volatilityAnnual)} a year`,
  ];
}

const ownTitle = ({ ratio, left }: OwnHedge, { asset, factors: [factor] }: FactorFit): string =>
  `${asset} with ${ratio < 0 ? "−" : ""}$${number(Math.abs(ratio), 4)} of ${factor} sold for $1: β left ${estimate(left.value, left.standardError)}`;

/** What another hedge than β leaves, and the chapter's own below it. */
function ownLines({ own, hedged, fit }: HedgeResult): readonly string[] {
  if (!own) return [];
  const { left, ratio } = own;
  const sold = `${ratio < 0 ? "−" : ""}$${number(Math.abs(ratio), 4)}`;
  return [
    `With ${sold} of ${fit.factors[0]} sold for $1: **β left = ${estimate(left.value, left.standardError)}** · 95% interval ${interval(left.interval, left.standardError)}`,
    `Its mean is ${percent(own.meanAnnual)} and its volatility **${percent(own.volatilityAnnual)}** a year; with β sold ${percent(hedged.volatilityAnnual)}.`,
    "",
  ];
}

/** Why no interval stands beside the dollars of a hedge in part. */
function withoutInterval({ fit: { asset, sample }, rowsNeeded: needed }: HedgeResult): string {
  return needed === null
    ? `-# These dollars have no interval: a stretch of ${asset}'s rows determines no hedge.`
    : `-# An interval of these dollars takes ${count(needed)} ${periodOf(sample)}s, as volatility comes in spells: here are ${count(sample.observations)}.`;
}

/** "sell $1.188 of Mkt-RF", one a factor. */
const tradeWords = ({ fit, hedged }: Pick<HedgeResult, "fit" | "hedged">): readonly string[] =>
  hedged.hedges.map(
    ({ factor, dollars }, index) =>
      `${dollars < 0 ? "sell" : "buy"} ${dollarEstimate(Math.abs(dollars), fit.betas[index]?.standardError ?? 0)} of ${factor}`,
  );

/** Of a whole hedge the chapter's own, that of β; of one in part that of its dollars, negative where they are sold. */
function tradeInterval(result: HedgeResult, index: number): string {
  const { fit, hedged, inference } = result;
  const beta = fit.betas[index];
  if (!beta) return "";
  if (hedged.targetShare === 0) return ` · 95% interval of β ${interval(beta.interval, beta.standardError)}${robustInterval(result, ({ betas }) => betas[index], { decides: leavesOutZeroElsewise })}`;
  const own = inference?.hedges?.[index];
  if (!own) return "";
  const { ends, note } = dealInterval(own.interval);
  return ` · 95% interval ${interval(ends, own.standardError, "$")}${note}`;
}

/** Dollars, which are negative where they are sold, as a buyer or a seller says them. */
function dealInterval([low, high]: readonly [number, number]): { readonly ends: readonly [number, number]; readonly note: string } {
  if (high <= 0) return { ends: [-high, -low], note: "" };
  return { ends: [low, high], note: low < 0 ? ", sold where negative" : "" };
}

const leavesOutZero = ({ interval: [low, high] }: Estimate): boolean => low > 0 || high < 0;

const leavesOutZeroElsewise = (one: Estimate, other: Estimate): boolean => leavesOutZero(one) !== leavesOutZero(other);

function exposureLines({ exposures, targetShare, factorShare }: HedgedPortfolio): readonly string[] {
  const zeros = exposures.map(({ factor, beta, correlation }) => `${factor}: β ${fixed(beta, 6)}, correlation ${fixed(correlation, 6)}`);
  if (targetShare === 0) return [`Measured on the hedged returns, to 6 decimals as the chapter checks it: ${zeros.join("; ")}`];
  return [
    `Exposure kept: ${exposures.map(({ factor, beta, correlation }) => `β = ${number(beta)} to ${factor} (correlation ${number(correlation, 3)})`).join("; ")}`,
    `Factor share of the variance that is left: ${share(factorShare)}`,
  ];
}

function riskSentence(result: HedgeResult): string {
  const { fit, hedged } = result;
  if (hedged.targetShare === 0) {
    const zeros = zeroInOtherYears(result);
    const unsure = fit.exact ? [] : deciding(result).betas.filter((beta) => !leavesOutZero(beta) || zeros.includes(beta.term)).map(({ term }) => term);
    const left = `What is left of ${fit.asset} is α + ε: its **idiosyncratic risk** and its α.`;
    return unsure.length === 0 ? left : `${left} Its β on ${unsure.join(" and ")} can't be told apart from 0: on other days that hedge may add risk rather than take it.`;
  }
  const target = `You asked for ${share(hedged.targetShare)} of the variance as factor risk; without any hedge it is ${share(fit.rSquared)}.`;
  return isLevered(fit, hedged) ? `${target} This adds exposure: it is **levering up, not a hedge**.` : target;
}

function formulaLine(fit: FactorFit, hedged: HedgedPortfolio): string {
  const { betas: [only, second] } = fit;
  const sign = only.value < 0 ? "−" : "";
  if (!second) return `xh = ${sign}√(v · Var(ε) / ((1 − v) · Var(f))) − β.`;
  return `All exposures ${isLevered(fit, hedged) ? "grow" : "shrink"} by the same factor.`;
}

/** How the mean changed with the hedge, in these rows. */
function meanHint({ fit, hedged }: Pick<HedgeResult, "fit" | "hedged">): string {
  const before = fit.moments.asset.mean;
  const change = hedged.mean < before ? "fell with the volatility" : hedged.mean > before ? "rose while the volatility fell" : "stayed while the volatility fell";
  return `In these rows the mean ${change}. Is the hedged position the better bet? Compare what each earns for its risk.`;
}

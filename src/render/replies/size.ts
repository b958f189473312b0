import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerWeek, tradingDaysPerYear, weeksPerYear } from "../../calendar.ts";
import type { Estimate, FactorFit, Sample } from "../../engine/factor-fit.ts";
import type { PositionInference, PositionInterval } from "../../engine/position-inference.ts";
import type { Position, PositionSize, VolatilityBudget } from "../../engine/position-size.ts";
import { analysisReply, annualFactorOf, periodOf, periodsPerYearOf, rowsOf, type AnalysisContext } from "../analysis-reply.ts";
import { positionBars } from "../charts/position-bars.ts";
import { robustCode } from "../code/fit-code.ts";
import { positionCode, sizeCode } from "../code/size-code.ts";
import { count, dollars, dollarsInterval, fixed, number, percent, positionDollars, pValue, shortDollars } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { sumsCode, sumsOfRows, sumsWords, type SumsOfRows } from "../sums-of-rows.ts";
import { deciding, readFit, robustResults, robustInterval, type RobustPair } from "../robust.ts";

interface SizeResult extends RobustPair {
  readonly size: PositionSize;
  /** Intervals of both positions; null where the rows are too few, or stand still for a stretch. */
  readonly inference: PositionInference | null;
  /** How many rows those take; null where the sample has them. */
  readonly rowsNeeded: number | null;
  /** The same dollars as a budget per year, or per month where the request was per year. */
  readonly otherHorizon: PositionSize;
}

/** What a volatility budget buys, unhedged and hedged, and what each is expected to earn (chapter 6.8). */
export function sizeReply(result: SizeResult, context: AnalysisContext): Reply {
  const { fit, size, inference, otherHorizon } = result;
  const { asset, budget, unhedged, hedged } = size;
  const { budget: _budget, horizon: _horizon, ...options } = context.call.options;
  const roots = rootOf[fit.sample.frequency];
  const aYear = `a year (${annualFactorOf(fit.sample)})`;
  const printed = chapterComparison(size, otherHorizon);
  const gain = `Without its factor risk the same budget carries **${number(size.gainFromHedging)} times** the position: 1/√(1 − R²), R² = ${number(fit.rSquared, 3)}.`;
  return analysisReply(
    {
      title: `${asset} for ${dollars(budget.dollars)} a ${budget.horizon}: ${shortDollars(unhedged.dollars)}, hedged ${shortDollars(hedged.dollars)}`,
      titleOfFewRows: `${asset}: ${rowsOf(fit.sample)} are too few to size a position by`,
      lines: context.caution === null ? [
        `**Unhedged: ${positionDollars(unhedged.dollars)}** of ${asset}${positionInterval(inference?.unhedged)}`,
        `P&L ${aYear}: **${positionDollars(unhedged.expectedProfit)}** total; risk-adjusted (x · α) **${positionDollars(unhedged.riskAdjustedProfit)}**`,
        "",
        `**Hedged: ${positionDollars(hedged.dollars)}** of ${asset} with ${hedges(size)}${positionInterval(inference?.hedged)}`,
        `P&L ${aYear}: **${positionDollars(hedged.riskAdjustedProfit)}**, all of it α, 95% interval ${profitInterval(hedged, result)}`,
        ...(printed === null ? [gain] : []),
        ...rootLines(result),
        ...(inference ? [] : [withoutInterval(result)]),
      ] : fewRowsLines(result, aYear),
      more: [
        `Unhedged σ = ${volatilities(unhedged, budget, fit.sample)}; hedged σ(ε) = ${volatilities(hedged, budget, fit.sample)}`,
        `Unhedged, the risk-adjusted P&L's 95% interval is ${profitInterval(unhedged, result)}`,
        ...(printed === null ? [] : [gain, printed]),
        `The same ${dollars(budget.dollars)} as a budget for a ${otherHorizon.budget.horizon} (${roots[otherHorizon.budget.horizon]}): ${positionDollars(otherHorizon.unhedged.dollars)} unhedged, ${positionDollars(otherHorizon.hedged.dollars)} hedged.`,
        ...intervalNotes(result),
        ...profitVerdict(result),
      ],
      hint: `Say the period with every volatility and every budget: ${budgetPeriod(budget.horizon, roots)} ${profitQuestion(size)}`,
      recipe: fitRecipe(fit, context.sources),
      picture: positionBars(size, inference, alphaOf(readFit(result, alphaOf))),
      code: [...sizeCode(fit, size, context), ...(inference ? positionCode : []), ...sumsCode(fit, sumsOf(result)), ...robustCode(result)],
      lesson: "position-size",
      nextSteps: [
        {
          label: `Budget for a ${otherHorizon.budget.horizon}`,
          command: "size",
          options: { ...context.call.options, horizon: otherHorizon.budget.horizon },
        },
        { label: "Hedge it", command: "hedge", options },
      ],
      result: { fit, ...robustResults(result), size, other: otherHorizon, ...(inference ? { inference } : {}), ...sumsResult(result) },
    },
    context,
  );
}

/** Rows of a budget's horizon, where it has more than one and they are a whole number. */
const rowsOfHorizon: Readonly<Record<Sample["frequency"], Partial<Record<VolatilityBudget["horizon"], number>>>> = {
  daily: { week: tradingDaysPerWeek, month: tradingDaysPerMonth, quarter: 3 * tradingDaysPerMonth, year: tradingDaysPerYear },
  weekly: { quarter: weeksPerYear / 4, year: weeksPerYear },
  monthly: { quarter: 3, year: monthsPerYear },
  annual: {},
};

const sumsOf = ({ fit, size: { budget } }: SizeResult): SumsOfRows | null => sumsOfRows(fit, rowsOfHorizon[fit.sample.frequency][budget.horizon] ?? 1);

/** Sums of rows that go together vary more, or less, than the root of their number says. */
function rootLines(result: SizeResult): readonly string[] {
  const sums = sumsOf(result);
  if (sums === null) return [];
  const { fit, size: { asset, budget } } = result;
  return [`⚠️ ${sumsWords(fit, sums, rootOf[fit.sample.frequency][budget.horizon], asset)}: a hedged position for that would be ${sums.times > 1 ? "smaller" : "larger"} by that factor.`];
}

function sumsResult(result: SizeResult): { readonly sumsOverRoot?: number } {
  const sums = sumsOf(result);
  return sums === null ? {} : { sumsOverRoot: sums.times };
}

/** What to ask of the two P&Ls, by their signs: a loss pays nobody. */
function profitQuestion({ unhedged: { expectedProfit: total, riskAdjustedProfit: ofAlpha } }: PositionSize): string {
  if (total < 0 && ofAlpha < 0) return "By these rows both P&Ls are a loss. Would you hold the position all the same, and by what other rows?";
  if (total < 0) return "By these rows the total P&L is a loss, and α's part is not. Which of the two would a hedge leave you?";
  if (ofAlpha < 0) return "By these rows the total P&L is a gain and α's part a loss. Which of the two would a hedge leave you?";
  return "Which of the two P&Ls would you be paid for?";
}

/** Of few rows: round numbers, and of the P&L how little is known. */
function fewRowsLines(result: SizeResult, aYear: string): readonly string[] {
  const { asset, unhedged, hedged } = result.size;
  return [
    `By these rows' own volatility: ${shortDollars(unhedged.dollars)} of ${asset} unhedged, ${shortDollars(hedged.dollars)} hedged`,
    `P&L ${aYear} of the hedged position, all of it α: 95% interval ${profitInterval(hedged, result)}`,
    ...(result.inference ? [] : [withoutInterval(result)]),
  ];
}

const inMonth = String(tradingDaysPerMonth);
const inYear = String(tradingDaysPerYear);
const months = String(monthsPerYear);
const weeks = String(weeksPerYear);
const inWeek = String(tradingDaysPerWeek);

/** A question of the month that is taken where no period is named; of any other, which somebody named, what it is. */
const budgetPeriod = (horizon: VolatilityBudget["horizon"], roots: Readonly<Record<VolatilityBudget["horizon"], string>>): string =>
  horizon === "month" ? `is yours a month's (${roots.month}) or a year's (${roots.year})?` : `here both are a ${horizon}'s (${roots[horizon]}).`;

/** The root that turns a volatility per row into one over the budget's horizon. */
const rootOf = {
  daily: { day: "√1", week: "√5", month: `√${inMonth}`, quarter: `√${String(3 * tradingDaysPerMonth)}`, year: `√${inYear}` },
  weekly: { day: `√(1/${inWeek})`, week: "√1", month: `√(${weeks}/${months})`, quarter: `√${String(weeksPerYear / 4)}`, year: `√${weeks}` },
  monthly: { day: `√(1/${inMonth})`, week: `√(5/${inMonth})`, month: "√1", quarter: "√3", year: `√${months}` },
  annual: { day: `√(1/${inYear})`, week: `√(5/${inYear})`, month: `√(1/${months})`, quarter: "√(1/4)", year: "√1" },
} as const;

/** Over the budget's horizon, with the root that made it of one row's. */
function volatilities({ volatility, volatilityAnnual }: Position, { horizon }: VolatilityBudget, sample: Sample): string {
  const root = rootOf[sample.frequency][horizon];
  const beside = [...(root === "√1" ? [] : [`a ${periodOf(sample)}'s × ${root}`]), ...(horizon === "year" ? [] : [`${percent(volatilityAnnual)} a year`])];
  return `${percent(horizon === "year" ? volatilityAnnual : volatility)} a ${horizon}${beside.length === 0 ? "" : ` (${beside.join("; ")})`}`;
}

const positionInterval = (inference: PositionInterval | undefined): string => (inference ? ` · 95% interval ${dollarsInterval(inference.interval)}` : "");

/** Why no interval stands beside the positions. */
function withoutInterval({ size: { asset, sample }, rowsNeeded: needed }: SizeResult): string {
  return needed === null
    ? `-# The positions have no interval: what is sized stands still for a stretch of ${asset}'s rows.`
    : `-# An interval of a position takes ${count(needed)} ${periodOf(sample)}s, as volatility comes in spells: here are ${count(sample.observations)}.`;
}

/** What each interval leaves open, and where those of the positions come from. */
function intervalNotes({ size: { sample }, inference }: SizeResult): readonly string[] {
  if (!inference) return ["The intervals of P&L are those of α, the position taken as it is."];
  const yearly = ({ stretches }: PositionInterval): string => stretches.map((each) => percent(each * Math.sqrt(periodsPerYearOf(sample)), 3)).join(", ");
  return [
    "The intervals of P&L are those of α, the position taken as it is; those of the positions are of σ, which is estimated too.",
    `In four stretches of the rows, one after the other, σ was ${yearly(inference.unhedged)} a year and σ(ε) ${yearly(inference.hedged)}. The intervals of the positions rest on how far apart they are.`,
  ];
}

const alphaOf = ({ alphaAnnual }: FactorFit): Estimate => alphaAnnual;

/** The chapter's, of α's classical interval, and the robust one where the data speak against that. */
function profitInterval({ dollars: position, riskAdjustedInterval }: Position, pair: RobustPair): string {
  const written = ({ interval: [low, high] }: Estimate): string => dollarsInterval([low * position, high * position]);
  return `${dollarsInterval(riskAdjustedInterval)}${robustInterval(pair, alphaOf, { written })}`;
}

/** Whether the profit beyond the factors' share is above or below 0, by the errors that decide. */
function profitVerdict(pair: RobustPair): readonly string[] {
  const { alpha, exact } = deciding(pair);
  if (exact) return [];
  if (alpha.pValue >= 0.05) return [`The rows don't tell the risk-adjusted P&L (α's part) apart from 0 (${pValue(alpha.pValue)}).`];
  return [`The risk-adjusted P&L (α's part) is ${alpha.value > 0 ? "above" : "below"} 0 by more than these rows' noise (${pValue(alpha.pValue)}).`];
}

const hedges = ({ hedged }: PositionSize): string =>
  hedged.hedges
    .map(({ factor, dollars: hedgeDollars }) => `${positionDollars(Math.abs(hedgeDollars))} of ${factor} ${hedgeDollars < 0 ? "sold short" : "bought"}`)
    .join(" and ");

/** 6.8.3 prints a monthly hedged volatility as an annual one: both readings, for the chapter's own case. */
function chapterComparison(size: PositionSize, otherHorizon: PositionSize): string | null {
  const month = [size, otherHorizon].find(({ budget }) => budget.horizon === "month");
  const year = [size, otherHorizon].find(({ budget }) => budget.horizon === "year");
  if (!month || !year || fixed(month.hedged.volatility, 4) !== printedHedgedVolatility) return null;
  return `**As printed** (6.8.3): "Hedged vol (annual): ${printedHedgedVolatility}". **As consistent**: it was made with √21, so ${printedHedgedVolatility} is a month's; a year's is ${consistentHedgedVolatility} by that rounded figure (× √12), ${fixed(year.hedged.volatility, 4)} by the data. ${shortDollars(month.hedged.dollars)} hedged fits ${dollars(month.budget.dollars)} a month; ${dollars(year.budget.dollars)} a year gives ${shortDollars(year.hedged.dollars)}.`;
}

const printedHedgedVolatility = "0.0736";
const consistentHedgedVolatility = "0.2550";

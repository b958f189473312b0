import { monthsPerYear, tradingDaysPerYear } from "../calendar.ts";
import { dayBefore, monthsFrom, nextDay } from "./calendar-spans.ts";
import { moneyIn } from "./find-money.ts";
import { namesModel } from "./asked-factors.ts";
import { minimumMonths } from "./find-settings.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { EarlierCall, Focus, Knowledge } from "./understanding.ts";

/** What the question changes of the call before: options, and what is asked for. */
export interface Changes {
  readonly options: Readonly<Record<string, string>>;
  readonly focus: Partial<Focus>;
}

export function changesOf(parsed: ParsedQuestion, { call, focus }: EarlierCall, knowledge: Knowledge): Changes | null {
  const options: Record<string, string> = {};
  const changed: Partial<Record<keyof Focus, unknown>> = {};
  const number = /(?:^|[^\d.])(\d{1,4}(?:\.\d+)?)(?![\d.]* ?(?:%|percent))/u.exec(parsed.text.replaceAll(/\bff ?\d|\bhc\d|\br2\b/gu, ""))?.[1];
  if (number !== undefined && parsed.dollars === null && parsed.from === null) {
    const isMonths = focus?.quantity === "rolling" && Number(number) >= minimumMonths && /\d ?-?(?:mths?|months?|monthly)\b/u.test(parsed.text);
    // So many months are rows of months, as in "60-month rolling β".
    if (isMonths) Object.assign(options, { window: number, frequency: "monthly" });
    else if (focus?.quantity === "rolling") options["window"] = String(rowsOf(Number(number), parsed.text, call.options["frequency"]));
    else if (call.options["lags"] !== undefined) options["lags"] = number;
    else if (focus !== null && (/^ci-/u.test(focus.quantity) || focus.level !== null) && Number(number) >= 80) changed.level = Number(number) / 100;
    else if (call.options["move"] !== undefined) options["move"] = `${/\b(?:up|rises?|gains?)\b/u.test(parsed.text) ? "" : "-"}${number}%`;
    else if (call.options["from"] !== undefined && call.options["to"] === undefined && Number.isInteger(Number(number)) && Number(number) <= 40 && parsed.unheld.length === 0) options["from"] = monthsFrom(nextDay(knowledge.lastDay), -monthsPerYear * Number(number));
  }
  Object.assign(options, otherSide(parsed.text, call.options), scaledAmount(parsed.text, call.options));
  if (isSizing(focus) && earnsOnIt.test(parsed.text)) changed.quantity = "expected-pnl";
  const month = monthLeftOut(parsed.text, call.options["from"]);
  if (month !== null) options["without"] = month;
  if (parsed.level !== null) changed.level = parsed.level;
  if (parsed.tTarget !== null) changed.tTarget = parsed.tTarget;
  if (parsed.hypothesis !== null) changed.hypothesis = parsed.hypothesis;
  const side = /\bone[- ]?(?:sided|tailed)\b/u.test(parsed.text) ? (/\b(?:less|lower|smaller|below)\b/u.test(parsed.text) ? "less" : "greater") : /\btwo[- ]?(?:sided|tailed)\b/u.test(parsed.text) ? "two" : null;
  if (side !== null && parsed.hypothesis === null && focus?.hypothesis) changed.hypothesis = { ...focus.hypothesis, side };
  if (/\b(?:classical|other errors|ols errors|nonrobust)\b/u.test(parsed.text)) options["errors"] = "classical";
  if (parsed.settings.frequency === "daily") options["frequency"] = "daily";
  if (/\b(?:hedged?|hedging)\b/u.test(parsed.text) && focus?.quantity === "sharpe") changed.quantity = "hedged-sharpe";
  if (/\bper (?:year|yr|annum)\b|\bannual\w*|\byearly\b/u.test(parsed.text) && focus !== null && /alpha/u.test(focus.quantity)) changed.quantity = "alpha-annual";
  if (parsed.horizon !== null || /\bper (month|year|week|quarter|day)\b/u.test(parsed.text)) {
    const horizon = parsed.horizon ?? /\bper (month|year|week|quarter|day)\b/u.exec(parsed.text)?.[1];
    // What is earned per year is earned on the same position.
    if (isSizing(focus) && horizon !== undefined && !earnsOnIt.test(parsed.text)) options["horizon"] = horizon;
  }
  if (/\bresidual one|\bresiduals?\b/u.test(parsed.text) && focus?.quantity === "correlation") changed.quantity = "residual-correlation";
  const hasSlots =
    parsed.assets.length > 0 || parsed.from !== null || parsed.to !== null || parsed.without.length > 0 || parsed.firstMonths !== null || parsed.settings.frequency !== null || parsed.settings.errors !== null ||
    parsed.factors.length > 0 || namesModel(parsed) || parsed.dollars !== null || parsed.quantity !== null || parsed.move !== null || parsed.unused.length > 0 || /\bhedg/u.test(parsed.text);
  return hasSlots || Object.keys(options).length > 0 || Object.keys(changed).length > 0 ? { options, focus: changed as Partial<Focus> } : null;
}

/** Rows of a window that may be given in years or months: 252 days, 52 weeks or 12 months are a year. */
function rowsOf(count: number, text: string, frequency: string | undefined): number {
  const perYear = frequency === "monthly" ? monthsPerYear : frequency === "weekly" ? 52 : tradingDaysPerYear;
  if (/\d ?-?(?:y|yrs?|years?)\b/u.test(text)) return count * perYear;
  return /\d ?-?(?:m|mths?|months?)\b/u.test(text) ? Math.round((count * perYear) / monthsPerYear) : count;
}

/** "What would I earn on that", behind a position's size. */
export const earnsOnIt = /\b(?:earn|gain|profit|pnl|p ?& ?l)\b.*\b(?:that|it|this)\b|\bmake (?!that\b|it\b|this\b).*\b(?:on|from|with) (?:that|it|this)\b/u;

/** "And after?" behind "before 2008": the days that the call before has not. */
function otherSide(text: string, { from, to }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const side = /^\W*(?:(?:and|n|what about|how about|but) )?(after(?:wards?)?|since|later|before|earlier|previously|prior)(?: (?:that|then|it))?\W*$/u.exec(text)?.[1];
  if (side === undefined || (from === undefined) === (to === undefined)) return {};
  const isLater = /^(?:after|since|later)/u.test(side);
  if (to !== undefined) return isLater ? { from: nextDay(to) } : {};
  return isLater || from === undefined ? {} : { to: dayBefore(from) };
}

/** "Double that amount": the amount or the budget of the call before, as many times. */
function scaledAmount(text: string, { amount, budget }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const times = scaledBy(text);
  if (times === null || (amount === undefined && budget === undefined)) return {};
  const scaled = (typed: string): string => String(times * (moneyIn(typed.toLowerCase()) ?? Number(typed)));
  return amount === undefined ? { budget: scaled(budget ?? "") } : { amount: scaled(amount) };
}

export const scaledBy = (text: string): number | null => {
  const [, times = ""] = /^\W*(?:(?:and|now|ok|then|what about|how about|what if i|make it|with|for|at) )*(double|twice|half|halve|triple)(?: (?:of|that|the|this|it|my|as much))*(?: (?:amount|size|money|budget|position|hedge))?\W*$/u.exec(text) ?? [];
  return { double: 2, twice: 2, triple: 3, half: 0.5, halve: 0.5 }[times] ?? null;
};

/** "now drop march", behind a window within one year: that month of it. */
function monthLeftOut(text: string, from: string | undefined): string | null {
  const match = /\b(?:without|excluding|except|drop|skip|leave out|not) (?:the month of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?! \d)/u.exec(text);
  if (!match || from === undefined) return null;
  const month = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].indexOf(match[1] ?? "");
  const year = Number(from.slice(0, 4));
  const iso = (date: Date): string => date.toISOString().slice(0, 10);
  return `${iso(new Date(Date.UTC(year, month, 1)))}..${iso(new Date(Date.UTC(year, month + 1, 0)))}`;
}

export const isSizing = (focus: Focus | null): boolean => focus?.quantity === "position-size";

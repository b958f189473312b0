/**
 * What a question says and a call does not hold: an audit of the finished reading against the question's own characters,
 * blind to how the grammar came to it. The grammar's slots say what was found; this says what was not.
 */
import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear, weeksPerYear } from "../calendar.ts";
import { unitFactorOf } from "./find-money.ts";
import type { Reading } from "./understanding.ts";

/** The numbers and models of the question that neither the call nor its focus has, as they were written. */
export function unaccounted(question: string, reading: Pick<Reading, "call" | "focus" | "alsoAsked" | "leftOut">): readonly string[] {
  const text = question.normalize("NFKC").replaceAll(/[‐‑‒–—―−]/gu, "-").toLowerCase();
  const said = reading.leftOut.join(" ").toLowerCase();
  // A number of one's own is held against another, which may stand beside it.
  const numbers = reading.call.options["value"] === undefined ? numbersIn(text, reading) : [];
  const isAmountSaid = said.includes("the amount");
  return [...numbers.filter((words) => !(isAmountSaid && isAmount(words, text))), ...modelsIn(text, reading), ...periodsIn(text, reading)].filter((words) => !said.includes(words));
}

const numeral = /(?<![\p{L}\p{N}_^.])(?:\d{1,3}(?:[,'’]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?=(?: ?(k|thousand|mm|mn|mio|mln|millions?|mil|m|bn|billion)\b| ?(%|percent|pct|bps?\b|basis points?)|\b)?)/gu;

/** Behind these, a number is a name: of an exercise, a cell, a section, a lag's unit, what a year has. */
const isNamed = /(?:\b(?:exercise|ex|question|q|part|cell|section|sec|chapter|line|step|no|number|figure|table|day|page|part)\.? ?|×|\bx|\*|sqrt\(?|√\(?|\bs&p ?|\brussell ?|#)$/u;
/** Before these, it says of nothing how much. */
const isCount = /^(?:st|nd|rd|th)\b|^ ?(?:stocks?|assets?|companies|firms?|tickers?|names|of (?:them|these|those))\b|^(?:\.\d+)+|^\/\d|^ ?-?(?:sided|tailed|way)\b/u;

/** "After 2015" begins in 2016. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100;

function numbersIn(text: string, { call, focus, alsoAsked = [] }: Pick<Reading, "call" | "focus" | "alsoAsked">): readonly string[] {
  const values = Object.entries(call.options);
  const held = values.flatMap(([, value]) => [...value.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => Number(digits)));
  const asked = [focus, ...alsoAsked].flatMap((one) => (one === null ? [] : [one.level, one.hypothesis?.value, one.tTarget, one.supposedAlpha, one.targetVolatility])).filter((value) => typeof value === "number");
  const all = [...held, ...asked, ...asked.map((value) => 1 - value)];
  const hasWindow = ["from", "to", "window", "split", "without"].some((name) => name in call.options);
  return [...text.matchAll(numeral)].flatMap((match) => {
    const [written, scale, percent] = match as unknown as readonly [string, string | undefined, string | undefined];
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + written.length);
    const value = Math.abs(Number(written.replaceAll(/[,'’]/gu, "")));
    if (isNamed.test(before) || isCount.test(after)) return [];
    // "The last 5 years", "60 days" and "the 90s" are the window's.
    if (hasWindow && /^ ?-?(?:s\b|'s\b|years?\b|yrs?\b|y\b|months?\b|weeks?\b|days?\b|rows?\b|trading\b|d\b|m\b)/u.test(after)) return [];
    // What every interval and every hedge is of, and what a year has.
    if (value === 95 && /^ ?(?:%|percent|pct)? ?(?:ci|conf\w*|interval|level|error)/u.test(after)) return [];
    if (value === 1 && /\$ ?$/u.test(before)) return [];
    // "4 years" are years, "beta 4 starbucks" is of it.
    if ((value === 4 || value === 2) && /\p{L} $/u.test(before) && /^ (?!(?:factors?|lags?|assets?|stocks?)\b)\p{L}/u.test(after) && !/^ ?-?(?:years?|yrs?|y|months?|weeks?|days?|percent|million|mio|k|m|bn|x|times)\b/u.test(after)) return [];
    // t is counted to 2 where nothing else is said; the first lag is what an autocorrelation is of; residuals average 0.
    if (value === 2 && /\bt ?(?:=|of|>|at|to|stat\w*)? ?$/u.test(before)) return [];
    if (value === 1 && /\blags? ?(?:of |= ?)?$|\bfirst\b/u.test(before) && focus?.quantity === "autocorrelation") return [];
    if (value === 0 && focus?.quantity === "residual") return [];
    const scaled = value * (scale === undefined ? 1 : unitFactorOf(scale)) * (percent?.startsWith("b") === true ? 1 / 100 : 1);
    const same = [value, scaled, scaled / 100, scaled * 100, value * tradingDaysPerYear, value * tradingDaysPerMonth, value * monthsPerYear, value * weeksPerYear, 1900 + value, 2000 + value, ...(isYear(value) ? [value - 1, value + 1] : [])];
    if (all.some((one) => same.some((other) => Math.abs(one - other) <= 1e-6 * Math.max(1, other)))) return [];
    // "The 3 Fama–French factors" are a model.
    if (/^ ?-?(?:\w+ ){0,3}(?:factors?|fatores|factores|faktoren)\b/u.test(after) && values.some(([name, of]) => (name === "model" || name === "factor") && (countOf(of) === value || of.split(" ").length === value))) return [];
    return [`${written}${percent === undefined ? "" : percent.startsWith("%") ? "%" : ` ${percent}`}`];
  });
}

const isAmount = (digits: string, text: string): boolean => new RegExp(`\\$ ?${digits.replaceAll(".", "\\.")}|(?<![\\d.])${digits.replaceAll(".", "\\.")} ?(?:k|m|mm|mn|mio|mln|million|thousand|bn|billion|dollars?|usd|bucks|grand)\\b|\\d{5}`, "u").test(text);

const countOf = (model: string): number => ({ capm: 1, ff3: 3, carhart: 4, ff5: 5, ff6: 6 })[model.split("-")[0] ?? ""] ?? 0;

const modelNames = /\b(?:capm|carhart|ff ?-?[3-6])\b/gu;

/** A second model, or one that the call has not. */
function modelsIn(text: string, { call }: Pick<Reading, "call">): readonly string[] {
  const named = [...new Set([...text.matchAll(modelNames)].map(([name]) => name.replaceAll(/[ -]/gu, "")))];
  const of = call.options["model"] ?? call.options["factor"] ?? "";
  const held = of.startsWith("carhart") ? "ff4 carhart" : of;
  return named.filter((name) => (name === "capm" ? named.length > 1 : !held.includes(name) && !(name === "ff5" && held.startsWith("ff6")) && !["ff3 ff5", "ff5 ff3"].includes(held)));
}

/** Rows of another length than the call's. */
function periodsIn(text: string, { call, focus }: Pick<Reading, "call" | "focus">): readonly string[] {
  if (call.command === "frequency" || focus?.quantity === "frequencies") return [];
  const frequency = call.options["frequency"] ?? "daily";
  const kinds = [["weekly", /\bweekly\b|\bsemanal\w*\b|\bw[öo]chentlich\w*\b|\bwochen\w*\b/u], ["monthly", /\bmonthly\b|\bmensual\w*\b|\bmensuel\w*\b|\bmensal\w*\b|\bmonats?\w*\b|\bmonatlich\w*\b/u]] as const;
  return kinds.flatMap(([kind, pattern]) => (pattern.test(text) && frequency !== kind && call.options["horizon"] === undefined ? [pattern.exec(text)?.[0] ?? kind] : []));
}

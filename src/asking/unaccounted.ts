/**
 * What a question says and a call does not hold: an audit of the finished reading against the question's own characters,
 * blind to how the grammar came to it. The grammar's slots say what was found; this says what was not.
 */
import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear, weeksPerYear } from "../calendar.ts";
import { unitFactorOf } from "./find-money.ts";
import type { AskableCommand } from "./askable-command.ts";
import type { Reading } from "./understanding.ts";

type Audited = Pick<Reading, "call" | "focus" | "alsoAsked" | "leftOut">;

/** The numbers and periods of the question that neither the call nor its focus has, as they were written. */
export function unaccounted(question: string, reading: Audited, command: Pick<AskableCommand, "options">): readonly string[] {
  const text = askingSentences(question.normalize("NFKC").replaceAll(/[‐‑‒–—―−]/gu, "-").toLowerCase());
  const said = reading.leftOut.join(" ").toLowerCase();
  // A number of one's own is held against another, which may stand beside it.
  const numbers = reading.call.options["value"] === undefined ? numbersIn(text, reading, command) : [];
  const isAmountSaid = said.includes("the amount");
  return [...numbers.filter((words) => !(isAmountSaid && isAmount(words, text))), ...periodsIn(text, reading, command)].filter((words) => !said.includes(words));
}

/** Of a long message, the sentences that ask: what surrounds them tells of other things. */
function askingSentences(text: string): string {
  if (text.split(/\s+/u).length <= longMessage) return text;
  const sentences = text.split(/(?<=[.?!…])\s+/u);
  const asking = sentences.filter((sentence) => sentence.includes("?"));
  return (asking.length > 0 ? asking : sentences.slice(0, 1)).join(" ");
}
const longMessage = 25;

/** The models that the question names and the call has not: said to be left out beside the one that it has. */
export function furtherModels(question: string, { call, leftOut }: Pick<Reading, "call" | "leftOut">): readonly string[] {
  const said = leftOut.join(" ").toLowerCase();
  if (said.includes("the factors")) return [];
  return modelsIn(question.toLowerCase(), { call }).filter((name) => !said.includes(name));
}

const numeral = /(?<![\p{L}\p{N}_^.])(?:\d{1,3}(?:[,'’]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?|\.\d+)(?=(?: ?(k|grand|thousand|mm|mn|mio|mln|millions?|mil|m|bn|billion)\b| ?(%|percent|pct|bps?\b|basis points?)|\b)?)/gu;

/** Behind these, a number is a name: of an exercise, a cell, a section, a lag's unit, what a year has. */
const isNamed = /(?:\b(?:exercise|ex|question|q|part|cell|section|sec|chapter|line|step|no|number|figure|table|day|page|part)\.? ?|×|\bx|\*|sqrt\(?|√\(?|\bs&p ?|\brussell ?|#|\ball (?:the )?|\b(?:like|remember|rather than|instead of)(?: (?:in|since|from))? )$/u;
/** Before these, it says of nothing how much. */
const isCount = /^(?:st|nd|rd|th)\b|^ ?(?:stocks?|assets?|companies|firms?|tickers?|names|of (?:them|these|those))\b|^(?:\.\d+)+|^\/\d|^ ?-?(?:sided|tailed|way)\b/u;

/** "I meant 10", of the last years: a window that begins so many years before the end of some year. */
const isYearsBack = (value: number, from: string | undefined): boolean => from !== undefined && Number.isInteger(value) && value <= 40 && from.slice(5) === "01-01" && [2024, 2025].includes(Number(from.slice(0, 4)) + value);

/** "1,234", "80.000" and "1,3". */
function readNumber(written: string): number {
  if (/^\d{1,3}(?:\.000)+$/u.test(written)) return Number(written.replaceAll(".", ""));
  return Number(/,\d{1,2}$/u.test(written) ? written.replace(",", ".") : written.replaceAll(/[,'’]/gu, ""));
}

/** "After 2015" begins in 2016. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100;

function numbersIn(text: string, { call, focus, alsoAsked = [] }: Audited, { options }: Pick<AskableCommand, "options">): readonly string[] {
  const values = Object.entries(call.options);
  const held = values.flatMap(([, value]) => [...value.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => Number(digits)));
  const asked = [focus, ...alsoAsked].flatMap((one) => (one === null ? [] : [one.level, one.hypothesis?.value, one.tTarget, one.supposedAlpha, one.targetVolatility])).filter((value) => typeof value === "number");
  // "Over-hedged by 50%" sells 150% of β.
  const beyondBeta = /^(\d+(?:\.\d+)?)%$/u.exec(call.options["ratio"] ?? "")?.[1];
  const all = [...held, ...(beyondBeta === undefined ? [] : [Math.abs(Number(beyondBeta) - 100)]), ...asked, ...asked.map((value) => 1 - value)];
  const hasWindow = ["from", "to", "window", "split", "without"].some((name) => name in call.options);
  // The parts of a mix are its weights, whatever they were written as.
  if (values.some(([name, of]) => (name === "ticker" || name === "tickers") && of.includes("*"))) return [];
  return [...text.matchAll(numeral)].flatMap((match) => {
    const [written, scale, percent] = match as readonly (string | undefined)[] as readonly [string, string?, string?];
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + written.length);
    const value = readNumber(written);
    if (isNamed.test(before) || isCount.test(after)) return [];
    // "The last 5 years", "60 days" and "the 90s" are the window's.
    if (hasWindow && /^ ?-?(?:s\b|'s\b|years?\b|yrs?\b|saal\b|a[nñ]os\b|ans\b|jahren?\b|anni\b|y\b|months?\b|weeks?\b|days?\b|rows?\b|trading\b|d\b|m\b)/u.test(after)) return [];
    // What every interval and every hedge is of, and what a year has.
    if (value === 95 && /^ ?(?:%|percent|pct)? ?(?:ci|conf\w*|interval|level|error)/u.test(after)) return [];
    // "1 dollar", "1 sd", "which 1", "lag 1" say of nothing how much; "β of 1" does.
    if (value === 1 && scale === undefined && percent === undefined && !/\bbeta (?:is|of|to|at|=|equals?|be|was)? ?$/u.test(before)) return [];
    if (value === tradingDaysPerYear && "window" in options && call.options["window"] === undefined) return [];
    if (value === 5 && percent !== undefined && /\bat (?:the )?$/u.test(before)) return [];
    if (value === 0 && /^hedged-/u.test(focus?.quantity ?? "")) return [];
    // "4 years" are years, "beta 4 starbucks" is of it.
    if ((value === 4 || value === 2) && /\p{L} $/u.test(before) && /^ (?!(?:factors?|lags?|assets?|stocks?)\b)\p{L}/u.test(after) && !/^ ?-?(?:years?|yrs?|y|months?|weeks?|days?|percent|million|mio|k|m|bn|x|times)\b/u.test(after)) return [];
    // t is counted to 2 where nothing else is said; the first lag is what an autocorrelation is of; residuals average 0.
    if (value === 2 && /\bt ?(?:=|of|>|at|to|stat\w*)? ?$/u.test(before)) return [];
    if (value === 0 && focus?.quantity === "residual") return [];
    const scaled = value * (scale === undefined ? 1 : unitFactorOf(scale)) * (percent?.startsWith("b") === true ? 1 / 100 : 1);
        const same = [value, scaled, ...(scale === "mil" ? [1000 * value] : []), scaled / 100, scaled * 100, value * tradingDaysPerYear, value * tradingDaysPerMonth, value * monthsPerYear, value * weeksPerYear, 1900 + value, 2000 + value, ...(isYear(value) ? [value - 1, value + 1] : [])];
    if (isYearsBack(value, call.options["from"])) return [];
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
  const held = of.startsWith("carhart") || of.includes("MOM") ? `ff3 ff4 carhart ${of}` : of;
  return named.filter((name) => (name === "capm" ? named.length > 1 : !held.includes(name)));
}

/** Rows of another length than the call's. */
function periodsIn(text: string, { call }: Audited, { options: { frequency: taken } }: Pick<AskableCommand, "options">): readonly string[] {
  // What has none is of all, or says itself that it leaves it out.
  if (taken === undefined) return [];
  const { frequency = "daily", horizon } = call.options;
  const kinds = [["weekly", /\bweekly\b|\bsemanal\w*\b|\bw[öo]chentlich\w*\b|\bwochen\w*\b/u], ["monthly", /\bmonthly\b|\bmensual\w*\b|\bmensuel\w*\b|\bmensal\w*\b|\bmonats?\w*\b|\bmonatlich\w*\b/u]] as const;
  return kinds.flatMap(([kind, pattern]) => (pattern.test(text) && !/\bhorizon\b|\bbudget/u.test(text) && frequency !== kind && horizon === undefined ? [pattern.exec(text)?.[0] ?? kind] : []));
}

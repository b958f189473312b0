import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerWeek, tradingDaysPerYear, weeksPerYear } from "../calendar.ts";

/** What a question says of how to measure, besides its window. */
export interface Settings {
  readonly frequency: "daily" | "weekly" | "monthly" | null;
  /** Log returns instead of simple ones. */
  readonly isLog: boolean;
  readonly errors: "hc1" | "hac" | null;
  readonly lags: number | "auto" | null;
  /** A model by its name; null where none is named. */
  readonly model: "capm" | "ff3" | "ff5" | "ff6" | null;
  /** Rows of a rolling window. */
  readonly window: number | null;
  /** Share of variance that may stay the factor's, in percent. */
  readonly target: number | null;
  readonly isPrivate: boolean;
  /** Whether the lines of Python are asked for instead of their answer. */
  readonly wantsCode: boolean;
}

/** Reads the settings of a question in lower case. */
export function findSettings(text: string): Settings {
  const daily = /(?<!\b(?:not|dont use|not use) )\bdaily\b|\bday by day\b/u.test(text);
  const monthly = /\bmonthly\b|\bmontly\b|\bmonth by month\b|\bmonth[- ]end\b|\bby month\b|\b(?:using|with|in|on|at|only) months\b|\bmonths,? not days\b|\bmonth (?:of|returns)\b|\b(?:worst|best) months?\b|\bin percent per month\b/u.test(text);
  const weekly = /(?<!\b(?:not|dont use|not use) )\bweekly\b|\bweek by week\b|\bby week\b|\b(?:using|with|in|on|only) weeks\b|\bweeks?\b(?= (?:returns?|data|rets?)\b)|\bfriday (?:to|on) friday\b|\b(?:worst|best) weeks?\b/u.test(text);
  const lags = numberOf(/\b(\d{1,3})[ -](?:hac |newey[ -]west |nw |month |week |day |daily |weekly |monthly )?lags?\b|\b(?:max)?lags?(?: of)?[ :=]*(\d{1,3})\b|\bnw ?\(?(\d{1,2})\b/u, text);
  const months = monthsIn(text);
  return {
    frequency: months === null ? onlyOne({ daily, weekly, monthly }) : "monthly",
    isLog: /(?<!\b(?:not|no|dont use|not use|instead of|rather than) )\blog(?:arithmic|ged)?[- ]?(?:returns?|rets?|excess returns?)?\b(?!-?likelihood)|\blogs\b|\bcontinuously compounded\b/u.test(text),
    errors: /\b(?:newey|hac\b|nw\b|autocorrelation[ -](?:robust|consistent))/u.test(text)
      ? "hac"
      : /\b(?:hc[01]|robust|white|heteroske?c?dasticity[ -](?:robust|consistent))\b(?! minus)/u.test(text)
        ? "hc1"
        : null,
    lags: lags === null && /\b(?:auto|automatic(?:ally)?|optimal|data[ -]driven)\b.{0,30}\blags?\b|\blags?\b.{0,20}\b(?:auto|automatic(?:ally)?|by the data)\b/u.test(text) ? "auto" : lags,
    model: modelIn(text),
    window: months ?? windowIn(text, onlyOne({ daily, weekly, monthly }) ?? "daily"),
    target: numberOf(/(\d{1,2}(?:\.\d+)?) ?(?:%|percent|per cent)/u, text) ?? shareInWords(text),
    isPrivate: /\b(?:privately|in private|only (?:to|for) me|just (?:to|for) me|only i)\b/u.test(text),
    wantsCode: /\bpython\b|\b(?:code|script)\b(?=.*\b(?:for|of|that|behind|produces?|gives?|makes?)\b)|\b(?:show|give|see)\b.*\bcode\b|\bin pandas\b/u.test(text),
  };
}

/** The one frequency that is named; none where several are, to be set beside each other. */
function onlyOne(named: Readonly<Record<"daily" | "weekly" | "monthly", boolean>>): "daily" | "weekly" | "monthly" | null {
  const [only, another] = (["daily", "weekly", "monthly"] as const).filter((frequency) => named[frequency]);
  return another === undefined ? (only ?? null) : null;
}

const factorCounts: Readonly<Record<string, 3 | 5 | 6>> = { "3": 3, three: 3, "5": 5, five: 5, "6": 6, six: 6 };

function modelIn(text: string): Settings["model"] {
  const named =
    /\bff[ -]?(3|5|6)\b/u.exec(text) ??
    /\bfama(?:[ -]| and )?french[ -]?(?:'s )?(three|five|six|3|5|6)\b/u.exec(text) ??
    /\b(three|five|six|3|5|6)[ -](?:(?:fama[ -]?)?french[ -])?(?:risk )?factors?\b/u.exec(text);
  const count = factorCounts[named?.[1] ?? ""];
  if (count) return count === 5 && /\b(?:momentum|mom|umd)\b/u.test(text) ? "ff6" : `ff${count}`;
  if (/\b(?:carhart|momentum|mom\b|umd\b)/u.test(text)) return "ff6";
  if (/\b(?:rmw|cma|profitability|investment factor)\b/u.test(text)) return "ff5";
  if (/\b(?:fama[ -]?french|smb|hml|value factor|size factor|(?:small|big|large)(?: or (?:small|big|large))? (?:caps?|companies|firms|stocks)|value premium|on value|to value|on size|value tilt|value stock|growth stock)\b/u.test(text)) return "ff3";
  return /\bcapm\b/u.test(text) ? "capm" : null;
}

const rowsPerUnit: Readonly<Record<string, number>> = {
  d: 1,
  m: tradingDaysPerMonth,
  y: tradingDaysPerYear,
  yr: tradingDaysPerYear,
  day: 1,
  row: 1,
  week: tradingDaysPerWeek,
  month: tradingDaysPerMonth,
  year: tradingDaysPerYear,
};
const rowsOfPeriod: Readonly<Record<"weekly" | "monthly", Readonly<Record<string, number>>>> = {
  weekly: { week: 1, y: weeksPerYear, yr: weeksPerYear, year: weeksPerYear },
  monthly: { month: 1, y: monthsPerYear, yr: monthsPerYear, year: monthsPerYear },
};
const smallNumbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, twelve: 12 };

/** So many months that a regression on their rows makes sense: "trailing 60-month beta", "36 months each time". */
function monthsIn(text: string): number | null {
  const match =
    /\b(\d{2,3})[ -]months?\)? ?(?:rolling|moving|window|beta|each)/u.exec(text) ?? /\b(?:rolling|moving|trailing|windows? of)\b.{0,25}?\b(\d{2,3})[ -]months?\b/u.exec(text);
  const count = Number(match?.[1] ?? 0);
  return count >= minimumMonths ? count : null;
}

/** From so many months on, a window of them has rows of months. */
export const minimumMonths = 24;

/** Rows of a window: "500 day", "window of 126 days", "one-year window"; days unless the returns are weekly or monthly. */
function windowIn(text: string, frequency: "daily" | "weekly" | "monthly"): number | null {
  const number = "(\\d{1,4}|one|two|three|four|five|six|twelve)";
  const match =
    new RegExp(`\\bwindows?(?: length| size)?(?: of|:| =)? ?${number}(?:[ -]?(day|row|week|month|year|d|m|y)(?![a-z]{2}))?`, "u").exec(text) ??
    new RegExp(`${number}[ -]?(?:trading[ -])?(day|row|week|month|year|d|y|yr)s?[ -](?:rolling|moving|window|beta|rolling)`, "u").exec(text) ??
    new RegExp(`\\b(?:rolling|moving)\\b.{0,40}?\\b${number}[ -]?(?:trading[ -])?(day|row|week|month|year|d|yr)s?\\b`, "u").exec(text);
  if (!match) return null;
  const [, count, unit] = match as readonly (string | undefined)[];
  const value = (smallNumbers[count ?? ""] ?? Number(count)) * ((frequency === "daily" ? null : rowsOfPeriod[frequency][unit ?? "row"]) ?? rowsPerUnit[unit ?? "row"] ?? 1);
  return value >= 3 && value <= 5000 ? value : null;
}

const sharePatterns: readonly (readonly [number, RegExp])[] = [
  [5, /\bfive (?:percent|per cent)\b|\ba twentieth\b/u],
  [10, /\bten (?:percent|per cent)\b|\ba tenth\b/u],
  [20, /\btwenty (?:percent|per cent)\b|\ba fifth\b/u],
  [25, /\btwenty-five (?:percent|per cent)\b|\ba quarter of\b/u],
  [50, /\bfifty (?:percent|per cent)\b|\bhalf (?:of )?(?:the|its) (?:variance|risk)\b/u],
];

const shareInWords = (text: string): number | null => sharePatterns.find(([, words]) => words.test(text))?.[0] ?? null;

function numberOf(pattern: RegExp, text: string): number | null {
  const groups: readonly (string | undefined)[] = pattern.exec(text)?.slice(1) ?? [];
  const digits = groups.find((part) => part !== undefined);
  return digits === undefined ? null : Number(digits);
}

import { findWindow } from "../asking/find-window.ts";
import { dateWord } from "../asking/relative-window.ts";
import { writtenPortfolio } from "./written-portfolio.ts";
import type { AppContext } from "./app-context.ts";
import { dayOfRow } from "./day-of-row.ts";
import { readDate } from "./options/date.ts";
import { exclusionText } from "./options/exclusions.ts";
import { namedSeries } from "./options/named-series.ts";
import type { Option, RawOption } from "./options/option.ts";
import { placeEach, type Options } from "./take-words.ts";

/** Where each word of what was typed belongs: options with their text; or the words that nothing could take. */
type Placement =
  | { readonly placed: Readonly<Record<string, RawOption>> }
  /** With where the other words went. */
  | { readonly left: readonly string[]; readonly others: Readonly<Record<string, RawOption>> };

/** Nobody types more than this by hand into one command; a longer text is not taken apart. */
const longestPhrase = 200;

/**
 * What people type into fields by position, each word brought to the option that it can only mean: a year, a month or
 * a range to `from` and `to`, "weekly" to `frequency`, "ff3" to the model, "60" to the window of a rolling β, "5m" to
 * a budget, "Walmart" to the asset. `raw` was refused as it stands; texts that read by themselves stay where they are,
 * unless the refused ones can't be placed without them ("1 million", "JP Morgan").
 */
export function placeWords(options: Options, raw: Readonly<Record<string, RawOption>>, context: AppContext): Placement {
  const length = Object.values(raw).reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0);
  if (length > longestPhrase) return { left: [], others: raw };
  return placeNamed(options, withNamesInside(options, raw, context), context);
}

/** "JPM frequency:monthly" in one field: what names an option stands for it, wherever it was typed. */
function withNamesInside(options: Options, raw: Readonly<Record<string, RawOption>>, context: AppContext): Readonly<Record<string, RawOption>> {
  const found: Record<string, RawOption> = { ...raw };
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value !== "string" || !value.includes(":") || reads(options[name], name, value, context)) continue;
    const words = value.split(/\s+/u);
    const isNamed = (word: string): boolean => {
      const option = word.slice(0, Math.max(0, word.indexOf(":"))).toLowerCase();
      return option in options && (option === name || !Object.hasOwn(raw, option));
    };
    const rest = words.filter((word) => !isNamed(word)).join(" ");
    if (rest !== "") found[name] = rest;
    for (const word of words.filter(isNamed)) found[word.slice(0, word.indexOf(":")).toLowerCase()] = word.slice(word.indexOf(":") + 1);
  }
  return found;
}

function placeNamed(options: Options, raw: Readonly<Record<string, RawOption>>, context: AppContext): Placement {
  const refused = Object.keys(raw).filter((name) => !reads(options[name], name, raw[name], context));
  const first = place(options, raw, refused, context);
  const isWhole = "placed" in first && Object.entries(options).every(([name, { required, series }]) => !required || series === undefined || name in first.placed);
  if (isWhole) return first;
  const texts = Object.keys(raw).filter((name) => typeof raw[name] === "string");
  const second = place(options, raw, texts, context);
  return "placed" in second && !("placed" in first && Object.keys(second.placed).length < Object.keys(first.placed).length) ? second : first;
}

function reads(option: Option<unknown> | undefined, name: string, raw: RawOption | undefined, context: AppContext): boolean {
  return option !== undefined && raw !== undefined && option.read(raw, name, context).ok;
}

/** Takes the named options' texts apart and places their words, a portfolio as one; the other options keep what they hold. */
function place(options: Options, raw: Readonly<Record<string, RawOption>>, open: readonly string[], context: AppContext): Placement {
  const portfolio = writtenPortfolio(options, raw, open, context);
  return placeApart(options, portfolio?.marked ?? raw, open, context, portfolio?.text ?? null);
}

function placeApart(options: Options, raw: Readonly<Record<string, RawOption>>, open: readonly string[], context: AppContext, portfolio: string | null): Placement {
  const dated = ["from", "to"].filter((name) => typeof raw[name] === "string");
  const hasDates = "from" in options && "to" in options;
  const whole = (names: readonly string[]): string => names.map((name) => phraseOf(name, raw, options, context)).join(" ");
  // "1y" after /rolling is the length of its windows, not the last year.
  const { length, without: withoutLength } = rollingLength(options, tidy(whole(open)));
  const text = (names: readonly string[]): string => withoutLength(tidy(whole(names)));
  const rowStart = dayOfRow(context.datasets);
  const windowOf = (names: readonly string[]) => findWindow(text(names), lastDay(context), undefined, (rows) => rowStart(rows, namedFirst(text(Object.keys(raw)), context)));
  // A year among the refused words and one that filled `from` by its position are one window: "2000 2009".
  const alone = hasDates ? windowOf(open) : null;
  const together = Object.keys(raw).filter((name) => open.includes(name) || dated.includes(name));
  const withDates = alone && (alone.from !== null || alone.to !== null) ? together : open;
  const window = hasDates ? windowOf(withDates) : null;
  const kept = Object.fromEntries(Object.entries(raw).filter(([name]) => !withDates.includes(name)));
  const placed = new Map<string, RawOption>(Object.entries(kept));
  if (length !== null) placed.set("window", length);
  if (window !== null) {
    // One window is named once: of two dates that make none, neither may be dropped.
    if (window.unused.length > 0 || window.firstMonths !== null) return { left: [whole(withDates)], others: kept };
    if (window.without.length > 0 && !("without" in options)) return { left: [whole(withDates)], others: kept };
    if (window.from !== null) placed.set("from", window.from);
    if (window.to !== null) placed.set("to", window.to);
    if (window.without.length > 0) placed.set("without", exclusionText(window.without));
  }
  const left = placeEach(options, (window?.rest ?? text(open)).replaceAll(dateWord, " "), placed, context, portfolio);
  return left.length === 0 ? { placed: Object.fromEntries(placed) } : { left, others: Object.fromEntries(placed) };
}

/** The first word of a text that is a series by itself. */
function namedFirst(text: string, context: AppContext): string | null {
  for (const word of text.split(/\s+/u)) {
    const id = namedSeries(word, context);
    if (id !== null) return id;
  }
  return null;
}

interface RollingLength {
  /** As the option takes it; null where none is named. */
  readonly length: string | null;
  readonly without: (text: string) => string;
}

/** The length of rolling windows, where the command has some and one is named with its unit: "1y", "60 months". */
function rollingLength(options: Options, text: string): RollingLength {
  const written = options["window"] ? /(?<!\b(?:last|past|first|recent) )(?<!\S)(\d{1,4}[ -]?(?:y|yrs?|years?|m|months?|w|wks?|weeks?|d|days?|rows?))(?!\S)/iu.exec(text)?.[1] : undefined;
  const others = text.replace(written ?? "", " ");
  const frequency = /(?<!\d )(?<!\S)months?(?:ly)?(?!\S)/iu.test(others) ? "monthly" : /(?<!\d )(?<!\S)week(?:s|ly)?(?!\S)/iu.test(others) ? "weekly" : "daily";
  const length = written === undefined ? null : (options["window"]?.claims?.(written, frequency) ?? null);
  return { length, without: (whole) => (length === null ? whole : whole.replace(written ?? "", " ")) };
}

/** A date that can't be read alone is still the first or the last: "from:Jan" before "2000". */
function phraseOf(name: string, raw: Readonly<Record<string, RawOption>>, options: Options, context: AppContext): string {
  const text = typeof raw[name] === "string" ? raw[name] : "";
  const isEdge = (name === "from" || name === "to") && !/^(?:from|to|since|until|before|after|in|and|through|till|-)(?!\p{L})/iu.test(text) && /\d{4}|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.test(text);
  return isEdge && !reads(options[name], name, text, context) ? `${name} ${text}` : text;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Quotes, backticks, dollar signs before letters, possessives and commas between words go; "2008-09" is a month, as in `from`, and "2008 2008" that year. */
const tidy = (text: string): string =>
  text
    .replaceAll(/\b(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?),? (?:19|20)\d\d\b/giu, (day) => readDate(day, "first") ?? day)
    .replaceAll(/(?<![\p{L}\p{N}-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![-\p{L}\p{N}])/gu, (_, year: string, month: string) => `${monthNames[Number(month) - 1] ?? ""} ${year}`)
    .replaceAll(/(?<=\d) ?\.\. ?(?=\p{L}|\d)/gu, " to ")
    .replaceAll(/\b((?:19|20)\d\d)(?: ?[-–] ?| (?:to )?)\1\b/gu, "$1")
    .replaceAll(/[`"“”()]|\$(?=\p{L})|['’]s(?=\s|$)/gu, " ")
    .replaceAll(/[,;](?=\s|$)|(?<=\p{L})[,;](?=\p{L})|\/(?=\p{L})/gu, " ")
    .replaceAll(/\b(from|to) (?=\1\b)/gu, "")
    .trim();

/** The last day of any daily series: "the last five years" end there. */
const lastDay = ({ datasets }: AppContext): string =>
  datasets.series.map(({ calendar }) => calendar.last).reduce((latest, last) => (last > latest ? last : latest), "");

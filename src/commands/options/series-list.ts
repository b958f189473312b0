import type { Problem } from "../../render/problem.ts";
import type { DataSeries } from "../../datasets/datasets.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { AppContext } from "../app-context.ts";
import { asText, matchingChoices } from "./kinds.ts";
import { findTyped } from "./find-typed.ts";
import type { Choice, Option } from "./option.ts";
import { seriesChoices } from "./series.ts";

/** How many different series a list may name, both bounds included. */
interface ListLength {
  readonly min: number;
  readonly max: number;
}

/** Several series in one option, parted by spaces, commas, plus signs or quotes: "JPM WMT". Each counts once. */
export function seriesList(description: string, length: ListLength): Option<readonly DataSeries[]> {
  return {
    type: "string",
    description,
    required: true,
    series: { as: "series", ...length },
    rest: "list",
    suggest: (typed, context) => suggestLists(typed, seriesChoices(context), length),
    defaultValue: [],
    read: (raw, option, context) => readSeriesList(asText(raw), option, context, length),
  };
}

/** The series of a list, in its order; the first that is not loaded is the problem. */
export function readSeriesList(
  text: string,
  option: string,
  context: AppContext,
  { min, max }: ListLength,
): Outcome<readonly DataSeries[], Problem> {
  const byId = new Map<string, DataSeries>();
  for (const item of itemsOf(text)) {
    const series = findTyped(item, context);
    if (!series.ok) return series;
    byId.set(series.value.id, series.value);
  }
  return byId.size < min || byId.size > max
    ? failure({ kind: "series-count", option, found: byId.size, min, max })
    : success([...byId.values()]);
}

/**
 * The items of a list: names, and portfolios, which have a weight or a bracket and no comma inside. Between names alone
 * blanks and plus signs part, so that "JPM + WMT" is two names here and one portfolio where one series is asked for.
 */
function itemsOf(text: string): readonly string[] {
  const unquoted = text.replaceAll(/["“”]/gu, " ");
  return unquoted.split(/[,;]/u).flatMap((part) => (isWeighted.test(part) ? portfolioItems(part) : part.split(separators))).filter((item) => item.trim() !== "");
}

/** Whether a text of a list has what only portfolios have. */
export const isWeighted = /[*()%/]|\s-\s|^\s*-|\sminus\s/iu;

/** "0.6*JPM + 0.4*WMT SPY", "(JPM+WMT)/2 SPY" are a portfolio and a name: a blank parts where no sign, weight or bracket joins. */
const portfolioItems = (part: string): readonly string[] => part.trim().replaceAll(/\sminus\s/giu, " - ").split(/(?<![-+*/(%]\s*)(?<!(?<![\p{L}\d._]|\/\s*)[\d.]+)\s+(?![-+*/)%]|\d)|(?<=\/\s*\d+)\s+(?![-+*/)%])/u);

/**
 * What completes the last name, the ones before it kept and not offered again; where one name alone is too few, it
 * is offered with a second one. 100 characters at the most.
 */
export function suggestLists(typed: string, choices: readonly Choice[], { min, max }: ListLength): readonly Choice[] {
  const names = typed.split(separators);
  const last = names.at(-1) ?? "";
  const before = names.slice(0, -1).filter((name) => name !== "");
  if (before.length >= max) return [];
  const typedIds = new Set(before.map((name) => name.toLowerCase()));
  const others = choices.filter(({ value }) => !typedIds.has(value.toLowerCase()));
  const completed = matchingChoices(others, last);
  const needsPair = before.length === 0 && min > 1;
  const pairs = completed.flatMap((one) =>
    others
      .filter((other) => other !== one)
      .map((other) => ({ name: `${one.value} ${other.value}`, value: `${one.value} ${other.value}` })),
  );
  return (needsPair ? pairs.slice(0, 25) : completed)
    .map(({ name, value }) => ({ name: [...before, name].join(" "), value: [...before, value].join(" ") }))
    .filter(({ name, value }) => [...name].length <= 100 && [...value].length <= 100);
}

const separators = /[\s,;+"'“”]+/u;

import { isLevelName } from "./column-names.ts";
import type { FileProblem } from "./problem.ts";
import { rateUnits, regions } from "./read-options.ts";
import { asideReason } from "./set-aside.ts";

const rateChoices = rateUnits.map((unit) => `--kind rate --unit ${unit}`);

const choicesByFault: { readonly [Fault in FileProblem["fault"]]?: (problem: FileProblem) => readonly string[] } = {
  "unknown-kind": () => ["--kind total", "--kind excess", "--kind prices"],
  "in-percent": () => ["--percent", "--kind prices"],
  "not-returns": () => ["--kind prices"],
  level: ({ found }) => (isLevelName(found) || asideReason(found) !== null ? [] : ["--kind rate --unit percent-per-year", "--kind rate --unit percent-per-year --as RF"]),
  "price-or-rate": () => ["--kind prices", "--kind rate --unit percent-per-year"],
  "price-or-ratio": () => ["--kind prices"],
  "needs-unit": ({ units }) => (units === undefined ? rateChoices : units.map(({ unit }) => `--kind rate --unit ${unit}`)),
  "mixed-columns": ({ found }) => {
    const [percent = "", decimal = ""] = found.split(", ");
    return [`--column ${quoted(percent)} --percent`, `--column ${quoted(decimal)}`];
  },
  "needs-annual-unit": () => ["--kind rate --unit percent-per-year", "--kind rate --unit decimal-per-year"],
  "not-a-rate": () => rateChoices,
  "missing-code": ({ found }) => [`--missing ${found}`],
  "ambiguous-dates": () => ["--dates dmy", "--dates mdy"],
  "ambiguous-weeks": () => ["--weeks end", "--weeks begin"],
  "needs-name": () => ["--as TICKER"],
  "needs-column": ({ found }) => (found.endsWith("…") ? ["--column NAME --as TICKER"] : found.split(", ").map((name) => `--column ${quoted(name)} --as TICKER`)),
  "needs-region": () => regions.filter((region) => region !== "US").map((region) => `--region ${region}`),
  "doubtful-days": ({ doubts = [] }) => {
    if (doubts.some(({ kind }) => kind === "spike")) return [];
    return doubts.some(({ kind }) => kind === "other-series" || kind === "lost-dividends") ? ["--as TICKER", "--accept"] : ["--accept"];
  },
};

/**
 * What may be said of a file that was asked about, as it is typed behind `data:import --`: one choice each. None where no
 * option helps, and the file itself is to be changed.
 */
export const importChoices = (problem: FileProblem): readonly string[] => choicesByFault[problem.fault]?.(problem) ?? [];

/** As a shell takes it, where it is more than letters and digits. */
export const quoted = (text: string): string => (/^[\w./:=@%+,-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);

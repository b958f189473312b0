import { isLevelName } from "./column-names.ts";
import type { FileProblem } from "./problem.ts";
import { rateUnits, regions } from "./read-options.ts";

/**
 * What may be said of a file that was asked about, as it is typed behind `data:import --`: one choice each. None where no
 * option helps, and the file itself is to be changed.
 */
export function importChoices({ fault, found, doubts = [] }: FileProblem): readonly string[] {
  switch (fault) {
    case "unknown-kind":
      return ["--kind total", "--kind excess", "--kind prices"];
    case "in-percent":
      return ["--percent", "--kind prices"];
    case "not-returns":
      return ["--kind prices"];
    case "level":
      return isLevelName(found) ? [] : ["--kind rate --unit percent-per-year", "--kind rate --unit percent-per-year --as RF"];
    case "price-or-rate":
      return ["--kind prices", "--kind rate --unit percent-per-year"];
    case "needs-unit":
    case "not-a-rate":
      return rateUnits.map((unit) => `--kind rate --unit ${unit}`);
    case "missing-code":
      return [`--missing ${found}`];
    case "ambiguous-dates":
      return ["--dates dmy", "--dates mdy"];
    case "ambiguous-weeks":
      return ["--weeks end", "--weeks begin"];
    case "needs-name":
      return ["--as TICKER"];
    case "needs-column":
      return found.endsWith("…") ? ["--column NAME --as TICKER"] : found.split(", ").map((name) => `--column ${quoted(name)} --as TICKER`);
    case "needs-region":
      return regions.filter((region) => region !== "US").map((region) => `--region ${region}`);
    case "doubtful-days":
      if (doubts.some(({ kind }) => kind === "spike")) return [];
      return doubts.some(({ kind }) => kind === "other-series" || kind === "lost-dividends") ? ["--as TICKER", "--accept"] : ["--accept"];
    default:
      return [];
  }
}

/** As a shell takes it, where it is more than letters and digits. */
export const quoted = (text: string): string => (/^[\w./:=@%+,-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);

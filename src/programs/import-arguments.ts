import { parseArgs } from "node:util";
import * as v from "valibot";
import { readOptions, type ReadOptions } from "../datasets/read-options.ts";

/** `data import`'s options as they are typed, with files behind them. */
export const importUsage = `  data import [options] FILE…   read, check and store data files
    --kind excess|total|prices|rate   what the numbers are
    --as TICKER                       the name of the file's one series; --as RF: the risk-free rate
    --column NAME                     the column to take
    --dates dmy|mdy                   31/12/2024 or 12/31/2024
    --weeks begin|end                 the date of a weekly row begins its week or ends it
    --percent                         the returns are percent
    --missing -99                     a number that stands for a missing value (again for another)
    --section "Equal Weighted"        a section of French's file, by words of its title or its number; a sheet of a workbook
    --unit percent-per-year|decimal-per-year|percent|decimal   of a rate, the last two per row
    --region Europe|…                 of factors outside the US: loaded as Europe_Mkt-RF …
    --accept                          doubtful days were looked at and are right`;

/** The files and options of an import; null where they can't be told. */
export function readImportArguments(words: readonly string[]): { readonly files: readonly string[]; readonly said: ReadOptions } | null {
  try {
    const { values, positionals } = parseArgs({
      // A negative number after --missing is its value, not an option.
      args: words.flatMap((word, index) => (words[index - 1] === "--missing" ? [] : word === "--missing" ? [`--missing=${words[index + 1] ?? ""}`] : [word])),
      options: {
        kind: { type: "string" },
        as: { type: "string" },
        column: { type: "string" },
        dates: { type: "string" },
        weeks: { type: "string" },
        percent: { type: "boolean" },
        missing: { type: "string", multiple: true },
        section: { type: "string" },
        unit: { type: "string" },
        region: { type: "string" },
        accept: { type: "boolean" },
      },
      allowPositionals: true,
    });
    const missing = values.missing?.map(Number);
    if (missing?.some((number) => Number.isNaN(number)) || values.missing?.includes("")) return null;
    const said = v.safeParse(readOptions, { ...values, ...(missing === undefined ? {} : { missing }) });
    return said.success && positionals.length > 0 ? { files: positionals, said: said.output } : null;
  } catch {
    return null;
  }
}

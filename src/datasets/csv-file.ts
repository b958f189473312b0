import { attempt, success } from "../outcome.ts";
import { monthEndOf, yearEndOf } from "../calendar.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { factorKind } from "./catalogue.ts";
import type { ContentKind, FileContents, FileSeries } from "./file-contents.ts";
import { fileSeries } from "./file-series.ts";
import { readHeader } from "./header.ts";
import { looksLikePrices, returnsOfPrices, returnsOverGaps } from "./prices.ts";
import { readRows } from "./read-rows.ts";
import { checkReturns } from "./returns.ts";
import { decodeSlice, readFailure } from "./rows.ts";
import type { DatedRows, FileText, ReadResult, Rows } from "./rows.ts";

/** The return kind cannot be inferred from values; for these two files the chapter states it. */
const courseFiles: readonly { readonly name: RegExp; readonly content: ContentKind }[] = [
  { name: /^FactorModels_data1\b.*\.csv$/i, content: "excess" },
  { name: /^FactorModels_data2\b.*\.csv$/i, content: "total" },
];

/** Reads a table with a date column and one column per series, decimal returns or prices. */
export function readCsvFile(file: string, fileText: FileText, declaredContent?: ContentKind): ReadResult<FileContents> {
  const { bytes, text } = fileText;
  const leadingBlankLines = /^\s*\n/.exec(text)?.[0] ?? "";
  const line = 1 + leadingBlankLines.split("\n").length - 1;
  const lineEnd = text.indexOf("\n", leadingBlankLines.length);
  const start = lineEnd < 0 ? text.length : lineEnd + 1;
  return attempt(function* () {
    const header = yield* readHeader(decodeSlice(fileText, leadingBlankLines.length, start).trim(), line);
    const { names } = header;
    const rows = yield* moveToPeriodEnds(yield* readRows({ bytes, text, start, end: text.length, line: line + 1, ...header }));

    const courseContent = courseFiles.find(({ name }) => name.test(file))?.content;
    const factors = names.every((name) => factorKind(name) !== null);
    const content =
      declaredContent ?? courseContent ?? (factors ? "excess" : looksLikePrices(rows.columns) ? "prices" : undefined);
    if (content === undefined) return yield* readFailure("unknown-kind", null, null, names.join(", "));
    const { frequency, days, columns } = yield* content === "prices" ? returnsOfPrices(rows, names) : checkReturns(rows, names);

    const series: FileSeries[] = [];
    const empty: string[] = [];
    for (const [index, id] of names.entries()) {
      const kind: Series["kind"] = content === "prices" ? "total" : (factorKind(id) ?? content);
      const overGaps = content === "prices" ? returnsOverGaps(rows, rows.columns[index]!) : undefined;
      const parsed = fileSeries(id, kind, frequency, days, columns[index]!, overGaps);
      if (parsed === null) empty.push(id);
      else series.push(parsed);
    }
    if (series.length === 0) return yield* readFailure("no-rows", null, null, names.join(", "));
    const layout = declaredContent === undefined && courseContent !== undefined ? "course" : content === "prices" ? "prices" : "returns";
    return { layout, vintage: null, series, empty };
  });
}

/**
 * Infers the frequency from the median distance between rows (up to 4 days: daily; a month; a year), and moves
 * months and years to their last calendar day: some files use the last trading day instead.
 */
function moveToPeriodEnds(rows: Rows): ReadResult<DatedRows> {
  const gaps = rows.days.slice(1).map((day, row) => day - rows.days[row]!);
  const medianGap = gaps.toSorted()[gaps.length >> 1] ?? 1;
  const frequency: Frequency | null =
    medianGap <= 4 ? "daily" : medianGap >= 28 && medianGap <= 31 ? "monthly" : medianGap >= 360 && medianGap <= 370 ? "annual" : null;
  if (frequency === null) return readFailure("unknown-frequency", null, null, String(medianGap));
  if (frequency === "daily") return success({ ...rows, frequency });

  const days = rows.days.map(frequency === "monthly" ? monthEndOf : yearEndOf);
  const repeated = days.findIndex((day, row) => row > 0 && day === days[row - 1]);
  if (repeated >= 0) return readFailure("repeated-date", rows.lineOf(repeated), null, frequency);
  return success({ ...rows, days, frequency });
}

import type { CellsReading, FrenchReading, PlainReading, Reading } from "../../reading.ts";
import type { FileLayer } from "../recipe.ts";
import { periodEndCode } from "./compound-code.ts";
import { text } from "./python-text.ts";

/** Kenneth French's layout: percent, with lines of text above and further sections below. */
export const frenchReader = [
  "def french(file, line, rows, unit=100):  # the section whose header is at that line, in percent",
  '    lines = open(file, encoding="latin-1").read().splitlines()[line - 1 : line + rows]',
  '    names = [name.strip() for name in lines[0].split(",")[1:] if name.strip()]',
  '    cells = [line.split(",") for line in lines[1:]]',
  "    dates = [row[0].strip() for row in cells]",
  '    dates = pd.to_datetime(dates, format={8: "%Y%m%d", 6: "%Y%m", 4: "%Y"}[len(dates[0])])',
  "    if len(cells[0][0].strip()) < 8:",
  "        dates += pd.offsets.MonthEnd(0) if len(cells[0][0].strip()) == 6 else pd.offsets.YearEnd(0)",
  "    table = pd.DataFrame([[float(cell) for cell in row[1 : len(names) + 1]] for row in cells], index=dates, columns=names)",
  "    return table.replace([-99.99, -999], np.nan) / unit",
  "",
];

/** Any other table: a column by its place, its dates by their format. */
export const cellsReader = [
  'def cells(file, skip, rows, column, dates, format, part="all", sep=",", encoding="utf-8-sig", decimal=".", ticker=None, missing=(), absolute=False, sheet=None, until=None):',
  "    options = dict(header=None, dtype=str, keep_default_na=False)",
  "    if sheet is None:",
  "        table = pd.read_csv(file, skiprows=skip, nrows=rows, sep=sep, encoding=encoding, **options)",
  "    else:",
  "        table = pd.read_excel(file, sheet_name=sheet, skiprows=skip, nrows=rows, **options)",
  "    table = table.apply(lambda texts: texts.str.strip())",
  "    if ticker is not None:",
  "        table = table[table[ticker[0]] == ticker[1]]",
  "    days = table[dates[0]]",
  "    if len(dates) == 2:  # a year and a month",
  '        days = days + "-" + table[dates[1]]',
  '    if part == "ten":  # a time stands behind',
  "        days = days.str[:10]",
  '    if part == "word":',
  '        days = days.str.split(" ").str[0]',
  '    numbers = table[column].str.replace(r"[$€£%\\s]", "", regex=True)',
  '    if decimal == ",":',
  '        numbers = numbers.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)',
  '    numbers = pd.to_numeric(numbers.str.replace(",", "", regex=False), errors="coerce")  # letters stand for missing values',
  "    numbers = numbers.replace(list(missing), np.nan)",
  "    if absolute:  # a minus marks the middle of bid and ask",
  "        numbers = numbers.abs()",
  "    return pd.Series(numbers.to_numpy(), index=pd.to_datetime(days, format=format)).sort_index().loc[:until]",
  "",
];

/** The name by which code reads a file. */
export const savedFile = ({ file, savedAs = file }: Pick<FileLayer, "file" | "savedAs">): string => savedAs;

/** The line that reads one table. */
export function fileCode(layer: FileLayer): string {
  const { reading, frequency } = layer;
  const file = savedFile(layer);
  switch (reading.form) {
    case "french":
      return `${frenchCode(file, reading)}${frequency === "weekly" ? periodEnds(reading, frequency) : ""}`;
    case "plain":
      return plainCode(file, reading, frequency);
    case "cells":
      return `cells(${cellsArguments(file, reading)})`;
  }
}

const frenchCode = (file: string, { line, rows, isDecimal }: FrenchReading): string =>
  `french(${text(file)}, ${String(line)}, ${String(rows)}${isDecimal ? ", unit=1" : ""})`;

function plainCode(file: string, reading: PlainReading, frequency: FileLayer["frequency"]): string {
  const { dates, rows } = reading;
  const index = dates === "" ? "parse_dates=[0], index_col=0" : `parse_dates=[${text(dates)}], index_col=${text(dates)}`;
  const read = `pd.read_csv(${text(file)}, ${index}${rows === null ? "" : `, nrows=${String(rows)}`})`;
  return `${read}${periodEnds(reading, frequency)}`;
}

/** What dates the rows of a table or a column by the last day of their week, month or year; nothing for days. */
export function periodEnds({ daysPastFriday }: Reading, frequency: FileLayer["frequency"]): string {
  if (frequency === "daily") return "";
  const day = daysPastFriday === undefined ? "day" : `day - pd.Timedelta(days=${String(daysPastFriday)})`;
  return `.rename(index=lambda day: ${day} + ${periodEndCode(frequency)})`;
}

/** What `cells` is called with. */
export function cellsArguments(file: string, reading: CellsReading): string {
  const { skip, rows, column, dates, delimiter, encoding, decimal, ticker, missing, absolute, sheet, until } = reading;
  return [
    text(file),
    ...[skip, rows, column].map(String),
    `[${dates.columns.join(", ")}]`,
    text(dates.format),
    ...(dates.part === "all" ? [] : [`part=${text(dates.part)}`]),
    ...(delimiter === "," ? [] : [`sep=${text(delimiter)}`]),
    ...(encoding === "utf-8" ? [] : [`encoding=${text(encoding)}`]),
    ...(decimal === "." ? [] : [`decimal=${text(decimal)}`]),
    ...(ticker === null ? [] : [`ticker=(${String(ticker.column)}, ${text(ticker.is)})`]),
    ...(missing.length === 0 ? [] : [`missing=[${missing.join(", ")}]`]),
    ...(until === null ? [] : [`until=${text(until)}`]),
    ...(absolute ? ["absolute=True"] : []),
    ...(sheet === null ? [] : [`sheet=${sheet === "" ? "0" : text(sheet)}`]),
  ].join(", ");
}

import { failure, success, type Outcome } from "../outcome.ts";
import { isDateLike } from "./date-cells.ts";
import { isBlankLine, type Grid, type GridLine } from "./grid.ts";
import { readFailure, type FileFault } from "./rows.ts";
import { isHeadLine, terminalHead, type TerminalHead } from "./terminal-heads.ts";

/** One table of a file: its header lines and its rows. */
export interface FoundTable {
  /** The text above, without the header: a description, a section's title. */
  readonly preamble: string;
  /** One line; three in yfinance's files, whose columns have a field and a ticker. */
  readonly headers: readonly GridLine[];
  /** The data terminal whose head stands above. */
  readonly vendor?: TerminalHead["vendor"];
  readonly rows: readonly GridLine[];
  /** Lines from the first row to the last one, those of dividends and splits between them included. */
  readonly lineCount: number;
  /** Rows that are a dividend or a split, as Yahoo's page has them between the prices: left out. */
  readonly events: number;
  /** Index of the dates' column; of the year's where the month stands in the next one. */
  readonly dateColumn: number;
  readonly hasMonthColumn: boolean;
}

/**
 * The first table of a grid: its rows begin at the first line with a date and a number in it, the header is what
 * stands directly above, and it ends at a blank line or a line of text.
 */
export function findTable({ lines, badQuotes }: Grid): Outcome<FoundTable, FileFault> {
  if (badQuotes !== null) return readFailure("bad-quotes", badQuotes.line, null, badQuotes.cells.join(","));
  const content = lines.filter((line) => !isBlankLine(line));
  const firstRow = lines.findIndex((line, index) => index < 5_000 && dateColumnOf(line) >= 0 && !isTextLine(line) && !isHeadLine(line) && !isEvent(line));
  if (firstRow < 0) return readFailure("no-rows", null, null, content[0]?.cells.join(",") ?? "");
  const first = lines[firstRow]!;
  let headerEnd = firstRow;
  while (headerEnd > 0 && (isBlankLine(lines[headerEnd - 1]!) || isComment(lines[headerEnd - 1]!) || isEvent(lines[headerEnd - 1]!))) headerEnd--;
  const header = lines[headerEnd - 1];
  if (header === undefined || dateColumnOf(header) >= 0) return readFailure("no-header", first.line, null, first.cells.join(","));

  // A row whose date can't be read is no header.
  if (isRowLike(header)) return readFailure("unreadable-date", header.line, null, header.cells[0] ?? "");

  const dateColumn = namedDateColumn(header, first);
  const names = header.cells.map((cell) => cell.toLowerCase());
  const monthAt = names.indexOf("month");
  const hasMonthColumn = names[dateColumn] === "year" && monthAt === dateColumn + 1;
  // yfinance: fields, tickers, and a line with nothing but the index's name.
  const isIndexName = header.cells.slice(1).every((cell) => cell === "") && header.cells.length > 1 && headerEnd >= 3;
  const terminal = terminalHead(lines, headerEnd);
  const headers = terminal !== null ? [terminal.fields, terminal.tickers, header] : isIndexName ? lines.slice(headerEnd - 3, headerEnd) : [header];

  const rows: GridLine[] = [];
  for (const line of lines.slice(firstRow)) {
    if (isBlankLine(line) || isFooter(line, dateColumn)) {
      if (isRestOfFile(lines, line, dateColumn)) break;
      return failure(nextRowFault(lines, line, dateColumn));
    }
    rows.push(line);
  }
  const priced = rows.filter((line) => !isEvent(line));
  const lineCount = rows.lastIndexOf(priced.at(-1)!) - rows.indexOf(priced[0]!) + 1;
  const preamble = lines.slice(0, Math.max(0, headerEnd - headers.length)).map(({ cells }) => cells.join(" ")).join("\n");
  return success({ preamble, headers, rows: priced, lineCount, events: rows.length - priced.length, dateColumn, hasMonthColumn, ...(terminal === null ? {} : { vendor: terminal.vendor }) });
}

/** The first cell that is written like a date; -1 where there is none among the first four. */
const dateColumnOf = ({ cells }: GridLine): number => cells.slice(0, 4).findIndex(isDateLike);

/** A header's own word for dates decides where a counter or a code might be taken for one. */
function namedDateColumn(header: GridLine, first: GridLine): number {
  const named = header.cells.findIndex((cell, index) => /^<?(?:.*date.*|timestamp|caldt|datetime)>?$/iu.test(cell) && isDateLike(first.cells[index] ?? ""));
  return named >= 0 ? named : dateColumnOf(first);
}

const isRowLike = ({ cells }: GridLine): boolean => {
  const others = cells.slice(1).filter((cell) => cell !== "");
  return others.length > 0 && others.every((cell) => cell.length < 40 && /^[+-]?[$€£]?[\d.,]+%?$/u.test(cell));
};

const isComment = ({ cells }: GridLine): boolean => (cells[0] ?? "").startsWith("#");

/** Prose with a year in it is no row. */
const isTextLine = ({ cells }: GridLine): boolean => cells.filter((cell) => cell !== "").length < 2;

/** "0.24 Dividend", "2:1 Stock Splits": what happened on that day, and no price. */
const isEvent = ({ cells }: GridLine): boolean => cells.some((cell) => cell.length < 60 && /^[$€£]?[\d.,:/]+\s*(?:\w+ )?(?:dividends?|stock splits?|splits?|capital gains?)$/iu.test(cell));

/** Text below a table: a source, a copyright line. */
const isFooter = (line: GridLine, dateColumn: number): boolean =>
  !isDateLike(line.cells[dateColumn] ?? "") && (isComment(line) || (line.cells.filter((cell) => cell !== "").length === 1 && /[A-Za-z]{3}/u.test(line.cells.join(""))));

function isRestOfFile(lines: readonly GridLine[], from: GridLine, dateColumn: number): boolean {
  return lines.slice(lines.indexOf(from)).every((line) => isBlankLine(line) || isFooter(line, dateColumn));
}

function nextRowFault(lines: readonly GridLine[], from: GridLine, dateColumn: number): FileFault {
  const stray = lines.slice(lines.indexOf(from)).find((line) => !isBlankLine(line) && !isFooter(line, dateColumn)) ?? from;
  const fault = readFailure("no-header", stray.line, null, stray.cells.join(","));
  return fault.problem;
}

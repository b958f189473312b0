import { fieldOf } from "./column-names.ts";
import { isBlankLine, type GridLine } from "./grid.ts";

/** What a data terminal writes above its table, as a line of fields and one of tickers, in the columns of the table. */
export interface TerminalHead {
  readonly vendor: "Bloomberg" | "Datastream";
  readonly fields: GridLine;
  readonly tickers: GridLine;
}

/** Lines of a head that have a date, a frequency or a currency in them and are no rows. */
const headWords = /^(?:start|end|start date|end date|period|periodicity|frequency|freq|currency|security|securities|ticker|name|code|type|field|fields|calendar)$/iu;

export const isHeadLine = ({ cells }: GridLine): boolean => headWords.test((cells[0] ?? "").replace(/:$/u, "")) && cells.slice(1, 4).some((cell) => cell !== "");

/** So many lines above the table are looked at. */
const highest = 15;

const security = /^\S.* (?:Equity|Index|Comdty|Curncy|Corp|Govt)$/iu;
/** Datastream's mnemonic with its datatype: "U:AAA(P)", "@AAA(RI)", "S&PCOMP(RI)". */
const mnemonic = /^(?:[A-Z]{1,2}:|@)?(?<ticker>[A-Z0-9&$.]+)\((?<field>RI|P|UP|PI|MV|VO|DY|PE|PTBV)\)~?\S*$/u;
/** A total return index has the dividends in it; the others that are read are prices. */
const datatypes: Readonly<Record<string, string>> = { RI: "Adj Close", P: "Close", UP: "Close", PI: "Close" };

/** The head above row `end` of a file, where it is one of these; the line directly above the rows is among it. */
export function terminalHead(lines: readonly GridLine[], end: number): TerminalHead | null {
  const above = lines.slice(Math.max(0, end - highest), end).filter((line) => !isBlankLine(line));
  return bloombergHead(above) ?? datastreamHead(above);
}

const filled = (cells: readonly string[]): readonly string[] => cells.filter((cell) => cell !== "");

/** Securities in one line ("AAA US Equity", once for several fields), field codes in one below it. */
function bloombergHead(above: readonly GridLine[]): TerminalHead | null {
  const tickersAt = above.findLastIndex(({ cells }) => {
    const named = filled(cells.slice(1));
    return named.length > 0 && named.every((cell) => security.test(cell));
  });
  const tickers = above[tickersAt];
  const fields = above.slice(tickersAt + 1).findLast(({ cells }) => filled(cells.slice(1)).length > 0 && filled(cells.slice(1)).every((cell) => fieldOf(cell) !== null && fieldOf(cell) !== "date"));
  if (tickers === undefined || fields === undefined) return null;
  let last = "";
  const spread = fields.cells.map((field, column) => (column === 0 || field === "" ? "" : (last = tickers.cells[column] === "" ? last : (tickers.cells[column] ?? last))));
  return { vendor: "Bloomberg", fields, tickers: { ...tickers, cells: spread.map((cell) => cell.replace(/ (?:[A-Z]{2} )?\w+$/u, "")) } };
}

/** Mnemonics with their datatypes in a line that begins with "Code"; a column that could not be had says #ERROR. */
function datastreamHead(above: readonly GridLine[]): TerminalHead | null {
  const line = above.findLast(({ cells }) => /^code$/iu.test(cells[0] ?? ""));
  const read = line?.cells.map((cell) => mnemonic.exec(cell)?.groups);
  if (line === undefined || read === undefined || !read.some((groups) => groups !== undefined) || !line.cells.every((cell, column) => column === 0 || read[column] !== undefined || cell === "" || cell === "#ERROR")) return null;
  const tickers = read.map((groups) => (groups?.["ticker"] ?? "").replaceAll(/[&$]/gu, "_"));
  const fields = read.map((groups) => (groups === undefined ? "" : (datatypes[groups["field"] ?? ""] ?? "Volume")));
  return { vendor: "Datastream", fields: { ...line, cells: fields }, tickers: { ...line, cells: tickers } };
}

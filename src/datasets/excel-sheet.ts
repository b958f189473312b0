import type { FileProblem } from "./problem.ts";
import { isoDay } from "../calendar.ts";
import { csvCell } from "./csv-cell.ts";
import { isDateLike } from "./date-cells.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { ZipMember } from "./zip-members.ts";

/** Whether an archive is an Excel workbook of the form since 2007. */
export const isWorkbook = (members: readonly ZipMember[]): boolean => members.some(({ name }) => name === "xl/workbook.xml");

/** A sheet as CSV, and the names of all in the workbook's order. */
interface ReadSheet {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly sheets: readonly string[];
}

/**
 * A sheet of a workbook as CSV, a line per row of the sheet, so that lines count as in Excel: the one that is asked for by
 * its name or number, else the first with a date and a number in a row, else the first. Numbers are written as they are
 * stored; a column of day numbers under a header with "date" in it, or the first one, as dates.
 *
 * Of the format (ECMA-376) it reads the cells' values and the shared texts; formulas are taken by their stored results.
 */
export function sheetAsCsv(members: readonly ZipMember[], asked?: string): Outcome<ReadSheet, SheetProblem> {
  const textOf = (name: string): string | null => {
    const bytes = members.find((member) => member.name === name)?.read();
    return bytes?.ok === true ? new TextDecoder().decode(bytes.value) : null;
  };
  const workbook = textOf("xl/workbook.xml") ?? "";
  const sheets = sheetsOf(workbook, textOf("xl/_rels/workbook.xml.rels") ?? "");
  const shared = [...(textOf("xl/sharedStrings.xml") ?? "").matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/gu)].map(([, item = ""]) => textRuns(item));
  const epoch = /date1904="(?:1|true)"/u.test(workbook) ? 24_107 : 25_569;
  const names = sheets.map(({ name }) => name);
  const rowsOf = ({ part }: Sheet): readonly string[][] | null => {
    const sheet = textOf(part);
    return sheet === null ? null : withDates(cellsOf(sheet, shared), epoch);
  };
  const isAsked = ({ name }: Sheet, index: number): boolean => name.toLowerCase() === asked?.toLowerCase() || String(index + 1) === asked;
  if (asked !== undefined && !sheets.some(isAsked)) return failure({ fault: "needs-section", found: names.map((name, index) => `${String(index + 1)} ${name}`).join("; ") });
  const chosen = asked !== undefined ? sheets.find(isAsked) : sheets.length > 1 ? (sheets.find((sheet) => rowsOf(sheet)?.some(isTableRow) === true) ?? sheets[0]) : sheets[0];
  const rows = chosen === undefined ? null : rowsOf(chosen);
  if (chosen === undefined || rows === null) return failure({ fault: "bad-archive", found: "its first sheet can't be read" });
  const lines = rows.map((row) => row.map(csvCell).join(","));
  return success({ bytes: new TextEncoder().encode(`${lines.join("\n")}\n`), name: chosen.name, sheets: names });
}

type SheetProblem = Pick<FileProblem, "found"> & { readonly fault: "needs-section" | "bad-archive" };

/** A date and a number, as a table's rows have them. */
const isTableRow = (row: readonly string[]): boolean => row.slice(0, 4).some(isDateLike) && row.some((cell) => cell !== "" && !isDateLike(cell) && Number.isFinite(Number(cell)));

/** A sheet's name, and the part of the archive that holds it. */
interface Sheet {
  readonly name: string;
  readonly part: string;
}

function sheetsOf(workbook: string, relations: string): readonly Sheet[] {
  const tags = [...relations.matchAll(/<Relationship\b[^>]*>/gu)].map(([tag]) => tag);
  const sheets = [...workbook.matchAll(/<sheet\b[^>]*>/gu)].map(([tag]) => {
    const relation = tags.find((one) => one.includes(`Id="${/\br:id="([^"]+)"/u.exec(tag)?.[1] ?? ""}"`));
    const target = /Target="([^"]+)"/u.exec(relation ?? "")?.[1] ?? "worksheets/sheet1.xml";
    return { name: plainText(/\bname="([^"]*)"/u.exec(tag)?.[1] ?? ""), part: target.startsWith("/") ? target.slice(1) : `xl/${target}` };
  });
  return sheets.filter(({ part }) => part.includes("worksheets/"));
}

/** A row per line of the sheet; rows and cells that the sheet leaves out are empty. */
function cellsOf(sheet: string, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const [, attributes = "", content = ""] of sheet.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/gu)) {
    const number = Number(/\br="(\d+)"/u.exec(attributes)?.[1] ?? rows.length + 1);
    // A damaged number must not make a million empty lines.
    if (number > rows.length + 10_000 || number > 1_048_576) continue;
    while (rows.length < number) rows.push([]);
    const row = rows[number - 1]!;
    for (const [, cell = "", inner = ""] of content.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/gu)) {
      const column = columnOf(/\br="([A-Z]{1,3})\d+"/u.exec(cell)?.[1]) ?? row.length;
      while (row.length < column) row.push("");
      row[column] = valueOf(cell, inner, shared);
    }
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
}

function valueOf(cell: string, inner: string, shared: readonly string[]): string {
  const type = /\bt="(\w+)"/u.exec(cell)?.[1] ?? "n";
  if (type === "inlineStr") return textRuns(inner);
  const value = /<v[^>]*>([\s\S]*?)<\/v>/u.exec(inner)?.[1] ?? "";
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "e") return "";
  return plainText(value);
}

/** "C" is 2; null where a cell names no column. */
const columnOf = (letters: string | undefined): number | null =>
  letters === undefined ? null : [...letters].reduce((column, letter) => 26 * column + letter.charCodeAt(0) - 64, 0) - 1;

const textRuns = (xml: string): string => [...xml.matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/gu)].map(([, text = ""]) => plainText(text)).join("");

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plainText = (xml: string): string =>
  xml.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (_match, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? "";
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });

/** Excel counts days; `epoch` is its number for 1970-01-01. */
function withDates(rows: readonly string[][], epoch: number): readonly string[][] {
  const isDayNumber = (cell: string): boolean => /^\d{5}(?:\.\d+)?$/u.test(cell) && Number(cell) > 10_000 && Number(cell) < 80_000;
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => {
    const numbers = rows.map((row) => row[column] ?? "").filter((cell) => /^[\d.]+$/u.test(cell));
    const isNamed = rows.some((row) => /date|datum|fecha|day/iu.test(row[column] ?? ""));
    return numbers.length > 0 && numbers.every(isDayNumber) && (column === 0 || isNamed);
  });
  return rows.map((row) => row.map((cell, column) => (columns.includes(column) && isDayNumber(cell) ? isoDay(Math.floor(Number(cell)) - epoch) : cell)));
}

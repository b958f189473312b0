import type { FileProblem } from "../datasets/problem.ts";
import Papa from "papaparse";
import { pause, systemClock } from "../clock.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";

/** What Canvas' gradebook export says: its students, and the headings of its assignments. */
interface CanvasExport {
  readonly students: readonly CanvasStudent[];
  readonly assignments: readonly CanvasAssignment[];
}

export interface CanvasAssignment {
  /** As Canvas writes it: "Week 1 (4711)". */
  readonly heading: string;
  /** Its "Points Possible"; null where the file does not say. */
  readonly points: number | null;
}

interface CanvasStudent {
  /** "Doe, Jane". */
  readonly student: string;
  /** Canvas' "ID". */
  readonly canvasId: string;
  readonly sisUserId: string;
  readonly sisLoginId: string;
  readonly section: string;
}

/** Each row is stored and matched in the thread that answers everybody. */
const mostStudents = 5_000;

/** Some milliseconds of reading. */
const sliceLength = 64 * 1024;

/** A text in slices that end with a row: at a line break before which every quote was closed. */
function* slicesOf(text: string): Generator<string, void, undefined> {
  let [start, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === quote) isQuoted = !isQuoted;
    else if (letter === lineBreak && !isQuoted && at - start >= sliceLength) {
      yield text.slice(start, at + 1);
      start = at + 1;
    }
  }
  yield text.slice(start);
}

const quote = '"'.charCodeAt(0);
const lineBreak = "\n".charCodeAt(0);

/** A spreadsheet keeps so many digits of a number, and writes zeros for the others. */
const keptDigits = 15;
const endsRounded = (id: string): boolean => id.length > keptDigits && /^0+$/u.test(id.slice(keptDigits));

const requiredColumns = ["Student", "ID"] as const;

/** No name has a sign between two letters but an apostrophe, a dash, and Catalan's dot. */
const signInWord = /(?<=\p{L})[^\p{ASCII}\p{L}\p{M}\p{Zs}\p{Pd}\p{Cf}’‘ʼ´·](?=\p{L})/u;

/**
 * Reads Canvas' gradebook export (CSV; comma or semicolon, as its settings have it). "Points Possible", Canvas'
 * test student and rows without an ID are left out; "SIS …" and "Section" may be missing.
 *
 * Errors: `bad-file` with `lost-letters` (a letter that another program replaced by U+FFFD, or by a question mark or a sign in a name), `empty`, `not-canvas` (no Student or ID), `bad-quotes`, `repeated-id` (two rows of one
 * ID), `not-an-id` (an ID that is no whole number), `rounded-ids` (long IDs as a spreadsheet writes them), `too-many-students` (more than 5,000), `no-rows`.
 */
export async function readCanvasFile(file: string, text: string): Promise<Outcome<CanvasExport, FileProblem>> {
  const fault = (kind: FileProblem["fault"], line: number | null, column: string | null, found: string) =>
    failure({ kind: "bad-file", file, line, column, fault: kind, found: found.slice(0, 80) });
  const plain = text.replace(/^\uFEFF/u, "");
  const lost = plain.indexOf("\uFFFD");
  if (lost >= 0) {
    const line = plain.slice(0, lost).split("\n").length;
    return fault("lost-letters", line, null, plain.split(/\r?\n/u)[line - 1] ?? "");
  }
  if (plain.trim() === "") return fault("empty", null, null, "");
  const data: (readonly string[])[] = [];
  let delimiter = "";
  for (const slice of slicesOf(plain)) {
    const { data: rows, errors, meta } = Papa.parse<string[]>(slice, { delimiter, delimitersToGuess: [",", ";", "\t"], skipEmptyLines: "greedy" });
    const quotes = errors.find(({ type }) => type === "Quotes");
    if (quotes !== undefined) return fault("bad-quotes", data.length + (quotes.row ?? 0) + 1, null, quotes.message);
    for (const row of rows) data.push(row);
    delimiter = meta.delimiter;
    // Others are answered by the same thread.
    await pause(systemClock, 0);
  }

  const header = (data[0] ?? []).map((cell) => cell.trim());
  for (const name of requiredColumns) if (!header.includes(name)) return fault("not-canvas", 1, name, header.join(", "));
  const columns = new Map(header.map((name, index) => [name, index] as const).toReversed());
  const cell = (row: readonly string[], name: string): string => row[columns.get(name) ?? -1]?.trim() ?? "";
  const students: CanvasStudent[] = [];
  const ids = new Set<string>();
  for (const [index, row] of data.entries()) {
    const canvasId = cell(row, "ID");
    const student = cell(row, "Student");
    if (index === 0 || canvasId === "" || student === "Student, Test" || student.startsWith("Points Possible")) continue;
    // A spreadsheet that saved the file wrote 10431000000004711 as 1.0431E+16: whose row it is can't be told any more.
    if (!/^\d+$/u.test(canvasId)) return fault("not-an-id", index + 1, "ID", canvasId);
    if (ids.has(canvasId)) return fault(endsRounded(canvasId) ? "rounded-ids" : "repeated-id", index + 1, "ID", canvasId);
    // "W?jcik, ?ukasz": what a spreadsheet's plain CSV makes of Wójcik, Łukasz; "Wa³êsa" is Wałęsa of another code page.
    if (/(?<=\p{L})\?(?=\p{L})|(?<![^\s,])\?(?=\p{L})/u.test(student) || signInWord.test(student)) return fault("lost-letters", index + 1, "Student", student);
    ids.add(canvasId);
    if (ids.size > mostStudents) return fault("too-many-students", index + 1, null, "5,000");
    students.push({
      student,
      canvasId,
      sisUserId: cell(row, "SIS User ID"),
      sisLoginId: cell(row, "SIS Login ID"),
      section: cell(row, "Section"),
    });
  }
  const long = students.filter(({ canvasId }) => canvasId.length > keptDigits);
  const rounded = long.filter(({ canvasId }) => endsRounded(canvasId));
  // One of several may end so by chance; most of them do not.
  const [first] = rounded;
  if (first !== undefined && rounded.length >= 2 && 2 * rounded.length > long.length) return fault("rounded-ids", null, "ID", first.canvasId);
  if (students.length === 0) return fault("no-rows", null, null, header.join(", "));
  const pointsRow = data.find((row) => cell(row, "Student").startsWith("Points Possible"));
  const pointsOf = (heading: string): number | null => {
    const text = pointsRow === undefined ? "" : cell(pointsRow, heading).replace(",", ".");
    const points = Number(text);
    return text === "" || !Number.isFinite(points) || points <= 0 ? null : points;
  };
  const headings = header.filter((name) => /\(\d+\)$/u.test(name));
  return success({ students, assignments: headings.map((heading) => ({ heading, points: pointsOf(heading) })) });
}

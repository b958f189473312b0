import type { FileProblem } from "../datasets/problem.ts";
import Papa from "papaparse";
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

const requiredColumns = ["Student", "ID"] as const;

/**
 * Reads Canvas' gradebook export (CSV; comma or semicolon, as its settings have it). "Points Possible", Canvas'
 * test student and rows without an ID are left out; "SIS …" and "Section" may be missing.
 *
 * Errors: `bad-file` with `lost-letters` (a letter that another program replaced by U+FFFD), `empty`, `no-header` (no Student or ID), `bad-quotes`, `repeated-name` (two rows of one
 * ID), `not-an-id` (an ID that is no whole number), `no-rows`.
 */
export function readCanvasFile(file: string, text: string): Outcome<CanvasExport, FileProblem> {
  const fault = (kind: FileProblem["fault"], line: number | null, column: string | null, found: string) =>
    failure({ kind: "bad-file", file, line, column, fault: kind, found: found.slice(0, 80) });
  const plain = text.replace(/^\uFEFF/u, "");
  const lost = plain.split(/\r?\n/u).findIndex((line) => line.includes("\uFFFD"));
  if (lost >= 0) return fault("lost-letters", lost + 1, null, plain.split(/\r?\n/u)[lost] ?? "");
  if (plain.trim() === "") return fault("empty", null, null, "");
  const { data, errors } = Papa.parse<string[]>(plain, { delimitersToGuess: [",", ";", "\t"], skipEmptyLines: "greedy" });
  const quotes = errors.find(({ type }) => type === "Quotes");
  if (quotes !== undefined) return fault("bad-quotes", (quotes.row ?? 0) + 1, null, quotes.message);

  const header = (data[0] ?? []).map((cell) => cell.trim());
  for (const name of requiredColumns) if (!header.includes(name)) return fault("no-header", 1, name, header.join(", "));
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)]?.trim() ?? "";
  const students: CanvasStudent[] = [];
  for (const [index, row] of data.entries()) {
    const canvasId = cell(row, "ID");
    const student = cell(row, "Student");
    if (index === 0 || canvasId === "" || student === "Student, Test" || student.startsWith("Points Possible")) continue;
    // A spreadsheet that saved the file wrote 10431000000004711 as 1.0431E+16: whose row it is can't be told any more.
    if (!/^\d+$/u.test(canvasId)) return fault("not-an-id", index + 1, "ID", canvasId);
    if (students.some((other) => other.canvasId === canvasId)) return fault("repeated-name", index + 1, "ID", canvasId);
    students.push({
      student,
      canvasId,
      sisUserId: cell(row, "SIS User ID"),
      sisLoginId: cell(row, "SIS Login ID"),
      section: cell(row, "Section"),
    });
  }
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

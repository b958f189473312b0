import type { FileFault } from "./rows.ts";

const dateFaults: readonly FileFault["fault"][] = ["unreadable-date", "repeated-date", "no-rows", "unsorted", "no-header", "wrong-delimiter"];

/**
 * What a file's dates are where they could not be read: seconds or milliseconds since 1970, a spreadsheet's day
 * numbers, or several times of one day. Any other fault stays as it is.
 */
export function withDateAdvice(fault: FileFault, text: string): FileFault {
  if (!dateFaults.includes(fault.fault)) return fault;
  const lines = text.slice(0, 20_000).split(/\r?\n/u).filter((line) => line.trim() !== "");
  const rows = lines.slice(1, -1).map((line) => line.split(/[,;\t]/u).slice(0, 2).map((cell) => cell.trim().replace(/^"(.*)"$/u, "$1")));
  const column = [0, 1].find((index) => rows.length > 1 && rows.slice(0, 5).every((row) => kindOf(row[index] ?? "") !== null));
  if (column === undefined) return fault;
  const [first = "", second = ""] = rows.slice(0, 2).map((row) => row[column] ?? "");
  const kind = kindOf(first);
  if (kind === null || (kind === "several-a-day" && first.slice(0, 10) !== second.slice(0, 10))) return fault;
  return { ...fault, fault: kind, found: first };
}

function kindOf(cell: string): "unix-dates" | "serial-dates" | "several-a-day" | null {
  if (/^1?\d{9}(?:\.\d+)?$/u.test(cell) || /^1?\d{12}$/u.test(cell)) return "unix-dates";
  if (/^[2-7]\d{4}(?:\.\d+)?$/u.test(cell)) return "serial-dates";
  return /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]\d{1,2}:\d{2}/u.test(cell) ? "several-a-day" : null;
}

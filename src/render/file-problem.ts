import type { FileProblem } from "../datasets/problem.ts";
import { count } from "./numbers.ts";
import { plain } from "./plain.ts";

/**
 * What is wrong with a data file and what would be right, with the file, the line and the column.
 * `repeated` makes text from the file safe for the place where it is shown: Discord, unless said otherwise.
 */
export function fileProblemWords(
  problem: FileProblem,
  repeated: (text: string) => string = plain,
): { readonly cause: string; readonly next: string } {
  const { what, next } = faultWords(problem.fault, repeated(problem.found));
  const column = problem.column === null ? [] : [`column ${repeated(problem.column)}`];
  const line = problem.line === null ? [] : [`line ${count(problem.line)}`];
  const place = [repeated(problem.file), ...line, ...column].join(", ");
  return { cause: `${place}: ${what}.`, next };
}

function faultWords(fault: FileProblem["fault"], value: string): { readonly what: string; readonly next: string } {
  const quoted = `"${value}"`;
  switch (fault) {
    case "missing":
      return { what: "there is no such file", next: "Check the path and the spelling." };
    case "empty":
      return { what: "the file is empty", next: "Give a CSV file with a header line and one row a date." };
    case "too-large":
      return {
        what: `the file is too large (${value})`,
        next: "A data file may have 64 MB. Leave out columns or years that the course does not need.",
      };
    case "wrong-delimiter":
      return {
        what: `columns are not separated by commas: ${quoted}`,
        next: "Save the file as CSV with commas between columns and points in decimals: date,SPY,JPM.",
      };
    case "decimal-comma":
      return { what: `a comma stands where the decimal point belongs: ${quoted}`, next: "Write 0.0123, not 0,0123." };
    case "day-first-date":
      return {
        what: `the date does not start with its year: ${quoted}`,
        next: "Write dates as 2024-12-31: day-first and month-first dates can't be told apart.",
      };
    case "unreadable-date":
      return {
        what: `this is not a date like the others: ${quoted}`,
        next: "Write every date of the file the same way: 2024-12-31, or 2024-12 for months.",
      };
    case "repeated-date":
      return { what: `the date stands there a second time: ${quoted}`, next: "Keep one row a date." };
    case "unsorted":
      return { what: `the date comes after a later one: ${quoted}`, next: "Sort the rows by date, the oldest first." };
    case "not-a-number":
      return {
        what: `text stands in a number's place: ${quoted}`,
        next: "Write a plain number like 0.0123, or leave the cell empty where there is none.",
      };
    case "no-series":
      return {
        what: `there is only one column: ${quoted}`,
        next: "Give a date column and at least one series: date,JPM.",
      };
    case "not-a-price":
      return {
        what: `a price is not above 0: ${quoted}`,
        next: "Leave the cell empty where there was no price. If these are returns, import with --kind excess or --kind total.",
      };
    case "wrong-width":
      return {
        what: `the row has more or fewer cells than the header: ${quoted}`,
        next: "Give every row one cell a column; a missing value is an empty cell.",
      };
    case "bad-name":
      return {
        what: `${quoted} can't be a series' name`,
        next: "Use 1 to 32 letters, digits, points, hyphens, underscores or ^, like BRK.B or Mkt-RF.",
      };
    case "repeated-name":
      return { what: `the name ${quoted} stands there twice`, next: "Give every column a name of its own." };
    case "no-header":
      return {
        what: `rows without a header line above them: ${quoted}`,
        next: "Put a line of names over the rows (date,SPY,JPM), without a blank line between.",
      };
    case "no-rows":
      return { what: "there is a header and not one return", next: "Give at least one row with a date and a number." };
    case "lost-letters":
      return {
        what: `letters were lost before the file came here (they are shown as �): ${quoted}`,
        next: "Export it from Canvas again and don't save it in another program, or save it there as CSV UTF-8.",
      };
    case "bad-quotes":
      return { what: `a quotation mark is opened and not closed: ${quoted}`, next: "Close it, or leave out the quotation marks." };
    case "binary":
      return {
        what: "this is not a text file",
        next: "Give a CSV file in UTF-8 (in a spreadsheet: Save as, CSV), or French's zip as it is.",
      };
    case "bad-archive":
      return {
        what: `the archive can't be used: ${value}`,
        next: "Download it again, or unpack it and give the CSV file inside.",
      };
    case "not-finite":
      return { what: `the number is infinite: ${quoted}`, next: "Leave the cell empty where there is no return." };
    case "not-a-return":
      return {
        what: `a return below −100%: ${quoted}`,
        next: "Returns are decimals: 0.01 is 1%. If these are prices, import with --kind prices.",
      };
    case "in-percent":
      return {
        what: `values this large (${quoted}) are percent or prices, not decimal returns`,
        next: "Divide percent by 100 (0.01 is 1%). If these are prices, import with --kind prices.",
      };
    case "unknown-kind":
      return {
        what: `nothing says whether these are excess or total returns: ${value}`,
        next: "Import with --kind excess (the risk-free rate is subtracted already), --kind total or --kind prices.",
      };
    case "unknown-frequency":
      return {
        what: `rows usually lie ${value} days apart`,
        next: "Give daily, monthly or annual data; make weekly data monthly first.",
      };
    case "not-a-file":
      return { what: "this is a folder or a device", next: "Name the CSV file itself." };
    case "unreadable":
      return { what: `the file can't be read (${value})`, next: "Check its permissions, then try again." };
    case "changed-since-import":
      return { what: "the stored file is no longer the one that was imported", next: "Import the original file again." };
    case "unwritable":
      return {
        what: `the file can't be stored (${value})`,
        next: "Check the space on the disk and the data folder's permissions, then import again.",
      };
    case "offline":
      return {
        what: `the server can't be reached (${value})`,
        next: "Check the connection and try again, or download the file in a browser and import it.",
      };
    case "not-found":
      return {
        what: `the server does not give the file (${value})`,
        next: "Try again later, or find the file on the library's page and import it.",
      };
    case "cut-short":
      return { what: `the download broke off (${value})`, next: "Try again." };
    case "too-slow":
      return {
        what: `the download took longer than ${value}`,
        next: "Try again on a faster connection.",
      };
  }
}

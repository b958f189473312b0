import type { LayoutFault } from "../../datasets/problem.ts";
import type { FaultWords } from "./fault-words.ts";

/** How rows, dates and cells are written. */
export const layoutFaultWords: Readonly<Record<LayoutFault, FaultWords>> = {
  empty: () => ({ what: "the file is empty", next: "Give a CSV file with a header line and one row per date." }),
  "wrong-delimiter": ({ quoted }) => ({
    what: `columns are not separated by commas: ${quoted}`,
    next: "Part all rows of the file alike, with commas, semicolons or tabs: date,SPY,JPM.",
  }),
  "bad-quotes": ({ quoted }) => ({ what: `a quotation mark is opened and not closed: ${quoted}`, next: "Close it, or leave out the quotation marks." }),
  "lost-letters": ({ quoted }) => ({
    what: `letters were lost before the file came here (they are shown as �, ? or other signs): ${quoted}`,
    next: "Export it from Canvas again and don't save it in another program, or save it there as CSV UTF-8.",
  }),
  "not-an-id": ({ quoted }) => ({
    what: `a student's ID is no whole number: ${quoted}`,
    next: "A spreadsheet rounds long IDs when it saves them (1.0431E+16), and whose row it was is lost: export it from Canvas again and give that file as it is.",
  }),
  "rounded-ids": ({ quoted }) => ({
    what: `long IDs end in zeros from their 16th digit on, as a spreadsheet rounds them: ${quoted}`,
    next: "Whose rows they were is lost, and Canvas would know none of them: export it from Canvas again and give that file as it is, without opening it in a spreadsheet.",
  }),
  "not-canvas": ({ quoted }) => ({
    what: `no gradebook of Canvas, which has the columns Student and ID in its first line: ${quoted}`,
    next: "Canvas' Grades page exports it (Export, Export Entire Gradebook): give that file as it is.",
  }),
  "repeated-id": ({ quoted }) => ({ what: `two rows have the ID ${quoted}`, next: "Each student has one row: export it from Canvas again and give that file as it is." }),
  "no-header": ({ quoted }) => ({
    what: `rows without a header line above them: ${quoted}`,
    next: "Put a line of names over the rows (date,SPY,JPM), without a blank line between.",
  }),
  "no-rows": () => ({ what: "there is no row with a date that I can read and a number", next: "Give at least one row with a date, like 2024-12-31, and a number." }),
  "no-series": ({ quoted }) => ({
    what: `there is only one column: ${quoted}`,
    next: "Give a date column and at least one series: date,JPM.",
  }),
  "wrong-width": ({ quoted }) => ({
    what: `the row has more or fewer cells than the header: ${quoted}`,
    next: "Give every row one cell per column; a missing value is an empty cell.",
  }),
  "bad-name": ({ quoted }) => ({
    what: `${quoted} can't be a series' name`,
    next: "Use 1 to 32 letters, digits, points, hyphens, underscores or ^, like BRK.B or Mkt-RF. Where it is the file's only series, import with --as and such a name.",
  }),
  "repeated-name": ({ quoted }) => ({ what: `the name ${quoted} stands there twice`, next: "Give every column a name of its own." }),
  "needs-section": ({ value }) => ({ what: `no section is called so; there are: ${value}`, next: "Import with --section and its number, or words of its title." }),
  "months-in-columns": ({ value }) => ({
    what: `the months stand in columns (${value}), and each would be a series of years`,
    next: 'Give one row per month, with its year and month before the number: 2018-Feb,0.0682. In pandas: months = table.set_index("Year").loc[:, "Jan":"Dec"].stack(); months.index = [f"{year}-{month[:3]}" for year, month in months.index]; months.to_csv("ABC.csv", header=["ABC"]). Import that file.',
  }),
  "day-first-date": ({ quoted }) => ({
    what: `the date does not start with its year: ${quoted}`,
    next: "Write every date of the file the same way: 2024-12-31, or all day-first, or all month-first.",
  }),
  "unreadable-date": ({ quoted }) => ({
    what: `this is no date in a form that I know, or not in that of the others: ${quoted}`,
    next: "Write every date of the file the same way: 2024-12-31, or 2024-12 for months.",
  }),
  "ambiguous-dates": ({ quoted }) => ({
    what: `each date can be day-first and month-first: ${quoted}`,
    next: "Say which: import with --dates dmy (31/12/2024) or --dates mdy (12/31/2024).",
  }),
  "unix-dates": ({ quoted, value }) => ({
    what: `the dates are ${value.length > 11 ? "milliseconds" : "seconds"} since 1970: ${quoted}`,
    next: `Write them as dates: in pandas pd.to_datetime(column, unit="${value.length > 11 ? "ms" : "s"}").dt.date, in a spreadsheet =A2/${value.length > 11 ? "86400000" : "86400"}+DATE(1970,1,1) formatted as a date.`,
  }),
  "serial-dates": ({ quoted }) => ({
    what: `the dates are a spreadsheet's day numbers: ${quoted}`,
    next: "Format that column as a date (2024-12-31) in the spreadsheet and save it again.",
  }),
  "repeated-date": ({ quoted }) => ({ what: `the date stands there a second time: ${quoted}`, next: "Keep one row per date." }),
  "several-a-day": ({ quoted }) => ({
    what: `there are several rows per day, the first at ${quoted}`,
    next: 'Keep the last row of each day: in pandas df.groupby(df.index.date).last().',
  }),
  unsorted: ({ quoted }) => ({ what: `the date comes after a later one: ${quoted}`, next: "Sort the rows by date, the oldest first." }),
  "decimal-comma": ({ quoted }) => ({ what: `a comma stands where the decimal point belongs: ${quoted}`, next: "Write 0.0123, not 0,0123." }),
  "not-a-number": ({ quoted }) => ({
    what: `text stands in a number's place: ${quoted}`,
    next: "Write a plain number like 0.0123, or leave the cell empty where there is none.",
  }),
  "not-finite": ({ quoted }) => ({ what: `the number is infinite: ${quoted}`, next: "Leave the cell empty where there is no return." }),
  "mixed-percent": () => ({ what: "some numbers carry a percent sign and others do not", next: "Write all of a column the same way." }),
};

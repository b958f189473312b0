import type { DayDoubt, FileProblem } from "../datasets/problem.ts";
import { asTyped, count, number, percent } from "./numbers.ts";
import { plain } from "./plain.ts";

/**
 * What is wrong with a data file and what would be right, with the file, the line and the column.
 * `repeated` makes text from the file safe for the place where it is shown: Discord, unless said otherwise.
 */
export function fileProblemWords(
  problem: FileProblem,
  repeated: (text: string) => string = plain,
): { readonly cause: string; readonly next: string } {
  const { what, next } = problem.fault === "doubtful-days" ? doubtWords(problem.doubts ?? [], repeated) : faultWords(problem.fault, repeated(problem.found));
  const column = problem.column === null ? [] : [`column ${repeated(problem.column)}`];
  const line = problem.line === null ? [] : [`line ${count(problem.line)}`];
  const place = [repeated(problem.file), ...line, ...column].join(", ");
  return { cause: `${place}: ${what}.`, next: repeated === plain ? inDiscord(next) : next };
}

/** The terminal's "--dates dmy" and "npm run data:list" as they are typed in Discord: `dates:dmy` and `/data list`. */
export const inDiscord = (text: string): string =>
  text.replaceAll(/npm run data:(list|remove|undo)/gu, "/data $1").replaceAll(/--([a-z]+)(?: (-?[A-Za-z0-9_-]+(?:\.\d+)?)(?![\w']))?/gu, (_match, option: string, value: string | undefined) => {
    const isWord = value !== undefined && !["and", "or", "for", "where", "if"].includes(value);
    const shown = isWord ? value : ["percent", "accept"].includes(option) ? "true" : "…";
    return `\`${option}:${shown}\`${value !== undefined && !isWord ? ` ${value}` : ""}`;
  });

const shownDoubts = 6;

function doubtWords(doubts: readonly DayDoubt[], repeated: (text: string) => string): { readonly what: string; readonly next: string } {
  const words = doubts.slice(0, shownDoubts).map((doubt) => `${repeated(doubt.series)} ${dayDoubtWords(doubt)}`);
  const others = doubts.length - words.length;
  return {
    what: `this looks impossible: ${[...words, ...(others > 0 ? [`and ${count(others)} more`] : [])].join("; ")}`,
    next: doubts.some(({ kind }) => kind === "split")
      ? "Take prices adjusted for splits and dividends (Adj Close), or continue with --accept."
      : "Correct the file, or continue with --accept where the days are right.",
  };
}

/** "2024-01-30: −50.0%, like a 2:1 split". */
export function dayDoubtWords(doubt: DayDoubt): string {
  switch (doubt.kind) {
    case "split":
    case "small-split":
      return `${doubt.date}: ${percent(doubt.value, 1)}, like a ${splitWords(doubt.ratio)} split`;
    case "hundredfold":
      return `${doubt.date}: ${percent(doubt.value, 1)}, like pence and pounds`;
    case "spike":
      return `${doubt.date}: ${percent(doubt.value, 1)} and back on the next row`;
    case "jump":
      return `${doubt.date}: ${percent(doubt.value, 1)}`;
    case "stale":
      return `unchanged from ${doubt.date} on, ${count(doubt.rows)} rows, as after a delisting`;
    case "future":
      return `${doubt.date}: ${count(doubt.rows)} ${doubt.rows === 1 ? "row" : "rows"} after today`;
    case "all-future":
      return `all rows are after today, the first ${doubt.date}`;
    case "weekdays":
      return `${count(doubt.rows)} rows on ${doubt.on} and hardly any on ${doubt.without}: its dates are one day off, or its market has another week`;
    case "weekend":
      return `${count(doubt.rows)} ${doubt.rows === 1 ? "row" : "rows"} on Saturdays or Sundays, the first ${doubt.date}`;
    case "shifted":
      return `moves with the market of the day ${doubt.lag === 1 ? "before" : "after"} (correlation ${number(doubt.shifted, 2)}, of the same day ${number(doubt.sameDay, 2)}): its dates are one day off, or its exchange closes at another time`;
  }
}

/** "2:1", "3:2", "1:10": new shares for old ones. */
function splitWords(ratio: number): string {
  const old = [1, 2, 3, 4].find((shares) => isWhole(ratio * shares));
  if (old !== undefined) return `${asTyped(Math.round(ratio * old))}:${asTyped(old)}`;
  const newer = [1, 2, 3, 4, 5].find((shares) => isWhole(shares / ratio)) ?? 1;
  return `${asTyped(newer)}:${asTyped(Math.round(newer / ratio))}`;
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

function faultWords(fault: Exclude<FileProblem["fault"], "doubtful-days">, value: string): { readonly what: string; readonly next: string } {
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
        next: "Part all rows of the file alike, with commas, semicolons or tabs: date,SPY,JPM.",
      };
    case "decimal-comma":
      return { what: `a comma stands where the decimal point belongs: ${quoted}`, next: "Write 0.0123, not 0,0123." };
    case "day-first-date":
      return {
        what: `the date does not start with its year: ${quoted}`,
        next: "Write every date of the file the same way: 2024-12-31, or all day-first, or all month-first.",
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
    case "not-an-id":
      return {
        what: `a student's ID is no whole number: ${quoted}`,
        next: "A spreadsheet rounds long IDs when it saves them (1.0431E+16), and whose row it was is lost: export it from Canvas again and give that file as it is.",
      };
    case "bad-quotes":
      return { what: `a quotation mark is opened and not closed: ${quoted}`, next: "Close it, or leave out the quotation marks." };
    case "binary":
      return {
        what: "this is neither a text file nor an Excel sheet",
        next: "Give a CSV file, an .xlsx file, or French's zip as it is.",
      };
    case "not-text":
      return { what: "this is no text file (a workbook, .xlsx, is none)", next: "Give the CSV file as Canvas exports it, or save the sheet as CSV UTF-8." };
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
        next: "If they are percent, import with --percent. If they are prices, with --kind prices.",
      };
    case "unknown-kind":
      return {
        what: `nothing says whether these are excess or total returns: ${value}`,
        next: "Import with --kind excess (the risk-free rate is subtracted already), --kind total or --kind prices.",
      };
    case "ambiguous-dates":
      return {
        what: `each date can be day-first and month-first: ${quoted}`,
        next: "Say which: import with --dates dmy (31/12/2024) or --dates mdy (12/31/2024).",
      };
    case "needs-name":
      return {
        what: `this is one ticker's file (${value}), and neither its content nor its name says which`,
        next: "Name it: import with --as TICKER, like --as AAPL.",
      };
    case "needs-column":
      return { what: `several columns could be the series: ${value}`, next: "Choose one: import with --column NAME and --as TICKER." };
    case "needs-unit":
      return {
        what: `nothing says in which unit this rate is: ${quoted}`,
        next: "Import with --kind rate and --unit percent-per-year, --unit percent (per row) or --unit decimal.",
      };
    case "needs-region":
      return {
        what: "these are factors of another region than the US, and the file's name does not say which",
        next: "Import with --region Europe (or Developed, Developed_ex_US, Japan, Asia_Pacific_ex_Japan, North_America, Emerging).",
      };
    case "reserved-name":
      return {
        what: `${value} is the name of a published ${value === "RF" ? "rate" : "factor"}, and these are prices`,
        next: value === "RF" ? "An interest rate is imported with --kind rate, --unit and --as RF. A share of that ticker needs another name: --as, or in its column's header." : "A share of that ticker needs another name: --as, or in its column's header.",
      };
    case "unix-dates":
      return {
        what: `the dates are ${value.length > 11 ? "milliseconds" : "seconds"} since 1970: ${quoted}`,
        next: `Write them as dates: in pandas pd.to_datetime(column, unit="${value.length > 11 ? "ms" : "s"}").dt.date, in a spreadsheet =A2/${value.length > 11 ? "86400000" : "86400"}+DATE(1970,1,1) formatted as a date.`,
      };
    case "serial-dates":
      return {
        what: `the dates are a spreadsheet's day numbers: ${quoted}`,
        next: "Format that column as a date (2024-12-31) in the spreadsheet and save it again.",
      };
    case "several-a-day":
      return {
        what: `there are several rows a day, the first at ${quoted}`,
        next: 'Keep the last row of each day: in pandas df.groupby(df.index.date).last().',
      };
    case "needs-section":
      return { what: `no section is called so; there are: ${value}`, next: "Import with --section and its number, or words of its title." };
    case "mixed-percent":
      return { what: "some numbers carry a percent sign and others do not", next: "Write all of a column the same way." };
    case "level":
      return {
        what: `${quoted} is a rate, a yield or an index of levels, no price and no return`,
        next: "An interest rate is imported with --kind rate --unit percent-per-year; --as RF makes it the risk-free rate. Leave other levels out.",
      };
    case "counts":
      return { what: `${quoted} counts something (a volume, a number of firms) and is no return`, next: "Leave that column out, or name another with --column." };
    case "gross-returns":
      return { what: `values around 1 without a trend (${quoted}) are gross returns`, next: "Subtract 1 from each: 1.0123 is a return of 0.0123." };
    case "not-returns":
      return {
        what: `all values are above 0 and wander (${quoted} first): prices or rates, not returns`,
        next: "Import with --kind prices, or with --kind rate and --unit.",
      };
    case "not-a-rate":
      return {
        what: `${quoted} per row is too large for a risk-free rate`,
        next: "Say its unit (--unit percent-per-year, percent or decimal), or rename the column if it is no rate.",
      };
    case "missing-code":
      return {
        what: `${quoted} is a code for a missing value, not a return`,
        next: `Import with --missing ${value}, which reads it as blank.`,
      };
    case "unknown-frequency":
      return {
        what: `rows usually lie ${value} days apart`,
        next: "Give daily, monthly or annual data; make weekly data monthly first.",
      };
    case "not-prepared":
      return { what: "its preview is no longer kept", next: "Add the file again." };
    case "over-quota":
      return { what: `this server's data would have ${value}`, next: "Remove a file that is not needed with `/data remove`, or leave out columns." };
    case "not-imported":
      return {
        what: "nothing of that name was imported",
        next: value === "" ? "`npm run data:list` shows what is." : `Did you mean ${value}? \`npm run data:list\` shows all.`,
      };
    case "nothing-to-undo":
      return { what: "no import is left to take back", next: "`npm run data:list` shows what is loaded." };
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

import type { DayDoubt } from "../../datasets/problem.ts";
import { asTyped, count, counted, number, percent } from "../numbers.ts";
import type { FaultText } from "./fault-words.ts";

const shownDoubts = 6;

/** Days that look impossible; `repeated` makes names from the file safe. */
export function doubtWords(doubts: readonly DayDoubt[], repeated: (text: string) => string): FaultText {
  const groups = joined(doubts);
  const words = groups.slice(0, shownDoubts).map(([doubt, ...alike]) => `${repeated(doubt.series)}${alike.length > 0 ? ` (and ${count(alike.length)} more at about that time)` : ""} ${dayDoubtWords(doubt)}`);
  const others = groups.slice(shownDoubts).reduce((sum, group) => sum + group.length, 0);
  return {
    what: `${doubts.every(({ kind }) => ownWords.includes(kind)) ? "" : "this looks impossible: "}${[...words, ...(others > 0 ? [`and ${count(others)} more`] : [])].join("; ")}`,
    next: nextStep(new Set(doubts.map(({ kind }) => kind))),
  };
}

/** Kinds whose words say what is wrong. */
const ownWords: readonly DayDoubt["kind"][] = ["other-series", "one-sided", "skipped", "lost-dividends", "dead", "units", "shifted-stretch"];

type Group = readonly [DayDoubt, ...DayDoubt[]];

/** Series of one file that are off alike over about the same rows share their words. */
function joined(doubts: readonly DayDoubt[]): readonly Group[] {
  const groups: [DayDoubt, ...DayDoubt[]][] = [];
  for (const doubt of doubts) {
    const group = groups.find(([first]) => isAlike(first, doubt));
    if (group === undefined) groups.push([doubt]);
    else group.push(doubt);
  }
  return groups;
}

function isAlike(one: DayDoubt, other: DayDoubt): boolean {
  if (!("until" in one) || !("until" in other) || one.kind !== other.kind || one.series === other.series) return false;
  if (one.kind === "shifted-stretch" && other.kind === "shifted-stretch" && one.lag !== other.lag) return false;
  if (one.kind === "units" && other.kind === "units" && one.factor !== other.factor) return false;
  const [a, b, c, d] = [one.date, one.until, other.date, other.until].map((day) => Date.parse(day)) as [number, number, number, number];
  return Math.min(b, d) - Math.max(a, c) > 0.5 * (Math.max(b, d) - Math.min(a, c));
}

/** What to do, by what is most in the way. */
function nextStep(kinds: ReadonlySet<DayDoubt["kind"]>): string {
  if (kinds.has("other-series") || kinds.has("lost-dividends")) return "Give it another name with --as, or continue with --accept where it is the same series: on the days of both this file's numbers count then.";
  if (kinds.has("one-sided")) return "Say what it is with --kind excess or --kind total, or give it another name with --as, or continue with --accept where it is a revision.";
  if (kinds.has("skipped")) return "Take all days, or a weekly file of it (one row a week), or continue with --accept: of prices, returns over several days are then left out where days are analysed, and replies say on how many there is none.";
  if (kinds.has("units")) return "Bring these rows to the unit of the others and import the file again, or continue with --accept where they are right.";
  if (kinds.has("shifted-stretch")) return "Correct the dates of these rows, or leave the rows out, and import the file again, or continue with --accept where they are right.";
  if (kinds.has("dead")) return "Leave these rows blank, or take them from another source, and import the file again, or continue with --accept where they are right.";
  if (kinds.has("split")) return "Take prices adjusted for splits and dividends (Adj Close), or continue with --accept.";
  return "Correct the file, or continue with --accept where the days are right.";
}

/** "2024-01-30: −50.0%, like a 2:1 split". */
export function dayDoubtWords(doubt: DayDoubt): string {
  switch (doubt.kind) {
    case "split":
    case "small-split":
      return `${doubt.date}: ${percent(doubt.value, 1)}, like a ${splitWords(doubt.ratio)}${"other" in doubt ? ` or ${splitWords(doubt.other)}` : ""} split`;
    case "hundredfold":
      return `${doubt.date}: ${percent(doubt.value, 1)}, like pence and pounds`;
    case "spike":
      return `${doubt.date}: ${percent(doubt.value, 1)} and back on the next row`;
    case "jump":
      return `${doubt.date}: ${percent(doubt.value, 1)}`;
    case "stale":
      return `unchanged from ${doubt.date} on, ${count(doubt.rows)} rows, as after a delisting`;
    case "dead":
      return `${doubt.value === 0 ? "does not move" : `has the return ${percent(doubt.value)} on every row`} from ${doubt.date} to ${doubt.until}, ${count(doubt.rows)} rows, and seldom repeats ${doubt.value === 0 ? "a price" : "one"} elsewhere: ${doubt.value === 0 ? "prices were" : "it was"} copied forward, or trade was halted`;
    case "units":
      return `is in another unit from ${doubt.date} to ${doubt.until}, ${count(doubt.rows)} rows: its ${doubt.of} there are about ${doubt.factor > 1 ? `${asTyped(Math.round(doubt.factor))} times` : `1/${asTyped(Math.round(1 / doubt.factor))} of`} the others${doubt.of === "returns" ? ", percent beside decimals" : ", like a lost decimal mark, or pence and pounds"}`;
    case "shifted-stretch":
      return `has dates that are ${periodsOff(doubt.lag, doubt.per)} from about ${doubt.date} to about ${doubt.until}, ${count(doubt.rows)} rows: there it moves with ${doubt.against ?? "the file's other series"} of ${count(Math.abs(doubt.lag))} ${Math.abs(doubt.lag) === 1 ? "row" : "rows"} ${doubt.lag > 0 ? "before" : "after"} (correlation ${number(doubt.shifted, 2)}, of the same ${doubt.per ?? "day"} ${number(doubt.sameDay, 2)}), elsewhere with the same ${doubt.per ?? "day"} (${number(doubt.outside, 2)})`;
    case "future":
      return `${doubt.date}: ${count(doubt.rows)} ${doubt.rows === 1 ? "row" : "rows"} after today`;
    case "all-future":
      return `all rows are after today, the first ${doubt.date}`;
    case "weekdays":
      return `${count(doubt.rows)} rows on ${doubt.on} and hardly any on ${doubt.without}: its dates are one day off, or its market has another week`;
    case "other-series":
      return `has ${count(doubt.rows)} rows that ${doubt.file} has too, and ${count(doubt.differing)} of them differ (correlation ${number(doubt.correlation, 2)}): it is another series of that name`;
    case "one-sided":
      return `has ${count(doubt.rows)} rows that ${doubt.file} has too, and ${count(doubt.differing)} of them differ, nearly all to one side (by ${percent(doubt.change, 3)} in the mean), as an excess return does from a total one`;
    case "skipped":
      return `has rows on ${count(doubt.rows)} of ${count(doubt.days)} weekdays from ${doubt.date} to ${doubt.until}: its returns there ${doubt.of === "prices" ? "are" : "may be"} over several days, and the market's are of one`;
    case "lost-dividends":
      return `is a closing price, and ${doubt.file} has the adjusted one: ${count(doubt.rows)} rows would lose their dividend, ${doubt.date} the most`;
    case "weekend":
      return `${count(doubt.rows)} ${doubt.rows === 1 ? "row" : "rows"} on Saturdays or Sundays, the first ${doubt.date}`;
    case "shifted":
      return `moves with the market of the ${doubt.per ?? "day"} ${doubt.lag === 1 ? "before" : "after"} (correlation ${number(doubt.shifted, 2)}, of the same ${doubt.per ?? "day"} ${number(doubt.sameDay, 2)}): its dates are one ${doubt.per ?? "day"} off, or ${doubt.per === undefined ? "its exchange closes at another time" : "it is valued later than the market"}`;
  }
}

/** "1 market day too late", "2 weeks too early". */
const periodsOff = (lag: number, per: "week" | "month" | undefined): string => `${counted(Math.abs(lag), per ?? "market day")} too ${lag > 0 ? "late" : "early"}`;

/** "2:1", "3:2", "1:10": new shares for old ones. */
function splitWords(ratio: number): string {
  const old = [1, 2, 3, 4].find((shares) => isWhole(ratio * shares));
  if (old !== undefined) return `${asTyped(Math.round(ratio * old))}:${asTyped(old)}`;
  const newer = [1, 2, 3, 4, 5].find((shares) => isWhole(shares / ratio)) ?? 1;
  return `${asTyped(newer)}:${asTyped(Math.round(newer / ratio))}`;
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

import type { FileProblem } from "../../datasets/problem.ts";
import { count, percent } from "../numbers.ts";
import { plain } from "../plain.ts";
import { accessFaultWords } from "./access-fault.ts";
import { doubtWords } from "./day-doubt.ts";
import type { FaultText, FaultWords } from "./fault-words.ts";
import { layoutFaultWords } from "./layout-fault.ts";
import { meaningFaultWords } from "./meaning-fault.ts";
import type { ProblemWords } from "./problem-words.ts";

/**
 * What is wrong with a data file and what would be right, with the file, the line and the column.
 * `repeated` makes text from the file safe for the place where it is shown: Discord, unless said otherwise.
 */
export function fileProblemWords(problem: FileProblem, repeated: (text: string) => string = plain): ProblemWords {
  const { what, next } = textOf(problem, repeated);
  const column = problem.column === null ? [] : [`column ${repeated(problem.column)}`];
  const line = problem.line === null ? [] : [`line ${count(problem.line)}`];
  const place = [repeated(problem.file), ...line, ...column].join(", ");
  return { cause: `${place}: ${what}.`, next: repeated === plain ? inDiscord(next) : next };
}

const words: Readonly<Record<Exclude<FileProblem["fault"], "doubtful-days">, FaultWords>> = { ...layoutFaultWords, ...meaningFaultWords, ...accessFaultWords };

function textOf({ fault, found, doubts = [], units = [] }: FileProblem, repeated: (text: string) => string): FaultText {
  if (fault === "doubtful-days") return doubtWords(doubts, repeated);
  if (fault === "needs-unit" && units.length > 0) return unitWords(repeated(found), units);
  const value = repeated(found);
  return words[fault]({ value, quoted: `"${value}"` });
}

/** What a rate would be per year in each of the units that fit. */
function unitWords(value: string, units: NonNullable<FileProblem["units"]>): FaultText {
  const meanings = units.map(({ unit, annual }) => `${percent(annual, 2)} (--unit ${unit}${unit.endsWith("-per-year") ? "" : ", per row"})`);
  return { what: `nothing says in which unit this rate is: ${value} can be ${oneOf(meanings)} a year`, next: "Import with --kind rate and the unit that gives the rate of that time." };
}

const oneOf = (parts: readonly string[]): string => [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter((part) => part !== "").join(" or ");

/** The terminal's "--dates dmy" and "npm run data:list" as they are typed in Discord: `dates:dmy` and `/data list`. */
export const inDiscord = (text: string): string =>
  text.replaceAll(/npm run data:(list|remove|undo)/gu, "/data $1").replaceAll(/--([a-z]+)(?: (-?[A-Za-z0-9_-]+(?:\.\d+)?)(?![\w']))?/gu, (_match, option: string, value: string | undefined) => {
    const isWord = value !== undefined && !["and", "or", "for", "where", "if"].includes(value);
    const shown = isWord ? value : ["percent", "accept"].includes(option) ? "true" : "…";
    return `\`${option}:${shown}\`${value !== undefined && !isWord ? ` ${value}` : ""}`;
  });

/** Words of a typed command that stand with the word before them: by themselves they would fill another option's place. */
import type { CommandListing } from "../page-protocol.ts";
import type { Filled } from "./filled-option.ts";

/** A word, what it comes after, and whether that is the first of the line. */
interface Neighbours {
  readonly before: Filled;
  readonly isFirst: boolean;
  readonly word: string;
  readonly command: CommandListing;
}

/**
 * Whether a word belongs to the text before it: a unit to a number that has a name (`budget:5 million`); in a command
 * that has a window (`from` and `to`) also a year or month ("JPM 2008"), a day ("March 15, 2008"), "last 60 days", and what a sign or a share joins ("JPM - WMT",
 * "60% JPM 40% WMT").
 */
export function goesOn({ before, isFirst, word, command }: Neighbours): boolean {
  if (before.valueStart > before.start) return /\d$/u.test(before.text) && unit.test(word);
  if (before.option.choices.length > 0) return false;
  return isWindowed(command) && (isDate(word) || (isFirst && isDate(before.text)) || belongsToSum(before.text, word) || belongsToSpan(before.text, word) || belongsToDay(before.text, word));
}

/** Whether a word is a year or month that a command has a window for. */
export const isDated = (word: string, command: CommandListing): boolean => isWindowed(command) && isDate(word);

const isWindowed = ({ options }: CommandListing): boolean => ["from", "to"].every((name) => options.some((option) => option.name === name));

const unit = /^(?:k|m|mm|mio|bn|b|thousand|million|millions|billion|billions|percent|pct|%|dollars?|usd|days?|weeks?|months?|years?|rows?)$/iu;

/** "2008", "2008-09", "2000-2009", "2008-09..2009-03"; a whole date can't be meant for anything else, and keeps its place. */
const isDate = (text: string): boolean => /^(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2]))?(?:(?:[-–]|\.\.)(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2]))?)?$/u.test(text);

/** Whether a word goes on with the sum that is written before it. Shares come first, and each takes the name after it. */
function belongsToSum(before: string, text: string): boolean {
  const isSign = /^(?:[-+*×−/]|plus|minus)$|^[+*×/)]|^[-−]\(?\p{L}/iu.test(text);
  const isOpen = /(?:[-+*×−/(]|\s(?:plus|minus))$/iu.test(before);
  const isShared = /^\(?\d+(?:\.\d+)?%/u.test(before) && (/(?:%|,|\band|\bof)$/iu.test(before) || /^(?:\d+(?:\.\d+)?%|and|of|,)$/iu.test(text));
  return isSign || isOpen || isShared;
}

/** Whether a word goes on with "the last 60 days" before it, or begins it: by itself its number would be an amount. */
function belongsToSpan(before: string, text: string): boolean {
  const isBegun = /(?:^|\s)(?:last|past|previous|latest)(?:\s+\w+)?(?:\s+(?:trading|calendar))?$/iu.test(before);
  return /^(?:last|past|previous|latest)$/iu.test(text) || (isBegun && /^(?:\d+|two|three|five|ten|trading|calendar|days?|weeks?|months?|quarters?|years?|rows?)$/iu.test(text));
}

/** "March" with "15," after it, and "15" with "March": the year comes next. */
const belongsToDay = (before: string, text: string): boolean =>
  (new RegExp(`(?:^|\\s)${monthName}$`, "iu").test(before) && /^\d{1,2}(?:st|nd|rd|th)?,?$/iu.test(text)) || (/(?:^|\s)\d{1,2}(?:st|nd|rd|th)?$/iu.test(before) && new RegExp(`^${monthName},?$`, "iu").test(text));

const monthName = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\\.?";

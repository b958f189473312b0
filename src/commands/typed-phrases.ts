/**
 * Which words of a typed line stay together. The page, which shares no code with the bot, has the same rules in its
 * joined-words.ts; test/end-to-end/typed-lines.test.ts holds the two to one reading.
 */
import type { CommandWord } from "../render/command-text.ts";

/** "5" and "million" after `budget:` are one amount: a unit that follows a named number belongs to it. */
export function withUnits(words: readonly CommandWord[]): readonly CommandWord[] {
  const joined: CommandWord[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const isUnit = before !== undefined && before.name !== null && word.name === null && /\d$/u.test(before.value) && unit.test(word.text);
    if (isUnit) joined.splice(-1, 1, { ...before, value: `${before.value} ${word.text}`, text: `${before.text} ${word.text}` });
    else joined.push(word);
  }
  return joined;
}

const unit = /^(?:k|m|mm|mio|bn|b|thousand|million|millions|billion|billions|percent|pct|%|dollars?|usd|days?|weeks?|months?|years?|rows?)$/iu;

/**
 * The plain words as the texts that fill options in order. Some stand with their neighbour, where by themselves they
 * would be read as a budget, a target, a length or another asset: a year or month ("JPM 2008"), where a command has a
 * window, a day ("March 15, 2008"), "last 60 days", and a portfolio's signs and shares ("JPM - WMT", "60% JPM 40% WMT").
 */
export function typedPhrases(words: readonly CommandWord[], isWindowed: boolean): readonly string[] {
  const texts: string[] = [];
  words.forEach(({ name, text }, place) => {
    if (name !== null) return;
    const before = texts.at(-1);
    const isBesideIt = isWindowed && before !== undefined && words[place - 1]?.name === null;
    const isDated = isDate(text) || (texts.length === 1 && before !== undefined && isDate(before));
    if (isBesideIt && (isDated || belongsToSum(before, text) || belongsToSpan(before, text) || belongsToDay(before, text))) texts.splice(-1, 1, `${before} ${text}`);
    else texts.push(text);
  });
  return texts;
}

/** "2008", "2008-09", "2000-2009", "2008-09..2009-03"; a whole date can't be meant for anything else, and keeps its place. */
const isDate = (text: string): boolean => /^(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2]))?(?:(?:[-–]|\.\.)(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2]))?)?$/u.test(text);

/** Whether a word goes on with the sum that is written before it. */
function belongsToSum(before: string, text: string): boolean {
  const isSign = /^(?:[-+*×−/]|plus|minus)$|^[+*×/)]|^[-−]\(?\p{L}/iu.test(text);
  const isOpen = /(?:[-+*×−/(]|\s(?:plus|minus))$/iu.test(before);
  // Shares come first, and each takes the name after it; "20%" after a name is a target.
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

import type { UnreadableAnswer, UnreadableReason } from "../../exercises/problem.ts";
import { plain } from "../plain.ts";
import type { ProblemWords } from "./problem-words.ts";

/** The reply to an unreadable answer: its text, and how to write a number. It costs no attempt. */
export function unreadableAnswerWords({ text, reason, choices }: UnreadableAnswer): ProblemWords {
  const example = choices.length > 0 ? `Answer with ${choices.map((choice) => `"${choice}"`).join(" or ")}.` : next[reason];
  const read = text === "" ? "The field is empty" : `I read "${plain(text)}"`;
  return { cause: `${read}${causes[reason]}.`, next: `${example} This cost no attempt.` };
}

const causes: Readonly<Record<UnreadableReason, string>> = {
  empty: "",
  "no-number": " and found no number in it",
  "several-numbers": " and found more than one number in it",
  "ambiguous-comma": ": that may be a thousand, or a decimal comma",
  "ambiguous-point": ": that may be a decimal point, or a product",
  "number-in-words": ", and read numbers in digits only",
  "unknown-operation": ", and don't know what is done to the number there",
  "unknown-unit": ", and don't know the unit that you wrote behind the number",
  "not-money": ": that is an amount of money, and I need a plain number",
  "misplaced-separator": ", and its commas and points don't set off thousands",
  brackets: ": brackets may mean a negative number or a remark",
  bound: ": that is a bound, and I need a number",
  "other-currency": ", and this exercise counts in dollars",
  "percent-of-dollars": ": that is a percentage, and I need an amount of dollars",
  "scaled-fraction": ": a fraction with a unit can be read in two ways",
  "division-by-zero": ": that divides by zero",
  "too-large": ": that is beyond what I can count",
  "too-long": ": that is too long for one number",
  "no-choice": " and can't tell which of the choices it is",
  "several-choices": " and found more than one of the choices in it",
};

const next: Readonly<Record<UnreadableReason, string>> = {
  empty: "Write your answer into the form.",
  "no-number": "Write one number, like `0.0123`, `1.23%` or `10.4M`.",
  "several-numbers": "Write only the number you mean.",
  "ambiguous-comma": "Write `1.234` for one and a bit, or `1234` for the thousand.",
  "ambiguous-point": "Write `1.395` for one and a bit, `3*252` for a product.",
  "number-in-words": "Write it in digits, like `10.4M`.",
  "unknown-operation": "Write the number itself, or arithmetic with + − × / ^ √, `log`, `exp` or `abs`.",
  "unknown-unit": "Write the number alone, or with %, bps, $, K or M.",
  "not-money": "Write it without the currency, like `0.0123` or `1.23%`.",
  "misplaced-separator": "Write it like `1,234,567.8` or `1234567.8`.",
  brackets: "Write a negative number with a minus: `-0.12`.",
  bound: "Write the number itself.",
  "other-currency": "Write the amount in dollars, like `$1,250,000`.",
  "percent-of-dollars": "Write the amount, like `$1,250,000`.",
  "scaled-fraction": "Write the number itself, like `0.125` or `12.5%`.",
  "division-by-zero": "Write the number itself.",
  "too-large": "Check the power of ten.",
  "too-long": "Write only the number.",
  "no-choice": "Write one of the choices.",
  "several-choices": "Write only the one you mean.",
};

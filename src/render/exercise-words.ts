import type { ReadAnswer } from "../exercises/answer/read-answer.ts";
import type { Quantity, Unit } from "../exercises/quantities/quantity.ts";
import { asTyped } from "./numbers.ts";
import { plain } from "./plain.ts";

/** "I read "12 %" as 0.12", "I read 1.395": a student sees how the answer was understood. `marked`: the index of the choice that was marked, where it is known. */
export function readBackWords(read: ReadAnswer, quantity: Quantity, marked: number | null = null): string {
  if (read.kind === "choice") {
    const choices = quantity.kind === "choice" ? quantity.choices : [];
    const wordOf = (index: number): string => choices[index]?.words[0] ?? read.choice;
    const typed = choices.findIndex(({ id }) => id === read.choice);
    return `I read "${plain(read.text, 60)}" as ${marked === null || marked === typed ? wordOf(typed) : `said of the other stock: this one is ${wordOf(marked)}`}`;
  }
  const inDollars = quantity.kind === "number" && quantity.unit === "dollars";
  const sign = read.value < 0 ? "−" : "";
  const value = inDollars ? `${sign}$${asTyped(Math.abs(read.value))}` : asTyped(read.value);
  return read.text === value ? `I read ${value}` : `I read "${plain(read.text, 60)}" as ${value}`;
}

/** How near an answer must come. */
export function toleranceWords(quantities: readonly Quantity[]): string {
  const numbers = quantities.filter((quantity) => quantity.kind === "number");
  if (numbers.length === 0) return "";
  const relative = new Set(numbers.map(({ tolerance }) => `${asTyped(tolerance.relative * 100)}%`));
  const floor = numbers.some(({ tolerance }) => tolerance.floor > 0);
  return `Right is within ${[...relative].join(" or ")} of the key${floor ? ", or half of the last digit that the chapter prints" : ""}.`;
}

/** How an answer may be written, in an empty field. */
export function placeholderOf(quantity: Quantity): string {
  if (quantity.kind === "choice") return quantity.choices.map(({ words, id }) => words[0] ?? id).join(" or ");
  return examples[quantity.unit];
}

const examples: Readonly<Record<Unit, string>> = {
  return: "a decimal like 0.0123, or 1.23%",
  share: "a decimal like 0.123, or 12.3%",
  ratio: "a number like 0.123",
  dollars: "dollars like 1,250,000 or 1.25M",
  years: "years like 12.5",
};

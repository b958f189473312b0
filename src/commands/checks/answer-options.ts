import { text } from "../options/kinds.ts";
import { optional } from "../options/option.ts";

/** The fields of an answer form: Discord's forms have five at the most. */
const field = (number: number) => optional(text(`Your answer to part ${String(number)}`, 4000));

export const answerOptions = {
  answer1: field(1),
  answer2: field(2),
  answer3: field(3),
  answer4: field(4),
  answer5: field(5),
} as const;

type Answers = Readonly<Record<keyof typeof answerOptions, string | null>>;

/** What was entered, by quantity, in the form's order. */
export function enteredTexts(quantities: readonly { readonly id: string }[], answers: Answers): Readonly<Record<string, string>> {
  const fields = [answers.answer1, answers.answer2, answers.answer3, answers.answer4, answers.answer5];
  return Object.fromEntries(quantities.map(({ id }, index) => [id, fields[index] ?? ""]));
}

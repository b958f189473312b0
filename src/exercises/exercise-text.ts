import { placeholdersIn, unknownPlaceholders } from "../figures/template.ts";
import { variantWords } from "./fill-exercise.ts";
import type { Quantity } from "./quantities/quantity.ts";

/** The words of one exercise, as data/lessons/exercises/<id>.json writes them; templates name numbers between braces. */
export interface ExerciseText {
  readonly title: string;
  /** What it practises, as `/progress` lists it. */
  readonly skill: string;
  /** Template. Names none of the exercise's own quantities. */
  readonly question: string;
  /** One a quantity: what to answer, with its unit and period. */
  readonly labels: Readonly<Record<string, string>>;
  /** Templates, from a nudge to nearly the way; none holds a number of the answer. */
  readonly hints: readonly [string, string, string];
  /** Template; with a twin's numbers it is the worked twin. */
  readonly solution: string;
}

/** Most code points a text may have: Discord's limits for a form, and a phone's for reading. */
export const exerciseLimits = { title: 45, skill: 60, question: 900, label: 45, hint: 300, solution: 1500 } as const;

/** The text, and every fault found in it, each with its field. */
export function readExerciseText(
  content: unknown,
  { id, quantities }: { readonly id: string; readonly quantities: readonly Quantity[] },
): { readonly text: ExerciseText; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const entry = isRecord(content) ? content : {};
  if (!isRecord(content)) faults.push("is not an object");
  const text = (field: string, value: unknown, max: number): string => {
    if (typeof value !== "string" || value.trim() !== value || value === "") {
      faults.push(`${field}: is missing, empty, or has blanks at an end`);
      return "";
    }
    const length = Array.from(value).length;
    if (length > max) faults.push(`${field}: has ${length} characters, at most ${max} fit`);
    return value;
  };
  const choices = quantities.filter(({ kind }) => kind === "choice").map(({ id: choice }) => choice);
  const template = (field: string, value: unknown, most: number): string => {
    const read = text(field, value, most);
    for (const name of unknownPlaceholders(read, [...variantWords, ...choices])) faults.push(`${field}: nothing fills {${name}}`);
    return read;
  };
  const answers = quantities.map((quantity) => (quantity.kind === "choice" ? quantity.id : quantity.figure));
  const withoutAnswers = (field: string, read: string): string => {
    for (const name of placeholdersIn(read)) {
      if (answers.includes(name)) faults.push(`${field}: {${name}} gives the answer away`);
    }
    return read;
  };

  const fields = ["id", "title", "skill", "question", "labels", "hints", "solution"];
  for (const field of Object.keys(entry)) if (!fields.includes(field)) faults.push(`${field}: is not a field of an exercise`);
  if (entry["id"] !== id) faults.push(`id: is not "${id}"`);
  const labels = isRecord(entry["labels"]) ? entry["labels"] : {};
  for (const name of Object.keys(labels)) {
    if (!quantities.some((quantity) => quantity.id === name)) faults.push(`labels: "${name}" is not asked for`);
  }
  const hints: readonly unknown[] = Array.isArray(entry["hints"]) ? entry["hints"] : [];
  if (hints.length !== 3) faults.push(`hints: has ${hints.length} rungs, not 3`);
  const hint = (index: 0 | 1 | 2): string => withoutAnswers(`hints ${index + 1}`, template(`hints ${index + 1}`, hints[index], exerciseLimits.hint));
  return {
    text: {
      title: text("title", entry["title"], exerciseLimits.title),
      skill: text("skill", entry["skill"], exerciseLimits.skill),
      question: withoutAnswers("question", template("question", entry["question"], exerciseLimits.question)),
      labels: Object.fromEntries(
        quantities.map((quantity) => [
          quantity.id,
          text(`labels ${quantity.id}`, labels[quantity.id], exerciseLimits.label),
        ]),
      ),
      hints: [hint(0), hint(1), hint(2)],
      solution: template("solution", entry["solution"], exerciseLimits.solution),
    },
    faults,
  };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

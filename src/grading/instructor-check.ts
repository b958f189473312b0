import { ofDividedDays } from "../exercises/quantities/change.ts";
import * as v from "valibot";
import type { NotAChoice } from "../exercises/problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { definitions } from "../exercises/definitions/index.ts";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import type { Mistake, NumberQuantity } from "../exercises/quantities/quantity.ts";
import { defaultTolerance, units } from "../exercises/quantities/quantity.ts";
import { choiceKey, choiceQuantity, choiceVariant, numbersBehind, subjectFields } from "./choice-question.ts";
import { chapterVariant, customVariant } from "../exercises/variants/variant.ts";
import type { Variant } from "../exercises/variants/variant.ts";

const instructorKey = v.variant("kind", [
  v.pipe(v.object({ kind: v.literal("number"), value: v.number(), unit: v.picklist(units) }), v.readonly()),
  v.pipe(
    v.object({
      kind: v.literal("quantity"),
      ...subjectFields,
    }),
    v.readonly(),
  ),
  choiceKey,
]);

/** A number, a quantity of the closed list for a ticker, or one of a few choices. */
export type InstructorKey = v.InferOutput<typeof instructorKey>;

export const instructorQuestion = v.pipe(
  v.object({
    key: instructorKey,
    /** Relative; null for the usual one. */
    tolerance: v.nullable(v.number()),
    /** What to say to one wrong answer or another, before anything else is said. */
    messages: v.pipe(v.array(v.pipe(v.object({ value: v.number(), message: v.string() }), v.readonly())), v.readonly()),
  }),
  v.readonly(),
);

/** A question of an instructor's own. */
export type InstructorQuestion = v.InferOutput<typeof instructorQuestion>;

/** What an own question may ask for: it has options for its days, and none for a day that divides them. */
export const askableQuantities: readonly NumberQuantity[] = [
  ...new Map(
    definitions
      .flatMap(({ quantities }) => quantities)
      .filter((quantity) => quantity.kind === "number")
      .filter(({ id }) => !ofDividedDays.has(id))
      .map((quantity) => [quantity.id, quantity]),
  ).values(),
];

interface InstructorCheck {
  readonly exercise: Pick<ExerciseDefinition, "quantities" | "identities" | "coincidences">;
  /** A number needs no data of its own: it is marked beside the chapter's variant. */
  readonly variant: Variant;
  /** Numbers of the data that the answer gives away besides those that are asked for: what choices were made of. */
  readonly numbersBehind: readonly NumberQuantity[];
}

/**
 * The question as an exercise with one quantity. Errors: `not-a-choice` for a quantity outside the list.
 */
export function instructorCheck({ key, tolerance, messages }: InstructorQuestion): Outcome<InstructorCheck, NotAChoice> {
  if (key.kind === "choice") {
    const exercise = { quantities: [choiceQuantity(key)], identities: [], coincidences: [] };
    return success({ exercise, variant: choiceVariant(key), numbersBehind: numbersBehind(key, askableQuantities) });
  }
  const listed = key.kind === "number" ? fixedNumberQuantity(key) : askableQuantities.find(({ id }) => id === key.quantity);
  if (listed === undefined) {
    const text = key.kind === "quantity" ? key.quantity : "";
    return failure({ kind: "not-a-choice", option: "quantity", text, choices: askableQuantities.map(({ id }) => id) });
  }
  const quantity: NumberQuantity = {
    ...listed,
    errorCarriedForward: null,
    guessable: false,
    tolerance: tolerance === null ? listed.tolerance : { ...listed.tolerance, relative: tolerance },
    mistakes: [...messages.map(messageMistake), ...listed.mistakes],
  };
  return success({
    exercise: { quantities: [quantity], identities: [], coincidences: [] },
    variant: key.kind === "number" ? chapterVariant({ assets: ["JPM"] }) : customVariant(key),
    numbersBehind: [],
  });
}

/** Whether its key was typed, and belongs to no series unless it is said with it. */
export const isTypedKey = ({ key }: InstructorQuestion): boolean => key.kind === "number" || (key.kind === "choice" && key.of === null);

/** The instructor's own words among an answer's diagnoses; they come first. Null where there are none. */
export function instructorMessage({ messages }: InstructorQuestion, diagnoses: readonly string[]): string | null {
  return messages.find((_, index) => diagnoses.includes(messageId(index)))?.message ?? null;
}

const messageId = (index: number): string => `own-${index + 1}`;

const messageMistake = ({ value }: InstructorQuestion["messages"][number], index: number): Mistake => ({
  id: messageId(index),
  value: () => value,
  formula: () => value,
  periodPowers: {},
  indistinguishable: false,
});

function fixedNumberQuantity({ value, unit }: Extract<InstructorKey, { kind: "number" }>): NumberQuantity {
  return {
    kind: "number",
    id: "answer",
    figure: null,
    unit,
    tolerance: { relative: defaultTolerance, floor: value === 0 ? 0.0005 : 0 },
    key: () => value,
    recipe: () => value,
    mistakes: [],
    periodMistakes: [],
    conventions: [],
    errorCarriedForward: null,
    guessable: false,
  };
}

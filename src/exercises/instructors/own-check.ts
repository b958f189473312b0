import type { NotAChoice } from "../problem.ts";
import { failure, success } from "../../outcome.ts";
import type { Outcome } from "../../outcome.ts";
import { definitions } from "../definitions/index.ts";
import type { ExerciseDefinition } from "../exercise.ts";
import type { Mutation, NumberQuantity, Unit } from "../quantities/quantity.ts";
import { usualTolerance } from "../quantities/quantity.ts";
import { chapterVariant, customVariant } from "../variants/variant.ts";
import type { Variant } from "../variants/variant.ts";

/** A question of an instructor's own. */
export interface OwnQuestion {
  readonly key: OwnKey;
  /** Relative; null for the usual one. */
  readonly tolerance: number | null;
  /** What to say to one wrong answer or another, before anything else is said. */
  readonly messages: readonly { readonly value: number; readonly message: string }[];
}

/** A number, or a quantity of the closed list for a ticker. */
export type OwnKey =
  | { readonly kind: "number"; readonly value: number; readonly unit: Unit }
  | {
      readonly kind: "quantity";
      readonly quantity: string;
      readonly asset: string;
      readonly factor: string;
      /** ISO dates. */
      readonly from?: string;
      readonly to?: string;
      readonly budget: number | null;
      readonly share: number | null;
    };

/** What an own question may ask for. */
export const askable: readonly NumberQuantity[] = [
  ...new Map(
    definitions
      .flatMap(({ quantities }) => quantities)
      .filter((quantity) => quantity.kind === "number")
      .map((quantity) => [quantity.id, quantity]),
  ).values(),
];

export interface OwnCheck {
  readonly exercise: Pick<ExerciseDefinition, "quantities" | "identities" | "coincidences">;
  /** A number needs no data of its own: it is marked beside the chapter's variant. */
  readonly variant: Variant;
}

/**
 * The question as an exercise with one quantity. Errors: `not-a-choice` for a quantity outside the list.
 */
export function ownCheck({ key, tolerance, messages }: OwnQuestion): Outcome<OwnCheck, NotAChoice> {
  const found = key.kind === "number" ? numberOf(key) : askable.find(({ id }) => id === key.quantity);
  if (found === undefined) {
    const text = key.kind === "quantity" ? key.quantity : "";
    return failure({ kind: "not-a-choice", option: "quantity", text, choices: askable.map(({ id }) => id) });
  }
  const quantity: NumberQuantity = {
    ...found,
    carry: null,
    tolerance: tolerance === null ? found.tolerance : { ...found.tolerance, relative: tolerance },
    mutations: [...messages.map(messageMutation), ...found.mutations],
  };
  return success({
    exercise: { quantities: [quantity], identities: [], coincidences: [] },
    variant: key.kind === "number" ? chapterVariant({ assets: ["JPM"] }) : customVariant(key),
  });
}

/** The instructor's own words among an answer's diagnoses; they come first. Null where there are none. */
export function ownMessage({ messages }: OwnQuestion, diagnoses: readonly string[]): string | null {
  return messages.find((_, index) => diagnoses.includes(messageId(index)))?.message ?? null;
}

const messageId = (index: number): string => `own-${index + 1}`;

const messageMutation = ({ value }: OwnQuestion["messages"][number], index: number): Mutation => ({
  id: messageId(index),
  value: () => value,
  silent: false,
});

function numberOf({ value, unit }: Extract<OwnKey, { kind: "number" }>): NumberQuantity {
  return {
    kind: "number",
    id: "answer",
    unit,
    tolerance: { relative: usualTolerance, floor: value === 0 ? 0.0005 : 0 },
    key: () => value,
    recipe: () => value,
    mutations: [],
    conventions: [],
    carry: null,
  };
}

import type { ReadAnswer } from "../answer/read-answer.ts";
import type { Quantity } from "../quantities/quantity.ts";

/** What a form means, whatever its notation: values to six digits and choices, in the exercise's order. */
export function fingerprintOf(quantities: readonly Quantity[], answers: Readonly<Record<string, ReadAnswer>>): string {
  return quantities
    .map(({ id }) => {
      const answer = answers[id];
      if (answer === undefined) return `${id}:`;
      return `${id}:${answer.kind === "number" ? String(Number(answer.value.toPrecision(6))) : answer.choice}`;
    })
    .join(";");
}

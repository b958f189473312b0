import type { SolvedVariant } from "../variants/solved-variant.ts";
import { misfitOf } from "./explain-field.ts";
import type { NumberField } from "./explain-field.ts";
import { numbersOn } from "./numbers-on.ts";

/** Whether a refit mistake gives all of these parts: then they do come from one regression, though from another one. */
export function refitMistakeGives(fields: readonly NumberField[], solvedVariant: SolvedVariant): boolean {
  return solvedVariant.refitMistakes.some((refit) =>
    refit.workings().some((workings) => fields.every(({ quantity, answer }) => misfitOf(answer, numbersOn(quantity, workings).right, 0.01) !== null)),
  );
}

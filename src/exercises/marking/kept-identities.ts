import type { SolvedVariant } from "../variants/solved-variant.ts";
import { numbersOf } from "./explain-field.ts";
import type { NumberField } from "./explain-field.ts";
import { identityHolds } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { identityMayHold } from "./identity-may-hold.ts";
import { isFullyCorrect } from "./marked-part.ts";
import type { MarkedPart } from "./marked-part.ts";
import { refitMistakeGives } from "./refit-mistake-gives.ts";

/** An equation between parts, and whether the numbers keep it. */
export interface KeptIdentity {
  readonly id: string;
  readonly parts: readonly string[];
  readonly holds: boolean;
}

/**
 * Numbers that break an equation in every unit and period don't come from one regression on these data; silent where
 * they come from another one.
 */
export function keptIdentities(identities: readonly Identity[], parts: readonly MarkedPart[], fields: readonly NumberField[], solvedVariant: SolvedVariant): readonly KeptIdentity[] {
  const studentNumbers = numbersOf(fields);
  return identities
    .filter((identity) => identity.parts.every((id) => id in studentNumbers))
    .filter((identity) => parts.some((part) => identity.parts.includes(part.quantity) && part.verdict === "unmatched"))
    .map((identity) => ({ identity, holds: identityHolds(identity, studentNumbers, solvedVariant.model, solvedVariant.variant) }))
    .filter(({ identity, holds }) => holds || !identityMayHold(identity, fields, solvedVariant.model, solvedVariant.variant))
    .filter(({ identity, holds }) => holds || !refitMistakeGives(fields.filter(({ quantity }) => identity.parts.includes(quantity.id)), solvedVariant))
    // One wrong number has nothing in common with the right ones, though the equation holds more roughly than they are marked.
    .filter(({ identity, holds }) => !holds || parts.filter((part) => identity.parts.includes(part.quantity) && !isFullyCorrect(part.verdict)).length > 1)
    .map(({ identity: { id, parts: of }, holds }) => ({ id, parts: of, holds }));
}

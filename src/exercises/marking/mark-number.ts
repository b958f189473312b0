import type { ReadNumber } from "../answer/read-answer.ts";
import { isRight } from "../quantities/quantity.ts";
import type { NumberQuantity, OwnNumbers } from "../quantities/quantity.ts";
import type { Workings } from "../variants/workings.ts";
import type { MarkedPart, PartVerdict } from "./marked-part.ts";
import { knownMistakes, recognise } from "./recognise.ts";
import type { KnownMistake } from "./recognise.ts";
import { slips } from "./slips.ts";

/**
 * Marks one number. `wrongEarlier`: the student's own numbers of the parts before that were not right, from
 * which this one may have been worked out soundly.
 */
export function markNumber(
  quantity: NumberQuantity,
  workings: Workings,
  answer: ReadNumber,
  own: OwnNumbers,
  wrongEarlier: ReadonlySet<string>,
): MarkedPart {
  const key = quantity.key(workings);
  const part = (verdict: PartVerdict, diagnoses: readonly string[] = []): MarkedPart => ({
    quantity: quantity.id,
    text: answer.text,
    value: answer.value,
    expected: key,
    verdict,
    diagnoses,
    read: answer,
  });
  if (isRight(answer.value, quantity, key)) return part("right");

  const convention = quantity.conventions.filter(({ value }) =>
    isRight(answer.value, quantity, value(workings.model, workings.variant, workings)),
  );
  if (convention.length > 0) return part("convention", convention.map(({ id }) => id));
  const inherited = inheritedFrom(quantity, workings, answer, own, wrongEarlier);
  if (inherited !== null) return part("inherited", inherited);
  if (isKeyWithFewDigits(answer, key)) return part("few-digits");

  const mistakes = knownMistakes(quantity, workings, key);
  const direct = recognise(answer, quantity, mistakes);
  const diagnoses = direct.length > 0 ? direct : recogniseInPercent(answer, quantity, mistakes);
  if (diagnoses.length === 0) return part("unmatched");
  return part(diagnoses.every((id) => slips.some((slip) => slip === id)) ? "slip" : "misconception", diagnoses);
}

/** The parts it was carried on from, where it follows from the student's own wrong ones; else null. */
function inheritedFrom(
  quantity: NumberQuantity,
  { model, variant }: Workings,
  { value }: ReadNumber,
  own: OwnNumbers,
  wrongEarlier: ReadonlySet<string>,
): readonly string[] | null {
  const { carry } = quantity;
  if (carry === null || !carry.from.every((id) => id in own)) return null;
  const wrong = carry.from.filter((id) => wrongEarlier.has(id));
  if (wrong.length === 0) return null;
  const carried = carry.value(own, model, variant);
  return Number.isFinite(carried) && isRight(value, quantity, carried) ? wrong : null;
}

/** A mistake's number that was written in percent without saying so: both are named. */
function recogniseInPercent(answer: ReadNumber, quantity: NumberQuantity, mistakes: readonly KnownMistake[]): readonly string[] {
  if (answer.scale !== null || (quantity.unit !== "return" && quantity.unit !== "share")) return [];
  const decimal = { ...answer, value: answer.value / 100, halfUnit: answer.halfUnit / 100 };
  const found = recognise(decimal, quantity, mistakes).filter((id) => !slips.some((slip) => slip === id));
  return found.length === 0 ? [] : [...found, "percent-slip"];
}

/** Right as far as it goes: one or two digits, and the key rounded to them. A lone 0 says nothing. */
function isKeyWithFewDigits({ value, halfUnit, digits }: ReadNumber, key: number): boolean {
  const near = Math.abs(value - key);
  return digits >= 1 && digits <= 2 && near <= halfUnit * (1 + 1e-9) && near <= Math.abs(key) / 3;
}

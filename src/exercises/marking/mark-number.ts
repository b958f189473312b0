import type { ReadNumber } from "../answer/read-answer.ts";
import { isCorrect } from "../quantities/quantity.ts";
import type { NumberQuantity, StudentNumbers } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { MarkedPart, PartVerdict } from "./marked-part.ts";
import { knownMistakes, recognise } from "./recognise.ts";
import type { KnownMistake } from "./recognise.ts";
import { slips } from "./slips.ts";

/**
 * Marks one number. `wrongEarlier`: the student's own incorrect numbers of earlier parts, from which this one may
 * have been computed correctly.
 */
export function markNumber(
  quantity: NumberQuantity,
  solvedVariant: SolvedVariant,
  answer: ReadNumber,
  studentNumbers: StudentNumbers,
  incorrectEarlier: ReadonlySet<string>,
): MarkedPart {
  const key = quantity.key(solvedVariant);
  const part = (verdict: PartVerdict, diagnoses: readonly string[] = []): MarkedPart => ({
    quantity: quantity.id,
    text: answer.text,
    value: answer.value,
    expected: key,
    verdict,
    diagnoses,
    read: answer,
  });
  if (isCorrect(answer.value, quantity, key)) return part("right");

  const matchingConventions = quantity.conventions.filter(({ value }) =>
    isCorrect(answer.value, quantity, value(solvedVariant.model, solvedVariant.variant, solvedVariant)),
  );
  if (matchingConventions.length > 0) return part("convention", matchingConventions.map(({ id }) => id));
  const carriedFrom = partsCarriedFrom(quantity, solvedVariant, answer, studentNumbers, incorrectEarlier);
  if (carriedFrom !== null) return part("inherited", carriedFrom);
  if (isKeyWithFewDigits(answer, key)) return part("few-digits");

  const mistakes = knownMistakes(quantity, solvedVariant, key);
  const directMatches = recognise(answer, quantity, mistakes);
  const diagnoses = directMatches.length > 0 ? directMatches : recogniseInPercent(answer, quantity, mistakes);
  if (diagnoses.length === 0) return part("unmatched");
  return part(diagnoses.every((id) => slips.some((slip) => slip === id)) ? "slip" : "misconception", diagnoses);
}

/** The parts it was carried on from, where it follows from the student's own wrong ones; else null. */
function partsCarriedFrom(
  quantity: NumberQuantity,
  { model, variant }: SolvedVariant,
  { value }: ReadNumber,
  studentNumbers: StudentNumbers,
  incorrectEarlier: ReadonlySet<string>,
): readonly string[] | null {
  const { errorCarriedForward } = quantity;
  if (errorCarriedForward === null || !errorCarriedForward.from.every((id) => id in studentNumbers)) return null;
  const incorrectParts = errorCarriedForward.from.filter((id) => incorrectEarlier.has(id));
  if (incorrectParts.length === 0) return null;
  const carriedValue = errorCarriedForward.value(studentNumbers, model, variant);
  return Number.isFinite(carriedValue) && isCorrect(value, quantity, carriedValue) ? incorrectParts : null;
}

/** A mistake's number that was written in percent without saying so: both are named. */
function recogniseInPercent(answer: ReadNumber, quantity: NumberQuantity, mistakes: readonly KnownMistake[]): readonly string[] {
  if (answer.scale !== null || (quantity.unit !== "return" && quantity.unit !== "share")) return [];
  const decimal = { ...answer, value: answer.value / 100, halfUnit: answer.halfUnit / 100 };
  const recognisedIds = recognise(decimal, quantity, mistakes).filter((id) => !slips.some((slip) => slip === id));
  return recognisedIds.length === 0 ? [] : [...recognisedIds, "percent-slip"];
}

/** Right as far as it goes: one or two digits, and the key rounded to them. A lone 0 says nothing. */
function isKeyWithFewDigits({ value, halfUnit, digits }: ReadNumber, key: number): boolean {
  const distance = Math.abs(value - key);
  return digits >= 1 && digits <= 2 && distance <= halfUnit * (1 + 1e-9) && distance <= Math.abs(key) / 3;
}

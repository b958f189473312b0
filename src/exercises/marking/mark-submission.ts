import type { ReadAnswer, ReadNumber } from "../answer/read-answer.ts";
import type { ExerciseDefinition } from "../exercise.ts";
import { isCorrect } from "../quantities/quantity.ts";
import type { ChoiceQuantity, NumberQuantity, Quantity } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { carriedValue, isPlausible } from "./carried-forward.ts";
import { diagnose } from "./diagnose.ts";
import type { Diagnosis } from "./diagnose.ts";
import { numbersOf } from "./explain-field.ts";
import type { NumberField } from "./explain-field.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { identityHolds } from "./identity.ts";
import { identityMayHold } from "./identity-may-hold.ts";
import type { Identity } from "./identity.ts";
import { isFullyCorrect, withPoints } from "./marked-part.ts";
import type { MarkedPart, PartMark, PartVerdict } from "./marked-part.ts";
import { refitMistakeGives } from "./refit-mistake-gives.ts";
import { isSlip } from "./slips.ts";

/** A marked form: facts for the reply and for the store. */
export interface Marking {
  /** One per quantity, in the exercise's order. */
  readonly parts: readonly MarkedPart[];
  readonly verdict: "correct" | "partial" | "incorrect";
  /** Share of the points, 0 to 1: the parts' points over their number. */
  readonly score: number;
  /** Equal for forms that mean the same ("12%" and "0.12"). */
  readonly fingerprint: string;
  /** The same as one before: no new attempt, and no new hint. */
  readonly repeats: boolean;
  /** Mistakes that explain more than one part at once, the ones that explain most first. */
  readonly jointMistakes: readonly { readonly mistakes: readonly string[]; readonly parts: readonly string[] }[];
  /** Equations between unexplained parts, and whether the student's numbers keep them. */
  readonly identities: readonly { readonly id: string; readonly parts: readonly string[]; readonly holds: boolean }[];
  /** The hint to open now: its level (1 to 3) and the part that is wrong; null where none is due. */
  readonly hint: { readonly level: number; readonly quantity: string } | null;
}

/** What this person did before at this exercise and variant. */
export interface EarlierAnswers {
  readonly fingerprints: readonly string[];
  /** The hint level that is open. */
  readonly hintLevel: number;
}

const hintLevels = 3;

/** Marks a parsed form against the student's own variant. */
export function markSubmission(
  { quantities, identities }: Pick<ExerciseDefinition, "quantities" | "identities">,
  solvedVariant: SolvedVariant,
  answers: Readonly<Record<string, ReadAnswer>>,
  earlier: EarlierAnswers = { fingerprints: [], hintLevel: 0 },
): Marking {
  const fields = numberFields(quantities, solvedVariant, answers);
  const diagnosis = diagnose(fields, solvedVariant);
  const marks = quantities.map((quantity) => markPart(quantity, solvedVariant, answers[quantity.id], fields, diagnosis));
  const parts = withPoints(marks, quantities);
  const score = parts.reduce((sum, { points }) => sum + points, 0) / parts.length;
  const fingerprint = fingerprintOf(quantities, answers);
  const repeats = earlier.fingerprints.includes(fingerprint);
  const unexplained = parts.find(({ verdict }) => verdict === "unmatched" || verdict === "wrong-choice");
  return {
    parts,
    verdict: parts.every(({ verdict }) => isFullyCorrect(verdict)) ? "correct" : score > 0 ? "partial" : "incorrect",
    score,
    fingerprint,
    repeats,
    jointMistakes: jointMistakesOf(parts),
    identities: identitiesOf(identities, parts, fields, solvedVariant),
    hint: unexplained !== undefined && !repeats && earlier.hintLevel < hintLevels ? { level: earlier.hintLevel + 1, quantity: unexplained.quantity } : null,
  };
}

/** The numbers that were filled in, in order, with what each comes to from the wrong ones before it. */
function numberFields(quantities: readonly Quantity[], solvedVariant: SolvedVariant, answers: Readonly<Record<string, ReadAnswer>>): readonly NumberField[] {
  const filled = quantities.flatMap((quantity) => {
    const answer = answers[quantity.id];
    return quantity.kind === "number" && answer?.kind === "number" ? [{ quantity, answer }] : [];
  });
  const incorrectEarlier = new Set<string>();
  const fields = filled.map(({ quantity, answer }) => {
    const carried = carriedValue(quantity, filled, solvedVariant, incorrectEarlier);
    const own = carried(solvedVariant);
    const isRight = isCorrect(answer.value, quantity, quantity.key(solvedVariant));
    const isCarried = own !== null && isCorrect(answer.value, quantity, own);
    const correct = isRight || (!isCarried && conventionsOf(quantity, answer, solvedVariant).length > 0);
    if (!correct) incorrectEarlier.add(quantity.id);
    return { quantity, answer, correct, carried };
  });
  // A year's window too few may come near another convention; the wrong numbers beside it say which it was.
  const wrong = fields.filter((field) => !field.correct && field.carried(solvedVariant) === null);
  const isByConvention = ({ quantity, answer, correct }: NumberField): boolean => correct && !isCorrect(answer.value, quantity, quantity.key(solvedVariant));
  return fields.map((field) => (wrong.length > 0 && isByConvention(field) && refitMistakeGives([...wrong, field], solvedVariant) ? { ...field, correct: false } : field));
}

/** The conventions that give the number, where no known mistake has its very digits and the key isn't meant roughly. */
function conventionsOf(quantity: NumberQuantity, answer: ReadNumber, solvedVariant: SolvedVariant): readonly string[] {
  const distance = (value: number | null): number => (value === null ? Infinity : Math.max(0, Math.abs(value - answer.value) - answer.halfUnit));
  if (isKeyWithFewDigits(answer, quantity.key(solvedVariant))) return [];
  const isMistake = quantity.mistakes.some((mistake) => distance(mistake.value(solvedVariant)) === 0);
  return quantity.conventions.flatMap((convention) => {
    const value = convention.value(solvedVariant.model, solvedVariant.variant, solvedVariant);
    return isCorrect(answer.value, quantity, value) && fitsDigits(answer, value) && (!isMistake || distance(value) === 0) ? [convention.id] : [];
  });
}

/**
 * Whether a number is another convention's by the digits that were typed: within what rounding in the middle of the work
 * costs. A band of 1% around each convention would take other regressions' numbers for it.
 */
const conventionTolerance = 0.003;

const fitsDigits = ({ value, halfUnit }: ReadNumber, convention: number): boolean =>
  Math.abs(value - convention) <= Math.max(halfUnit, conventionTolerance * Math.abs(convention)) * (1 + 1e-9);

function markPart(
  quantity: Quantity,
  solvedVariant: SolvedVariant,
  answer: ReadAnswer | undefined,
  fields: readonly NumberField[],
  diagnosis: Diagnosis,
): PartMark {
  if (quantity.kind === "number" && answer?.kind === "number") return markNumber(quantity, solvedVariant, answer, fields, diagnosis);
  if (quantity.kind === "choice" && answer?.kind === "choice") {
    const key = quantity.key(solvedVariant);
    return {
      quantity: quantity.id,
      text: answer.text,
      value: choiceIndex(quantity, answer.choice),
      expected: choiceIndex(quantity, key),
      verdict: answer.choice === key ? "correct" : "wrong-choice",
      diagnoses: [],
      alternatives: [],
      read: answer,
    };
  }
  const expected = quantity.kind === "number" ? quantity.key(solvedVariant) : choiceIndex(quantity, quantity.key(solvedVariant));
  return { quantity: quantity.id, text: "", value: null, expected, verdict: "blank", diagnoses: [], alternatives: [], read: null };
}

const choiceIndex = ({ choices }: ChoiceQuantity, id: string): number => choices.findIndex((choice) => choice.id === id);

function markNumber(quantity: NumberQuantity, solvedVariant: SolvedVariant, answer: ReadNumber, fields: readonly NumberField[], diagnosis: Diagnosis): PartMark {
  const key = quantity.key(solvedVariant);
  const mark = (verdict: PartVerdict, diagnoses: readonly string[] = [], alternatives: PartMark["alternatives"] = []): PartMark => ({
    quantity: quantity.id,
    text: answer.text,
    value: answer.value,
    expected: key,
    verdict,
    diagnoses,
    alternatives,
    read: answer,
  });
  const field = fields.find((candidate) => candidate.quantity === quantity);
  if (isCorrect(answer.value, quantity, key)) return mark("correct");
  if (field?.correct === true) return mark("alternative-convention", conventionsOf(quantity, answer, solvedVariant));

  const carriedFrom = field === undefined ? null : plausiblyCarriedFrom(field, fields, solvedVariant, diagnosis);
  if (carriedFrom !== null) return mark("error-carried-forward", carriedFrom);
  const alternatives = diagnosis.get(quantity.id) ?? [];
  const ids = [...new Set(alternatives.flat())];
  if (isKeyWithFewDigits(answer, key) && !isNearerTo(alternatives, field, solvedVariant, key)) return mark("few-digits");
  if (ids.length === 0) return mark("unmatched");
  return mark(ids.every(isSlip) ? "slip" : "mistake", ids, alternatives);
}

/** The wrong parts that it was carried on from; null where it wasn't, or where one of them is nobody's working. */
function plausiblyCarriedFrom(field: NumberField, fields: readonly NumberField[], solvedVariant: SolvedVariant, diagnosis: Diagnosis): readonly string[] | null {
  const value = field.carried(solvedVariant);
  if (value === null || !isCorrect(field.answer.value, field.quantity, value)) return null;
  const sources = fields.filter(({ quantity, correct }) => !correct && field.quantity.errorCarriedForward?.from.includes(quantity.id));
  const plausible = sources.every(({ quantity, answer }) => isPlausible(answer, quantity, solvedVariant, (diagnosis.get(quantity.id) ?? []).length > 0));
  return plausible ? sources.map(({ quantity }) => quantity.id) : null;
}

/** Right as far as it goes: two digits, the key rounded to them, and not far from it. */
function isKeyWithFewDigits({ value, halfUnit, digits }: ReadNumber, key: number): boolean {
  const distance = Math.abs(value - key);
  return digits === 2 && distance <= halfUnit * (1 + 1e-9) && distance <= 0.05 * Math.abs(key);
}

/** Whether a known mistake is nearer to the number than its key. */
function isNearerTo(alternatives: PartMark["alternatives"], field: NumberField | undefined, solvedVariant: SolvedVariant, key: number): boolean {
  if (field === undefined) return false;
  const { quantity, answer } = field;
  return alternatives.some(([id]) => {
    const values = quantity.mistakes.filter((mistake) => mistake.id === id).map(({ value }) => value(solvedVariant));
    return values.some((value) => value !== null && Math.abs(value - answer.value) < Math.abs(key - answer.value));
  });
}

function jointMistakesOf(parts: readonly MarkedPart[]): Marking["jointMistakes"] {
  const recognised = parts.filter(({ verdict }) => verdict === "mistake" || verdict === "slip");
  const sets = new Map(recognised.flatMap(({ alternatives }) => alternatives).map((mistakes) => [mistakes.join(), mistakes]));
  return [...sets.values()]
    .map((mistakes) => ({
      mistakes,
      parts: recognised.filter(({ alternatives }) => alternatives.some((other) => other.join() === mistakes.join())).map(({ quantity }) => quantity),
    }))
    .filter((explanation) => explanation.parts.length > 1)
    .sort((a, b) => b.parts.length - a.parts.length);
}

/**
 * Numbers that break an equation in every unit and period don't come from one regression on these data; silent where
 * they come from another one.
 */
function identitiesOf(identities: readonly Identity[], parts: readonly MarkedPart[], fields: readonly NumberField[], solvedVariant: SolvedVariant): Marking["identities"] {
  const studentNumbers = numbersOf(fields);
  return identities
    .filter((identity) => identity.parts.every((id) => id in studentNumbers))
    .filter((identity) => parts.some((part) => identity.parts.includes(part.quantity) && part.verdict === "unmatched"))
    .map((identity) => ({ identity, holds: identityHolds(identity, studentNumbers, solvedVariant.model, solvedVariant.variant) }))
    .filter(({ identity, holds }) => holds || !identityMayHold(identity, fields, solvedVariant.model, solvedVariant.variant))
    .filter(({ identity, holds }) => holds || !refitMistakeGives(fields.filter(({ quantity }) => identity.parts.includes(quantity.id)), solvedVariant))
    .map(({ identity: { id, parts: of }, holds }) => ({ id, parts: of, holds }));
}

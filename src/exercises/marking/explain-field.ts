import type { ReadNumber } from "../answer/read-answer.ts";
import { isCorrect } from "../quantities/quantity.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import type { StudentNumbers } from "../quantities/student-numbers.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { Workings } from "../variants/workings.ts";
import { numbersOn } from "./numbers-on.ts";
import { slipsOf } from "./slips.ts";

/** A filled field of the form, and what is known of it before any mistake is looked for. */
export interface NumberField {
  readonly quantity: NumberQuantity;
  readonly answer: ReadNumber;
  /** Right, or by another convention. */
  readonly correct: boolean;
  /** Worked out from the student's own earlier numbers, on these workings; null where it stands by itself. */
  readonly carried: (workings: Workings) => number | null;
}

/** Mistakes made at once that give a field's number; none where it is right on those workings. */
export interface FieldExplanation {
  readonly mistakes: readonly string[];
  /** How far the number is from theirs beyond the digits typed, relative to it. */
  readonly misfit: number;
  /** Whether the number is theirs to the last digit: a constant, which has no more digits to be typed with. */
  readonly exact: boolean;
}

/** How near one mistake's number must be: what rounding in the middle of the work costs, and less where four digits were kept. */
const singleTolerance = 0.004;
const preciseTolerance = 0.0003;
/** Where no other number speaks for the mistake: less, for an arbitrary number is within 0.4% of one of them more often than not, and 0.09029 is no mean of 0.09036. */
const loneTolerance = 0.0005;
/** Of two mistakes at once there are so many that only the digits typed can tell, and those of one number alone. */
const pairTolerance = 0.0002;
const lonePairTolerance = 0;
/** Other data are computed, not rounded in the middle: where one number alone speaks for them, it must be near. */
const loneRefitTolerance = 0.0003;
/** Below this a number is 0, up to rounding. */
const zero = 1e-9;

export const isZero = ({ value }: Pick<ReadNumber, "value">): boolean => Math.abs(value) < zero;

/** How far a number is from a prediction; null where it is another number. */
export function misfitOf({ value, halfUnit, digits }: Pick<ReadNumber, "value" | "halfUnit" | "digits">, prediction: number, tolerance: number): number | null {
  if (prediction === 0) return isZero({ value }) ? 0 : null;
  const distance = Math.abs(value - prediction);
  const rounding = (digits >= 2 ? halfUnit : 0) + 1e-12 * Math.abs(prediction);
  if (!(distance <= Math.max(tolerance * Math.abs(prediction), rounding))) return null;
  return Math.max(0, distance - rounding) / Math.abs(prediction);
}

interface ExplainRequest {
  /** How many mistakes more than the workings' own. */
  readonly most: 0 | 1 | 2;
  /** The significant digits without which two mistakes at once are not looked for. */
  readonly pairDigits: number;
  /** Whether no other number of the form speaks for two mistakes at once. */
  readonly alone: boolean;
  /** Whether the form has no other number, right or wrong. */
  readonly only: boolean;
}

/** Every way in which the field's number comes of these workings, with one mistake more or two. */
export function explainOn(field: NumberField, workings: Workings, solvedVariant: SolvedVariant, { most, pairDigits, alone, only }: ExplainRequest): readonly FieldExplanation[] {
  const { quantity, answer } = field;
  const { right, formulas } = numbersOn(quantity, workings);
  const carried = field.carried(workings);
  const { periodMistakes } = quantity;
  const isOwn = workings === solvedVariant;
  // Then it is one of two: what was asked, to too few digits, or the mistake.
  const isNearKey = Math.abs(answer.value - quantity.key(solvedVariant)) <= answer.halfUnit;

  const otherwiseTyped = typedAs(answer, quantity.unit).map(({ id, factor }) => ({ id, value: answer.value / factor, halfUnit: answer.halfUnit / Math.abs(factor), digits: answer.digits }));
  const explanations: FieldExplanation[] = [];
  const toleranceOf = (mistakes: number): number => {
    if (mistakes > 1) return alone ? lonePairTolerance : pairTolerance;
    if (!alone) return answer.digits >= 4 ? preciseTolerance : singleTolerance;
    return isOwn ? loneTolerance : loneRefitTolerance;
  };
  const add = (mistakes: readonly string[], prediction: number): void => {
    if (!Number.isFinite(prediction)) return;
    const tolerance = toleranceOf(mistakes.length + (isOwn ? 0 : 1));
    const misfit = misfitOf(answer, prediction, tolerance);
    // A mistake's number with another slip of its unit or its sign.
    const isSlippedToo = mistakes.length < most + (isOwn ? 0 : 1) && (mistakes.length > 0 || !isOwn);
    const slipped = isSlippedToo ? otherwiseTyped.filter((typed) => misfitOf(typed, prediction, tolerance) !== null) : [];
    // Nearly every prediction ends here.
    if (misfit === null && slipped.length === 0) return;
    if (mistakes.length > 0 && isCorrect(prediction, quantity, quantity.key(solvedVariant))) return;
    if (only && isCoarse(answer) && !isNearKey && !isSameNumber(answer.value, prediction)) return;
    if (mistakes.length + (isOwn ? 0 : 1) > 1 && answer.digits < pairDigits) return;
    // A constant that a refit mistake comes to, as β = 1 or an α of 0, has no more digits to be typed with.
    if (!isOwn && answer.digits < 2 && !isSameNumber(answer.value, prediction)) return;
    if (misfit !== null) explanations.push({ mistakes, misfit, exact: isSameNumber(answer.value, prediction) });
    for (const { id, ...typed } of slipped) explanations.push({ mistakes: [...mistakes, id], misfit: misfitOf(typed, prediction, tolerance) ?? 0, exact: isSameNumber(typed.value, prediction) });
  };

  if (!isOwn) add([], right);
  const byConvention = quantity.conventions.map(({ value }) => value(workings.model, workings.variant, workings));
  // Of other data in another convention: the data are the mistake.
  if (!isOwn && !alone) for (const value of byConvention) add([], value);
  if (carried !== null) add([], carried);
  // From the student's own numbers, as near as a right answer has to be: it says nothing against any workings.
  if (carried !== null && isCorrect(answer.value, quantity, carried)) explanations.push({ mistakes: [], misfit: 0, exact: false });
  // What a mistake makes of a right number, it makes of the student's own as well.
  for (const base of carried === null ? [right] : [right, carried]) {
    const scale = base === right ? 1 : base / right;
    if (most === 0) continue;
    for (const { id, value } of formulas) add([id], value * scale);
    for (const { id, factor } of periodMistakes) add([id], base * factor);
    if (most === 1) continue;
    for (const period of periodMistakes) {
      for (const { id, value, periodPowers } of formulas) {
        const power = periodPowers[period.of] ?? 1;
        if (power !== 0) add([id, period.id], value * scale * period.factor ** power);
      }
      for (const other of periodMistakes) if (other.of === "position" && period.of === "number") add([period.id, other.id], base * period.factor * other.factor);
    }
  }
  for (const key of isOwn ? [right, ...byConvention] : []) {
    for (const slip of slipsOf(answer, key, quantity.tolerance.floor)) explanations.push({ mistakes: [slip.id], misfit: slip.misfit, exact: false });
  }
  return simplest(explanations);
}

/** How a number may have been typed besides: percent without its sign or on a decimal, dollars in millions, and, of more digits than a guess has, the other sign. */
export function typedAs({ scale, digits }: ReadNumber, unit: NumberQuantity["unit"]): readonly { readonly id: string; readonly factor: number }[] {
  if (digits < 2) return [];
  const sign = digits >= 3 ? [{ id: "sign-slip", factor: -1 }] : [];
  if (unit === "return" || unit === "share") return [...(scale === null ? [{ id: "percent-slip", factor: 100 }] : scale === "%" ? [{ id: "percent-slip", factor: 0.01 }] : []), ...sign];
  return unit === "dollars" && scale === null ? [{ id: "power-of-ten-slip", factor: 1e-6 }, ...sign] : sign;
}

/** "0.22" may be anything from 0.215 to 0.225, and of any twenty mistakes one is in there; "0.71" and "0.220" can be told. */
export const isCoarse = ({ value, halfUnit }: ReadNumber): boolean => halfUnit > 0.01 * Math.abs(value);

const isSameNumber = (value: number, other: number): boolean => (other === 0 ? isZero({ value }) : Math.abs(value - other) <= 1e-12 * Math.abs(other));

/** One of each set of mistakes, the nearest. */
function simplest(explanations: readonly FieldExplanation[]): readonly FieldExplanation[] {
  if (explanations.length < 2) return explanations;
  const best = new Map<string, FieldExplanation>();
  for (const explanation of explanations) {
    const key = explanation.mistakes.toSorted().join();
    const known = best.get(key);
    if (known === undefined || explanation.misfit < known.misfit) best.set(key, explanation);
  }
  return [...best.values()];
}

/** The numbers of a form, by quantity. */
export const numbersOf = (fields: readonly NumberField[]): StudentNumbers => Object.fromEntries(fields.map(({ quantity, answer }) => [quantity.id, answer.value]));

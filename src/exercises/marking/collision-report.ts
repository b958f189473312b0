import type { ExerciseDefinition } from "../exercise.ts";
import { knownMistakes, sameValueTolerance } from "./known-mistakes.ts";
import type { KnownMistake } from "./known-mistakes.ts";
import { isCorrect } from "../quantities/quantity.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import { chapterId } from "../variants/variant.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";

/** Which diagnoses are possible on one variant, before a check with it opens. */
export interface CollisionReport {
  readonly variant: string;
  readonly quantities: readonly QuantityReport[];
  /** Every key is a number and passes, and no mistake that nobody declared is taken as right. */
  readonly sound: boolean;
}

interface QuantityReport {
  readonly quantity: string;
  readonly key: number;
  /** The key is a number, the engine and the recipe agree on it, and its roundings to three digits and more are right. */
  readonly keyPasses: boolean;
  readonly mistakes: readonly MistakeReport[];
}

export interface MistakeReport {
  readonly mistake: string;
  readonly value: number;
  /**
   * separate: an answer tells it from everything else; inseparable: it has the number of `from`; declared: known to
   * be taken as right here; hidden: taken as right, and nobody declared it.
   */
  readonly state: "separate" | "inseparable" | "declared" | "hidden";
  /** The mistakes it can't be told from. */
  readonly from: readonly string[];
  /** The exercise's other quantities that would tell, if they are asked for too. */
  readonly separatedBy: readonly string[];
}

export function collisionReport(
  { quantities, coincidences }: Pick<ExerciseDefinition, "quantities" | "coincidences">,
  solvedVariant: SolvedVariant,
): CollisionReport {
  const knownCoincidences = solvedVariant.variant.id === chapterId ? coincidences : [];
  const columns = quantities
    .filter((quantity) => quantity.kind === "number")
    .map((quantity) => columnOf(quantity, solvedVariant, knownCoincidences));
  const reports = columns.map((column): QuantityReport => ({
    quantity: column.quantity.id,
    key: column.key,
    keyPasses: keyPasses(column, solvedVariant),
    mistakes: column.mistakes.map((mistake) => reportOf(mistake, column, columns, solvedVariant)),
  }));
  const sound = reports.every(
    ({ keyPasses: passes, mistakes }) => passes && mistakes.every(({ state }) => state !== "hidden"),
  );
  return { variant: solvedVariant.variant.id, quantities: reports, sound };
}

/** One quantity with the number of every mistake in it. */
interface QuantityColumn {
  readonly quantity: NumberQuantity;
  readonly key: number;
  readonly mistakes: readonly (KnownMistake & { readonly indistinguishable: boolean })[];
  readonly knownMistakes: readonly KnownMistake[];
}

function columnOf(quantity: NumberQuantity, solvedVariant: SolvedVariant, coincidences: readonly string[]): QuantityColumn {
  const key = quantity.key(solvedVariant);
  const mistakes = quantity.mistakes.flatMap(({ id, value, indistinguishable }) => {
    const mistakeValue = value(solvedVariant);
    return mistakeValue === null ? [] : [{ id, value: mistakeValue, indistinguishable: indistinguishable || coincidences.includes(`${quantity.id}/${id}`) }];
  });
  return { quantity, key, mistakes, knownMistakes: knownMistakes(quantity, solvedVariant, key) };
}

function reportOf(
  { id, value, indistinguishable }: QuantityColumn["mistakes"][number],
  column: QuantityColumn,
  columns: readonly QuantityColumn[],
  solvedVariant: SolvedVariant,
): MistakeReport {
  const accepted = isAccepted(value, column, solvedVariant);
  const from = accepted ? [] : indistinguishableIds({ id, value }, column.knownMistakes);
  const state = indistinguishable && accepted ? "declared" : accepted ? "hidden" : from.length > 0 ? "inseparable" : "separate";
  const others = columns.filter((other) => other !== column);
  const separates = (other: QuantityColumn): boolean => {
    const counterpart = other.mistakes.find((mistake) => mistake.id === id);
    if (counterpart === undefined || isAccepted(counterpart.value, other, solvedVariant)) return false;
    const lookalikes = indistinguishableIds(counterpart, other.knownMistakes);
    return from.every((peer) => !lookalikes.includes(peer));
  };
  return {
    mistake: id,
    value,
    state,
    from,
    separatedBy: state === "separate" ? [] : others.filter(separates).map(({ quantity }) => quantity.id),
  };
}

/** As right, or as another convention that three digits can't tell it from: marking takes what is nearer. */
function isAccepted(value: number, { quantity, key }: QuantityColumn, solvedVariant: SolvedVariant): boolean {
  const conventions = quantity.conventions.map((convention) => convention.value(solvedVariant.model, solvedVariant.variant, solvedVariant));
  return isCorrect(value, quantity, key) || conventions.some((convention) => Math.abs(value - convention) <= conventionTolerance * Math.abs(convention));
}

const conventionTolerance = 0.002;

function indistinguishableIds({ id, value }: KnownMistake, mistakes: readonly KnownMistake[]): readonly string[] {
  const peers = mistakes.filter(
    (mistake) => mistake.id !== id && Math.abs(mistake.value - value) <= sameValueTolerance * Math.max(Math.abs(value), Math.abs(mistake.value)),
  );
  return [...new Set(peers.map((peer) => peer.id))];
}

function keyPasses({ quantity, key }: QuantityColumn, solvedVariant: SolvedVariant): boolean {
  const recipe = quantity.recipe(solvedVariant.model, solvedVariant.variant, solvedVariant);
  const roundings = [3, 4, 6, 15].map((digits) => Number(key.toPrecision(digits)));
  return (
    Number.isFinite(key) &&
    Math.abs(recipe - key) <= Math.max(1e-8 * Math.abs(key), 1e-12) &&
    roundings.every((rounded) => isCorrect(rounded, quantity, key))
  );
}

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
  /** Every key is a number and passes, and no mistake that is not known to be silent is taken as right. */
  readonly sound: boolean;
}

interface QuantityReport {
  readonly quantity: string;
  readonly key: number;
  /** The key is a number, the engine and the recipe agree on it, and its roundings to three digits and more are right. */
  readonly keyPasses: boolean;
  readonly mutations: readonly MutationReport[];
}

export interface MutationReport {
  readonly mutation: string;
  readonly value: number;
  /**
   * separate: an answer tells it from everything else; inseparable: it has the number of `from`; silent: known to
   * be taken as right here; hidden: taken as right, and nobody declared it.
   */
  readonly state: "separate" | "inseparable" | "silent" | "hidden";
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
    mutations: column.mutations.map((mutation) => reportOf(mutation, column, columns, solvedVariant)),
  }));
  const sound = reports.every(
    ({ keyPasses: passes, mutations }) => passes && mutations.every(({ state }) => state !== "hidden"),
  );
  return { variant: solvedVariant.variant.id, quantities: reports, sound };
}

/** One quantity with the number of every mistake in it. */
interface QuantityColumn {
  readonly quantity: NumberQuantity;
  readonly key: number;
  readonly mutations: readonly (KnownMistake & { readonly indistinguishable: boolean })[];
  readonly mistakes: readonly KnownMistake[];
}

function columnOf(quantity: NumberQuantity, solvedVariant: SolvedVariant, coincidences: readonly string[]): QuantityColumn {
  const key = quantity.key(solvedVariant);
  const mutations = quantity.mutations.flatMap(({ id, value, indistinguishable }) => {
    const mistakeValue = value(solvedVariant);
    return mistakeValue === null ? [] : [{ id, value: mistakeValue, indistinguishable: indistinguishable || coincidences.includes(`${quantity.id}/${id}`) }];
  });
  return { quantity, key, mutations, mistakes: knownMistakes(quantity, solvedVariant, key) };
}

function reportOf(
  { id, value, indistinguishable }: QuantityColumn["mutations"][number],
  column: QuantityColumn,
  columns: readonly QuantityColumn[],
  solvedVariant: SolvedVariant,
): MutationReport {
  const accepted = isAccepted(value, column, solvedVariant);
  const from = accepted ? [] : indistinguishableIds({ id, value }, column.mistakes);
  const state = indistinguishable && accepted ? "silent" : accepted ? "hidden" : from.length > 0 ? "inseparable" : "separate";
  const others = columns.filter((other) => other !== column);
  const separates = (other: QuantityColumn): boolean => {
    const counterpart = other.mutations.find((mutation) => mutation.id === id);
    if (counterpart === undefined || isAccepted(counterpart.value, other, solvedVariant)) return false;
    const lookalikes = indistinguishableIds(counterpart, other.mistakes);
    return from.every((peer) => !lookalikes.includes(peer));
  };
  return {
    mutation: id,
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

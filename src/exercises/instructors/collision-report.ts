import type { ExerciseDefinition } from "../exercise.ts";
import { knownMistakes, sameValue } from "../marking/recognise.ts";
import type { KnownMistake } from "../marking/recognise.ts";
import { isRight } from "../quantities/quantity.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import { chapterId } from "../variants/variant.ts";
import type { Workings } from "../variants/workings.ts";

/** Which diagnoses are possible on one variant, before a check with it opens. */
export interface CollisionReport {
  readonly variant: string;
  readonly quantities: readonly QuantityReport[];
  /** Every key is a number and passes, and no mistake that is not known to be silent is taken as right. */
  readonly sound: boolean;
}

export interface QuantityReport {
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
  workings: Workings,
): CollisionReport {
  const known = workings.variant.id === chapterId ? coincidences : [];
  const columns = quantities
    .filter((quantity) => quantity.kind === "number")
    .map((quantity) => columnOf(quantity, workings, known));
  const reports = columns.map((column): QuantityReport => ({
    quantity: column.quantity.id,
    key: column.key,
    keyPasses: keyPasses(column, workings),
    mutations: column.mutations.map((mutation) => reportOf(mutation, column, columns, workings)),
  }));
  const sound = reports.every(
    ({ keyPasses: passes, mutations }) => passes && mutations.every(({ state }) => state !== "hidden"),
  );
  return { variant: workings.variant.id, quantities: reports, sound };
}

/** One quantity with the number of every mistake in it. */
interface Column {
  readonly quantity: NumberQuantity;
  readonly key: number;
  readonly mutations: readonly (KnownMistake & { readonly silent: boolean })[];
  readonly mistakes: readonly KnownMistake[];
}

function columnOf(quantity: NumberQuantity, workings: Workings, coincidences: readonly string[]): Column {
  const key = quantity.key(workings);
  const mutations = quantity.mutations.flatMap(({ id, value, silent }) => {
    const number = value(workings);
    return number === null ? [] : [{ id, value: number, silent: silent || coincidences.includes(`${quantity.id}/${id}`) }];
  });
  return { quantity, key, mutations, mistakes: knownMistakes(quantity, workings, key) };
}

function reportOf(
  { id, value, silent }: Column["mutations"][number],
  column: Column,
  columns: readonly Column[],
  workings: Workings,
): MutationReport {
  const taken = isAccepted(value, column, workings);
  const from = taken ? [] : alike({ id, value }, column.mistakes);
  const state = silent && taken ? "silent" : taken ? "hidden" : from.length > 0 ? "inseparable" : "separate";
  const others = columns.filter((other) => other !== column);
  const tells = (other: Column): boolean => {
    const there = other.mutations.find((mutation) => mutation.id === id);
    if (there === undefined || isAccepted(there.value, other, workings)) return false;
    const ties = alike(there, other.mistakes);
    return from.every((peer) => !ties.includes(peer));
  };
  return {
    mutation: id,
    value,
    state,
    from,
    separatedBy: state === "separate" ? [] : others.filter(tells).map(({ quantity }) => quantity.id),
  };
}

function isAccepted(value: number, { quantity, key }: Column, workings: Workings): boolean {
  const keys = quantity.conventions.map((convention) => convention.value(workings.model, workings.variant, workings));
  return [key, ...keys].some((accepted) => isRight(value, quantity, accepted));
}

function alike({ id, value }: KnownMistake, mistakes: readonly KnownMistake[]): readonly string[] {
  const peers = mistakes.filter(
    (mistake) => mistake.id !== id && Math.abs(mistake.value - value) <= sameValue * Math.max(Math.abs(value), Math.abs(mistake.value)),
  );
  return [...new Set(peers.map((peer) => peer.id))];
}

function keyPasses({ quantity, key }: Column, workings: Workings): boolean {
  const recipe = quantity.recipe(workings.model, workings.variant, workings);
  const roundings = [3, 4, 6, 15].map((digits) => Number(key.toPrecision(digits)));
  return (
    Number.isFinite(key) &&
    Math.abs(recipe - key) <= Math.max(1e-8 * Math.abs(key), 1e-12) &&
    roundings.every((rounded) => isRight(rounded, quantity, key))
  );
}

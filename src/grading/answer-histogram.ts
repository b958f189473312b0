import { median } from "simple-statistics";
import type { CountedPart } from "./results-summary.ts";
import { standingOf } from "./standing.ts";

/** One bar: all answers to a quantity that were taken for the same. */
export interface AnswerBar {
  /** correct; earlier: by an earlier key alone; mistakes: ids in `diagnoses`; unmatched: wrong and not recognised; others: folded, too few each. */
  readonly kind: PartKind | "others";
  readonly diagnoses: readonly string[];
  readonly people: number;
  /** Median of answer over key, where the bar stands on the axis; null where keys are 0 or answers are folded. */
  readonly ratio: number | null;
}

/** What a part was taken for, by its standing. */
export type PartKind = "correct" | "earlier" | "mistakes" | "unmatched";

export function kindOf(part: Pick<CountedPart, "verdict" | "diagnoses" | "earlier">): PartKind {
  const { verdict, isEarlier, diagnoses } = standingOf(part);
  if (isEarlier && verdict === "correct") return "earlier";
  if (verdict === "correct") return "correct";
  return diagnoses.length > 0 ? "mistakes" : "unmatched";
}

/** Fewer people than this are never shown by themselves. */
export const minimumGroupSize = 5;

/**
 * The answers to one quantity, one a person, as bars: right ones first, by the key as it is and by an earlier one, then those of most people. Variants have keys
 * of their own, so answers are compared by their ratio to the key. Answers that nothing recognised are one bar for each
 * ratio. Groups of fewer than five people are folded into one, the last; where even that is small, its people are 0 and
 * only its presence is told.
 */
export function answerHistogram(parts: readonly CountedPart[], quantity: string): readonly AnswerBar[] {
  const all = groupsOf(parts, quantity);
  const shown = all.filter(({ length }) => length >= minimumGroupSize).flatMap(barOf);
  const foldedPeople = all.filter(({ length }) => length < minimumGroupSize).reduce((sum, { length }) => sum + length, 0);
  const bars = shown.sort(byKind);
  if (foldedPeople === 0) return bars;
  return [...bars, { kind: "others", diagnoses: [], people: foldedPeople < minimumGroupSize ? 0 : foldedPeople, ratio: null }];
}

const rightFirst = (kind: AnswerBar["kind"]): number => (kind === "correct" ? 0 : kind === "earlier" ? 1 : 2);
const byKind = (a: AnswerBar, b: AnswerBar): number => rightFirst(a.kind) - rightFirst(b.kind) || b.people - a.people;

/** The known mistakes that the class's bars fold, and right answers where few are: for the staff alone. */
export function foldedMistakes(parts: readonly CountedPart[], quantity: string): readonly AnswerBar[] {
  return groupsOf(parts, quantity)
    .filter(({ length }) => length < minimumGroupSize)
    .flatMap(barOf)
    .filter(({ kind }) => kind !== "unmatched")
    .sort(byKind);
}

/** Answers to one quantity that were taken for the same. */
function groupsOf(parts: readonly CountedPart[], quantity: string): readonly (readonly CountedPart[])[] {
  const groups = new Map<string, CountedPart[]>();
  for (const part of parts) {
    if (part.quantity !== quantity || part.value === null) continue;
    const key = JSON.stringify([kindOf(part), standingOf(part).diagnoses.toSorted()]);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()].flatMap((group) => (group.some((part) => kindOf(part) === "unmatched") ? byRatio(group) : [group]));
}

/** Answers that miss their keys by one factor each; where the keys are 0, that share a value. */
function byRatio(parts: readonly CountedPart[]): readonly CountedPart[][] {
  const placed = parts.map((part) => ({ part, at: ratioOf(part)[0] ?? part.value ?? 0 }));
  return clusters(placed, ({ at }) => at).map((run) => run.map(({ part }) => part));
}

function barOf(parts: readonly CountedPart[]): readonly AnswerBar[] {
  const [first] = parts;
  if (first === undefined) return [];
  const ratios = parts.flatMap(ratioOf);
  return [{ kind: kindOf(first), diagnoses: standingOf(first).diagnoses, people: parts.length, ratio: ratios.length === 0 ? null : median(ratios) }];
}

function ratioOf({ value, expected }: CountedPart): readonly number[] {
  return value === null || expected === null || expected === 0 ? [] : [value / expected];
}

/** Unmatched answers that miss their keys by one and the same factor: a mistake that the list doesn't have yet. */
export interface UnmatchedGroup {
  readonly quantity: string;
  readonly answers: number;
  /** Their median ratio to the key; null where the keys are 0: then `value` is what they have in common. */
  readonly ratio: number | null;
  readonly value: number | null;
}

/** Ratios that are this near to each other come from one cause. */
export const clusterTolerance = 0.01;

/** For the staff alone. Most answers first. */
export function unmatchedGroups(parts: readonly CountedPart[]): readonly UnmatchedGroup[] {
  const unmatched = parts.filter((part) => {
    const { verdict, isEarlier, diagnoses } = standingOf(part);
    return verdict === "incorrect" && !isEarlier && diagnoses.length === 0;
  });
  const quantities = [...new Set(unmatched.map(({ quantity }) => quantity))];
  return quantities
    .flatMap((quantity) => {
      const ofQuantity = unmatched.filter((part) => part.quantity === quantity);
      const ratios = ofQuantity.flatMap(ratioOf);
      const values = ofQuantity.flatMap(({ value, expected }) => (value !== null && expected === 0 ? [value] : []));
      return [
        ...clusters(ratios, Number).map((group) => ({ quantity, answers: group.length, ratio: median(group), value: null })),
        ...clusters(values, Number).map((group) => ({ quantity, answers: group.length, ratio: null, value: median(group) })),
      ];
    })
    .sort((a, b) => b.answers - a.answers);
}

/** Runs of things sorted by a number, each within reach of the run's first. */
export function clusters<T>(things: readonly T[], numberOf: (thing: T) => number): readonly T[][] {
  const runs: { readonly first: number; readonly run: T[] }[] = [];
  for (const thing of things.toSorted((a, b) => numberOf(a) - numberOf(b))) {
    const number = numberOf(thing);
    const last = runs.at(-1);
    if (last !== undefined && number - last.first <= clusterTolerance * Math.abs(last.first)) last.run.push(thing);
    else runs.push({ first: number, run: [thing] });
  }
  return runs.map(({ run }) => run);
}

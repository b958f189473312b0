import type { Answer } from "../store/answer-records.ts";
import type { Quantity } from "../exercises/quantities/quantity.ts";
import { median } from "simple-statistics";
import { clusters, kindOf, type PartKind } from "./answer-histogram.ts";
import { standingOf } from "./standing.ts";

/** What people voted for, as far as it is told apart. */
export interface VoteAnswer {
  /** choice: by `index`; earlier: right by an earlier key alone; mistakes: by their ids; unmatched: by their number; others: folded, too few each. */
  readonly kind: PartKind | "choice" | "others";
  readonly index: number | null;
  readonly diagnoses: readonly string[];
  /** By the key as it is now. */
  readonly isRight: boolean;
  /** Whether votes for it keep a mark by an earlier key. */
  readonly isEarlier: boolean;
  /** What was typed, where numbers are: what those of one group have in common. Null for choices, and where it is folded. */
  readonly number: VotedNumber | null;
}

interface VotedNumber {
  readonly value: number;
  /** To the key; null where that is 0. */
  readonly ratio: number | null;
}

/** What an answer is grouped with; null where it says nothing of the quantity. */
export type Grouping = (answer: Answer) => VoteAnswer | null;

/** How answers to a quantity are grouped, over all rounds: numbers that nothing recognised by what they have in common. */
export function groupingOf(answers: readonly Answer[], { id, kind }: Quantity): Grouping {
  const partOf = ({ parts }: Answer) => parts.find(({ quantity }) => quantity === id);
  if (kind === "choice") {
    return (answer) => {
      const part = partOf(answer);
      if (part === undefined || part.value === null) return null;
      const { isEarlier, diagnoses } = standingOf(part);
      return { kind: "choice", index: part.value, diagnoses, isRight: part.verdict === "correct", isEarlier, number: null };
    };
  }
  const typed = answers.flatMap((answer) => partOf(answer) ?? []).filter((part): part is NumberPart => part.value !== null);
  const known = new Map<string, NumberPart[]>();
  for (const part of typed) if (kindOf(part) !== "unmatched") known.set(groupName(part), [...(known.get(groupName(part)) ?? []), part]);
  const unknown = clusters(typed.filter((part) => kindOf(part) === "unmatched"), ({ value }) => value);
  const clusterOf = new Map(unknown.flatMap((cluster) => cluster.map(({ value }) => [value, cluster] as const)));
  return (answer) => {
    const part = partOf(answer);
    if (part === undefined || part.value === null) return null;
    const kindOfPart = kindOf(part);
    const alike = kindOfPart === "unmatched" ? clusterOf.get(part.value) : known.get(groupName(part));
    const isRight = kindOfPart === "correct";
    return { kind: kindOfPart, index: null, diagnoses: standingOf(part).diagnoses.toSorted(), isRight, isEarlier: kindOfPart === "earlier", number: alike === undefined ? null : numberOf(alike, isRight) };
  };
}

type Part = Answer["parts"][number];

type NumberPart = Part & { readonly value: number };

const groupName = (part: Part): string => JSON.stringify([kindOf(part), standingOf(part).diagnoses.toSorted()]);

/** What answers have in common: the key of right ones, else the middle one. */
function numberOf(parts: readonly NumberPart[], isRight: boolean): VotedNumber {
  const key = parts[0]?.expected ?? null;
  const value = isRight && key !== null ? key : median(parts.map((part) => part.value));
  return { value, ratio: key === null || key === 0 ? null : value / key };
}

import type { Answer } from "../store/answer-records.ts";
import type { Quantity } from "../exercises/quantities/quantity.ts";
import { minimumGroupSize } from "./answer-histogram.ts";
import { rightness } from "./standing.ts";
import { type Grouping, groupingOf, type VoteAnswer } from "./vote-answer.ts";

/** How a check that is voted on went: before and after the discussion, and who changed to what. Without names. */
export interface VoteResults {
  /** By round, those that were held. */
  readonly rounds: readonly RoundResults[];
  /** What became of people who voted in both rounds; null where there was one. */
  readonly both: BothRounds | null;
  /** By quantity. */
  readonly quantities: readonly { readonly quantity: string; readonly groups: readonly VoteGroup[] }[];
  /** From one answer to another, where one quantity is asked for; most people first. */
  readonly changes: readonly VoteChange[];
}

interface RoundResults {
  readonly voters: number;
  /** By the key as it is now. */
  readonly correct: number;
  /** Right by an earlier key alone: they keep their mark. */
  readonly kept: number;
}

interface BothRounds {
  readonly voters: number;
  readonly wrongToRight: number;
  readonly rightToWrong: number;
}

/** People by round who voted the same; null: folded, since it or another is fewer than five. */
interface VoteGroup extends VoteAnswer {
  readonly people: readonly (number | null)[];
}

/** People who went from one answer to another; null: fewer than five in all. */
interface VoteChange {
  readonly from: VoteAnswer | null;
  readonly to: VoteAnswer | null;
  readonly people: number | null;
}

/** `folds`: whether groups of fewer than five people are folded, as for everybody but the staff. */
export function voteResults(answers: readonly Answer[], quantities: readonly Quantity[], folds = true): VoteResults {
  const votes = [1, 2].map((round) => new Map(answers.filter(({ attempt }) => attempt === round).map((answer) => [answer.person, answer])));
  const held = votes.filter((round, index) => index === 0 || round.size > 0);
  const [first, second] = held;
  const pairs = first === undefined || second === undefined ? [] : [...first].flatMap(([person, before]) => {
    const after = second.get(person);
    return after === undefined ? [] : [[before, after] as const];
  });
  const [only, further] = quantities;
  return {
    rounds: held.map((round) => ({ voters: round.size, correct: [...round.values()].filter(isRight).length, kept: [...round.values()].filter(({ parts }) => rightness(parts) === "earlier").length })),
    both: second === undefined ? null : {
      voters: pairs.length,
      wrongToRight: pairs.filter(([before, after]) => !isRight(before) && isRight(after)).length,
      rightToWrong: pairs.filter(([before, after]) => isRight(before) && !isRight(after)).length,
    },
    quantities: quantities.map((quantity) => ({ quantity: quantity.id, groups: groupsOf(held.map((round) => [...round.values()]), quantity, folds) })),
    changes: only === undefined || further !== undefined ? [] : changesOf(pairs, groupingOf(held.flatMap((round) => [...round.values()]), only), folds),
  };
}

const isRight = ({ parts }: Answer): boolean => rightness(parts) === "now";

const nameOf = ({ kind, index, diagnoses, number }: VoteAnswer): string => JSON.stringify([kind, index, kind === "choice" ? [] : diagnoses, number]);

const others: VoteAnswer = { kind: "others", index: null, diagnoses: [], isRight: false, isEarlier: false, number: null };

/** Choices in their order, all of them; of numbers the right ones first, then those of most people. */
function groupsOf(rounds: readonly (readonly Answer[])[], quantity: Quantity, folds: boolean): readonly VoteGroup[] {
  const counts = new Map<string, { readonly answer: VoteAnswer; readonly people: number[] }>();
  const grouping = groupingOf(rounds.flat(), quantity);
  rounds.forEach((round, index) => {
    for (const vote of round) {
      const answer = grouping(vote);
      if (answer === null) continue;
      const group = counts.get(nameOf(answer)) ?? { answer, people: rounds.map(() => 0) };
      group.people[index] = (group.people[index] ?? 0) + 1;
      counts.set(nameOf(answer), group);
    }
  });
  if (quantity.kind === "choice") {
    const key = rounds.flat().flatMap(({ parts }) => parts.filter((part) => part.quantity === quantity.id))[0]?.expected ?? null;
    const groups = quantity.choices.map((_, index): CountedGroup => {
      const group = [...counts.values()].find(({ answer }) => answer.index === index);
      const isEarlier = rounds.flat().map(grouping).some((answer) => answer?.index === index && answer.isEarlier);
      return { kind: "choice", index, diagnoses: group?.answer.diagnoses ?? [], isRight: index === key, isEarlier, number: null, people: group?.people ?? rounds.map(() => 0) };
    });
    return folds ? folded(groups, rounds.length) : groups;
  }
  const all = [...counts.values()];
  const shown = all.filter(({ people }) => !folds || people.some((count) => count >= minimumGroupSize));
  const few = all.filter((group) => !shown.includes(group));
  const groups = shown
    .toSorted((a, b) => Number(b.answer.isRight) - Number(a.answer.isRight) || sum(b.people) - sum(a.people))
    .map(({ answer, people }): CountedGroup => ({ ...answer, people }));
  const rest = rounds.map((_, index) => sum(few.map(({ people }) => people[index] ?? 0)));
  const whole = few.length === 0 ? groups : [...groups, { ...others, people: rest }];
  return folds ? folded(whole, rounds.length) : whole;
}

interface CountedGroup extends VoteAnswer {
  readonly people: readonly number[];
}

/**
 * Folds groups of fewer than five by round. The number of votes of a round is public, so a single folded group would be
 * what is left of it: groups of nobody are folded with a small one, and where it is still alone, the smallest other too.
 */
function folded(groups: readonly CountedGroup[], rounds: number): readonly VoteGroup[] {
  const isFolded = Array.from({ length: rounds }, (_, round) => {
    const counts = groups.map(({ people }) => people[round] ?? 0);
    if (!counts.some((count) => count > 0 && count < minimumGroupSize)) return counts.map(() => false);
    const small = counts.map((count) => count < minimumGroupSize);
    if (small.filter(Boolean).length > 1) return small;
    const smallestOther = Math.min(...counts.filter((count) => count >= minimumGroupSize));
    const second = counts.indexOf(smallestOther);
    return small.map((one, index) => one || index === second);
  });
  return groups.map((group, index) => ({ ...group, people: group.people.map((count, round) => (isFolded[round]?.[index] ? null : count)) }));
}

function changesOf(pairs: readonly (readonly [Answer, Answer])[], grouping: Grouping, folds: boolean): readonly VoteChange[] {
  const counts = new Map<string, { readonly from: VoteAnswer; readonly to: VoteAnswer; people: number }>();
  for (const [before, after] of pairs) {
    const [from, to] = [grouping(before), grouping(after)];
    if (from === null || to === null || nameOf(from) === nameOf(to)) continue;
    const key = `${nameOf(from)}→${nameOf(to)}`;
    const change = counts.get(key) ?? { from, to, people: 0 };
    counts.set(key, { ...change, people: change.people + 1 });
  }
  const all = [...counts.values()].sort((a, b) => b.people - a.people);
  const shown = all.filter(({ people }) => !folds || people >= minimumGroupSize);
  const folded = sum(all.filter((change) => !shown.includes(change)).map(({ people }) => people));
  if (folded === 0) return shown;
  return [...shown, { from: null, to: null, people: folded < minimumGroupSize ? null : folded }];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

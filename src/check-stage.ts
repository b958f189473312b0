/** Of checks: whether one has opened, which round of a vote is open, and what a vote scores. */

/**
 * Whether a check has opened: by its time, or because it was posted. A clock that was set back closes none again, neither to
 * answers nor to the hiding of its key.
 */
export const hasBegun = ({ opensAt, message }: { readonly opensAt: number; readonly message: string | null }, at: number): boolean => opensAt <= at || message !== null;

/** Where a check that is voted on in two rounds is, as long as it is open. */
export type VoteStage = "first" | "discussion" | "second";

/** `discussAt`: when the first vote was ended; `secondAt`: when the second was opened. */
export function voteStage({ discussAt, secondAt }: { readonly discussAt: number | null; readonly secondAt: number | null }): VoteStage {
  if (secondAt !== null) return "second";
  return discussAt === null ? "first" : "discussion";
}

/** A vote as far as its score depends on it. */
interface ScoredVote {
  readonly round: number;
  /** How many rounds were held so far. */
  readonly held: 1 | 2;
  /** What it would count by its content, 0 to 1. */
  readonly mark: number;
  /** Whether its person voted in the other round. */
  readonly votedInOther: boolean;
}

/**
 * Share of the points. The best of a person's scores counts, as everywhere: for taking part, half for each of two rounds
 * and all for one; for being right, the vote of the last round that was held.
 */
export function voteScore(counts: "participation" | "correct", { round, held, mark, votedInOther }: ScoredVote): number {
  if (counts === "correct") return round === held ? mark : 0;
  if (held === 1) return 1;
  return round === 2 && votedInOther ? 1 : 0.5;
}

import type { Json } from "./records.ts";

/** A check in class, who has more time for it, and what was corrected in it; times are epoch milliseconds, as in `records.ts`. */

export const feedbacks = ["now", "after-closing"] as const;

export type Feedback = (typeof feedbacks)[number];

/** What the points of a vote are for: having voted in every round, or the mark of the last one. */
export const voteCounts = ["participation", "correct"] as const;

/** A check that is voted on: in one round, or in two with a discussion between them. */
export interface VotePlan {
  readonly rounds: 1 | 2;
  readonly counts: (typeof voteCounts)[number];
}

export interface NewCheck {
  readonly guild: string;
  readonly channel: string;
  readonly title: string;
  /** The exercise's id; null for an instructor's own question. */
  readonly exercise: string | null;
  readonly question: Json;
  readonly opensAt: number;
  /** Null: open until it is closed by hand. */
  readonly closesAt: number | null;
  /** Null: unlimited. */
  readonly attempts: number | null;
  /** Whether each student gets a variant of their own. */
  readonly variants: boolean;
  /** Relative tolerance; null for the exercise's own. */
  readonly tolerance: number | null;
  /** The gradebook's "Points Possible". */
  readonly points: number;
  /** Whether a student reads what became of an answer at once, or when the check has closed. */
  readonly feedback: Feedback;
  /** Whether its hints can be opened. */
  readonly hints: boolean;
  /** Shares of the points that the first, second, … attempt counts with, the last of them for all further ones; null: in full. */
  readonly credit: readonly number[] | null;
  /** Left out: it is not voted on. */
  readonly vote?: VotePlan | null;
  /** The codes of the variants that it is handed out with; left out or null: without variants, or those by decades. */
  readonly dealt?: readonly string[] | null;
  /** Of a check that is asked again: what was corrected and named in it. */
  readonly correction?: Json;
  readonly namedMistakes?: Json;
  /** Its keys by variant and quantity on the data of that day. */
  readonly postedKeys?: Json;
  readonly by: string;
  readonly at: number;
}

export interface Check extends Omit<NewCheck, "by" | "at" | "vote" | "dealt" | "correction" | "namedMistakes" | "postedKeys"> {
  readonly vote: VotePlan | null;
  readonly dealt: readonly string[] | null;
  /** When the first vote was ended for the discussion; null before that. */
  readonly discussAt: number | null;
  /** When the second vote was opened; null before that. */
  readonly secondAt: number | null;
  /** Six characters that are easy to type. */
  readonly id: string;
  /** The message with the Answer button; null until it is posted. */
  readonly message: string | null;
  /** Number of corrections of key or tolerance; an answer records the revision it was marked under. */
  readonly revision: number;
  /** Mistakes that instructors named from the answers; null before the first. */
  readonly namedMistakes: Json;
  /** The latest correction; null before the first. */
  readonly correction: Json;
  /** Its keys when it was posted; null where an earlier version posted it. */
  readonly postedKeys: Json;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly voidedAt: number | null;
  readonly announcedAt: number | null;
  /**
   * Since when its marks and solution are the class's, whatever other check on the same data is open: its channel had them,
   * or an instructor decided so. Null before that. What was read can't be taken back: it stays.
   */
  readonly releasedAt: number | null;
}

/** One student's own closing time, and attempts in addition to the class's. */
export interface Extension {
  readonly person: string;
  /** Null: the class's own closing time. */
  readonly closesAt: number | null;
  readonly attempts: number;
  readonly by: string;
  readonly at: number;
}

export interface Correction {
  readonly revision: number;
  /** All that was corrected by then, this one last. */
  readonly correction: Json;
  /** What had been corrected before it; null where nothing had. */
  readonly earlier: Json;
  /** When it was taken back; null while it stands. */
  readonly undoneAt: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

import type { Check } from "./check-records.ts";

/** What a person answered and what it was marked as; times are epoch milliseconds, as in `records.ts`. */

/** The item of an answer: a check in class, or a practice exercise by its id. */
export type Item =
  | { readonly kind: "check"; readonly check: string }
  | { readonly kind: "practice"; readonly exercise: string };

/** unmarked: the text of an open question, which has no score. */
export const verdicts = ["correct", "partial", "incorrect", "unmarked"] as const;

export type Verdict = (typeof verdicts)[number];

/** One field of the form: the text, the number read from it, and its mark. */
export interface AnswerPart {
  readonly quantity: string;
  readonly text: string;
  readonly value: number | null;
  /** The key for this student's variant, at the time of marking. */
  readonly expected: number | null;
  readonly verdict: Verdict;
  /** Ids of all mistakes that have this value; empty where none was recognised. */
  readonly diagnoses: readonly string[];
  /** Its verdict by an earlier key, where the answer's mark is still that one; left out where it is the key's of now. */
  readonly earlier?: Verdict;
}

/** How attempts refill: `burst` at once, then one every `refillMs`. */
export interface RefillRate {
  readonly burst: number;
  readonly refillMs: number;
}

export interface NewAnswer {
  readonly item: Item;
  /** Null in a direct message. */
  readonly guild: string | null;
  readonly person: string;
  /** Discord's id of the submitted form: if it is delivered twice, it is stored once. */
  readonly interaction: string;
  readonly variant: string;
  readonly at: number;
  readonly parts: readonly AnswerPart[];
  readonly verdict: Verdict;
  /** Share of the points, 0 to 1. */
  readonly score: number;
  /** Equal for answers with the same meaning ("12%" and "0.12"): the second of them costs no attempt. */
  readonly fingerprint: string;
  /** False where nothing could be read: it is stored, but costs no attempt. */
  readonly counts: boolean;
  /** The check's revision at marking; 0 for practice. */
  readonly revision: number;
  /** Null: no waiting between attempts. */
  readonly pace: RefillRate | null;
  /** Of a vote: the round that it is meant for. */
  readonly round?: number;
}

export interface Answer extends Omit<NewAnswer, "counts" | "pace" | "round"> {
  /** Sorts by time. */
  readonly id: string;
  /** 1 for the first; null where it cost no attempt. Of a vote, its round; null once another vote took its place. */
  readonly attempt: number | null;
  /** The hint level open to this person when they answered. */
  readonly hints: number;
  /** The mark before a regrade improved it; null where none did. */
  readonly original: { readonly verdict: Verdict; readonly score: number } | null;
}

/** The result of submitting an answer. Only `stored` and `known` may be confirmed to the person. */
export type RecordResult =
  | {
      readonly kind: "stored";
      readonly answer: Answer;
      /** Same as an earlier answer: it costs no attempt and earns no hint. */
      readonly isRepeat: boolean;
      readonly attemptsLeft: number | null;
    }
  /** This interaction was delivered and stored before. */
  | { readonly kind: "known"; readonly answer: Answer; readonly attemptsLeft: number | null }
  /** Not stored: the key was corrected after the marking. Mark the answer again and submit it again. */
  | { readonly kind: "outdated"; readonly check: Check };

/** One person's work on one variant of one item. */
export interface Progress {
  readonly item: Item;
  readonly person: string;
  readonly variant: string;
  /** The hint level opened so far. */
  readonly hints: number;
  /** When the worked example was shown; null if not. */
  readonly workedExampleAt: number | null;
  readonly gaveUpAt: number | null;
}

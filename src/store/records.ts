/**
 * What the store keeps, as plain records. Times are epoch milliseconds. Persons, guilds, channels and messages are
 * Discord's ids. Nothing here is derived: whether a wrong answer earns a hint is for `exercises` to say.
 */

/** Nested facts the store keeps without looking into them: an own question, the details of an instructor's action. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What was asked: a check in class, or a practice exercise by its id. */
export type Item =
  | { readonly kind: "check"; readonly check: string }
  | { readonly kind: "practice"; readonly exercise: string };

/** unmarked: an open question's text, which nobody marks by number. */
export const verdicts = ["right", "partly", "wrong", "unmarked"] as const;

export type Verdict = (typeof verdicts)[number];

export interface CourseSettings {
  readonly guild: string;
  /** Null: whoever may manage the server. */
  readonly instructorRole: string | null;
  readonly staffChannel: string | null;
  readonly classChannel: string | null;
  /** While a check is open, commands that would print its key answer students with the hint instead. */
  readonly hideKeys: boolean;
}

export interface NewCheck {
  readonly guild: string;
  readonly channel: string;
  readonly title: string;
  /** The exercise's id; null for an instructor's own question. */
  readonly exercise: string | null;
  readonly question: Json;
  readonly opensAt: number;
  /** Null: until it is closed by hand. */
  readonly closesAt: number | null;
  /** Null: as many as wanted. */
  readonly attempts: number | null;
  /** Whether each student gets a variant of their own. */
  readonly variants: boolean;
  /** Relative; null for the exercise's own. */
  readonly tolerance: number | null;
  /** The gradebook's "Points Possible". */
  readonly points: number;
  readonly by: string;
  readonly at: number;
}

export interface Check extends Omit<NewCheck, "by" | "at"> {
  /** Six characters, fit to be typed. */
  readonly id: string;
  /** The message that carries the Answer button; null until it is posted. */
  readonly message: string | null;
  /** Corrections of key or tolerance so far; an answer says under which it was marked. */
  readonly revision: number;
  /** The latest correction, null before the first. */
  readonly correction: Json;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly voidedAt: number | null;
  readonly announcedAt: number | null;
}

/** One student's own closing time and extra attempts, on top of the class's. */
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
  readonly correction: Json;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** One field of the form: what was typed, how it was read, and what was made of it. */
export interface AnswerPart {
  readonly quantity: string;
  readonly text: string;
  readonly value: number | null;
  /** The key for this student's variant, at the time of marking. */
  readonly expected: number | null;
  readonly verdict: Verdict;
  /** Ids of the mistakes whose value this is, all of them where they coincide; empty where none was recognised. */
  readonly diagnoses: readonly string[];
}

/** How fast attempts come back: so many at once, then one each time the span has passed. */
export interface RefillRate {
  readonly burst: number;
  readonly refillMs: number;
}

export interface NewAnswer {
  readonly item: Item;
  /** Null in a direct message. */
  readonly guild: string | null;
  readonly person: string;
  /** Discord's id of the submitted form: delivered twice, it is stored once. */
  readonly interaction: string;
  readonly variant: string;
  readonly at: number;
  readonly parts: readonly AnswerPart[];
  readonly verdict: Verdict;
  /** Share of the points, 0 to 1. */
  readonly score: number;
  /** Equal for answers that mean the same ("12%" and "0.12"): the second of them costs no attempt. */
  readonly fingerprint: string;
  /** False where nothing could be read: kept, but it costs no attempt. */
  readonly counts: boolean;
  /** The check's revision that this was marked under; 0 for practice. */
  readonly revision: number;
  /** Null: attempts don't have to refill. */
  readonly pace: RefillRate | null;
}

export interface Answer extends Omit<NewAnswer, "counts" | "pace"> {
  /** Sorts by time. */
  readonly id: string;
  /** 1 for the first; null where it cost none. */
  readonly attempt: number | null;
  /** Rungs of the hint that were open to this person when they answered. */
  readonly hints: number;
  /** What it was before a regrade improved it; null where none did. */
  readonly original: { readonly verdict: Verdict; readonly score: number } | null;
}

/** What became of an answer that was handed in. Only `stored` and `known` may be confirmed to the person. */
export type RecordResult =
  | {
      readonly kind: "stored";
      readonly answer: Answer;
      /** The same as one before: no attempt spent, no new hint due. */
      readonly isRepeat: boolean;
      readonly attemptsLeft: number | null;
    }
  /** This very interaction was delivered, and stored, before. */
  | { readonly kind: "known"; readonly answer: Answer; readonly attemptsLeft: number | null }
  /** Nothing stored: the key was corrected after this was marked. Mark it again and hand it in again. */
  | { readonly kind: "outdated"; readonly check: Check };

/** One person's work on one variant of one item. */
export interface Progress {
  readonly item: Item;
  readonly person: string;
  readonly variant: string;
  /** Rungs of the hint opened so far. */
  readonly hints: number;
  /** When the worked twin was shown; null if not. */
  readonly twinAt: number | null;
  readonly gaveUpAt: number | null;
}

/** A line of Canvas' own gradebook export, and whom it belongs to here. */
export interface RosterRow {
  readonly student: string;
  /** Canvas' "ID". */
  readonly canvasId: string;
  readonly sisUserId: string;
  readonly sisLoginId: string;
  readonly section: string;
}

export interface RosterEntry extends RosterRow {
  readonly person: string | null;
}

export interface NewQuestion {
  readonly guild: string;
  readonly channel: string;
  readonly asker: string;
  readonly text: string;
  readonly at: number;
}

/** A question to the staff: anonymous to the class, so without its asker. `questions.asker` says who, and logs it. */
export interface Question {
  readonly id: string;
  readonly guild: string;
  readonly channel: string;
  readonly text: string;
  readonly askedAt: number;
  readonly staffChannel: string | null;
  readonly staffMessage: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
  readonly pinnedBy: string | null;
  readonly pinnedAt: number | null;
}

/** Something an instructor did. */
export interface Action {
  readonly guild: string;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  /** The person it was done to; null where it was done to nobody in particular. */
  readonly person: string | null;
  readonly details: Json;
}

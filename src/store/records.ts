/**
 * The store's plain records. Times are epoch milliseconds. Persons, guilds, channels and messages are Discord's ids.
 * Nothing here is derived: whether an incorrect answer earns a hint is decided by `exercises`.
 */

/** Nested JSON that the store does not interpret: an instructor's own question, the details of an action. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The item of an answer: a check in class, or a practice exercise by its id. */
export type Item =
  | { readonly kind: "check"; readonly check: string }
  | { readonly kind: "practice"; readonly exercise: string };

/** unmarked: the text of an open question, which has no score. */
export const verdicts = ["correct", "partial", "incorrect", "unmarked"] as const;

export type Verdict = (typeof verdicts)[number];

export interface CourseSettings {
  readonly guild: string;
  /** Null: everybody who may manage the server. */
  readonly instructorRole: string | null;
  readonly staffChannel: string | null;
  readonly classChannel: string | null;
  /** While a check is open, commands that would print its key show students a hint instead. */
  readonly hideKeys: boolean;
  /** IANA name, like America/New_York; null: UTC. */
  readonly timeZone: string | null;
  /** Whether its class is reminded of a check that closes soon. */
  readonly closingReminders: boolean;
  /** Whether questions that were not understood are kept as they were typed, for the instructors. */
  readonly keepQuestions: boolean;
}

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

/** A row of Canvas' gradebook export, and the person it is matched with. */
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
  /** Found by name, and not confirmed yet. */
  readonly proposedPerson: string | null;
  /** What a student types to claim the row; null where none was handed out. */
  readonly claimCode: string | null;
}

export interface NewQuestion {
  readonly guild: string;
  readonly channel: string;
  readonly asker: string;
  readonly text: string;
  readonly at: number;
}

/** A question to the staff, without its asker; `questions.revealAsker` returns them, with an entry in the audit. */
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
  readonly toldAt: number | null;
}

/** An instructor's action. */
export interface Action {
  readonly guild: string;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  /** The person it concerns; null where it concerns nobody in particular. */
  readonly person: string | null;
  readonly details: Json;
}

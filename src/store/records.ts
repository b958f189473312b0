/**
 * The store's plain records. Times are epoch milliseconds. Persons, guilds, channels and messages are Discord's ids.
 * Nothing here is derived: whether an incorrect answer earns a hint is decided by `exercises`.
 */

/** Nested JSON that the store does not interpret: an instructor's own question, the details of an action. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

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

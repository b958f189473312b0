import type { Outcome } from "../outcome.ts";
import { lateAnswerers, type LateAnswerer } from "./accommodations.ts";
import { beginSecondVote, closeCheck, correctCheck, endFirstVote, endMoreTime, extendCheck, extendPerson, nameMistakes, releaseCheck, rescheduleCheck, voidCheck, type Attribution } from "./change-check.ts";
import { latestChange, latestChanged, type CheckChange } from "./check-changes.ts";
import { findUndoable, undoChange, type UndoneChange } from "./undo-change.ts";
import { beginClosingReminders } from "./closing-reminders.ts";
import { createCheck, findRepeated } from "./create-check.ts";
import { corrections } from "./corrections.ts";
import { claimDue, overdue } from "./due-checks.ts";
import { findCheck } from "./find-check.ts";
import { openChecks } from "./open-checks.ts";
import type { Post } from "./post.ts";
import type { AnswerProblem } from "./problem.ts";
import type { Json } from "./records.ts";
import type { Check, Correction, Extension, NewCheck } from "./check-records.ts";
import { removeUnposted } from "./remove-unposted.ts";
import { checkOf } from "./rows.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { Session } from "./session.ts";

/**
 * The life of a check: created, posted, answered, closed, announced. Times are parameters, never read from a clock here.
 * Every change by an instructor is written to the audit in the same transaction.
 */
export interface Checks {
  create(check: NewCheck): Promise<Check>;
  /**
   * The same, unless the channel was asked the same since then, or has it open or scheduled: then that check, with nothing
   * created. `since` null: even so.
   */
  createUnlessRepeated(check: NewCheck, since: number | null): Promise<{ readonly created: boolean; readonly check: Check }>;
  find(id: string): Promise<Check | null>;
  /** Newest first. */
  list(guild: string, limit: number): Promise<readonly Check[]>;
  /** Checks that somebody may still answer at that time, students with extensions included; their keys are hidden. */
  listOpen(guild: string, at: number): Promise<readonly Check[]>;
  /** The same of every course. */
  listOpenAnywhere(at: number): Promise<readonly Check[]>;
  /** Takes away a check that never was in its channel: no message and no answer of it is known. Returns whether it was one. */
  removeUnposted(id: string, at: number): Promise<boolean>;
  /** Sets a new closing time for everybody; a closed check opens again. */
  extend(id: string, closesAt: number | null, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** Moves when a scheduled check opens and closes: its message, reminder and page follow. Errors: also `check-has-begun`. */
  reschedule(id: string, times: { readonly opensAt: number; readonly closesAt: number }, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** Sets one student's own closing time and extra attempts, replacing an earlier extension. Works after the check has closed. */
  extendPerson(id: string, extension: Extension): Promise<Outcome<Check, AnswerProblem>>;
  extensions(id: string): Promise<readonly Extension[]>;
  /**
   * Returns true for the one call that closed it; its results are then due. That caller has `leaseMs` to announce them
   * before `claimDue` gives them to another; 0, if not given: they are anybody's at once. Students with more time keep it,
   * as it was promised them, unless `late` is "ends".
   */
  close(id: string, attribution: Attribution, leaseMs?: number, late?: "goes-on" | "ends"): Promise<Outcome<boolean, AnswerProblem>>;
  /** Who may still answer when a check has closed for the class at that time, or, of a closed one, now. */
  lateAnswerers(check: Check, at: number): Promise<readonly LateAnswerer[]>;
  /** Ends the time of students who have more, of a check that has closed for the class. */
  endMoreTime(id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** Decides that the class is shown marks and solution whatever else is open. */
  release(id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** Notes that the class has read marks and solution of a check that is still closed. */
  markReleased(id: string, at: number): Promise<void>;
  /** Ends the first of two votes. Errors: also `no-such-round`. */
  endFirstVote(id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** Opens the second of two votes. Errors: also `no-such-round`. */
  beginSecondVote(id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** Gives everybody full marks and takes no more answers. */
  void(id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /**
   * Closes checks past their closing time and returns every closed check whose results are not announced. Each is leased
   * to one caller for `leaseMs`; if it is not announced by then, another caller can claim it.
   */
  claimDue(at: number, leaseMs: number): Promise<readonly Check[]>;
  /** The intents of messages that say which checks close soon, stored and leased to this caller alone. */
  beginClosingReminders(at: number, leaseMs: number): Promise<readonly Post[]>;
  /** How many checks closed by that time, or should have, and are still not announced. */
  overdue(at: number): Promise<number>;
  /** Of a check that is still closed. */
  markAnnounced(id: string, at: number): Promise<void>;
  /** Stores a corrected key or tolerance. Answers marked before are outdated from then on: see `answers.regrade`. */
  correct(id: string, correction: Json, reason: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** Every correction that was made of it, oldest first, those that were taken back among them. */
  corrections(id: string): Promise<readonly Correction[]>;
  /** Stores the mistakes that instructors named from the answers; answers marked before are outdated from then on. */
  nameMistakes(id: string, mistakes: Json, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** The newest change that can be taken back; null where there is none. */
  latestChange(id: string): Promise<CheckChange | null>;
  /** The check of a course that was changed last, as far as that can be taken back; null where there is none. */
  latestChanged(guild: string): Promise<string | null>;
  /** The change that `undo` would take back now; errors: those of `undo`. */
  findUndoable(id: string, change: string | null, at: number): Promise<Outcome<CheckChange, AnswerProblem>>;
  /** Takes the newest change back within 24 hours; `change` is the one that is meant, null whichever is the newest. */
  undo(id: string, change: string | null, attribution: Attribution): Promise<Outcome<UndoneChange, AnswerProblem>>;
}

export function checks(session: Session): Checks {
  const { db } = session;
  return {
    create: (check) => inTransaction(session, [], (db) => createCheck(db, check)),
    createUnlessRepeated: (check, since) =>
      inTransaction(session, [exclusive(`channel/${check.channel}`)], async (db) => {
        const earlier = since === null ? null : await findRepeated(db, check, since);
        return earlier === null ? { created: true, check: await createCheck(db, check) } : { created: false, check: earlier };
      }),
    find: (id) => findCheck(db, id),
    async list(guild, limit) {
      const rows = await db
        .selectFrom("checks")
        .selectAll()
        .where("guild", "=", guild)
        .orderBy("createdAt", "desc")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(checkOf);
    },
    listOpen: (guild, at) => openChecks(db, guild, at),
    listOpenAnywhere: (at) => openChecks(db, null, at),
    removeUnposted: (id, at) => removeUnposted(session, id, at),
    reschedule: (id, times, attribution) => rescheduleCheck(session, id, times, attribution),
    extend: (id, closesAt, attribution) => extendCheck(session, id, closesAt, attribution),
    extendPerson: (id, extension) => extendPerson(session, id, extension),
    async extensions(id) {
      const rows = await db.selectFrom("extensions").selectAll().where("checkId", "=", id).orderBy("grantedAt").execute();
      return rows.map(({ person, closesAt, attempts, grantedBy, grantedAt }) => ({
        person,
        closesAt,
        attempts,
        by: grantedBy,
        at: grantedAt,
      }));
    },
    close: (id, attribution, leaseMs = 0, late = "goes-on") => closeCheck(session, id, attribution, leaseMs, late),
    lateAnswerers: (check, at) => lateAnswerers(db, check, at),
    endMoreTime: (id, attribution) => endMoreTime(session, id, attribution),
    release: (id, attribution) => releaseCheck(session, id, attribution),
    async markReleased(id, at) {
      await db.updateTable("checks").set({ releasedAt: at }).where("id", "=", id).where("closedAt", "is not", null).where("releasedAt", "is", null).execute();
    },
    endFirstVote: (id, attribution) => endFirstVote(session, id, attribution),
    beginSecondVote: (id, attribution) => beginSecondVote(session, id, attribution),
    void: (id, attribution) => voidCheck(session, id, attribution),
    overdue: (at) => overdue(session, at),
    claimDue: (at, leaseMs) => claimDue(session, at, leaseMs),
    beginClosingReminders: (at, leaseMs) => beginClosingReminders(session, at, leaseMs),
    async markAnnounced(id, at) {
      await db.updateTable("checks").set({ announcedAt: at, claimedUntil: null }).where("id", "=", id).where("closedAt", "is not", null).execute();
    },
    correct: (id, correction, reason, attribution) => correctCheck(session, id, correction, reason, attribution),
    nameMistakes: (id, mistakes, attribution) => nameMistakes(session, id, mistakes, attribution),
    latestChange: (id) => latestChange(db, id),
    latestChanged: (guild) => latestChanged(db, guild),
    findUndoable: (id, change, at) => findUndoable(db, id, change, at),
    undo: (id, change, attribution) => undoChange(session, id, change, attribution),
    corrections: (id) => corrections(db, id),
  };
}

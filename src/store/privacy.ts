import { inTransaction, shared } from "./session.ts";
import type { Session } from "./session.ts";
import { completeForgetting, forgetPerson, type ForgetResult } from "./forget-person.ts";
import { type PersonalData, personalDataOf } from "./personal-data.ts";

/** The stored data of one person: export and anonymisation. */
export interface Privacy {
  exportOf(person: string): Promise<PersonalData>;
  /**
   * Anonymises a person: their id is replaced by a random one, the same in all tables, so that counts and first-try
   * rates remain; their free text is deleted, and their row of the roster is unmatched. What concerns a check that is
   * still open follows when it has closed: `completeForgetting`.
   */
  forget(person: string, at: number): Promise<ForgetResult>;
  /** Does what `forget` left to the closing of checks; resolves to how many answers became nobody's. */
  completeForgetting(at: number): Promise<number>;
}

export function privacy(session: Session): Privacy {
  return {
    exportOf: (person) => inTransaction(session, [shared(`person/${person}`)], (db) => personalDataOf(db, person)),
    forget: (person, at) => forgetPerson(session, person, at),
    completeForgetting: (at) => completeForgetting(session, at),
  };
}

import type { StoreProblem } from "./problem.ts";
import { success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { accommodations } from "./accommodations.ts";
import type { Accommodations } from "./accommodations.ts";
import { answerReminders, type AnswerReminders } from "./answer-reminders.ts";
import { answers } from "./answers.ts";
import type { Answers } from "./answers.ts";
import { checks } from "./checks.ts";
import type { Checks } from "./checks.ts";
import { courseFacts } from "./course-facts.ts";
import type { CourseFacts } from "./course-facts.ts";
import { courses } from "./courses.ts";
import type { Courses } from "./courses.ts";
import { drafts } from "./drafts.ts";
import type { Drafts } from "./drafts.ts";
import { dump } from "./dump.ts";
import { migrationFailure } from "./migrate.ts";
import { modelRequests } from "./model-requests.ts";
import type { ModelRequests } from "./model-requests.ts";
import { posts } from "./posts.ts";
import type { Posts } from "./posts.ts";
import { privacy } from "./privacy.ts";
import type { Privacy } from "./privacy.ts";
import { questions } from "./questions.ts";
import type { Questions } from "./questions.ts";
import { reminders } from "./reminders.ts";
import type { Reminders } from "./reminders.ts";
import { restore } from "./restore.ts";
import type { RestoreResult } from "./restore.ts";
import { retention } from "./retention.ts";
import type { Retention } from "./retention.ts";
import { results } from "./results.ts";
import type { Results } from "./results.ts";
import { roster } from "./roster.ts";
import type { Roster } from "./roster.ts";
import { secretOf } from "./secret.ts";
import type { Session } from "./session.ts";
import { terms } from "./terms.ts";
import type { Terms } from "./terms.ts";
import { unclearQuestions } from "./unclear-questions.ts";
import type { UnclearQuestions } from "./unclear-questions.ts";

/** The data that survive a restart. Problems that a person can cause are Outcomes; a lost server or a full disk throws. */
export interface Store {
  readonly backend: "sqlite" | "postgres";
  /** The file, or host:port/database; safe to log. */
  readonly where: string;
  /** The newest migration of its tables. */
  readonly version: string;
  readonly courses: Courses;
  readonly courseFacts: CourseFacts;
  readonly checks: Checks;
  readonly answers: Answers;
  readonly drafts: Drafts;
  readonly accommodations: Accommodations;
  readonly results: Results;
  readonly roster: Roster;
  readonly questions: Questions;
  readonly posts: Posts;
  readonly privacy: Privacy;
  readonly reminders: Reminders;
  readonly answerReminders: AnswerReminders;
  readonly unclearQuestions: UnclearQuestions;
  readonly modelRequests: ModelRequests;
  readonly terms: Terms;
  readonly retention: Retention;
  /** 32 random bytes in hexadecimal, created once and shared by all processes: the key of variants and log hashes. */
  secret(): Promise<string>;
  /** The same at a start: where the database gives and takes no changes, a problem with its own words. */
  secretAtStart(): Promise<Outcome<string, StoreProblem>>;
  /** How much is in it, for whoever looks after it. */
  counts(): Promise<{ readonly checks: number; readonly answers: number }>;
  /** Resolves if the database takes and gives, rejects if not. */
  ping(): Promise<void>;
  /**
   * A consistent snapshot as lines of JSON, for either kind of database, while other processes go on writing. On SQLite
   * this store's own calls wait until the last line is read.
   */
  dump(): AsyncIterable<string>;
  /** Restores a dump, all of it or nothing, into an unused store. */
  restore(lines: Iterable<string> | AsyncIterable<string>): Promise<Outcome<RestoreResult, StoreProblem>>;
  close(): Promise<void>;
}

export function storeOf(session: Session, version: string): Store {
  const { backend, where } = session;
  return {
    backend,
    where,
    version,
    courses: courses(session),
    courseFacts: courseFacts(session),
    checks: checks(session),
    answers: answers(session),
    drafts: drafts(session),
    accommodations: accommodations(session),
    results: results(session),
    roster: roster(session),
    questions: questions(session),
    posts: posts(session),
    privacy: privacy(session),
    reminders: reminders(session),
    answerReminders: answerReminders(session),
    modelRequests: modelRequests(session),
    unclearQuestions: unclearQuestions(session),
    terms: terms(session),
    retention: retention(session),
    secret: () => secretOf(session.db),
    secretAtStart: () => secretOf(session.db).then(success, (error: unknown) => migrationFailure(session, error)),
    async counts() {
      const count = async (table: "checks" | "answers"): Promise<number> =>
        Number((await session.db.selectFrom(table).select((fields) => fields.fn.countAll().as("rows")).executeTakeFirstOrThrow()).rows);
      return { checks: await count("checks"), answers: await count("answers") };
    },
    ping: () => session.ping(),
    dump: () => dump(session),
    restore: (lines) => restore(session, lines),
    close: () => session.close(),
  };
}

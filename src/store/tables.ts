import type { AnswerPartsTable, AnswersTable, CheckChangesTable, ChecksTable, CorrectionsTable, DraftsTable, ExtensionsTable, Flag, KeptGradesTable, ProgressTable } from "./check-tables.ts";

/**
 * The tables as the migrations leave them. Column names are camelCase here and snake_case in the database.
 *
 * Portable between SQLite and PostgreSQL: ids are text that we generate, times are epoch milliseconds, booleans are
 * 1 and 0, nested values are JSON text.
 */
export interface Tables {
  settings: { name: string; value: string };
  courses: CoursesTable;
  checks: ChecksTable;
  corrections: CorrectionsTable;
  extensions: ExtensionsTable;
  answers: AnswersTable;
  answerParts: AnswerPartsTable;
  progress: ProgressTable;
  roster: RosterTable;
  questions: QuestionsTable;
  audit: AuditTable;
  checkChanges: CheckChangesTable;
  keptGrades: KeptGradesTable;
  forgetRequests: ForgetRequestsTable;
  posts: PostsTable;
  terms: TermsTable;
  drafts: DraftsTable;
  accommodations: AccommodationsTable;
  reminders: RemindersTable;
  courseFacts: CourseFactsTable;
  unclearQuestions: UnclearQuestionsTable;
  answerReminders: AnswerRemindersTable;
  answerReminderStops: AnswerReminderStopsTable;
}

interface CoursesTable {
  guild: string;
  instructorRole: string | null;
  staffChannel: string | null;
  classChannel: string | null;
  hideKeys: Flag;
  /** IANA name; null: UTC. */
  timeZone: string | null;
  closingReminders: Flag;
  /** Whether questions that were not understood are kept as they were typed. */
  keepQuestions: Flag;
}

export interface RosterTable {
  guild: string;
  canvasId: string;
  position: number;
  student: string;
  sisUserId: string;
  sisLoginId: string;
  section: string;
  person: string | null;
  /** Found by name, and to be confirmed by an instructor. */
  proposedPerson: string | null;
  claimCode: string | null;
}

interface QuestionsTable {
  id: string;
  guild: string;
  channel: string;
  asker: string;
  text: string;
  askedAt: number;
  staffChannel: string | null;
  staffMessage: string | null;
  answeredBy: string | null;
  answeredAt: number | null;
  pinnedBy: string | null;
  pinnedAt: number | null;
  /** When its asker was told that it is answered. */
  toldAt: number | null;
}

/** A person who asked to be forgotten, and a check that is still open to them: it follows when the check has closed. */
interface ForgetRequestsTable {
  person: string;
  checkId: string;
  at: number;
}

interface AuditTable {
  id: string;
  guild: string;
  at: number;
  actor: string;
  action: string;
  /** The person it concerns; null where it concerns nobody in particular. */
  person: string | null;
  details: string;
}

/** Who has more time at every check of a course: so many times the class's. */
interface AccommodationsTable {
  guild: string;
  person: string;
  factor: number;
  grantedBy: string;
  grantedAt: number;
}

/** A course's end, and what of it is to be deleted. */
export interface TermsTable {
  guild: string;
  closedAt: number | null;
  /** What is this old is deleted a while after it was announced. */
  deleteUpTo: number | null;
  announcedAt: number | null;
}

/** Messages in channels, stored before they are sent. */
export interface PostsTable {
  /** Also the nonce of the message. */
  id: string;
  purpose: string;
  subject: string;
  guild: string;
  channel: string;
  createdAt: number;
  tries: number;
  /** When it may be tried again: the end of the lease of the process that is trying. */
  nextAt: number;
  /** Null until Discord has confirmed it. */
  message: string | null;
  postedAt: number | null;
}

/** Weekly reminders by direct message; one a person at most. */
export interface RemindersTable {
  id: string;
  person: string;
  since: number;
  nextAt: number;
  /** When it was ended because its messages can't be delivered; its person is still to be told. */
  endedAt: number | null;
}

/** Direct messages to those who have not answered a check; one a check and person at most. */
export interface AnswerRemindersTable {
  id: string;
  checkId: string;
  person: string;
  at: number;
  /** When its message became an intent, or was found to be needed no more. */
  begunAt: number | null;
}

/** People who take no direct messages about checks that they have not answered. */
interface AnswerReminderStopsTable {
  person: string;
  at: number;
}

/** What a course's staff say of one matter. */
interface CourseFactsTable {
  guild: string;
  topic: string;
  answer: string;
  setBy: string;
  setAt: number;
}

/** Questions that were not understood, once for all of the same words, without who asked. */
interface UnclearQuestionsTable {
  id: string;
  guild: string;
  words: string;
  text: string | null;
  asked: number;
  lastAt: number;
  attached: string | null;
}

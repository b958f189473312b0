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

type Flag = 0 | 1;

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

export interface ChecksTable {
  id: string;
  guild: string;
  title: string;
  exercise: string | null;
  question: string | null;
  channel: string;
  message: string | null;
  opensAt: number;
  closesAt: number | null;
  attempts: number | null;
  variants: Flag;
  tolerance: number | null;
  points: number;
  correction: string | null;
  revision: number;
  createdBy: string;
  createdAt: number;
  closedAt: number | null;
  voidedAt: number | null;
  /** The end of the lease of the process that announces the results. */
  claimedUntil: number | null;
  announcedAt: number | null;
  feedback: string;
  hints: Flag;
  /** Shares of the points by attempt, as JSON; null: every attempt counts in full. */
  credit: string | null;
  namedMistakes: string | null;
  /** How it is voted on, as JSON; null where it isn't. */
  vote: string | null;
  discussAt: number | null;
  secondAt: number | null;
  /** The closing time of which its class was last reminded. */
  remindedFor: number | null;
  /** The codes of the variants that it is handed out with, as JSON; null: without variants, or those of version 0.1.0. */
  dealt: string | null;
  /** Its keys by variant and quantity when it was posted, as JSON; null for checks of earlier versions. */
  postedKeys: string | null;
  /** When the class was shown its marks and solution, or an instructor decided that it is. */
  releasedAt: number | null;
}

interface CorrectionsTable {
  checkId: string;
  revision: number;
  correction: string;
  reason: string;
  madeBy: string;
  madeAt: number;
}

interface ExtensionsTable {
  checkId: string;
  person: string;
  closesAt: number | null;
  attempts: number;
  grantedBy: string;
  grantedAt: number;
}

export interface AnswersTable {
  id: string;
  item: string;
  guild: string | null;
  person: string;
  interaction: string;
  variant: string;
  at: number;
  verdict: string;
  score: number;
  attempt: number | null;
  fingerprint: string;
  hints: number;
  revision: number;
  originalVerdict: string | null;
  originalScore: number | null;
}

export interface AnswerPartsTable {
  answerId: string;
  position: number;
  quantity: string;
  text: string;
  value: number | null;
  expected: number | null;
  verdict: string;
  diagnoses: string;
  earlierVerdict: string | null;
}

export interface ProgressTable {
  item: string;
  person: string;
  variant: string;
  hints: number;
  /** When its worked example was shown. */
  twinAt: number | null;
  gaveUpAt: number | null;
  touchedAt: number;
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

/** What a change of a check can be taken back to. */
interface CheckChangesTable {
  id: string;
  checkId: string;
  action: string;
  actor: string;
  at: number;
  before: string;
  undoneAt: number | null;
  undoneBy: string | null;
}

/** A person who asked to be forgotten, and a check that is still open to them: it follows when the check has closed. */
interface ForgetRequestsTable {
  person: string;
  checkId: string;
  at: number;
}

/** The grade of somebody whose record was deleted; the holder is a keyed hash of person and check. */
interface KeptGradesTable {
  checkId: string;
  holder: string;
  canvasId: string | null;
  attempts: number;
  lastAt: number;
  score: number;
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

/** Checks that are written and not posted; the content is JSON. */
interface DraftsTable {
  id: string;
  guild: string;
  title: string;
  content: string;
  createdBy: string;
  createdAt: number;
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

/** The tables of checks and of answers, by the conventions of `tables.ts`. */

export type Flag = 0 | 1;

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

export interface CorrectionsTable {
  checkId: string;
  revision: number;
  correction: string;
  reason: string;
  madeBy: string;
  madeAt: number;
}

export interface ExtensionsTable {
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

/** What a change of a check can be taken back to. */
export interface CheckChangesTable {
  id: string;
  checkId: string;
  action: string;
  actor: string;
  at: number;
  before: string;
  undoneAt: number | null;
  undoneBy: string | null;
}

/** The grade of somebody whose record was deleted; the holder is a keyed hash of person and check. */
export interface KeptGradesTable {
  checkId: string;
  holder: string;
  canvasId: string | null;
  attempts: number;
  lastAt: number;
  score: number;
}

/** Checks that are written and not posted; the content is JSON. */
export interface DraftsTable {
  id: string;
  guild: string;
  title: string;
  content: string;
  createdBy: string;
  createdAt: number;
}

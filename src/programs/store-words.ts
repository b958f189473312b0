import { ProblemError } from "../outcome.ts";
import { count } from "../render/numbers.ts";
import type { Problem } from "../render/problem.ts";
import { busyWords } from "../render/problems/store-problem.ts";
import type { Backup } from "../store/backup.ts";
import type { RowFault, Verification } from "../store/verify.ts";

/** What the terminal says of a backup, and of a store that was read through. */

export const backupWords = ({ file, sha256, ...what }: Backup): string => `Saved to ${file}: ${contents(what)}. Read back and whole; SHA-256 ${sha256}`;

/** Of a backup that went into a pipe: what becomes of it there is not known. */
export const pipedWords = ({ sha256, ...what }: Omit<Backup, "file">): string =>
  `Sent on: ${contents(what)}; SHA-256 of its lines ${sha256}. Read it back once: decrypt it into \`store verify -\`.`;

/** Of an empty store that went into a pipe: whatever removes older backups after it should not run. */
export const emptyWords = "The store holds nothing of a course, so this backup replaces no older one: the exit status is 1.";

/** Of a backup whose time could not be noted in the data folder; `fault` is the system's message. */
export const noteWords = (fault: string | null): readonly string[] =>
  fault === null ? [] : [`The data folder did not take the time of this backup (${fault}), so the doctor tells the age of an older one.`];

function contents({ checks, answers, newestAnswerAt }: Pick<Backup, "checks" | "answers" | "newestAnswerAt">): string {
  const newest = newestAnswerAt === null ? "" : `, the newest of ${minuteOf(newestAnswerAt)}`;
  return `${counted(checks, "check")}, ${counted(answers, "answer")}${newest}`;
}

/** The report of `store verify`; its last line says whether anything is wrong. */
export function verificationWords(where: string, { rows, counts, newestAnswerAt, fingerprint, faults }: Verification): string {
  const tables = Object.entries(counts).filter(([, number]) => number > 0);
  return [
    `${where}: ${counted(rows, "row")}`,
    ...tables.map(([table, number]) => `  ${table.padEnd(16)}${count(number).padStart(10)}`),
    ...(newestAnswerAt === null ? [] : [`newest answer: ${minuteOf(newestAnswerAt)}`]),
    `fingerprint: ${fingerprint} (the same for the same rows, in SQLite, PostgreSQL and a backup)`,
    ...faults.map(faultWords),
    faults.length === 0 ? "Every row can be read, and has what it belongs to." : `${counted(faults.length, "fault")}. Nothing was changed.`,
  ].join("\n");
}

function faultWords({ kind, table, column, rows, example }: RowFault): string {
  const which = rows === 1 ? "1 row" : `${count(rows)} rows`;
  if (kind === "orphan") return `✗ ${table}: ${which} whose ${column} leads nowhere (${example})`;
  return `✗ ${table}: ${which} with a ${column} that no version writes (${example})`;
}

/** What ails an open store, after its name. */
export function lossWords(error: unknown): string {
  const problem = error instanceof ProblemError ? (error as ProblemError<Problem>).problem : null;
  if (problem?.kind === "store-busy") return busyWords[problem.reason];
  return `fails (${error instanceof Error ? error.message : "no error"})`;
}

const counted = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;

const minuteOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

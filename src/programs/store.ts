import type { Problem } from "../render/problem.ts";
import { existsSync, readdirSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { stderr, stdin, stdout } from "node:process";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { readConfigOrExit, type Config } from "../config.ts";
import { failure, ProblemError, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { terminalWords } from "../render/problem.ts";
import { answeredAt, backupSqlite, backupStore, hasChecksum, linesOf, restoreStore, verifyBackup, type Backup } from "../store/backup.ts";
import { dumpEnd } from "../store/dump.ts";
import { sqliteFailure } from "../store/sqlite-failure.ts";
import { openStore, removeStore } from "../store/open-store.ts";
import { verifyDump } from "../store/verify.ts";
import { verifyStore } from "../store/verify-store.ts";
import { courseRows, noteBackup, nothingRotated, rotateBackups, timestampForFileName } from "./backup-record.ts";
import { endOnOutputError } from "./output-errors.ts";
import { wasHelped } from "./help.ts";
import { backupWords, emptyWords, noteWords, pipedWords, verificationWords } from "./store-words.ts";
import type { Store } from "../store/store.ts";
import type { StoreAddress } from "../store/open-store.ts";

/** The terminal's store commands: `store backup`, `store restore` and `store verify`. */

const usage = `Usage:
  store backup [FILE]   save the store while the bot runs; a FILE.db is a copy of the SQLite file,
                        any other is lines of JSON that SQLite and PostgreSQL both take in;
                        - writes those lines to standard output, for a program that encrypts them
    --keep N            without FILE: remove all but the newest N backups named by their time
  store restore FILE    bring a backup of either kind into the store, which must be empty; - reads
                        lines from standard input
  store verify [FILE]   read the store, or a backup, through: counts, checksums, rows without what
                        they belong to, rows that can't be read; - as for restore. It changes nothing.

The store is the one that DATABASE_URL names, or the file factor-ta.db in data/local.
Exit status: 1 for a fault, and for \`backup -\` of a store without a row.
`;

async function run(words: readonly string[]): Promise<0 | 1 | 2> {
  const command = parse(words);
  if (command === null) {
    stderr.write(usage);
    return 2;
  }
  const config = readConfigOrExit();
  if (command.name === "backup" && command.file?.endsWith(".db") && "url" in config.store) {
    stderr.write("A .db is a copy of a SQLite file, and this store is in PostgreSQL.\nGive the backup a name that ends in .jsonl.\n");
    return 2;
  }
  const outcome = await outcomeOf(command, config).catch(systemProblem);
  if (outcome.ok) {
    // A backup that is written to standard output has it for itself.
    (command.name === "backup" && command.file === "-" ? stderr : stdout).write(`${outcome.value.words}\n`);
    return outcome.value.isSound ? 0 : 1;
  }
  const { cause, next } = terminalWords(outcome.problem);
  stderr.write(`${cause}\n${next}\n`);
  return 1;
}

/** A disk that is full, a store that is lost in the middle: the host's affair, and no stack of ours. */
function systemProblem(error: unknown): Outcome<never, Problem> {
  if (error instanceof ProblemError) return failure((error as ProblemError<Problem>).problem);
  if (error instanceof Error && "code" in error && /^E[A-Z]+$/u.test(String(error.code))) {
    return sqliteFailure("path" in error && typeof error.path === "string" ? error.path : "standard output", error);
  }
  throw error;
}

interface StoreCommand {
  readonly name: "backup" | "restore" | "verify";
  /** "-": standard input or output. */
  readonly file: string | undefined;
  readonly keep: number | null;
}

function parse(words: readonly string[]): StoreCommand | null {
  try {
    const { positionals, values } = parseArgs({ args: [...words], options: { keep: { type: "string" } }, allowPositionals: true });
    const [name, file, ...more] = positionals;
    const keep = values.keep === undefined ? null : Number(values.keep);
    if (more.length > 0 || (name !== "backup" && name !== "restore" && name !== "verify")) return null;
    if (name === "restore" && file === undefined) return null;
    if (keep !== null && (name !== "backup" || file !== undefined || !Number.isInteger(keep) || keep < 1)) return null;
    return { name, file, keep };
  } catch {
    return null;
  }
}

interface Report {
  readonly words: string;
  readonly isSound: boolean;
}

const done = (words: string): Report => ({ words, isSound: true });

async function outcomeOf({ name, file, keep }: StoreCommand, config: Config): Promise<Outcome<Report, Problem>> {
  const { store: address, folders } = config;
  if (name === "backup") return backup(address, file, keep, folders.local);
  if (name === "verify") return verify(address, file);
  return restoreInto(address, file);
}

/** A restore that fails leaves no store where none was: an empty one would be backed up like any other. */
async function restoreInto(address: StoreAddress, file: string | undefined): Promise<Outcome<Report, Problem>> {
  const newFile = "file" in address && !existsSync(address.file) ? address.file : null;
  const newFolder = newFile !== null && !existsSync(dirname(newFile)) ? dirname(newFile) : null;
  let outcome: Outcome<Report, Problem> | null = null;
  try {
    outcome = await withStore(address, async (store) => {
      const restored = await (file === "-" || file === undefined ? store.restore(linesOf(stdin)) : restoreStore(store, file));
      return restored.ok ? success(done([`${String(restored.value.rows)} rows are in ${store.where}`, ...uncheckedWords(file)].join("\n"))) : restored;
    });
    return outcome;
  } finally {
    if (outcome?.ok !== true && newFile !== null) {
      removeStore(newFile);
      if (newFolder !== null && existsSync(newFolder) && readdirSync(newFolder).length === 0) rmdirSync(newFolder);
    }
  }
}

const uncheckedWords = (file: string | undefined): readonly string[] =>
  file === undefined || file === "-" || hasChecksum(file) ? [] : [`There is no ${file}.sha256: whether the file is as it was saved could not be checked.`];

async function backup(address: StoreAddress, file: string | undefined, keep: number | null, localFolder: string): Promise<Outcome<Report, Problem>> {
  const folder = join(localFolder, "backups");
  const at = Date.now();
  const to = file ?? join(folder, `${timestampForFileName(at)}.jsonl`);
  // As it is: a backup before an update is made by whichever version is there.
  const asItIs = { mustExist: true, migrates: false };
  if (to === "-") {
    const piped = await withStore(address, pipeOut, asItIs);
    if (!piped.ok) return piped;
    const { rows, ...sent } = piped.value;
    const words = [pipedWords(sent), ...(rows > 0 ? [] : [emptyWords]), ...noteWords(noteBackup(localFolder, at))];
    // What follows in the shell may remove older backups.
    return success({ words: words.join("\n"), isSound: rows > 0 });
  }
  const saved = await ("file" in address && to.endsWith(".db") ? backupSqlite(address.file, to) : withStore(address, (store) => backupStore(store, to), asItIs));
  if (!saved.ok) return saved;
  const noted = noteBackup(localFolder, at);
  const { removed, spared } = keep === null ? nothingRotated : rotateBackups(folder, keep);
  const lines = [
    ...(removed.length === 0 ? [] : [`Removed, as older than the newest ${String(keep)}: ${removed.join(", ")}`]),
    ...noteWords(noted),
    ...(spared.length === 0 ? [] : [`Kept beside the newest ${String(keep)}, which hold less: ${spared.join(", ")}`]),
  ];
  return success(done([backupWords(saved.value), ...lines].join("\n")));
}

/** Writes a backup's lines to standard output, no faster than whoever reads them. */
async function pipeOut(store: Store): Promise<Outcome<Omit<Backup, "file"> & { readonly rows: number }, Problem>> {
  let newestAnswerAt: number | null = null;
  let last = "";
  for await (const line of store.dump()) {
    last = line;
    newestAnswerAt = answeredAt(line, newestAnswerAt);
    await new Promise<void>((resolve, reject) => stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve())));
  }
  const { counts, sha256 } = v.parse(v.pipe(v.string(), v.parseJson(), dumpEnd), last);
  return success({ checks: counts["checks"] ?? 0, answers: counts["answers"] ?? 0, newestAnswerAt, sha256, rows: courseRows(counts) });
}

async function verify(address: StoreAddress, file: string | undefined): Promise<Outcome<Report, Problem>> {
  const verified = await (file === undefined ? verifyStore(address) : file === "-" ? verifyDump(linesOf(stdin), "standard input") : verifyBackup(file));
  if (!verified.ok) return verified;
  const where = file === undefined ? whereOf(address) : file === "-" ? "standard input" : file;
  return success({ words: [verificationWords(where, verified.value), ...uncheckedWords(file)].join("\n"), isSound: verified.value.faults.length === 0 });
}

/** The store as it may be named: an address has a password in it. */
const whereOf = (address: StoreAddress): string => ("file" in address ? address.file : `PostgreSQL at ${new URL(address.url).host}`);

async function withStore<T>(
  address: StoreAddress,
  work: (store: Store) => Promise<Outcome<T, Problem>>,
  options: Parameters<typeof openStore>[1] = {},
): Promise<Outcome<T, Problem>> {
  const opened = await openStore(address, options);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

endOnOutputError();
const words = process.argv.slice(2);
process.exitCode = wasHelped(words, usage) ? 0 : await run(words);

import type { Problem } from "../render/problem.ts";
import { join } from "node:path";
import { stderr, stdout } from "node:process";
import { parseArgs } from "node:util";
import { readConfigOrExit } from "../config.ts";
import { success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { problemWords } from "../render/problem.ts";
import { backupSqlite, backupStore, restoreStore, type Backup } from "../store/backup.ts";
import { openStore } from "../store/store.ts";
import { wasHelped } from "./help.ts";
import type { Store, StoreAddress } from "../store/store.ts";

/** The terminal's store commands: `store backup` and `store restore`. */

const usage = `Usage:
  store backup [FILE]   save the store while the bot runs; a FILE.db is a copy of the SQLite file,
                        any other is lines of JSON that SQLite and PostgreSQL both take in
  store restore FILE    bring a backup of either kind into the store, which must be empty

The store is the one that DATABASE_URL names, or the file factor-ta.db in data/local.
`;

async function run(words: readonly string[]): Promise<0 | 1 | 2> {
  const command = parse(words);
  if (command === null) {
    stderr.write(usage);
    return 2;
  }
  const { store: address, folders } = readConfigOrExit();
  const outcome =
    command.name === "backup"
      ? await backup(address, command.file ?? join(folders.local, "backups", `${timestampForFileName()}.jsonl`))
      : await withStore(address, (store) => restore(store, command.file));
  if (outcome.ok) {
    stdout.write(`${outcome.value}\n`);
    return 0;
  }
  const { cause, next } = problemWords(outcome.problem);
  stderr.write(`${cause}\n${next}\n`);
  return 1;
}

type StoreCommand =
  | { readonly name: "backup"; readonly file: string | undefined }
  | { readonly name: "restore"; readonly file: string };

function parse(words: readonly string[]): StoreCommand | null {
  try {
    const { positionals } = parseArgs({ args: [...words], options: {}, allowPositionals: true });
    const [name, file, ...more] = positionals;
    if (more.length > 0) return null;
    if (name === "backup") return { name, file };
    return name === "restore" && file !== undefined ? { name, file } : null;
  } catch {
    return null;
  }
}

async function backup(address: StoreAddress, file: string): Promise<Outcome<string, Problem>> {
  const saved =
    "file" in address && file.endsWith(".db")
      ? await backupSqlite(address.file, file)
      : await withStore(address, (store) => backupStore(store, file), { mustExist: true });
  return saved.ok ? success(backupWords(saved.value)) : saved;
}

async function restore(store: Store, file: string): Promise<Outcome<string, Problem>> {
  const restored = await restoreStore(store, file);
  return restored.ok ? success(`${restored.value.rows} rows are in ${store.where}`) : restored;
}

function backupWords({ file, checks, answers, newestAnswerAt, sha256 }: Backup): string {
  const newest = newestAnswerAt === null ? "" : `, the newest of ${new Date(newestAnswerAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return `Saved to ${file}: ${String(checks)} checks, ${String(answers)} answers${newest}. Read back and whole; SHA-256 ${sha256}`;
}

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

/** "2026-09-07T12-00-00": sorts by time and is valid on every file system. */
const timestampForFileName = (): string => new Date().toISOString().slice(0, 19).replaceAll(":", "-");

const words = process.argv.slice(2);
process.exitCode = wasHelped(words, usage) ? 0 : await run(words);

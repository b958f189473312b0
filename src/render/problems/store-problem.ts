import type { StoreProblem } from "../../store/problem.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import type { WordsOf } from "./problem-words.ts";

/** Why the store can't be opened, saved or restored; nothing in it was changed. */
export const storeProblemWords: WordsOf<StoreProblem> = {
  "store-unreachable": (problem) => ({
    cause: `The store at ${problem.where} can't be reached: ${unreachable[problem.reason].cause}${inBrackets(problem.detail)}.`,
    next: unreachable[problem.reason].next,
  }),
  "store-busy": (problem) => ({
    cause: `My memory ${busyWords[problem.reason]}, so I could not finish this.`,
    next: "Try again in a minute. An answer that was stored all the same counts once: sending it again costs no attempt.",
  }),
  "store-damaged": (problem) => ({
    cause: `${problem.where} ${damaged[problem.fault]}${inBrackets(problem.detail)}. I left it as it is.`,
    next: "Restore a backup under another name and point the settings to it, or move this file away to begin anew.",
  }),
  "store-newer": (problem) => ({
    cause: `${problem.where} was made by a newer version of this program (it has ${problem.found}; the last I know is ${problem.known}). I left it as it is.`,
    next: "Update the program. The way back to this version, with the backup that the newer one kept, is in docs/upgrading.md.",
  }),
  "store-not-empty": (problem) => ({
    cause: `${problem.where} holds rows already (in ${problem.table}); a restore would mix two courses.`,
    next: "Restore into an empty store.",
  }),
  "store-missing": (problem) => ({
    cause: `There is no store at ${problem.where}, so there is nothing to save or to read.`,
    next: "Give the command the settings of the bot: FACTOR_TA_LOCAL or DATABASE_URL, as in its unit or .env.",
  }),
  "store-in-use": (problem) => ({
    cause: `Another bot has the store at ${problem.where} open.`,
    next: "Stop the other one, give this one a folder of its own with FACTOR_TA_LOCAL, or set DATABASE_URL: PostgreSQL serves several.",
  }),
  "backup-exists": (problem) => ({ cause: `${problem.where} is there already.`, next: "Give the backup another name." }),
  "bad-dump": (problem) => ({
    cause: `Line ${count(problem.line)} of the backup ${badDump[problem.fault]}${inBrackets(problem.detail)}. It can't be restored, and nothing was changed.`,
    next: "Use a whole backup made by `npm run store:backup`.",
  }),
};

const inBrackets = (detail: string): string => (detail === "" ? "" : ` (${plain(detail)})`);

/** What ails an open store, after its name. */
export const busyWords = {
  lost: "lost its connection for a moment",
  slow: "does not answer in time",
  locked: "is in use by something else",
  full: "has no space left (the host has to free some)",
  "read-only": "takes no changes at the moment (the host has to make it writable)",
  gone: "lost its file: it was moved, deleted or replaced while I ran (the host has to put it back and restart me)",
} as const;

const unreachable = {
  "cannot-open": { cause: "the file can't be opened", next: "Check that its folder exists and may be written to." },
  "read-only": { cause: "it can be read but not written", next: "Give this user the right to write the file and its folder. Where the whole disk takes no changes (EROFS), see what ails it (dmesg); `npm run store:backup -- /another/disk/FILE.jsonl` still saves what is there." },
  "no-rights": { cause: "its role may not do what the bot needs", next: "Make the role in DATABASE_URL the owner of a database of its own (ALTER DATABASE name OWNER TO role), or as an administrator GRANT USAGE, CREATE ON SCHEMA public TO it, with all rights on the tables that are there." },
  "takes-no-changes": { cause: "it gives and takes no changes: it is a standby, or default_transaction_read_only is on", next: "Let DATABASE_URL lead to the primary, or turn the setting off for the database and the role, then start again." },
  "other-owner": { cause: "it belongs to another user", next: "Give it and its folder to the user that runs the bot (under systemd: sudo chown -R factor-ta: /var/lib/factor-ta), and run the store's commands as that user." },
  busy: { cause: "another program holds it locked", next: "Stop the other program, or wait until it is done." },
  "bad-address": { cause: "its address can't be read", next: "Write DATABASE_URL as postgres://user:password@host:5432/database." },
  refused: { cause: "nothing answers there", next: "Start the database, or correct host and port in DATABASE_URL." },
  "no-such-host": { cause: "there is no such host", next: "Correct the host in DATABASE_URL." },
  "not-authorised": { cause: "the user or password is refused", next: "Correct user and password in DATABASE_URL." },
  "no-such-database": { cause: "there is no such database", next: "Create it, or correct its name in DATABASE_URL." },
  full: { cause: "its disk is full", next: "Free some space, then try again." },
  "io-error": { cause: "its disk does not read or write", next: "See whether the disk is full or failing (df, dmesg), and save the store to another one with `npm run store:backup -- /another/disk/FILE.jsonl`." },
  "timed-out": { cause: "it did not answer in time", next: "Check the network and the database's load, then start again." },
  other: { cause: "the database refused", next: "See what it says in brackets, and start again when that is fixed." },
} as const;

const damaged = {
  "not-a-database": "is not a database file",
  damaged: "is a damaged database file",
  "not-ours": "is a database of another program",
  emptied: "is there, but holds nothing at all: a store was cut to nothing, or its file was made by hand",
} as const;

const badDump = {
  "not-a-dump": "is not the beginning of a backup",
  "not-a-row": "can't be read as a row",
  "does-not-fit": "does not fit the tables of this version",
  "cut-short": "is the last, and the backup's end is missing",
  tampered: "is the last, and the lines before it are not those that were saved: their SHA-256 is another",
  empty: "is the last, and the backup holds no rows",
  orphaned: "is the last, and rows are missing that others belong to",
} as const;

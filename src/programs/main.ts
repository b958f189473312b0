import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { readConfigOrExit, settingsStatus, type Config } from "../config.ts";
import { isSettingsProblem } from "../discord/problem.ts";
import { secretsOf } from "../hosting/secrets-of.ts";
import { logger } from "../hosting/logger.ts";
import { makeFolder } from "../owned-like-folder.ts";
import { success, type Outcome } from "../outcome.ts";
import { terminalWords, type Problem } from "../render/problem.ts";
import { isLastingStoreProblem } from "../store/problem.ts";
import { wasHelped } from "./help.ts";
import { ignoreOutputErrors } from "./output-errors.ts";
import { resources } from "./resources.ts";
import type { Host } from "./host.ts";
import { serve } from "./serve.ts";
import { isShardManager, serveShards } from "./serve-shards.ts";

/** Starts the configured service and shuts it down gracefully: within 10 seconds, with the course server within 2. */

const usage = `Usage: start

Starts the bot; without DISCORD_TOKEN a course server on this computer. Its settings are environment variables or lines
of .env: see .env.example. Ctrl-C stops it. Exit status: 78 where the settings are wrong, 1 for another fault.`;

if (wasHelped(process.argv.slice(2), usage)) process.exit(0);
ignoreOutputErrors();
const config = readConfigOrExit(settingsStatus);
/** How many characters of the log wait for space on the disk. */
const unwrittenLog = 1_000_000;
const deadline = config.discord ? 10_000 : 2_000;
const isOnTerminal = process.stdout.isTTY;
const destination = logDestination(config);
const masking = { secrets: secretsOf(config), hashOf: () => "id", destination };
const log = logger({ level: config.logLevel, ...masking });
/** That the bot serves is no detail: it is said at every level but silent. */
const notices = logger({ level: config.logLevel === "silent" ? "silent" : "info", ...masking });
const opened = resources();
let isStopping = false;
let isStarting = true;
/** Aborted by a stop that was asked for. */
const stopping = new AbortController();

// Node's default output would print every property of the error: an interaction's token, a message.
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    if (isStarting && stopping.signal.aborted) return;
    log.fatal({ err: error }, event);
    stop(1, 1_000);
  });
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopAsked(signal));
// Otherwise a shard whose manager has exited would run beside its replacement.
process.once("disconnect", () => stopAsked("disconnect"));

const host: Host = {
  resources: opened,
  destination,
  stopping: stopping.signal,
  say: (text) => (config.discord && !isOnTerminal ? notices.info(text) : console.log(text)),
  onEnded(problem) {
    tell(problem);
    stop(statusOf(problem));
  },
};
for (const name of config.unknownSettings) log.warn({ setting: name }, "this is no setting, so it does nothing: correct its name (.env.example has them all)");
const started = await start();
isStarting = false;
if (!started.ok) {
  tell(started.problem);
  stop(statusOf(started.problem), 2_000);
}

/** A start that is stopped meanwhile has what it works with closed under it: how it ends is of no matter. */
async function start(): Promise<Outcome<null, Problem>> {
  try {
    const outcome = await (isShardManager(config) ? serveShards(config, import.meta.url, { ...host, giveUp: () => stop(1) }) : serve(config, host));
    return stopping.signal.aborted ? success(null) : outcome;
  } catch (error) {
    if (stopping.signal.aborted) return success(null);
    throw error;
  }
}

/** Of an end that was not asked for; a supervisor starts the program again unless it would fail the same way. */
function statusOf(problem: Problem): number {
  return isSettingsProblem(problem) || isLastingStoreProblem(problem) ? settingsStatus : 1;
}

/** The same sentence for the person at the terminal and for the log. */
function tell(problem: Problem): void {
  const { cause, next } = terminalWords(problem);
  console.error(`${cause}\n${next}`);
  log.fatal({ problem: problem.kind }, `${cause} ${next}`);
}

function stopAsked(by: string): void {
  if (isStopping) return;
  notices.info({ by }, "stopping");
  stopping.abort();
  stop(0);
}

/** Everything is closed before the exit: ending while a drawing thread loads would abort the process with a native stack. */
function stop(status: number, withinMs = deadline): void {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(status), withinMs).unref();
  void opened.close(withinMs * 0.8).then(() => {
    notices.info({ status }, "stopped");
    process.exit(status);
  });
}

/** Standard output; for a person who tries the bot in a terminal a file, so that lines of JSON do not hide the page's address. */
function logDestination({ discord, folders }: Config) {
  const opened = discord || !isOnTerminal ? pino.destination({ dest: 1, sync: true, maxLength: unwrittenLog }) : logFile(folders.local);
  // On a full disk lines are kept up to a limit, and then lost; the bot goes on.
  opened.on("error", () => undefined);
  return opened;
}

function logFile(folder: string) {
  try {
    makeFolder(folder);
    const file = join(folder, "factor-ta.log");
    closeSync(openSync(file, "a", 0o600));
    return pino.destination({ dest: file, sync: true, mode: 0o600, maxLength: unwrittenLog });
  } catch {
    // The store in the same folder says what is wrong with it.
    return pino.destination({ dest: 1, sync: true, maxLength: unwrittenLog });
  }
}

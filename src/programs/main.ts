import { readConfigOrExit } from "../config.ts";
import { secretsOf } from "../hosting/secrets-of.ts";
import { logger } from "../hosting/logger.ts";
import { problemWords } from "../render/problem.ts";
import { serve, type Service } from "./serve.ts";
import { isShardManager, serveShards } from "./serve-shards.ts";

/** Starts the configured service and shuts it down gracefully: within 10 seconds, with the course server within 2. */

const config = readConfigOrExit();
const deadline = config.discord ? 10_000 : 2_000;
let service: Service | null = null;
let isStopping = false;
const log = logger({ level: config.logLevel, secrets: secretsOf(config), hashOf: () => "id" });

// Node's default output would print every property of the error: an interaction's token, a message.
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    log.fatal({ err: error }, event);
    process.exit(1);
  });
}

const started = await (isShardManager(config) ? serveShards(config, import.meta.url, () => stop(1)) : serve(config));
if (started.ok) {
  service = started.value;
  console.log(service.announcement);
  process.once("SIGINT", () => stop(0)).once("SIGTERM", () => stop(0));
  // Otherwise a shard whose manager has exited would run beside its replacement.
  process.once("disconnect", () => stop(0));
} else {
  const { cause, next } = problemWords(started.problem);
  console.error(`${cause}\n${next}`);
  process.exitCode = 1;
}

function stop(status: 0 | 1): void {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(status), deadline).unref();
  void (service?.close(deadline * 0.8) ?? Promise.resolve()).then(() => process.exit(status));
}

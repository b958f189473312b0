import type { Problem } from "../render/problem.ts";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.ts";
import { startShardProcesses } from "../discord/shard-processes.ts";
import { secretsOf } from "../hosting/secrets-of.ts";
import { logger } from "../hosting/logger.ts";
import { success, type Outcome } from "../outcome.ts";
import type { Service } from "./serve.ts";

type ShardManagerConfig = Config & { readonly discord: NonNullable<Config["discord"]>; readonly shards: { readonly kind: "processes" } };

export const isShardManager = (config: Config): config is ShardManagerConfig => config.discord !== null && config.shards.kind === "processes";

/** Runs this program once per shard. This process only starts and restarts them. */
export async function serveShards(config: ShardManagerConfig, program: string, giveUp: () => void): Promise<Outcome<Service, Problem>> {
  const log = logger({ level: config.logLevel, secrets: secretsOf(config), hashOf: () => "id" });
  const { token, restApi } = config.discord;
  const { count } = config.shards;
  const nodeOptions = process.execArgv;
  const processes = await startShardProcesses(
    { token, restApi, count, program: fileURLToPath(program), nodeOptions, onGivenUp: giveUp },
    log,
  );
  return success({
    announcement: `Factor TA is serving Discord in ${String(processes.count)} processes.`,
    close: (timeoutMs) => processes.close(timeoutMs),
  });
}

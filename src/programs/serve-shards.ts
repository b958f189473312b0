import type { Problem } from "../render/problem.ts";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { settingsStatus, type Config } from "../config.ts";
import { startShardProcesses } from "../discord/shard-processes.ts";
import { openLoginRecord } from "../hosting/login-record.ts";
import { secretsOf } from "../hosting/secrets-of.ts";
import { logger } from "../hosting/logger.ts";
import { attemptAsync, type Outcome } from "../outcome.ts";
import type { Host } from "./host.ts";
import { lockStore, waitForLogin } from "./serve.ts";

type ShardManagerConfig = Config & { readonly discord: NonNullable<Config["discord"]>; readonly shards: { readonly kind: "processes" } };

export const isShardManager = (config: Config): config is ShardManagerConfig => config.discord !== null && config.shards.kind === "processes";

/** Runs this program once per shard. This process only starts and restarts them. */
export async function serveShards(config: ShardManagerConfig, program: string, host: Host & { giveUp(): void }): Promise<Outcome<null, Problem>> {
  const log = logger({ level: config.logLevel, secrets: secretsOf(config), hashOf: () => "id", destination: host.destination });
  const { token, restApi } = config.discord;
  const { count } = config.shards;
  const nodeOptions = process.execArgv;
  const logins = openLoginRecord(join(config.folders.local, "logins.json"));
  const beforeLogin = async (): Promise<void> => {
    await waitForLogin(logins, host);
    logins.begun();
  };
  return attemptAsync(async function* () {
    yield* await lockStore(config, host);
    const processes = yield* await startShardProcesses(
      { token, restApi, count, program: fileURLToPath(program), nodeOptions, settingsStatus, beforeLogin, onGivenUp: () => host.giveUp() },
      log,
    );
    host.resources.add(async (timeoutMs) => {
      await processes.close(timeoutMs);
      logins.ended();
    });
    host.say(`Factor TA is serving Discord in ${String(processes.count)} processes. Ctrl-C stops them.`);
    return null;
  });
}

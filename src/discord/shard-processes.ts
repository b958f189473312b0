import { REST, Routes, ShardingManager, type APIGatewayBotInfo, type Shard } from "discord.js";
import type { Log } from "./dispatch.ts";

export interface ShardSettings {
  readonly token: string;
  /** The address of the REST API; null for Discord itself. */
  readonly restApi: string | null;
  readonly count: number | "auto";
  /** The program that serves one shard, and Node's options for it. */
  readonly program: string;
  readonly nodeOptions: readonly string[];
  /** Called once if shards keep ending soon after their start: restarting them would use up the day's logins. */
  readonly onGivenUp: () => void;
}

export interface ShardProcesses {
  readonly count: number;
  /** Asks every process to exit, and kills those that have not after a timeout in milliseconds. */
  close(timeoutMs: number): Promise<void>;
}

const maxDeaths = 5;
const deathWindowMs = 120_000;

/** One process per shard, started as fast as Discord allows; one that ends is started again. */
export async function startShardProcesses(settings: ShardSettings, log: Log): Promise<ShardProcesses> {
  const { shards: recommended, session_start_limit: limit } = await gatewayInfo(settings);
  const count = settings.count === "auto" ? recommended : settings.count;
  const manager = new ShardingManager(settings.program, {
    totalShards: count,
    token: settings.token,
    execArgv: [...settings.nodeOptions],
  });
  let deaths: readonly number[] = [];
  manager.on("shardCreate", (shard) => {
    shard.on("error", (error) => log.error({ shard: shard.id, err: error }, "a shard could not be started"));
    shard.on("spawn", (child) => log.info({ shard: shard.id, pid: "pid" in child ? child.pid : null }, "a shard's process is started"));
    shard.on("death", () => {
      if (!manager.respawn) return;
      log.error({ shard: shard.id }, "a shard ended and is started again");
      deaths = [...deaths.filter((time) => time > Date.now() - deathWindowMs), Date.now()];
      if (deaths.length < maxDeaths) return;
      manager.respawn = false;
      settings.onGivenUp();
    });
  });
  const close = (timeoutMs: number): Promise<void> => closeAll(manager, timeoutMs);
  try {
    await manager.spawn({ delay: Math.ceil(5_500 / limit.max_concurrency), timeout: 60_000 });
  } catch (error) {
    await close(1_000);
    throw error;
  }
  log.info({ shards: count }, "every shard is ready");
  return { count, close };
}

async function gatewayInfo({ token, restApi }: ShardSettings): Promise<APIGatewayBotInfo> {
  const rest = new REST({ timeout: 5_000, ...(restApi === null ? {} : { api: restApi }) }).setToken(token);
  return (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
}

async function closeAll(manager: ShardingManager, timeoutMs: number): Promise<void> {
  manager.respawn = false;
  await Promise.all(manager.shards.map((shard) => terminate(shard, timeoutMs)));
}

function terminate({ process: child }: Shard, timeoutMs: number): Promise<void> {
  if (child === null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

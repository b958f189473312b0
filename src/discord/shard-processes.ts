import { REST, Routes, ShardingManager, type APIGatewayBotInfo, type Shard } from "discord.js";
import { systemClock } from "../clock.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Log } from "./dispatch.ts";
import type { DiscordProblem } from "./problem.ts";
import { reachDiscord, reportProblem } from "./reach-discord.ts";

interface ShardSettings {
  readonly token: string;
  /** The address of the REST API; null for Discord itself. */
  readonly restApi: string | null;
  readonly count: number | "auto";
  /** The program that serves one shard, and Node's options for it. */
  readonly program: string;
  readonly nodeOptions: readonly string[];
  /** The exit status of a process whose settings are wrong. */
  readonly settingsStatus: number;
  /** Waited for before the first process is started: each logs in. */
  readonly beforeLogin: () => Promise<void>;
  /** Called once if shards keep ending soon after their start: restarting them would use up the day's logins. */
  readonly onGivenUp: () => void;
}

interface ShardProcesses {
  readonly count: number;
  /** Asks every process to exit, and kills those that have not after a timeout in milliseconds. */
  close(timeoutMs: number): Promise<void>;
}

const maxDeaths = 5;
const deathWindowMs = 120_000;

/** One process per shard, started as fast as Discord allows; one that ends is started again. */
export async function startShardProcesses(settings: ShardSettings, log: Log): Promise<Outcome<ShardProcesses, DiscordProblem>> {
  const information = await gatewayInfo(settings, log);
  if (!information.ok) return information;
  const { shards: recommended, session_start_limit: limit } = information.value;
  await settings.beforeLogin();
  const count = settings.count === "auto" ? recommended : settings.count;
  const manager = new ShardingManager(settings.program, {
    totalShards: count,
    token: settings.token,
    execArgv: [...settings.nodeOptions],
  });
  let deaths: readonly number[] = [];
  const statuses: (number | null)[] = [];
  manager.on("shardCreate", (shard) => {
    shard.on("error", (error) => log.error({ shard: shard.id, err: error }, "a shard could not be started"));
    shard.on("spawn", (child) => log.info({ shard: shard.id, pid: "pid" in child ? child.pid : null }, "a shard's process is started"));
    shard.on("death", (ended) => {
      statuses.push("exitCode" in ended ? ended.exitCode : null);
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
    log.error({ err: error }, "the shards could not be started");
    await close(1_000);
    return failure({ kind: "discord-shards", fault: statuses.includes(settings.settingsStatus) ? "settings" : "ended" });
  }
  log.info({ shards: count }, "every shard is ready");
  return success({ count, close });
}

async function gatewayInfo({ token, restApi }: ShardSettings, log: Log): Promise<Outcome<APIGatewayBotInfo, DiscordProblem>> {
  const rest = new REST({ timeout: 5_000, ...(restApi === null ? {} : { api: restApi }) }).setToken(token);
  const reached = await reachDiscord(rest, systemClock, (problem) => reportProblem(log, problem));
  return reached.ok ? success((await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo) : reached;
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

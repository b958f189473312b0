import type { Problem } from "../render/problem.ts";
import { PortTakenError, startCourseServer } from "discord-course-server";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { calculationPool } from "../commands/calculations/calculation-pool.ts";
import { commands } from "../commands/index.ts";
import type { Config } from "../config.ts";
import { admission } from "../discord/admission.ts";
import { startBot, type Bot } from "../discord/start-bot.ts";
import type { DispatchContext } from "../discord/dispatch.ts";
import { openHealthServer, type HealthServer } from "../hosting/health-server.ts";
import { openMetrics, type Metrics } from "../hosting/metrics.ts";
import { secretsOf } from "../hosting/secrets-of.ts";
import { keyedHash } from "./keyed-hash.ts";
import { logger } from "../hosting/logger.ts";
import { openContext } from "./open-context.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import { drawingPool } from "../render/chart/drawing-pool.ts";
import { setRuntimeTuning } from "../runtime-tuning.ts";
import { warmUp } from "./warm-up.ts";

/** Suggestions on the course server's page. */
const examples = commands.flatMap(({ example }) => example ?? []);

/** The option that takes the remaining words of a typed line: Discord has a field per option, the page one line. */
const restOptions: Readonly<Record<string, string>> = Object.fromEntries(
  commands.flatMap(({ name, options }) => {
    const option = Object.keys(options).find((key) => options[key]?.rest);
    return option === undefined ? [] : [[name, option] as const];
  }),
);

export interface Service {
  /** Printed for the person who started it. */
  readonly announcement: string;
  /** Gives accepted interactions this long to finish, then closes everything. */
  close(timeoutMs: number): Promise<void>;
}

/** Wiring only: data sets → store → bot, and its health endpoint. Without a token the course server replaces Discord. */
export async function serve(config: Config): Promise<Outcome<Service, Problem>> {
  setRuntimeTuning(config.runtimeTuning);
  return attemptAsync(async function* () {
    const calculations = calculationPool(pathToFileURL(join(config.folders.program, "calculation-worker.js")));
    const context = yield* openContext(config, calculations);
    const store = yield* await context.store();
    const secret = await store.secret();
    const log = logger({
      level: config.logLevel,
      secrets: secretsOf(config),
      hashOf: (id) => keyedHash(secret, `log ${id}`).slice(0, 12),
    });
    const drawing = drawingPool({ worker: pathToFileURL(join(config.folders.program, "draw-worker.js")) });
    const queue = admission();
    let bot: Bot | null = null;
    const metrics = openMetrics({
      gateway: () => bot?.gateway() ?? { ready: false, pingSeconds: 0 },
      queue: () => ({ waiting: queue.inProgress }),
      pictures: () => ({ bytes: drawing.counts.keptBytes, hits: drawing.counts.requested - drawing.counts.drawn, misses: drawing.counts.drawn }),
    });
    const checks = {
      gateway: () => (bot?.gateway().ready ? Promise.resolve() : Promise.reject(new Error("not connected"))),
      store: () => store.ping(),
    };
    const health = await openHealth(config, checks, metrics, log);
    const dispatchContext: DispatchContext = {
      commands,
      appContext: context,
      draw: (spec) => drawing.draw(spec),
      log,
      meter: metrics,
      admission: queue,
    };
    const connection = yield* config.discord ? success({ ...config.discord, courseServer: null }) : await openCourseServer(config);
    const { shards } = config;
    const running = await startBot({ ...connection, ...(shards.kind === "some" ? { shards } : {}) }, dispatchContext);
    bot = running;
    drawing.warm();
    warmUp(commands, context).catch((error: unknown) => log.error({ err: error }, "the warm-up failed"));
    return {
      announcement: connection.courseServer ? `The course server is open: ${connection.courseServer.url}` : "Factor TA is serving Discord.",
      async close(timeoutMs: number) {
        await running.close(timeoutMs);
        await Promise.all([connection.courseServer?.close(), health?.close(), drawing.close(), calculations.close()]);
        await context.close();
      },
    };
  });
}

/** Opens the health endpoint if its port is free; a taken port does not stop the bot. */
async function openHealth(
  { health }: Config,
  checks: Parameters<typeof openHealthServer>[1],
  metrics: Metrics,
  log: ReturnType<typeof logger>,
): Promise<HealthServer | null> {
  if (!health) return null;
  const opened = await openHealthServer(health, checks, metrics);
  if (opened.ok) {
    log.info({ host: health.host, port: opened.value.port }, "/healthz and /metrics");
    return opened.value;
  }
  log.warn({ port: health.port }, "that port is taken: /healthz and /metrics are off; HEALTH_PORT chooses another");
  return null;
}

async function openCourseServer({ port, folders }: Config) {
  try {
    const courseServer = await startCourseServer({ port, page: { folder: folders.page, examples, restOptions } });
    return success({ token: courseServer.token, restApi: courseServer.restApi, guildId: null, courseServer });
  } catch (error) {
    if (error instanceof PortTakenError) return failure({ kind: "port-taken", port });
    throw error;
  }
}

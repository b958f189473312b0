import type { DestinationStream } from "pino";
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
import type { ModelResult } from "../hosted/hosted-model.ts";
import { openHealthServer } from "../hosting/health-server.ts";
import type { HttpServer } from "../hosting/listen.ts";
import { openScreenServer } from "../hosting/screen-server.ts";
import { openMetrics, type Metrics } from "../hosting/metrics.ts";
import { secretsOf } from "../hosting/secrets-of.ts";
import { keyedHash } from "./keyed-hash.ts";
import { logger } from "../hosting/logger.ts";
import { dataTasksInWorker } from "./data-tasks.ts";
import { openContext } from "./open-context.ts";
import { openLoginRecord, type LoginRecord } from "../hosting/login-record.ts";
import type { Resources } from "./resources.ts";
import { pause, systemClock } from "../clock.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import { drawingPool } from "../render/chart/drawing-pool.ts";
import { problemWords } from "../render/problem.ts";
import { lockSqlite } from "../store/sqlite-lock.ts";
import { setRuntimeTuning } from "../runtime-tuning.ts";
import { showFirstReply } from "./first-reply.ts";
import { screenPages } from "./screen-pages.ts";
import { prepareVariants, warmUp } from "./warm-up.ts";

/** Suggestions on the course server's page. */
const examples = commands.flatMap(({ example }) => example ?? []);

/** At the start of the course server's channel. */
const note = "The returns that come with it are simulated, made to give the chapter's numbers: none of their days happened. Instructors load real ones with /data add.";

/** The option that takes the remaining words of a typed line: Discord has a field per option, the page one line. */
const restOptions: Readonly<Record<string, string>> = Object.fromEntries(
  commands.flatMap(({ name, options }) => {
    const option = Object.keys(options).find((key) => options[key]?.rest);
    return option === undefined ? [] : [[name, option] as const];
  }),
);

/** What a newcomer should see first of all commands. */
const firstCommands = commands
  .flatMap(({ name, firstOffered }) => (firstOffered === null ? [] : [{ name, firstOffered }]))
  .sort((one, other) => one.firstOffered - other.firstOffered)
  .map(({ name }) => name);

/** Commands all of whose parts are the staff's: a course's administrator hides them from students under Integrations. */
const staffCommands = [...new Set(commands.filter(({ listed }) => listed).map(({ name }) => name.split(" ")[0] ?? name))].filter((group) =>
  commands.every(({ name, audience, listed }) => !listed || name.split(" ")[0] !== group || audience !== "everyone"),
);

/** Who is told what happens, and where what is opened is handed over to be closed. */
export interface Host {
  readonly resources: Resources;
  readonly destination: DestinationStream;
  /** A line for the person who started the program. */
  say(text: string): void;
  /** Discord ended the connection for good. */
  onEnded(problem: Problem): void;
}

/** A connection that is lost for longer is no short interruption: /healthz answers 503. */
const graceMs = 15_000;
/** A check that should have closed so long ago has no results yet, or none that its class sees: /healthz answers 503. */
const overdueMs = 60_000;
/** A program that has run for so long since its login does not crash in a loop. */
const stableMs = 600_000;

/** Wiring only: data sets → store → bot, and its health endpoint. Without a token the course server replaces Discord. */
export async function serve(config: Config, host: Host): Promise<Outcome<null, Problem>> {
  setRuntimeTuning(config.runtimeTuning);
  return attemptAsync(async function* () {
    const connection = yield* config.discord ? success({ ...config.discord, courseServer: null }) : await openCourseServer(config, host);
    yield* await lockStore(config, host);
    const calculations = calculationPool(pathToFileURL(join(config.folders.program, "calculation-worker.js")));
    host.resources.add(() => calculations.close());
    let reportModel: (result: ModelResult) => void = () => undefined;
    const context = yield* openContext(config, {
      onModelResult: (result) => reportModel(result),
      calculate: calculations,
      dataTasks: dataTasksInWorker(pathToFileURL(join(config.folders.program, "data-worker.js"))),
    });
    host.resources.add(() => context.close());
    const store = yield* await context.store();
    const secret = await store.secret();
    const log = logger({
      level: config.logLevel,
      secrets: secretsOf(config),
      hashOf: (id) => keyedHash(secret, `log ${id}`).slice(0, 12),
      destination: host.destination,
    });
    const drawing = drawingPool({ worker: pathToFileURL(join(config.folders.program, "draw-worker.js")) });
    host.resources.add(() => drawing.close());
    const queue = admission();
    let bot: Bot | null = null;
    const metrics = openMetrics({
      gateway: () => bot?.gateway() ?? { ready: false, pingSeconds: 0 },
      queue: () => ({ waiting: queue.inProgress }),
      pictures: () => ({ bytes: drawing.counts.keptBytes, hits: drawing.counts.requested - drawing.counts.drawn, misses: drawing.counts.drawn }),
    });
    if (context.hostedModel) log.info({ host: context.hostedModel.host }, "a hosted model may see questions that /ask is unsure of");
    reportModel = modelReport(metrics, log);
    const checks = {
      gateway: () => (bot !== null && bot.gateway().lostForMs < graceMs ? Promise.resolve() : Promise.reject(new Error("not connected"))),
      token: () => (bot?.isTokenTaken() ?? true ? Promise.resolve() : Promise.reject(new Error("refused"))),
      store: () => store.ping(),
      checks: async () => {
        if ((await store.checks.overdue(context.now() - overdueMs)) > 0) throw new Error("overdue");
      },
    };
    const health = await openHealth(config, checks, metrics, log);
    if (health) host.resources.add(() => health.close());
    const dispatchContext: DispatchContext = {
      commands,
      appContext: context,
      draw: (spec) => drawing.draw(spec),
      log,
      meter: metrics,
      admission: queue,
    };
    const screens = await openScreens(config, dispatchContext, log);
    if (screens) host.resources.add(() => screens.close());
    drawing.warm();
    // Before the login: a first answer takes up to fifty times as long as the next.
    await warmUp(commands, context).catch((error: unknown) => log.error({ err: error }, "the warm-up failed"));
    const { shards } = config;
    const logins = config.discord && !config.hasShardManager ? openLoginRecord(join(config.folders.local, "logins.json")) : null;
    const running = yield* await startBot(
      {
        ...connection,
        ...(shards.kind === "some" ? { shards } : {}),
        onEnded: (problem) => host.onEnded(problem),
        beforeLogin: () => waitForLogin(logins, host),
        onLogin: () => logins?.begun(),
      },
      dispatchContext,
    );
    bot = running;
    setTimeout(() => logins?.ended(), stableMs).unref();
    void prepareVariants(context).catch((error: unknown) => log.error({ err: error }, "the exercises' variants could not be prepared"));
    host.resources.add(async (timeoutMs) => {
      await running.close(timeoutMs);
      logins?.ended();
    });
    if (connection.courseServer) await showFirstReply(connection.courseServer).catch((error: unknown) => log.error({ err: error }, "the channel's first reply could not be made"));
    host.say(connection.courseServer ? "Factor TA is in it. Ctrl-C stops both." : "Factor TA is serving Discord. Ctrl-C stops it.");
    return null;
  });
}

/** What came of each question that the model could help to read: counted, and where it failed logged, without a word of either. */
const modelReport =
  (metrics: Metrics, log: Pick<ReturnType<typeof logger>, "warn">) =>
  (result: ModelResult): void => {
    metrics.modelResult(result.kind === "failed" ? result.fault.fault : result.kind === "not-asked" ? result.why : result.kind);
    if (result.kind === "failed") log.warn({ fault: result.fault.fault, found: result.fault.found }, "the hosted model was of no use, and a question went on without it");
  };

/** One bot per SQLite file; the processes of several shards are one bot, for which their manager holds the lock. */
export async function lockStore({ store, hasShardManager }: Config, { resources }: Pick<Host, "resources">): Promise<Outcome<null, Problem>> {
  if (!("file" in store) || hasShardManager) return success(null);
  const locked = await lockSqlite(store.file);
  if (!locked.ok) return locked;
  resources.add(() => Promise.resolve(locked.value.close()));
  return success(null);
}

/** Pauses before a login that follows crashes. */
export async function waitForLogin(logins: LoginRecord | null, host: Pick<Host, "say">): Promise<void> {
  if (logins === null) return;
  const seconds = Math.ceil(logins.waitMs / 1000);
  if (seconds > 0) {
    host.say(`The bot was started ${String(logins.crashes)} times in the last hour and not stopped. It logs in again in ${String(seconds)} s, so that Discord's logins of the day last.`);
    await pause(systemClock, logins.waitMs);
  }
}

/** Opens the health endpoint if its port is free; a taken port does not stop the bot. */
async function openHealth(
  { health }: Config,
  checks: Parameters<typeof openHealthServer>[1],
  metrics: Metrics,
  log: ReturnType<typeof logger>,
): Promise<HttpServer | null> {
  if (!health) return null;
  const opened = await openHealthServer(health, checks, metrics);
  if (opened.ok) {
    log.info({ host: health.host, port: opened.value.port }, "/healthz and /metrics");
    return opened.value;
  }
  const { cause, next } = problemWords(opened.problem);
  log.warn({ host: health.host, port: health.port }, `/healthz and /metrics are off. ${cause} ${next}`);
  return null;
}

/** The projector's pages, of one process of all shards; a taken port does not stop the bot. */
async function openScreens({ screen, shards }: Config, { appContext, draw }: Pick<DispatchContext, "appContext" | "draw">, log: ReturnType<typeof logger>): Promise<HttpServer | null> {
  if (!screen || (shards.kind === "some" && !shards.ids.includes(0))) return null;
  const opened = await openScreenServer(screen, screenPages(appContext, draw), (error) => log.error({ err: error }, "a projector's page could not be made"));
  if (opened.ok) {
    log.info({ host: screen.host, port: opened.value.port, url: screen.url }, "projector pages");
    return opened.value;
  }
  const { cause, next } = problemWords(opened.problem);
  log.warn({ host: screen.host, port: screen.port }, `Projector pages are off. ${cause} ${next}`);
  return null;
}

/** First of all, so that the page is there while the data load. */
async function openCourseServer({ port, folders }: Config, host: Host) {
  try {
    const courseServer = await startCourseServer({ port, page: { folder: folders.page, examples, note, restOptions, firstCommands }, staffCommands });
    host.resources.add(() => courseServer.close());
    host.say(`The course server is open: ${courseServer.url}`);
    return success({ token: courseServer.token, restApi: courseServer.restApi, guildId: null, courseServer });
  } catch (error) {
    if (error instanceof PortTakenError) return failure({ kind: "port-taken", port });
    throw error;
  }
}

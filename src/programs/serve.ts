import type { Problem } from "../render/problem.ts";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { calculationPool } from "../commands/calculations/calculation-pool.ts";
import { commands } from "../commands/index.ts";
import type { Config } from "../config.ts";
import { admission } from "../discord/admission.ts";
import { startBot, type Bot } from "../discord/start-bot.ts";
import type { DispatchContext } from "../discord/dispatch.ts";
import type { ModelResult } from "../hosted/hosted-model.ts";
import { openMetrics, type Metrics } from "../hosting/metrics.ts";
import { watchStore } from "../hosting/store-watch.ts";
import { lossWords } from "./store-words.ts";
import { secretsOf } from "../hosting/secrets-of.ts";
import { keyedHash } from "./keyed-hash.ts";
import { logger } from "../hosting/logger.ts";
import { dataTasksInWorker } from "./data-tasks.ts";
import { openContext } from "./open-context.ts";
import { openLoginRecord, type LoginRecord } from "../hosting/login-record.ts";
import { pause, systemClock } from "../clock.ts";
import { attemptAsync, success, type Outcome } from "../outcome.ts";
import { drawingPool } from "../render/chart/drawing-pool.ts";
import { lockSqlite } from "../store/sqlite-lock.ts";
import { optimizeForSize, setRuntimeTuning } from "../runtime-tuning.ts";
import { prepareVariants, warmUp } from "./warm-up.ts";
import { showFirstReply } from "./first-reply.ts";
import { openCourseServer } from "./open-course-server.ts";
import type { Host } from "./host.ts";
import { openHealth, openScreens } from "./open-http-servers.ts";

/** A connection that is lost for longer is no short interruption: /healthz answers 503. */
const graceMs = 15_000;
/** A check that should have closed so long ago has no results yet, or none that its class sees: /healthz answers 503. */
const overdueMs = 60_000;
/** Before the health check's own limit, so that it is named what does not answer. */
const unsaidMs = 1_500;
/** A program that has run for so long since its login does not crash in a loop. */
const stableMs = 600_000;

/** Wiring only: data sets → store → bot, and its health endpoint. Without a token the course server replaces Discord. */
export async function serve(config: Config, host: Host): Promise<Outcome<null, Problem>> {
  setRuntimeTuning(config.runtimeTuning);
  optimizeForSize(true);
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
    const secret = yield* await store.secretAtStart();
    const log = logger({
      level: config.logLevel,
      secrets: secretsOf(config),
      hashOf: (id) => keyedHash(secret, `log ${id}`).slice(0, 12),
      destination: host.destination,
    });
    const drawing = drawingPool({ worker: pathToFileURL(join(config.folders.program, "draw-worker.js")) });
    host.resources.add(() => drawing.close());
    /** Of work that a stop leaves without its store, nothing is wrong. */
    const reportUnlessStopping = (failed: string) => (error: unknown) => {
      if (!host.stopping.aborted) log.error({ err: error }, failed);
    };
    const queue = admission();
    let bot: Bot | null = null;
    const metrics = openMetrics({
      gateway: () => bot?.gateway() ?? { ready: false, pingSeconds: 0 },
      queue: () => ({ waiting: queue.inProgress }),
      pictures: () => ({ bytes: drawing.counts.keptBytes, hits: drawing.counts.requested - drawing.counts.drawn, misses: drawing.counts.drawn }),
    });
    if (context.hostedModel) log.info({ host: context.hostedModel.host }, "a hosted model may see questions that /ask is unsure of");
    reportModel = modelReport(metrics, log);
    const watch = watchStore({ ping: () => store.ping(), wordsOf: lossWords, log, clock: systemClock });
    host.resources.add(() => Promise.resolve(watch.stop()));
    /** Null where the store does not say: then the store is not well, whatever became of the checks. */
    const late = (): Promise<number | null> => Promise.race([store.checks.overdue(context.now() - overdueMs).catch(() => null), pause(systemClock, unsaidMs).then(() => null)]);
    const checks = {
      gateway: () => (bot !== null && bot.gateway().lostForMs < graceMs ? Promise.resolve() : Promise.reject(new Error("not connected"))),
      token: () => (bot?.isTokenTaken() ?? true ? Promise.resolve() : Promise.reject(new Error("refused"))),
      store: async () => {
        const [, number] = await Promise.all([store.ping(), late()]);
        if (number === null) throw new Error("does not say which checks are late");
      },
      checks: async () => {
        if (((await late()) ?? 0) > 0) throw new Error("overdue");
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
    await warmUp(commands, context).catch(reportUnlessStopping("the warm-up failed"));
    if (host.stopping.aborted) return null;
    const { shards } = config;
    const logins = config.discord && !config.hasShardManager ? openLoginRecord(join(config.folders.local, "logins.json")) : null;
    host.resources.add(() => Promise.resolve(host.stopping.aborted && bot === null ? logins?.stopped() : undefined));
    const running = yield* await startBot(
      {
        ...connection,
        ...(shards.kind === "some" ? { shards } : {}),
        onEnded: (problem) => host.onEnded(problem),
        stopping: host.stopping,
        beforeLogin: () => waitForLogin(logins, host),
        onLogin: () => logins?.begun(),
      },
      dispatchContext,
    );
    bot = running;
    setTimeout(() => logins?.ended(), stableMs).unref();
    void prepareVariants(context).catch(reportUnlessStopping("the exercises' variants could not be prepared"));
    host.resources.add(async (timeoutMs) => {
      await running.close(timeoutMs);
      logins?.ended();
    });
    if (connection.courseServer) await showFirstReply(connection.courseServer).catch(reportUnlessStopping("the channel's first reply could not be made"));
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

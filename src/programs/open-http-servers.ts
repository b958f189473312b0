import type { Config } from "../config.ts";
import type { DispatchContext } from "../discord/dispatch.ts";
import { openHealthServer } from "../hosting/health-server.ts";
import type { HttpServer } from "../hosting/listen.ts";
import { openScreenServer } from "../hosting/screen-server.ts";
import type { Metrics } from "../hosting/metrics.ts";
import type { logger } from "../hosting/logger.ts";
import { terminalWords } from "../render/problem.ts";
import { screenPages } from "./screen-pages.ts";

/** Opens the health endpoint if its port is free; a taken port does not stop the bot. */
export async function openHealth(
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
  const { cause, next } = terminalWords(opened.problem);
  log.warn({ host: health.host, port: health.port }, `/healthz and /metrics are off. ${cause} ${next}`);
  return null;
}

/** The projector's pages, of one process of all shards; a taken port does not stop the bot. */
export async function openScreens({ screen, shards }: Config, { appContext, draw }: Pick<DispatchContext, "appContext" | "draw">, log: ReturnType<typeof logger>): Promise<HttpServer | null> {
  if (!screen || (shards.kind === "some" && !shards.ids.includes(0))) return null;
  const opened = await openScreenServer(screen, screenPages(appContext, draw), (error) => log.error({ err: error }, "a projector's page could not be made"));
  if (opened.ok) {
    log.info({ host: screen.host, port: opened.value.port, url: screen.url }, "projector pages");
    return opened.value;
  }
  const { cause, next } = terminalWords(opened.problem);
  log.warn({ host: screen.host, port: screen.port }, `Projector pages are off. ${cause} ${next}`);
  return null;
}

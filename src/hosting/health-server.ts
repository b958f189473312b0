import type { PortProblem } from "./problem.ts";
import { createServer } from "node:http";
import type { HealthSettings } from "../config.ts";
import type { Outcome } from "../outcome.ts";
import { listen, type HttpServer } from "./listen.ts";
import type { Metrics } from "./metrics.ts";

/** A health check; rejects on failure. */
type HealthCheck = () => Promise<unknown>;

const checkTimeoutMs = 2_000;

/**
 * Serves `/healthz` (200 if every check passes, else 503 with the names of those that fail) and `/metrics` (Prometheus).
 * Errors: `port-taken`, `cannot-listen`.
 */
export function openHealthServer(
  settings: HealthSettings,
  checks: Readonly<Record<string, HealthCheck>>,
  metrics: Metrics,
): Promise<Outcome<HttpServer, PortProblem>> {
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    };
    const path = request.url?.split("?")[0];
    if (request.method !== "GET") return send(405, "text/plain", "GET only\n");
    if (path === "/healthz") {
      void failingChecks(checks).then((names) =>
        names.length === 0 ? send(200, "text/plain", "ok\n") : send(503, "text/plain", `not well: ${names.join(", ")}\n`),
      );
    } else if (path === "/metrics") {
      void metrics.text().then((text) => send(200, metrics.contentType, text));
    } else {
      send(404, "text/plain", "/healthz or /metrics\n");
    }
  });
  return listen(server, settings, "HEALTH_PORT");
}

async function failingChecks(checks: Readonly<Record<string, HealthCheck>>): Promise<readonly string[]> {
  const outcomes = Object.entries(checks).map(async ([name, check]) => {
    const deadline = new Promise((_, reject) => {
      setTimeout(() => reject(new Error("too slow")), checkTimeoutMs).unref();
    });
    return Promise.race([check(), deadline]).then(
      () => null,
      () => name,
    );
  });
  return (await Promise.all(outcomes)).filter((name) => name !== null);
}

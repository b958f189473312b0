import type { PortProblem } from "./problem.ts";
import { createServer, type Server } from "node:http";
import type { HealthSettings } from "../config.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Metrics } from "./metrics.ts";

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

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
): Promise<Outcome<HealthServer, PortProblem>> {
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
  return listen(server, settings);
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

function listen(server: Server, { host, port }: HealthSettings): Promise<Outcome<HealthServer, PortProblem>> {
  return new Promise((resolve) => {
    server.on("error", (error: NodeJS.ErrnoException) => {
      resolve(failure(error.code === "EADDRINUSE" ? { kind: "port-taken", port } : { kind: "cannot-listen", host, port, detail: error.code ?? error.message }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(
        success({
          port: typeof address === "object" && address ? address.port : port,
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              server.closeAllConnections();
            }),
        }),
      );
    });
  });
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { openHealthServer } from "../../src/hosting/health-server.ts";
import type { HttpServer } from "../../src/hosting/listen.ts";
import { openMetrics } from "../../src/hosting/metrics.ts";

let storeAnswers = true;
let server: HttpServer;

const metrics = openMetrics({
  gateway: () => ({ ready: true, pingSeconds: 0.04 }),
  queue: () => ({ waiting: 3 }),
  pictures: () => ({ bytes: 1024, hits: 2, misses: 1 }),
});
const checks = {
  gateway: () => Promise.resolve(),
  store: () => (storeAnswers ? Promise.resolve() : Promise.reject(new Error("gone"))),
};
const settings = { host: "127.0.0.1", port: 0 };
const get = (path: string, method = "GET") => fetch(`http://127.0.0.1:${String(server.port)}${path}`, { method });

beforeAll(async () => {
  const opened = await openHealthServer(settings, checks, metrics);
  if (!opened.ok) throw new Error("no port");
  server = opened.value;
});
afterAll(() => server.close());

test("/healthz is 200 while all is well, and 503 naming what is not", async () => {
  expect((await get("/healthz")).status).toBe(200);
  storeAnswers = false;
  const ill = await get("/healthz");
  expect([ill.status, await ill.text()]).toEqual([503, "not well: store\n"]);
  storeAnswers = true;
});

test("/metrics counts what was reported and reads the gauges", async () => {
  metrics.acknowledged(0.2, "beta");
  metrics.replied(0.4, "beta", "answer");
  metrics.shed("beta");
  metrics.modelResult("too-slow");
  const text = await (await get("/metrics")).text();
  expect(text).toContain('factor_ta_acknowledgement_seconds_count{command="beta"} 1');
  expect(text).toContain('factor_ta_reply_seconds_sum{command="beta",outcome="answer"} 0.4');
  expect(text).toContain('factor_ta_shed_total{command="beta"} 1');
  expect(text).toContain('factor_ta_hosted_model_total{result="too-slow"} 1');
  expect(text).toContain("factor_ta_gateway_ready 1");
  expect(text).toContain("factor_ta_queue_waiting 3");
});

test("nothing else is served, and nothing but GET", async () => {
  expect((await get("/")).status).toBe(404);
  expect((await get("/healthz", "POST")).status).toBe(405);
});

test("a taken port is a problem with its number", async () => {
  expect(await openHealthServer({ host: "127.0.0.1", port: server.port }, checks, metrics)).toEqual({
    ok: false,
    problem: { kind: "port-taken", port: server.port, setting: "HEALTH_PORT" },
  });
});

test.each(["nohost.invalid", "192.0.2.1"])("an address that is none of this machine's (%s) is a problem with its name", async (host) => {
  expect(await openHealthServer({ host, port: 0 }, checks, metrics)).toMatchObject({ ok: false, problem: { kind: "cannot-listen", host } });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { HttpServer } from "../../src/hosting/listen.ts";
import { openScreenServer } from "../../src/hosting/screen-server.ts";

const html = (body: string) => ({ type: "text/html; charset=utf-8", body });
const found = (name: string, body: string) => Promise.resolve(name === "good" ? html(body) : null);
const errors: unknown[] = [];
let server: HttpServer;
beforeAll(async () => {
  const pages = {
    page: (name: string) => (name === "broken" ? Promise.reject(new Error("the store is gone")) : found(name, "page")),
    part: (name: string) => found(name, "part"),
    picture: (name: string) => Promise.resolve(name === "good" ? { type: "image/png", body: Buffer.from([1, 2, 3]) } : null),
    files: { "screen.js": { type: "text/javascript; charset=utf-8", body: "1;" } },
  };
  const opened = await openScreenServer({ host: "127.0.0.1", port: 0 }, pages, (error) => errors.push(error));
  if (!opened.ok) throw new Error(opened.problem.kind);
  server = opened.value;
});
afterAll(() => server.close());

const get = (path: string, method = "GET") => fetch(`http://127.0.0.1:${String(server.port)}${path}`, { method });

test("a page is served by the last part of its address, whatever path a proxy puts before it", async () => {
  for (const [path, body] of [["/good", "page"], ["/screen/good", "page"], ["/a/b/good?live", "part"], ["/screen/screen.js", "1;"]] as const) {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([200, body]);
  }
  expect([...new Uint8Array(await (await get("/good?picture")).arrayBuffer())]).toEqual([1, 2, 3]);
});

test("every answer forbids what comes from elsewhere, being kept, and being framed", async () => {
  for (const [path, method] of [["/good", "GET"], ["/nothing", "GET"], ["/good", "POST"], ["/good?picture", "HEAD"]] as const) {
    const { headers } = await get(path, method);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/u);
  }
});

test("nothing but reading is possible, and what is not there is not there in the same words", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) expect((await get("/good", method)).status).toBe(405);
  const missing = ["/", "/nothing", "/nothing?live", "/nothing?picture", "/constructor", "/__proto__", `/${"a".repeat(600)}`, "/good/", "/..%2fgood"];
  for (const path of missing) {
    const answer = await get(path);
    expect([path, answer.status, await answer.text()]).toEqual([path, 404, "Nothing is shown here.\n"]);
  }
  expect(await (await get("/good", "HEAD")).text()).toBe("");
});

test("a page that can't be made says so without its cause, which is logged", async () => {
  const answer = await get("/broken");
  expect([answer.status, await answer.text()]).toEqual([500, "It can't be shown just now.\n"]);
  expect(errors).toHaveLength(1);
});

test("a taken port is a problem with its number", async () => {
  expect(await openScreenServer({ host: "127.0.0.1", port: server.port }, { page: () => Promise.resolve(null), part: () => Promise.resolve(null), picture: () => Promise.resolve(null), files: {} }, () => undefined)).toEqual({
    ok: false,
    problem: { kind: "port-taken", port: server.port, setting: "SCREEN_PORT" },
  });
});

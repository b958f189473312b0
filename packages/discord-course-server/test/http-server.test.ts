import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { PortTakenError, startCourseServer, type CourseServer } from "../src/start-course-server.ts";
import { openCourseServer } from "./fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "course-server-page-"));
writeFileSync(join(folder, "index.html"), "<title>Course</title>");
writeFileSync(join(folder, "page.js"), "export {};");
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request with exactly these headers, which fetch would not send. */
function ask(courseServer: CourseServer, method: string, path: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: new URL(courseServer.restApi).port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString(), headers: answer.headers });
      });
    });
    sent.on("error", reject).end(body);
  });
}

test("the page is served under localhost and 127.0.0.1 with a strict policy", async () => {
  const courseServer = await openCourseServer({ page: { folder } });
  for (const address of [courseServer.url, courseServer.url.replace("localhost", "127.0.0.1")]) {
    const page = await ask(courseServer, "GET", "/", { host: new URL(address).host });
    expect([page.status, page.body]).toEqual([200, "<title>Course</title>"]);
    expect(page.headers["content-security-policy"]).toContain("default-src 'self'; script-src 'self';");
  }
  expect((await ask(courseServer, "GET", "/page.js")).headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect((await ask(courseServer, "GET", "/absent.js")).status).toBe(404);
});

test("without a built page its place says how to build it", async () => {
  const courseServer = await openCourseServer();
  expect((await ask(courseServer, "GET", "/")).body).toContain("npm run build");
});

test("no path leads out of the page's folder", async () => {
  const courseServer = await openCourseServer({ page: { folder } });
  for (const path of ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd", "/%00", "/%zz"]) {
    expect((await ask(courseServer, "GET", path)).body).not.toContain("root:");
  }
});

test("another name for this machine, or another page, is turned away", async () => {
  const courseServer = await openCourseServer({ page: { folder } });
  const strangers = [{ host: "rebound.example" }, { host: "localhost:1" }, { origin: "https://evil.example" }, { origin: "null" }];
  for (const headers of strangers) {
    expect((await ask(courseServer, "GET", "/", headers)).status).toBe(403);
    expect((await ask(courseServer, "POST", "/upload?name=a", headers, Buffer.from("a"))).status).toBe(403);
    expect((await ask(courseServer, "GET", "/api/v10/gateway", headers)).status).toBe(403);
    for (const path of ["/page", "/gateway"]) {
      const socket = new WebSocket(`${courseServer.url.replace("http", "ws")}${path}`, { headers });
      const [error] = (await once(socket, "error")) as [Error];
      expect(error.message).toContain("403");
    }
  }
});

test("its own page may connect and upload; 10 MiB is the most", async () => {
  const courseServer = await openCourseServer();
  const headers = { host: new URL(courseServer.url).host, origin: courseServer.url };
  const socket = new WebSocket(`${courseServer.url.replace("http", "ws")}/page`, { headers });
  await once(socket, "open");
  const small = await ask(courseServer, "POST", "/upload?name=my%20prices.csv", headers, Buffer.from("date,JPM"));
  expect(JSON.parse(small.body)).toMatchObject({ filename: "my_prices.csv", size: 8 });
  expect((await ask(courseServer, "POST", "/upload?name=a", headers, Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
});

test("attachments that a browser could run are downloads in a sandbox", async () => {
  const courseServer = await openCourseServer();
  const ada = courseServer.user("student-1");
  const { attachments } = ada.say("", [ada.upload("a.html", Buffer.from("<script>"), "text/html").id]);
  const { headers } = await ask(courseServer, "GET", new URL(attachments[0]!.url).pathname);
  expect(headers["content-disposition"]).toBe("attachment; filename*=UTF-8''a.html");
  expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("the bot's interface asks for its token and refuses what is too large or no JSON", async () => {
  const courseServer = await openCourseServer();
  const bot = { authorization: `Bot ${courseServer.token}`, "content-type": "application/json" };
  const { id } = courseServer.user("student-1").channel;
  const messages = `/api/v10/channels/${id}/messages`;
  expect((await ask(courseServer, "GET", "/api/v10/users/@me")).status).toBe(401);
  expect((await ask(courseServer, "GET", "/api/v10/users/@me", { authorization: "Bot wrong" })).status).toBe(401);
  expect(JSON.parse((await ask(courseServer, "GET", "/api/v10/users/@me", bot)).body)).toMatchObject({ id: courseServer.botId, bot: true });
  expect(JSON.parse((await ask(courseServer, "POST", messages, bot, Buffer.from("{"))).body)).toMatchObject({ code: 50109 });
  const large = await ask(courseServer, "POST", messages, bot, Buffer.alloc(26 * 1024 * 1024, " "));
  expect([large.status, JSON.parse(large.body)]).toEqual([413, { code: 40005, message: "Request entity too large" }]);
  expect((await ask(courseServer, "GET", "/api/v10/nowhere", bot)).status).toBe(404);
  expect((await ask(courseServer, "PUT", messages, bot)).status).toBe(405);
});

test("a file over 10 MiB is too large for Discord", async () => {
  const courseServer = await openCourseServer();
  const form = new FormData();
  form.set("payload_json", JSON.stringify({ content: "a" }));
  form.set("files[0]", new Blob([Buffer.alloc(10 * 1024 * 1024 + 1)]), "a.bin");
  const { id } = courseServer.user("student-1").channel;
  const headers = { authorization: `Bot ${courseServer.token}` };
  const answer = await fetch(`${courseServer.restApi}/v10/channels/${id}/messages`, { method: "POST", headers, body: form });
  expect([answer.status, await answer.json()]).toMatchObject([413, { code: 40005 }]);
});

test("what an instructor's check of the set-up reads is there", async () => {
  const courseServer = await openCourseServer();
  const guild = `/guilds/${courseServer.guildIds[0]!}`;
  const paths = [
    ["/gateway/bot", { session_start_limit: { remaining: 1000 } }],
    ["/applications/@me", { id: courseServer.botId }],
    ["/users/@me/guilds", [{ id: courseServer.guildIds[0] }]],
    [guild, { name: "Factor models" }],
    [`${guild}/channels`, [{ name: "factor-models" }]],
    [`${guild}/roles`, [{ name: "@everyone" }, {}, {}, { name: "Instructors" }]],
    [`${guild}/members/${courseServer.botId}`, { user: { id: courseServer.botId } }],
  ] as const;
  for (const [path, expected] of paths) {
    const answer = await ask(courseServer, "GET", `/api/v10${path}`, { authorization: `Bot ${courseServer.token}` });
    expect(JSON.parse(answer.body)).toMatchObject(expected);
  }
});

test("a taken port is an error that names it", async () => {
  const courseServer = await openCourseServer();
  const port = Number(new URL(courseServer.url).port);
  const error = await startCourseServer({ port }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PortTakenError);
  expect(error).toMatchObject({ port, message: `port ${port} is taken` });
});

test("closing ends what is open: a tab, a gateway line, an answer that hangs", async () => {
  const courseServer = await startCourseServer({ port: 0 });
  courseServer.faults.next({ path: /^\/gateway$/ }, { kind: "hang" });
  const hanging = ask(courseServer, "GET", "/api/v10/gateway").catch((error: unknown) => error);
  const sockets = ["page", "gateway"].map((path) => new WebSocket(`${courseServer.url.replace("http", "ws")}/${path}`));
  await Promise.all(sockets.map((socket) => once(socket, "open")));
  await courseServer.close();
  await expect.poll(() => sockets.map(({ readyState }) => readyState)).toEqual([WebSocket.CLOSED, WebSocket.CLOSED]);
  expect(await hanging).toBeInstanceOf(Error);
});

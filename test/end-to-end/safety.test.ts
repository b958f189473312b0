import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import { discordUploads, readUpload } from "../../src/discord/read-upload.ts";
import { openAsking, type Asking } from "../commands/asking.ts";
import { openCourse, type OpenCourse } from "../discord/open-course.ts";

let asking: Asking;
let course: OpenCourse;
let server: Server;
let origin = "";

beforeAll(async () => {
  asking = openAsking();
  course = await openCourse();
  server = createServer((request, response) => {
    if (request.url === "/redirect") response.writeHead(302, { location: "/small" }).end();
    else if (request.url === "/endless") endless(response);
    else response.end("Date,JPM\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}`;
});

afterAll(async () => {
  await course.close();
  await asking.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function endless(response: { write(text: string): boolean; once(event: "drain", go: () => void): unknown; readonly destroyed: boolean }): void {
  while (!response.destroyed && response.write("x".repeat(65_536)));
  if (!response.destroyed) response.once("drain", () => endless(response));
}

const upload = (url: string) => ({ filename: "roster.csv", url, size: 10 });

test("every message that is sent says that nobody is mentioned", async () => {
  const student = course.courseServer.user("student-1");
  await student.command("beta", { ticker: "@everyone" });
  await student.command("explain", { topic: "<@&1> beta" });
  await student.command("ask", { question: "@here what is beta?" });
  await student.mention("what is beta @everyone");
  const messages = course.courseServer.requests.flatMap(({ method, path, body }) => {
    const data = (body as { readonly data?: unknown } | undefined)?.data ?? body;
    const isMessage = (method === "POST" || method === "PATCH") && /callback$|webhooks|messages/u.test(path) && typeof data === "object" && data !== null && "embeds" in data;
    return isMessage ? [data as { readonly allowed_mentions?: unknown }] : [];
  });
  expect(messages.length).toBeGreaterThanOrEqual(4);
  for (const message of messages) expect(message.allowed_mentions).toMatchObject({ parse: [] });
});

test.each([
  "http://127.0.0.1:5432/",
  "http://169.254.169.254/latest/meta-data",
  "file:///etc/passwd",
  "https://cdn.discordapp.com.evil.example/x",
  "https://evil.example/https://cdn.discordapp.com/x",
  "http://cdn.discordapp.com/x",
  "no address",
])("an upload at %s is not read", async (url) => {
  expect(await readUpload(upload(url), discordUploads)).toMatchObject({ ok: false, problem: { kind: "bad-file", fault: "not-a-file" } });
});

test("an upload is read whole, and not where it is redirected, too large by what is said, or endless", async () => {
  expect(await readUpload(upload(`${origin}/small`), [origin])).toEqual({ ok: true, value: "Date,JPM\n" });
  expect(await readUpload(upload(`${origin}/redirect`), [origin])).toMatchObject({ ok: false, problem: { fault: "offline" } });
  expect(await readUpload({ ...upload(`${origin}/small`), size: 2 ** 30 }, [origin])).toMatchObject({ ok: false, problem: { fault: "too-large" } });
  expect(await readUpload(upload(`${origin}/endless`), [origin])).toMatchObject({ ok: false, problem: { fault: "too-large" } });
});

test.each(commands.filter(({ audience }) => audience !== "everyone").map((command) => [command.name, command] as const))(
  "/%s is refused to a student at its use, and in direct messages to everybody",
  async (name) => {
    const call = { command: name, options: {}, id: "1" };
    const student = { id: "7", name: "Ben", roleIds: ["1"], managesServer: false };
    const inServer = await answer({ ...call, asker: student, place: { guildId: "2", channelId: "3" } }, commands, asking.world);
    expect(inServer.problem).toMatchObject({ kind: "not-allowed", command: name });
    const alone = await answer({ ...call, asker: { ...student, managesServer: true }, place: { guildId: null, channelId: null } }, commands, asking.world);
    expect(alone.problem).toMatchObject({ kind: "needs-server", command: name });
  },
);

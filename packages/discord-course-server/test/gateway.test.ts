import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { CourseServer } from "../src/start-course-server.ts";
import { openCourseServer, startBot } from "./fixtures.ts";

interface Frame {
  readonly op: number;
  readonly t?: string | null;
  readonly s?: number | null;
  readonly d?: { readonly [name: string]: unknown } | boolean | null;
}

async function line(courseServer: CourseServer): Promise<{ socket: WebSocket; frames: Frame[]; say: (op: number, d: unknown) => void }> {
  const socket = new WebSocket(`${courseServer.restApi.replace("http", "ws").replace("/api", "/gateway")}?v=10`);
  const frames: Frame[] = [];
  socket.on("message", (raw: Buffer) => frames.push(JSON.parse(raw.toString()) as Frame));
  await once(socket, "open");
  return { socket, frames, say: (op, d) => socket.send(JSON.stringify({ op, d })) };
}

const identify = (courseServer: CourseServer, more: object = {}): object => ({
  token: courseServer.token,
  intents: 1,
  properties: {},
  ...more,
});

test("the gateway says hello, acknowledges heartbeats and lists the server that follows", async () => {
  const courseServer = await openCourseServer();
  const { frames, say } = await line(courseServer);
  say(1, null);
  say(2, identify(courseServer));
  await expect.poll(() => frames.map(({ op, t }) => t ?? op)).toEqual([10, 11, "READY", "GUILD_CREATE"]);
});

test.each([
  ["a wrong token", 4004, { token: "wrong" }],
  ["a privileged intent", 4014, { intents: 1 | (1 << 15) }],
  ["a shard that doesn't exist", 4010, { shard: [2, 2] }],
])("%s closes the line with %i", async (_, code, more) => {
  const courseServer = await openCourseServer();
  const { socket, say } = await line(courseServer);
  say(2, identify(courseServer, more));
  const [closedWith] = (await once(socket, "close")) as [number];
  expect(closedWith).toBe(code);
});

test("frames that are no frames and opcodes that don't exist close the line", async () => {
  const courseServer = await openCourseServer();
  const bad = await line(courseServer);
  bad.socket.send("[");
  expect(((await once(bad.socket, "close")) as [number])[0]).toBe(4002);
  const unknown = await line(courseServer);
  unknown.say(99, null);
  expect(((await once(unknown.socket, "close")) as [number])[0]).toBe(4001);
});

test("a session is resumed after its last event, and an unknown one is invalid", async () => {
  const courseServer = await openCourseServer();
  const first = await line(courseServer);
  first.say(2, identify(courseServer));
  await expect.poll(() => first.frames.length).toBe(3);
  const ready = first.frames[1]!.d as { readonly session_id: string };
  courseServer.faults.dropConnections();

  const second = await line(courseServer);
  second.say(6, { token: courseServer.token, session_id: ready.session_id, seq: 1 });
  await expect.poll(() => second.frames.map(({ op, t, s }) => [t ?? op, s])).toEqual([
    [10, null],
    ["GUILD_CREATE", 2],
    ["RESUMED", 3],
  ]);
  const third = await line(courseServer);
  third.say(6, { token: courseServer.token, session_id: "unknown", seq: 1 });
  await expect.poll(() => third.frames.at(-1)).toMatchObject({ op: 9, d: false });
});

test("with two shards each server's interactions come to its own, direct messages to the first", async () => {
  const courseServer = await openCourseServer({ guilds: 2 });
  const start = (index: number): ReturnType<typeof startBot> =>
    startBot(
      courseServer,
      async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply(`shard ${index}`);
      },
      { shards: { index, count: 2 } },
    );
  const { client } = await start(0);
  await start(1);
  await client.application.commands.set([{ name: "where", description: "…" }]);
  const answers = await Promise.all([0, 1].map((course) => courseServer.user("student-1", course).command("where")));
  expect(answers.map(({ message }) => message?.content).sort()).toEqual(["shard 0", "shard 1"]);
  const direct = await courseServer.user("student-1", 1).inDirectMessages().command("where");
  expect(direct.message?.content).toBe("shard 0");
});

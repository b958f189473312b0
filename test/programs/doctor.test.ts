import { execFile } from "node:child_process";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCourseServer, type CourseServer } from "discord-course-server";
import { startChatServer, testKey, testModel } from "../hosted/chat-server.ts";
import { patientClock } from "discord-course-server/testing/patient-clock";

let courseServer: CourseServer;
const folder = mkdtempSync(join(tmpdir(), "factor-ta-doctor-"));

beforeAll(async () => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-changed"]);
  courseServer = await startCourseServer({ port: 0, clock: patientClock });
});
afterAll(async () => {
  await courseServer.close();
  rmSync(folder, { recursive: true });
});

/** The program itself, as a host runs it. */
const doctor = (settings: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly printed: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: "", DISCORD_TOKEN: "", PORT: "0", FACTOR_TA_LOCAL: folder, ...settings };
    execFile(process.execPath, ["dist/doctor.js"], { env }, (error, stdout, stderr) => resolve({ status: typeof error?.code === "number" ? error.code : 0, printed: stdout + stderr }));
  });

const natives = /TypeError|ReferenceError|\n\s+at /u;

test("without a token it looks at what the course server needs", async () => {
  const { status, printed } = await doctor({});
  expect(printed).toContain("no DISCORD_TOKEN: the local course server is used");
  expect(printed).not.toMatch(natives);
  expect(status).toBe(0);
});

test("a hosted model is asked one question, and its key is not printed", async () => {
  const server = await startChatServer();
  try {
    const settings = { HOSTED_MODEL_URL: server.url, HOSTED_MODEL: testModel, HOSTED_MODEL_KEY: testKey };
    server.behave({ content: { reading: "entry:beta", asset: "none" } });
    const well = await doctor(settings);
    expect(well.printed).toMatch(/✓ Hosted model: small-model-1 at 127\.0\.0\.1 chose in \d+(?:\.\d)? s/u);
    expect([well.status, server.requests.length, server.complaints]).toEqual([0, 1, []]);
    const wrongKey = await doctor({ ...settings, HOSTED_MODEL_KEY: "another-key-0123" });
    expect(wrongKey.printed).toContain("✗ Hosted model: 127.0.0.1 does not take the key (refused HTTP status 401)");
    expect(wrongKey.status).toBe(1);
    for (const { printed } of [well, wrongKey]) expect(printed).not.toMatch(/another-key-0123|sk-stand-in|TypeError|\n\s+at /u);
  } finally {
    await server.close();
  }
});

test("a token that Discord refuses is a fault with its next step", async () => {
  const { status, printed } = await doctor({ DISCORD_TOKEN: "wrong.token", DISCORD_API: courseServer.restApi });
  expect(printed).toContain("Discord refuses the token.");
  expect(printed).not.toMatch(natives);
  expect(status).toBe(1);
});

test.each([
  ["every server", {}],
  ["one server", { guild: true }],
])("with a token that Discord takes it looks at the bot, its installation and its commands, in %s", async (_, { guild }: { readonly guild?: boolean }) => {
  const { printed } = await doctor({ DISCORD_TOKEN: courseServer.token, DISCORD_API: courseServer.restApi, ...(guild ? { DISCORD_GUILD_ID: courseServer.guildIds[0]! } : {}) });
  for (const subject of ["Token", "Intents", "Installation", ...(guild ? ["Server"] : []), "Commands"]) expect(printed).toContain(subject);
  expect(printed).toContain("in servers");
  expect(printed).not.toMatch(natives);
});

import type { APIMessage } from "discord-api-types/v10";
import { afterEach, beforeEach, expect, test } from "vitest";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { openCourse, type OpenCourse } from "./open-course.ts";

let course: OpenCourse;
const callbacks = { method: "POST", path: /\/callback$/ };

beforeEach(async () => {
  course = await openCourse();
});
afterEach(async () => {
  expect(specFaults(course.courseServer.requests.filter(({ status }) => status < 400))).toEqual([]);
  await course.close();
});

test("a rate limit and a failing server delay a reply and lose nothing", async () => {
  const { faults } = course.courseServer;
  faults.next(callbacks, { kind: "rate-limit", retryAfterSeconds: 0.05 });
  expect(await titleOf(ask())).toBe("JPM on SPY: β = 1.395");
  faults.next(callbacks, { kind: "status", status: 500 });
  expect(await titleOf(ask())).toBe("JPM on SPY: β = 1.395");
});

test("where Discord takes no reply at all, it is logged, not as a fault of ours, and the next question is answered", async () => {
  course.courseServer.faults.next(callbacks, { kind: "status", status: 500 }, 200);
  const lost = ask({ timeout: 4_500 });
  await expect.poll(() => course.errors.length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(course.errors[0]).toMatchObject({ asked: "/beta", err: { kind: "unanswered" } });
  expect(course.errors[0]).not.toHaveProperty("reference");
  course.courseServer.faults.clear();
  expect((await lost).message).toBeNull();
  expect(await titleOf(ask())).toBe("JPM on SPY: β = 1.395");
});

test("an interaction missed while the line was cut is answered after the resume", async () => {
  course.courseServer.faults.dropConnections();
  expect(await titleOf(ask())).toBe("JPM on SPY: β = 1.395");
});

test("an expired token is logged, and the bot goes on", async () => {
  const student = course.courseServer.user("student-1");
  course.courseServer.faults.next(callbacks, { kind: "rate-limit", retryAfterSeconds: 0.3 });
  const asked = student.command("beta", { ticker: "JPM" }, { timeout: 2_000 });
  course.courseServer.faults.expireTokens();
  await asked;
  expect(await titleOf(ask())).toBe("JPM on SPY: β = 1.395");
});

test.each([
  ["of an older version", "0/beta t:JPM", "Please ask again"],
  ["that nobody made", "∞", "Please ask again"],
  ["that names an unknown command", "1/destroy everything:true", "I can't answer that yet"],
  ["with options the command does not have", "1/beta t:JPM constructor:1", "I can't answer that yet"],
  ["with a series that does not exist", "1/beta t:__proto__", "I can't answer that yet"],
])("a custom_id %s is answered privately", async (_what, customId, title) => {
  const student = course.courseServer.user("student-1");
  const { message } = await student.command("beta", { ticker: "JPM" });
  const sight = await student.click(message!.id, customId, { force: true });
  expect(sight.isEphemeral).toBe(true);
  expect(sight.message?.embeds[0]?.title).toBe(title);
  expect(course.errors).toEqual([]);
});

test("a command that Discord still offers and the bot no longer has is answered", async () => {
  const { restApi, botId, token } = course.courseServer;
  await fetch(`${restApi}/v10/applications/${botId}/commands`, {
    method: "POST",
    headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ name: "gamma", description: "a command of last year" }),
  });
  const sight = await course.courseServer.user("student-1").command("gamma");
  expect(sight.isEphemeral).toBe(true);
  expect(sight.message?.embeds[0]?.description).toContain("I have no command /gamma");
});

const ask = (options: { readonly timeout?: number } = {}) =>
  course.courseServer.user("student-1").command("beta", { ticker: "JPM" }, options);

async function titleOf(sight: Promise<{ readonly message: APIMessage | null }>): Promise<string | undefined> {
  return (await sight).message?.embeds[0]?.title;
}

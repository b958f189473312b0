import { afterAll, beforeAll, expect, test } from "vitest";
import { defineCommand } from "../../src/commands/command.ts";
import { yesOrNo } from "../../src/commands/options/kinds.ts";
import { withDefault } from "../../src/commands/options/option.ts";
import { success } from "../../src/outcome.ts";
import { reply } from "../../src/render/reply.ts";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { openCourse, type OpenCourse } from "./open-course.ts";

let course: OpenCourse;
/** Says the same with and without its button pressed, and pins where it was. */
const pinnedNote = defineCommand({
  name: "pinned-note",
  description: "a note with a button that pins it",
  part: "Questions",
  options: { pin: withDefault(yesOrNo("whether it is pinned"), false) },
  run: ({ options }) =>
    success({
      ...reply({
        embed: { title: "A note" },
        nextSteps: [{ label: "Pin", command: "pinned-note", options: { pin: "true" } }],
        result: {},
      }),
      ...(options.pin ? { replaces: true, pins: true } : {}),
    }),
});

beforeAll(async () => {
  course = await openCourse({ extra: [pinnedNote] });
});
afterAll(() => course.close());

test("a mention of the bot is answered as a reply to it, with how it was read, and pings nobody", async () => {
  const sight = await course.courseServer.user("student-1").mention("what's JPM's hedged Sharpe since 2010?");
  expect(sight.message?.content).toMatch(/I read this as <\/performance:\d+> `JPM from:2010-01-01`/u);
  expect(sight.message?.message_reference).toBeDefined();
  const sent = course.courseServer.requests.findLast(({ method, path }) => method === "POST" && path.endsWith("/messages"));
  expect(JSON.stringify(sent?.body)).toContain('"allowed_mentions":{"parse":[],"replied_user":false}');
});

test("what is not understood is said in public where it was asked in public, without running anything", async () => {
  const sight = await course.courseServer.user("student-2").mention("what's for lunch");
  expect(sight.message?.embeds[0]?.title).toBe("I'm not sure what you mean");
});

test("no advice is given, and it says so", async () => {
  const sight = await course.courseServer.user("student-1").mention("should I buy TSLA?");
  expect(sight.message?.embeds[0]?.title).toBe("I give no investment advice");
});

test("an answer for its asker alone is not posted: a button leads to it", async () => {
  const student = course.courseServer.user("student-1");
  const sight = await student.mention("help");
  expect(sight.message?.embeds[0]?.title).toBe("That answer is for you alone");
});

test("an ordinary message is not answered", async () => {
  const student = course.courseServer.user("student-1");
  const next = student.nextMessage(({ author }) => author.bot === true, { timeout: 400 });
  student.say("what is JPM's beta?");
  expect(await next).toBeNull();
});

test("a direct message is answered in plain words, with or without a mention", async () => {
  const student = course.courseServer.user("student-1").inDirectMessages();
  for (const ask of [() => student.say("what is JPM's beta?"), () => student.say(`<@${course.courseServer.botId}> help`)]) {
    const next = student.nextMessage(({ author }) => author.bot === true, { timeout: 20_000 });
    ask();
    expect((await next)?.embeds[0]?.title).toBeDefined();
    expect((await next)?.embeds[0]?.title).not.toBe("That answer is for you alone");
  }
});

test("a message without text is told apart from a question", async () => {
  const student = course.courseServer.user("student-1");
  const sight = await student.menu("Ask Factor TA", student.say("\u200b ").id);
  expect(sight.message?.embeds[0]?.title).toBe("That message has no text");
});

test("the entry in a message's menu answers that message", async () => {
  const student = course.courseServer.user("student-1");
  const message = student.say("difference between Sharpe and appraisal?");
  const sight = await student.menu("Ask Factor TA", message.id);
  expect(sight.failure).toBeNull();
  expect(sight.message?.content).toMatch(/<\/explain:\d+> `sharpe-ratio versus:appraisal-ratio`/u);
});

test("a reply that pins, pins the message whose button was pressed", async () => {
  const teacher = course.courseServer.user("instructor");
  const posted = await teacher.command("pinned-note");
  expect((await teacher.click(posted.message!.id, "1/pinned-note pin:true")).failure).toBeNull();
  const pin = course.courseServer.requests.findLast(({ method, path }) => method === "PUT" && path.includes("/pins/"));
  expect(pin?.path).toContain(posted.message!.id);
});

test("every request was valid by Discord's published schemas, and nothing went wrong", () => {
  expect(specFaults(course.courseServer.requests)).toEqual([]);
  expect(course.errors).toEqual([]);
});

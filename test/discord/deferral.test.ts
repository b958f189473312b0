import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { defineCommand } from "../../src/commands/command.ts";
import { text, yesOrNo } from "../../src/commands/options/kinds.ts";
import { withDefault } from "../../src/commands/options/option.ts";
import { readConfig } from "../../src/config.ts";
import { admission } from "../../src/discord/admission.ts";
import { startBot, type Bot } from "../../src/discord/start-bot.ts";
import { openContext, type OpenContext } from "../../src/programs/open-context.ts";
import { success } from "../../src/outcome.ts";
import { startCourseServer, type CourseServer } from "discord-course-server";
import type { ChartSpec } from "../../src/render/chart/chart-spec.ts";
import { patientClock } from "discord-course-server/testing/patient-clock";
import { drawChart } from "../../src/render/chart/draw.ts";
import { reply } from "../../src/render/reply.ts";

const axis = { label: "", format: "number" } as const;
const spec: ChartSpec = { width: 200, height: 200, title: "", panels: [{ x: axis, y: axis, layers: [] }] };

/** Its answer is there at once; how long its picture takes is the drawing's. */
const picture = defineCommand({
  name: "picture",
  part: "Questions",
  description: "a picture",
  options: { private: withDefault(yesOrNo("only you see it"), false) },
  run: ({ options }) =>
    success(
      reply({
        embed: { title: "There" },
        picture: { filename: "picture.png", spec, description: "a picture" },
        audience: options.private ? "asker" : "everyone",
        result: {},
      }),
    ),
});

/** What a mention, a direct message and a message's menu come to. */
const question = defineCommand({
  name: "ask",
  part: "Questions",
  description: "a question",
  menu: { name: "Ask about this", option: "question" },
  options: { question: text("the question", 500), private: withDefault(yesOrNo("only you see it"), false) },
  run: () => success(reply({ embed: { title: "There" }, picture: { filename: "picture.png", spec, description: "a picture" }, result: {} })),
});

/** Opens a form once it is worked out. */
const form = defineCommand({
  name: "form",
  part: "Questions",
  description: "a form",
  opensForm: true,
  options: {},
  async run() {
    await new Promise((resolve) => setTimeout(resolve, formTakes));
    const fields = [{ option: "private", label: "There?", required: true, maxLength: 10 }];
    return success({ kind: "form", title: "There", fields, submit: { command: "picture", options: {} }, result: {} });
  },
});

/** Belongs to whoever practises; nothing says so but its part. */
const exercise = defineCommand({
  name: "exercise",
  part: "Exercises",
  description: "an exercise",
  options: {},
  async run() {
    await new Promise((resolve) => setTimeout(resolve, exerciseTakes));
    return success(reply({ embed: { title: "Yours" }, audience: "asker", result: {} }));
  },
});

const queue = admission({ person: 2, everybody: 3, heavy: { atOnce: 1, secondsEach: 1 } });
let drawingTakes = 0;
let formTakes = 0;
let exerciseTakes = 0;
/** Others' questions that are under way. */
let crowd = 0;
const folder = mkdtempSync(join(tmpdir(), "factor-ta-own-"));
let courseServer: CourseServer;
let world: OpenContext;
let bot: Bot;

beforeAll(async () => {
  const opened = openContext(readConfig({ FACTOR_TA_LOCAL: folder }));
  if (!opened.ok) throw new Error(opened.problem.kind);
  world = opened.value;
  courseServer = await startCourseServer({ port: 0, students: 4, clock: patientClock });
  const started = await startBot(
    { token: courseServer.token, restApi: courseServer.restApi, guildId: null },
    {
      commands: [picture, form, exercise, question],
      appContext: world,
      async draw(asked) {
        await new Promise((resolve) => setTimeout(resolve, drawingTakes));
        return drawChart(asked);
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      admission: {
        get inProgress() {
          return crowd + queue.inProgress;
        },
        admit: (person, weight) => queue.admit(person, weight),
      },
    },
  );
  if (!started.ok) throw new Error(started.problem.kind);
  bot = started.value;
  await bot.registration;
});
afterAll(async () => {
  await bot.close();
  await courseServer.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The kinds of first responses since the last look: 4 is a message, 5 an announcement; 64 is "only you see it". */
function firstResponses(since: number): { readonly type: unknown; readonly flags: unknown }[] {
  return courseServer.requests
    .slice(since)
    .filter(({ path }) => path.endsWith("/callback"))
    .map(({ body }) => {
      const { type, data } = body as { type: unknown; data?: { flags?: unknown } };
      return { type, flags: data?.flags ?? 0 };
    });
}

test.each([
  { isPrivate: false, takes: 0, type: 4 },
  { isPrivate: true, takes: 0, type: 4 },
  { isPrivate: false, takes: 2000, type: 5 },
  { isPrivate: true, takes: 2000, type: 5 },
])("private:$isPrivate holds where drawing takes $takes ms", async ({ isPrivate, takes, type }) => {
  drawingTakes = takes;
  const before = courseServer.requests.length;
  const sight = await courseServer.user("student-1").command("picture", { private: isPrivate });
  expect(sight.failure).toBeNull();
  expect(sight.isEphemeral).toBe(isPrivate);
  expect(sight.message?.embeds[0]?.image).toMatchObject({ width: 160 });
  expect(firstResponses(before)).toEqual([{ type, flags: isPrivate ? 64 : 0 }]);
});

test("where many are under way a reply is announced at once, and a form opens all the same", async () => {
  [drawingTakes, formTakes, crowd] = [200, 200, 100];
  const before = courseServer.requests.length;
  await courseServer.user("student-1").command("picture");
  const { modal } = await courseServer.user("student-1").command("form");
  crowd = 0;
  expect(modal).not.toBeNull();
  expect(firstResponses(before).map(({ type }) => type)).toEqual([5, 9]);
});

test("an exercise is not announced because many others ask, and where it is slow, to its asker alone", async () => {
  [exerciseTakes, crowd] = [200, 100];
  const before = courseServer.requests.length;
  await courseServer.user("student-1").command("exercise");
  exerciseTakes = 1700;
  const late = await courseServer.user("student-1").command("exercise");
  crowd = 0;
  expect(late.isEphemeral).toBe(true);
  expect(firstResponses(before)).toEqual([
    { type: 4, flags: 64 },
    { type: 5, flags: 64 },
  ]);
  expect(courseServer.requests.slice(before).filter(({ method }) => method === "DELETE")).toEqual([]);
});

test("a form that comes too late is asked for again in words", async () => {
  formTakes = 2600;
  const { message, modal } = await courseServer.user("student-1").command("form");
  expect(modal).toBeNull();
  expect(message?.embeds[0]?.title).toBe("Please press again");
});

test("who asks too much is told when to come back, alone and at once; the others are answered", async () => {
  drawingTakes = 1000;
  await vi.waitFor(() => expect(queue.inProgress).toBe(0));
  const [one, two] = [courseServer.user("student-1"), courseServer.user("student-2")];
  const [first, second, third, other] = await Promise.all([
    one.command("picture"),
    one.command("picture"),
    one.command("picture"),
    two.command("picture"),
  ]);
  expect([first, second, other].map(({ message }) => message?.embeds[0]?.title)).toEqual(["There", "There", "There"]);
  expect(third.message?.embeds[0]?.title).toBe("Busy for a moment");
  expect(third.message?.embeds[0]?.description).toMatch(/try again in about \d+ s/u);
  expect(third.isEphemeral).toBe(true);
});

test.each(["a mention", "a direct message", "a message's menu", "a form"])("%s waits its turn like a command: with two under way it is turned away, and nobody else is", async (way) => {
  [drawingTakes, formTakes] = [0, 0];
  await vi.waitFor(() => expect(queue.inProgress).toBe(0));
  const [one, two] = [courseServer.user("student-1"), courseServer.user("student-2")];
  const { modal } = await one.command("form");
  drawingTakes = 1500;
  const underWay = [one.command("picture"), one.command("picture")];
  await vi.waitFor(() => expect(queue.inProgress).toBe(2));
  const sight = await {
    "a mention": () => one.mention("what is beta?"),
    "a direct message": () => one.inDirectMessages().mention("what is beta?"),
    "a message's menu": () => one.menu("Ask about this", one.say("what is beta?").id),
    "a form": () => one.submit(modal!, { private: "true" }),
  }[way]!();
  expect(sight.message?.embeds[0]?.title).toBe("Busy for a moment");
  expect((await two.command("picture")).message?.embeds[0]?.title).toBe("There");
  expect((await Promise.all(underWay)).map(({ message }) => message?.embeds[0]?.title)).toEqual(["There", "There"]);
});

test("when everybody together asks too much, the last is told so instead of silence", async () => {
  drawingTakes = 1000;
  await vi.waitFor(() => expect(queue.inProgress).toBe(0));
  const sights = await Promise.all(
    ["student-1", "student-2", "student-3", "student-4"].map((student) => courseServer.user(student).command("picture")),
  );
  const titles = sights.map(({ message }) => message?.embeds[0]?.title);
  expect(titles.filter((title) => title === "There")).toHaveLength(3);
  expect(titles.filter((title) => title === "Busy for a moment")).toHaveLength(1);
});

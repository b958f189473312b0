import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defineCommand } from "../../src/commands/command.ts";
import { startBot } from "../../src/discord/start-bot.ts";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { openCourse, type OpenCourse } from "./open-course.ts";

let course: OpenCourse;

const broken = defineCommand({
  name: "broken",
  part: "Questions",
  description: "throws, as a bug of ours would",
  options: {},
  run() {
    throw new Error("a secret of our inside");
  },
});

beforeAll(async () => {
  course = await openCourse({ extra: [broken] });
});
afterAll(() => course.close());

test("/beta JPM is answered with an embed and a PNG by the real client", async () => {
  const sight = await course.courseServer.user("student-1").command("beta", { ticker: "JPM" });
  expect(sight.failure).toBeNull();
  expect(sight.isEphemeral).toBe(false);
  expect(sight.message?.embeds[0]?.title).toBe("JPM on SPY: β = 1.395");
  const image = sight.message?.embeds[0]?.image;
  expect(image).toMatchObject({ width: 800, height: 544 });
  const bytes = Buffer.from(await (await fetch(image!.url)).arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  const sent = course.courseServer.requests.findLast(({ path }) => path.endsWith("/callback"));
  expect(sent?.body).toMatchObject({
    data: { attachments: [{ description: expect.stringMatching(/^Scatter: JPM rises with SPY/u) as string }] },
  });
});

test("autocomplete offers series by id and by name", async () => {
  const student = course.courseServer.user("student-1");
  const offered = await student.autocomplete(["beta"].join(" "), { ticker: "wal" }, "ticker");
  expect(offered.map(({ value }) => value)).toContain("WMT");
  expect((await student.autocomplete("beta", { ticker: "" }, "ticker")).length).toBeLessThanOrEqual(25);
});

test("a problem is told to its asker alone", async () => {
  const sight = await course.courseServer.user("student-1").command("beta", { ticker: "JMP" });
  expect(sight.isEphemeral).toBe(true);
  expect(sight.message?.embeds[0]?.description).toMatch(/I have no series called JMP\. Did you mean JPM\?/u);
});

test("private:true answers only the asker", async () => {
  const sight = await course.courseServer.user("student-1").command("beta", { ticker: "JPM", private: true });
  expect(sight.isEphemeral).toBe(true);
});

test("a button is another command, and what is private stays private", async () => {
  const student = course.courseServer.user("student-1");
  const answer = await student.command("beta", { ticker: "JPM" });
  const code = await student.click(answer.message!.id, customIdOf(answer.message!, "Show the code"));
  expect(code.isEphemeral).toBe(true);
  expect(code.message?.embeds[0]?.description).toContain("sm.OLS");
});

test("a bug of ours is answered with a reference and nothing of its inside", async () => {
  const sight = await course.courseServer.user("student-1").command("broken");
  expect(sight.isEphemeral).toBe(true);
  const words = sight.message?.embeds[0]?.description ?? "";
  const reference = /reference \*\*([0-9a-f]{8})\*\*/u.exec(words)?.[1];
  expect(reference).toBeDefined();
  expect(words).not.toContain("secret");
  expect(course.errors.at(-1)).toMatchObject({ reference });
});

test("commands are registered once, and left alone where they are the same", async () => {
  expect(await course.bot.registration).toBe("registered");
  const { courseServer } = course;
  const before = courseServer.requests.filter(({ method }) => method === "PUT").length;
  const again = await openCourseBot(course);
  expect(again).toBe("unchanged");
  expect(courseServer.requests.filter(({ method }) => method === "PUT").length).toBe(before);
});

test("every request was valid by Discord's published schemas", () => {
  expect(course.courseServer.requests.length).toBeGreaterThan(5);
  expect(specFaults(course.courseServer.requests)).toEqual([]);
});

/** The custom_id of the button with that label. */
function customIdOf(message: APIMessage, label: string): string {
  const rows = (message.components ?? []) as readonly { readonly components?: readonly { label?: string; custom_id?: string }[] }[];
  const button = rows.flatMap((row) => row.components ?? []).find((part) => part.label === label);
  if (button?.custom_id === undefined) throw new Error(`the message has no button "${label}"`);
  return button.custom_id;
}

async function openCourseBot({ courseServer, world }: OpenCourse): Promise<string> {
  const { commands } = await import("../../src/commands/index.ts");
  const started = await startBot(
    { token: courseServer.token, restApi: courseServer.restApi, guildId: null },
    {
      commands: [...commands, broken],
      appContext: world,
      draw: () => Promise.resolve(new Uint8Array()),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    },
  );
  if (!started.ok) throw new Error(started.problem.kind);
  const registration = await started.value.registration;
  await started.value.close();
  return registration;
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { inspectDiscord } from "../../src/discord/inspect.ts";
import { openCourse, type OpenCourse } from "./open-course.ts";

let course: OpenCourse;

beforeAll(async () => {
  course = await openCourse();
});
afterAll(() => course.close());

const settings = () => ({ token: course.courseServer.token, restApi: course.courseServer.restApi, guildId: null });

test("a token that is taken, commands that are registered as they are here", async () => {
  expect(await inspectDiscord(settings(), commands)).toMatchObject({
    bot: { id: course.courseServer.botId },
    reached: true,
    privilegedIntents: false,
    differing: [],
  });
});

test("commands that Discord has otherwise are named", async () => {
  const { differing } = await inspectDiscord(settings(), commands.filter(({ name }) => name !== "beta"));
  expect(differing).toEqual(["beta"]);
});

test("a refused token and an unreachable Discord are told apart", async () => {
  expect(await inspectDiscord({ ...settings(), token: "no.such.token" }, commands)).toMatchObject({ bot: null, reached: true });
  expect(await inspectDiscord({ ...settings(), restApi: "http://127.0.0.1:9/api" }, commands)).toMatchObject({ bot: null, reached: false });
});

test("the permissions that the bot lacks in its server are named, and a server it is not in", async () => {
  const inServer = await inspectDiscord({ ...settings(), guildId: course.courseServer.guildIds[0]! }, commands);
  expect(inServer.server?.missing).toEqual([]);
  const elsewhere = await inspectDiscord({ ...settings(), guildId: "123456789012345678" }, commands);
  expect(elsewhere.server).toBeNull();
});

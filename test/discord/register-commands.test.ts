import { REST } from "discord.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCourseServer, type CourseServer } from "discord-course-server";
import { commands } from "../../src/commands/index.ts";
import { commandPayloads, registerCommands } from "../../src/discord/register-commands.ts";

let courseServer: CourseServer;

beforeAll(async () => {
  courseServer = await startCourseServer({ port: 0 });
});
afterAll(() => courseServer.close());

/** Discord takes all commands or none: one description that is too long leaves the bot without any. */
test("Discord takes the commands as they are", async () => {
  const rest = new REST({ api: courseServer.restApi }).setToken(courseServer.token);
  const { id } = (await rest.get("/applications/@me")) as { readonly id: string };
  expect(await registerCommands(rest, id, null, commandPayloads(commands))).toBe("registered");
  expect(await registerCommands(rest, id, null, commandPayloads(commands))).toBe("unchanged");
});

import { REST } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startCourseServer, type CourseServer } from "discord-course-server";
import { commands } from "../../src/commands/index.ts";
import { commandPayloads } from "../../src/discord/command-payloads.ts";
import { differingCommands, readRegistration, registerCommands } from "../../src/discord/register-commands.ts";

let courseServer: CourseServer;
let rest: REST;

beforeEach(async () => {
  courseServer = await startCourseServer({ port: 0 });
  rest = new REST({ api: courseServer.restApi }).setToken(courseServer.token);
});
afterEach(() => courseServer.close());

const payloads = commandPayloads(commands, false);

/** Discord takes all commands or none: one description that is too long leaves the bot without any. */
test.each([false, true])("Discord takes the commands as they are (installable by people: %s)", async (isUserInstallable) => {
  const wanted = commandPayloads(commands, isUserInstallable);
  expect(await registerCommands(rest, courseServer.botId, null, wanted)).toMatchObject({ result: "registered" });
  expect(await registerCommands(rest, courseServer.botId, null, wanted)).toMatchObject({ result: "unchanged" });
});

test("every listed command has the id by which it is mentioned, whoever registered it", async () => {
  await expect(readRegistration(rest, courseServer.botId, null)).rejects.toThrow("no commands are registered yet");
  const names = commands.filter(({ listed }) => listed).map(({ name }) => name);
  for (const registration of [await registerCommands(rest, courseServer.botId, null, payloads), await registerCommands(rest, courseServer.botId, null, payloads), await readRegistration(rest, courseServer.botId, null)]) {
    expect([...registration.ids.keys()].sort()).toEqual([...names].sort());
    expect(registration.ids.get("check list")).toBe(registration.ids.get("check post"));
    expect([...registration.ids.values()].every((id) => /^\d{17,20}$/u.test(id))).toBe(true);
  }
});

/** The answer to GET, as Discord might give it. */
const answering = (body: unknown): REST => {
  const told = new REST({ makeRequest: () => Promise.resolve(new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } })) });
  return told.setToken(courseServer.token);
};

test.each([
  { name: "null for the places of a command", change: { contexts: null, integration_types: null }, differ: false },
  { name: "its places in another order", change: { contexts: [1, 0] }, differ: false },
  { name: "other places", change: { contexts: [0] }, differ: true },
  { name: "another kind of installation", change: { integration_types: [0, 1] }, differ: true },
  { name: "another permission", change: { default_member_permissions: "8" }, differ: true },
])("$name is told apart from what was registered: $differ", async ({ change, differ }) => {
  const changed = payloads.map((payload, index) => (index === 0 ? { ...payload, ...change } : payload));
  expect(await differingCommands(answering(changed), courseServer.botId, null, payloads)).toEqual(differ ? [payloads[0]!.name] : []);
});

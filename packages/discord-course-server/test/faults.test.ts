import { ButtonStyle, ComponentType, DiscordAPIError, type Interaction } from "discord.js";
import { expect, test } from "vitest";
import { ManualClock } from "./manual-clock.ts";
import { openCourseServer, startBot } from "./fixtures.ts";

const callbacks = { method: "POST", path: /\/callback$/ };
const beta = [{ name: "beta", description: "A beta" }];

async function sayHello(interaction: Interaction): Promise<void> {
  if (interaction.isRepliable()) await interaction.reply("Hello");
}

const codesOf = (errors: readonly unknown[]): unknown[] =>
  errors.map((error) => (error instanceof DiscordAPIError ? error.code : error));

test("after a 429 the bot waits as told and answers", async () => {
  const courseServer = await openCourseServer();
  const { client } = await startBot(courseServer, sayHello);
  await client.application.commands.set(beta);
  courseServer.faults.next(callbacks, { kind: "rate-limit", retryAfterSeconds: 0.05 });
  expect((await courseServer.user("student-1").command("beta")).message?.content).toBe("Hello");
  const statuses = courseServer.requests.filter(({ path }) => path.endsWith("/callback")).map(({ status }) => status);
  expect(statuses).toEqual([429, 204]);
});

test("a 500 is tried again; where it lasts, the person learns that nothing came", async () => {
  const clock = new ManualClock();
  const courseServer = await openCourseServer({ clock });
  const { client, errors } = await startBot(courseServer, sayHello);
  await client.application.commands.set(beta);
  const ada = courseServer.user("student-1");
  courseServer.faults.next(callbacks, { kind: "status", status: 500 });
  expect((await ada.command("beta")).message?.content).toBe("Hello");

  courseServer.faults.next(callbacks, { kind: "status", status: 500 }, 4);
  const request = ada.command("beta");
  await expect.poll(() => errors.length).toBe(1);
  clock.pass(3000);
  expect(await request).toMatchObject({ message: null, failure: "The application did not respond" });
});

test("a callback that hangs is tried again; one that always hangs, or is cut off, is given up", async () => {
  const clock = new ManualClock();
  const courseServer = await openCourseServer({ clock });
  const { client, errors } = await startBot(courseServer, sayHello, { timeout: 500 });
  await client.application.commands.set(beta);
  const ada = courseServer.user("student-1");
  courseServer.faults.next(callbacks, { kind: "hang" });
  expect((await ada.command("beta")).message?.content).toBe("Hello");
  for (const [index, kind] of (["hang", "disconnect"] as const).entries()) {
    courseServer.faults.next(callbacks, { kind }, 4);
    const request = ada.command("beta");
    await expect.poll(() => errors.length, { timeout: 10_000 }).toBe(index + 1);
    courseServer.faults.clear();
    clock.pass(3000);
    expect(await request).toMatchObject({ message: null, failure: "The application did not respond" });
  }
});

test("an interaction missed while the line was cut is answered after the resume", async () => {
  const courseServer = await openCourseServer();
  const { client } = await startBot(courseServer, sayHello);
  await client.application.commands.set(beta);
  const resumed = new Promise((resolve) => client.once("shardResume", (_, replayed) => resolve(replayed)));
  courseServer.faults.dropConnections();
  const { message } = await courseServer.user("student-1").command("beta");
  expect(message?.content).toBe("Hello");
  expect(await resumed).toBeGreaterThan(0);
});

test("a bot request to reconnect resumes; one whose session is over identifies again", async () => {
  const courseServer = await openCourseServer();
  const { client } = await startBot(courseServer, sayHello);
  await client.application.commands.set(beta);
  const ada = courseServer.user("student-1");
  const resumed = new Promise((resolve) => client.once("shardResume", resolve));
  courseServer.faults.requestReconnect();
  await resumed;
  expect((await ada.command("beta")).message?.content).toBe("Hello");

  const ready = new Promise((resolve) => client.once("shardReady", resolve));
  courseServer.faults.invalidateSessions();
  await ready;
  expect((await ada.command("beta")).message?.content).toBe("Hello");
}, 30_000);

test("a late first response is refused with 10062, a second one with 40060", async () => {
  const clock = new ManualClock();
  const courseServer = await openCourseServer({ clock });
  const { client, errors } = await startBot(courseServer, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    if (interaction.commandName === "beta") clock.pass(3001);
    const { id, token } = interaction;
    const body = { type: 4, data: { content: "Hello" } };
    await client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
    await client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
  });
  await client.application.commands.set([...beta, { name: "twice", description: "…" }]);
  const ada = courseServer.user("student-1");
  expect((await ada.command("beta")).failure).toBe("The application did not respond");
  expect((await ada.command("twice")).message?.content).toBe("Hello");
  await expect.poll(() => codesOf(errors)).toEqual([10062, 40060]);
});

test("after fifteen minutes the interaction's token is refused with 50027, and the wait is over for the person", async () => {
  const clock = new ManualClock();
  const courseServer = await openCourseServer({ clock });
  const { client, errors } = await startBot(courseServer, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    clock.pass(15 * 60 * 1000 + 1);
    await interaction.editReply("Too late");
  });
  await client.application.commands.set(beta);
  const ada = courseServer.user("student-1");
  expect((await ada.command("beta")).failure).toBe("The application did not respond");
  await expect.poll(() => codesOf(errors)).toEqual([50027]);
  expect(ada.messages()).toEqual([]);
});

test("tokens can be made to expire at once", async () => {
  const courseServer = await openCourseServer();
  const { client, errors } = await startBot(courseServer, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply("First");
    courseServer.faults.expireTokens();
    await interaction.editReply("Second");
  });
  await client.application.commands.set(beta);
  expect((await courseServer.user("student-1").command("beta")).message?.content).toBe("First");
  await expect.poll(() => codesOf(errors)).toEqual([50027]);
});

test("before the first response there is no webhook, and a deleted message is unknown", async () => {
  const courseServer = await openCourseServer();
  const { client, errors } = await startBot(courseServer, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.webhook.send("Too early").catch((error: unknown) => errors.push(error));
    await interaction.reply("Hello");
    await interaction.deleteReply();
    await interaction.editReply("Gone");
  });
  await client.application.commands.set(beta);
  await courseServer.user("student-1").command("beta");
  await expect.poll(() => codesOf(errors)).toEqual([10015, 10008]);
});

test("a response that the interaction can't have is refused", async () => {
  const courseServer = await openCourseServer();
  const illegal = { beta: [1, 6, 7, 8], modal: [9] };
  const { client, errors } = await startBot(courseServer, async (interaction) => {
    if (interaction.isAutocomplete()) return;
    const { id, token } = interaction;
    const kinds = interaction.isModalSubmit() ? illegal.modal : illegal.beta;
    for (const type of kinds) {
      const body = { type, data: { content: "x" } };
      await client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false }).catch((error: unknown) => errors.push(error));
    }
    const components = [{ type: ComponentType.ActionRow, components: [{ type: ComponentType.TextInput, custom_id: "a", label: "A", style: 1 }] }];
    if (interaction.isChatInputCommand()) await interaction.showModal({ custom_id: "m", title: "M", components } as never);
    else if (interaction.isModalSubmit()) await interaction.reply("Hello");
  });
  await client.application.commands.set(beta);
  const ada = courseServer.user("student-1");
  const { modal } = await ada.command("beta");
  expect((await ada.submit(modal!, { a: "1" })).message?.content).toBe("Hello");
  expect(codesOf(errors)).toEqual([50035, 50035, 50035, 50035, 50035]);
});

test("commands that are gone and custom ids made up reach the bot where a test forces them", async () => {
  const courseServer = await openCourseServer();
  const { client } = await startBot(courseServer, async (interaction) => {
    if (interaction.isChatInputCommand() && interaction.commandName === "beta") {
      const button = { type: ComponentType.Button as const, style: ButtonStyle.Primary as const, label: "Go", custom_id: "real" };
      await interaction.reply({ content: "?", components: [{ type: ComponentType.ActionRow, components: [button] }] });
    } else if (interaction.isChatInputCommand()) await interaction.reply(`No ${interaction.commandName}`);
    else if (interaction.isButton()) await interaction.reply(`No ${interaction.customId}`);
  });
  await client.application.commands.set(beta);
  const ada = courseServer.user("student-1");
  expect((await ada.command("gone", { of: "it" }, { force: true })).message?.content).toBe("No gone");
  const { message } = await ada.command("beta");
  expect((await ada.click(message!.id, "real+tampered", { force: true })).message?.content).toBe("No real+tampered");
});

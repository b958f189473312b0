import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from "discord.js";
import { expect, test } from "vitest";
import type { CourseServer } from "../src/start-course-server.ts";
import { specFaults } from "../testing/spec-faults.ts";
import { openCourseServer, startBot } from "./fixtures.ts";

const { String: text, Integer, Number: number, Boolean: truth, User, Attachment, Subcommand } = ApplicationCommandOptionType;
const row = (...components: object[]): never => ({ type: ComponentType.ActionRow, components }) as never;
const button = (custom_id: string): object => ({ type: ComponentType.Button, style: ButtonStyle.Primary, label: "Go", custom_id });

async function withBot(
  commands: readonly object[],
  answer: (interaction: Interaction) => Promise<unknown>,
): Promise<{ courseServer: CourseServer; errors: unknown[] }> {
  const courseServer = await openCourseServer();
  const { client, errors } = await startBot(courseServer, answer);
  await client.application.commands.set(commands as never);
  return { courseServer, errors };
}

test("options of every type arrive as they were filled in", async () => {
  const options = [
    { type: text, name: "word", description: "…", required: true },
    { type: Integer, name: "count", description: "…" },
    { type: number, name: "share", description: "…" },
    { type: truth, name: "loud", description: "…" },
    { type: User, name: "who", description: "…" },
    { type: Attachment, name: "file", description: "…" },
  ];
  const { courseServer } = await withBot([{ name: "echo", description: "…", options }], async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options: given } = interaction;
    const file = await fetch(given.getAttachment("file", true).url);
    const said = [given.getString("word"), given.getInteger("count"), given.getNumber("share"), given.getBoolean("loud")];
    await interaction.reply([...said, given.getUser("who")?.username, await file.text()].join(" "));
  });
  const ada = courseServer.user("student-1");
  const file = ada.upload("prices.csv", Buffer.from("date,JPM")).id;
  const who = courseServer.user("student-2").person.id;
  const { message } = await ada.command("echo", { word: "β", count: 3, share: 0.5, loud: true, who, file });
  expect(message?.content).toBe("β 3 0.5 true ben date,JPM");
  await expect(ada.command("echo", { word: "β", count: 1.5 })).rejects.toMatchObject({ option: "count" });
  await expect(ada.command("echo", {})).rejects.toMatchObject({ option: "word" });
  await expect(ada.command("echo", { word: "β", wrod: "β" })).rejects.toMatchObject({ option: "wrod" });
});

test("a subcommand is a listing of its own and arrives nested", async () => {
  const options = [{ type: Subcommand, name: "list", description: "All of it" }];
  const { courseServer } = await withBot([{ name: "data", description: "…", options }], async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(interaction.options.getSubcommand());
  });
  const ada = courseServer.user("student-1");
  expect(ada.commands().map(({ path }) => path)).toEqual([["data", "list"]]);
  expect((await ada.command("data list")).message?.content).toBe("list");
  await expect(ada.command("data")).rejects.toThrow("There is no command called /data.");
});

test("autocomplete asks the bot with the text typed so far", async () => {
  const options = [{ type: text, name: "ticker", description: "…", autocomplete: true }];
  const { courseServer } = await withBot([{ name: "beta", description: "…", options }], async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: `${interaction.options.getFocused()}M`, value: "JPM" }]);
  });
  const choices = await courseServer.user("student-1").autocomplete("beta", { ticker: "JP" }, "ticker");
  expect(choices).toEqual([{ name: "JPM", value: "JPM" }]);
  expect(specFaults(courseServer.requests)).toEqual([]);
});

test("a button changes its message in place, at once or after a deferral", async () => {
  const { courseServer } = await withBot([{ name: "count", description: "…" }], async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "0", components: [row(button("one"), button("two"))] });
    if (!interaction.isButton()) return;
    if (interaction.customId === "one") return interaction.update({ content: "1" });
    await interaction.deferUpdate();
    return interaction.editReply({ content: "2", components: [] });
  });
  const ada = courseServer.user("student-1");
  const { message } = await ada.command("count");
  const first = await ada.click(message!.id, "one");
  expect(first.message).toMatchObject({ id: message!.id, content: "1" });
  expect(first.message?.components).toHaveLength(1);
  const second = await ada.click(message!.id, "two");
  expect(second.message).toMatchObject({ id: message!.id, content: "2", components: [] });
  await expect(ada.click(message!.id, "one")).rejects.toThrow("nothing of this custom id");
  expect(ada.messages()).toHaveLength(1);
  expect(specFaults(courseServer.requests)).toEqual([]);
});

test("a modal opens from a button, is filled in and answered", async () => {
  const modal = {
    custom_id: "answer",
    title: "Your answer",
    components: [
      row({ type: ComponentType.TextInput, custom_id: "beta", label: "β", style: TextInputStyle.Short, max_length: 10 }),
    ],
  };
  const { courseServer } = await withBot([{ name: "check", description: "…" }], async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "Ready?", components: [row(button("open"))] });
    if (interaction.isButton()) await interaction.showModal(modal);
    if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.update(`I read ${interaction.fields.getTextInputValue("beta")}`);
    }
  });
  const ada = courseServer.user("student-1");
  const { message } = await ada.command("check");
  const opened = await ada.click(message!.id, "open");
  expect(opened.modal?.modal.title).toBe("Your answer");
  await expect(ada.submit(opened.modal!, { beta: "12345678901" })).rejects.toMatchObject({ option: "beta" });
  const answered = await ada.submit(opened.modal!, { beta: "1.39" });
  expect(answered.message).toMatchObject({ id: message!.id, content: "I read 1.39" });
  await expect(ada.submit(opened.modal!, { beta: "1.39" })).rejects.toThrow("not open any more");
  expect(specFaults(courseServer.requests)).toEqual([]);
});

test("labels of a modal carry selects", async () => {
  const options = ["OLS", "HAC"].map((value) => ({ label: value, value }));
  const select = { type: ComponentType.StringSelect, custom_id: "errors", options };
  const modal = { custom_id: "m", title: "Errors", components: [{ type: ComponentType.Label, label: "Kind", component: select }] };
  const { courseServer } = await withBot([{ name: "kind", description: "…" }], async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(modal as never);
    if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getStringSelectValues("errors").join(" "));
  });
  const ada = courseServer.user("student-1");
  const { modal: opened } = await ada.command("kind");
  await expect(ada.submit(opened!, { errors: ["GLS"] })).rejects.toMatchObject({ option: "errors" });
  expect((await ada.submit(opened!, { errors: ["HAC"] })).message?.content).toBe("HAC");
});

test("selects send what was chosen, and people with who they are", async () => {
  const options = ["SPY", "Mkt-RF"].map((value) => ({ label: value, value }));
  const { courseServer } = await withBot([{ name: "pick", description: "…" }], async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const factor = row({ type: ComponentType.StringSelect, custom_id: "factor", options, max_values: 2 });
      await interaction.reply({ content: "?", components: [factor, row({ type: ComponentType.UserSelect, custom_id: "who" })] });
    }
    if (interaction.isStringSelectMenu()) await interaction.update(interaction.values.join(" + "));
    if (interaction.isUserSelectMenu()) await interaction.update(interaction.users.first()?.username ?? "nobody");
  });
  const ada = courseServer.user("student-1");
  const { id } = (await ada.command("pick")).message!;
  expect((await ada.select(id, "factor", ["SPY", "Mkt-RF"])).message?.content).toBe("SPY + Mkt-RF");
  await expect(ada.select(id, "factor", ["HML"])).rejects.toThrow("not among the choices");
  expect((await ada.select(id, "who", [courseServer.user("instructor").person.id])).message?.content).toBe("prof.okafor");
});

test("context menus act on a message and on a person", async () => {
  const menus = [
    { name: "Ask Factor TA", type: ApplicationCommandType.Message },
    { name: "Progress", type: ApplicationCommandType.User },
  ];
  const { courseServer } = await withBot(menus, async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(`About: ${interaction.targetMessage.content}`);
    if (interaction.isUserContextMenuCommand()) await interaction.reply(`About ${interaction.targetUser.username}`);
  });
  const ada = courseServer.user("student-1");
  const question = ada.say("Why is β of WMT below 1?");
  const about = await courseServer.user("student-2").menu("Ask Factor TA", question.id);
  expect(about.message?.content).toBe("About: Why is β of WMT below 1?");
  expect((await ada.menu("Progress", ada.person.id)).message?.content).toBe("About ada");
});

test("an ephemeral answer is seen by its asker alone and outlives the edit of its deferral", async () => {
  const { courseServer } = await withBot([{ name: "score", description: "…" }], async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply("7 of 8");
    await interaction.followUp("Everybody sees this");
    await interaction.followUp({ content: "Only you", flags: MessageFlags.Ephemeral });
  });
  const [ada, ben] = [courseServer.user("student-1"), courseServer.user("student-2")];
  const last = ada.nextMessage(({ content }) => content === "Only you");
  const { message, isEphemeral } = await ada.command("score");
  expect([message?.content, isEphemeral]).toEqual(["7 of 8", true]);
  await last;
  expect(ada.messages().map(({ content }) => content)).toEqual(["7 of 8", "Everybody sees this", "Only you"]);
  expect(ben.messages().map(({ content }) => content)).toEqual(["Everybody sees this"]);
  await expect(ben.click(message!.id, "x", { force: true })).rejects.toThrow("no such message");
  ada.dismiss(message!.id);
  expect(ada.messages()).toHaveLength(2);
  expect(specFaults(courseServer.requests)).toEqual([]);
});

test("while the answer is deferred the channel shows that the bot thinks", async () => {
  const { courseServer } = await withBot([{ name: "slow", description: "…" }], async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { resource } = await interaction.deferReply({ withResponse: true });
    await interaction.editReply(`I was ${resource?.message?.flags.has(MessageFlags.Loading) === true ? "thinking" : "idle"}`);
  });
  const ada = courseServer.user("student-1");
  const thinking = ada.nextMessage(() => true);
  const { message } = await ada.command("slow");
  expect((await thinking)?.flags).toBe(MessageFlags.Loading);
  expect(message).toMatchObject({ content: "I was thinking", flags: 0, edited_timestamp: null });
});

test("the first follow-up of an open deferral takes its place", async () => {
  const { courseServer } = await withBot([{ name: "late", description: "…" }], async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp("Here");
  });
  const ada = courseServer.user("student-1");
  expect((await ada.command("late")).message?.content).toBe("Here");
  expect(ada.messages()).toHaveLength(1);
});

test("an edit that brings files drops the old ones, one that doesn't keeps them", async () => {
  const file = (name: string): { attachment: Buffer; name: string } => ({ attachment: Buffer.from(name), name });
  const { courseServer, errors } = await withBot([{ name: "files", description: "…" }], async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({ content: "a", files: [file("a.txt")] });
    expect((await interaction.editReply("b")).attachments.map(({ name }) => name)).toEqual(["a.txt"]);
    expect((await interaction.editReply({ files: [file("b.txt")] })).attachments.map(({ name }) => name)).toEqual(["b.txt"]);
    await interaction.deleteReply();
    await interaction.followUp("done");
  });
  const ada = courseServer.user("student-1");
  const done = ada.nextMessage(({ content }) => content === "done");
  await ada.command("files");
  await done;
  expect(errors).toEqual([]);
  expect(ada.messages()).toHaveLength(1);
});

test("a message that mentions the bot reaches it with its words, others without", async () => {
  const courseServer = await openCourseServer();
  const { client } = await startBot(courseServer, () => Promise.resolve(), {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  });
  const heard: string[] = [];
  client.on("messageCreate", (message) => {
    if (message.author.bot) return;
    heard.push(message.content);
    if (message.mentions.has(client.user)) void message.reply("You called?");
  });
  const ada = courseServer.user("student-1");
  ada.say("Not for the bot");
  const { message } = await ada.mention("what is β?");
  expect(message?.content).toBe("You called?");
  expect(heard).toEqual(["", `<@${courseServer.botId}> what is β?`]);
  expect(specFaults(courseServer.requests)).toEqual([]);
});

test("a command is offered to those with its permissions, and where its contexts allow", async () => {
  const commands = [
    { name: "open", description: "…", default_member_permissions: "32", contexts: [0] },
    { name: "beta", description: "…" },
  ];
  const { courseServer } = await withBot(commands, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(interaction.inGuild() ? "server" : "direct");
  });
  const [ada, instructor] = [courseServer.user("student-1"), courseServer.user("instructor")];
  const names = (user: typeof ada): string[] => user.commands().map(({ path }) => path.join(" "));
  expect(names(ada)).toEqual(["beta"]);
  expect(names(instructor)).toEqual(["beta", "open"]);
  expect(names(instructor.inDirectMessages())).toEqual(["beta"]);
  await expect(ada.command("open")).rejects.toThrow("no command called /open");
  expect((await ada.command("open", {}, { force: true })).message?.content).toBe("server");
  expect((await ada.inDirectMessages().command("beta")).message?.content).toBe("direct");
  expect(ada.messages()).toHaveLength(1);
});

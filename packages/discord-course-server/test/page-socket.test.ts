import { once } from "node:events";
import { ApplicationCommandOptionType, ButtonStyle, ComponentType, type Interaction, MessageFlags } from "discord.js";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { PageAction, PageEvent } from "../src/page-protocol.ts";
import type { CourseServer } from "../src/start-course-server.ts";
import { openCourseServer, startBot } from "./fixtures.ts";

type Named<Name extends PageEvent["event"]> = Extract<PageEvent, { event: Name }>;

/** A tab, as the page is one. */
class Tab {
  readonly events: PageEvent[] = [];
  private readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (raw: Buffer) => this.events.push(JSON.parse(raw.toString()) as PageEvent));
  }

  do(action: PageAction): void {
    this.socket.send(JSON.stringify(action));
  }

  /** The first event of the name, once it is there. */
  async told<Name extends PageEvent["event"]>(name: Name, fits: (event: Named<Name>) => boolean = () => true): Promise<Named<Name>> {
    const find = (): Named<Name> | undefined =>
      this.events.find((event): event is Named<Name> => event.event === name && fits(event as Named<Name>));
    await expect.poll(find, { timeout: 5000 }).toBeDefined();
    return find()!;
  }
}

async function open(courseServer: CourseServer, person: string): Promise<Tab> {
  const socket = new WebSocket(`${courseServer.url.replace("http", "ws")}/page`);
  const tab = new Tab(socket);
  await once(socket, "open");
  tab.do({ act: "hello", person });
  await tab.told("state");
  return tab;
}

const button = { type: ComponentType.Button, style: ButtonStyle.Primary, label: "Go", custom_id: "go" } as const;
const modal = {
  custom_id: "m",
  title: "M",
  components: [{ type: ComponentType.ActionRow, components: [{ type: ComponentType.TextInput, custom_id: "a", label: "A", style: 1 }] }],
};

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) return interaction.respond([{ name: "JPM", value: "JPM" }]);
  if (interaction.isButton()) return interaction.showModal(modal as never);
  if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue("a"));
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === "secret") return interaction.reply({ content: "Yours", flags: MessageFlags.Ephemeral });
  if (interaction.commandName === "silent") return;
  await interaction.deferReply();
  const files = [{ attachment: Buffer.from("β"), name: "beta.txt" }];
  return interaction.editReply({ content: "Here", components: [{ type: ComponentType.ActionRow, components: [button] }], files });
}

const ticker = { type: ApplicationCommandOptionType.String as const, name: "ticker", description: "…", required: true, autocomplete: true };

async function course(): Promise<CourseServer> {
  const courseServer = await openCourseServer({ page: { folder: "nowhere", examples: ["/beta JPM"] } });
  const { client } = await startBot(courseServer, answer);
  const more = ["secret", "silent"].map((name) => ({ name, description: "…" }));
  await client.application.commands.set([{ name: "beta", description: "A beta", options: [ticker] }, ...more]);
  return courseServer;
}

test("a tab is told who it is, who is there, and what it may run", async () => {
  const tab = await open(await course(), "student-2");
  const state = await tab.told("state");
  expect(state).toMatchObject({ me: { key: "student-2", displayName: "Ben" }, bot: { online: true }, examples: ["/beta JPM"] });
  expect(state.people.map(({ role }) => role)).toEqual(["student", "student", "instructor"]);
  expect(state.channels.map(({ kind }) => kind)).toEqual(["course", "direct"]);
  const [beta] = state.commands;
  expect(beta).toMatchObject({ path: ["beta"], kind: "slash", options: [{ name: "ticker", type: "text", required: true, autocomplete: true }] });
});

test("a command goes from thinking to its answer in every tab, and is there after a reload", async () => {
  const courseServer = await course();
  const [ada, ben] = [await open(courseServer, "student-1"), await open(courseServer, "student-2")];
  ada.do({ act: "autocomplete", request: 1, path: ["beta"], values: { ticker: "J" }, focused: "ticker" });
  expect((await ada.told("choices")).choices).toEqual([{ name: "JPM", value: "JPM" }]);
  ada.do({ act: "run", request: 2, path: ["beta"], values: { ticker: "JPM" } });
  const { message } = await ada.told("answered");
  expect((await ben.told("message-created")).message).toMatchObject({ id: message, flags: MessageFlags.Loading });
  const { message: filled } = await ben.told("message-updated");
  expect(filled.content).toBe("Here");
  expect(new URL(filled.attachments[0]!.url).host).toBe(new URL(courseServer.url).host);
  expect(await (await fetch(filled.attachments[0]!.url)).text()).toBe("β");
  const again = await open(courseServer, "student-2");
  expect((await again.told("state")).messages.map(({ content }) => content)).toEqual(["Here"]);
});

test("a button opens a modal and its form is answered", async () => {
  const courseServer = await course();
  const ada = await open(courseServer, "student-1");
  ada.do({ act: "run", request: 1, path: ["beta"], values: { ticker: "JPM" } });
  const { message } = await ada.told("message-updated");
  ada.do({ act: "click", request: 2, message: message.id, customId: "go" });
  const opened = await ada.told("modal");
  expect(opened.modal.modal.title).toBe("M");
  ada.do({ act: "submit", request: 3, modal: opened.modal.id, values: { a: "1.39" } });
  expect((await ada.told("message-created", (event) => event.message.content !== "")).message.content).toBe("1.39");
});

test("what is for one person's eyes reaches no other tab, not even after becoming that person", async () => {
  const courseServer = await course();
  const [ada, ben] = [await open(courseServer, "student-1"), await open(courseServer, "student-2")];
  ada.do({ act: "run", request: 1, path: ["secret"], values: {} });
  const { message } = await ada.told("message-created");
  ben.do({ act: "say", request: 1, content: "Anybody?" });
  await ben.told("answered");
  expect(JSON.stringify(ben.events)).not.toContain("Yours");
  ada.do({ act: "switch-person", person: "student-2" });
  const state = await ada.told("state", ({ me }) => me.key === "student-2");
  expect(state.messages.map(({ content }) => content)).toEqual(["Anybody?"]);
  ben.do({ act: "switch-person", person: "student-1" });
  expect((await ben.told("state", ({ me }) => me.key === "student-1")).messages).toHaveLength(2);
  ben.do({ act: "dismiss", message: message.id });
  expect((await ben.told("message-deleted")).id).toBe(message.id);
});

test("a refusal names the option, and a silent bot is reported", async () => {
  const ada = await open(await course(), "student-1");
  ada.do({ act: "run", request: 1, path: ["beta"], values: {} });
  expect(await ada.told("refused")).toMatchObject({ request: 1, option: "ticker" });
  ada.do({ act: "run", request: 2, path: ["silent"], values: {} });
  expect(await ada.told("failed")).toEqual({ event: "failed", request: 2, message: "The application did not respond" });
});

test("direct messages are between one person and the bot", async () => {
  const courseServer = await course();
  const [ada, ben] = [await open(courseServer, "student-1"), await open(courseServer, "student-2")];
  const channel = (await ada.told("state")).channels.find(({ kind }) => kind === "direct")!.id;
  ada.do({ act: "switch-channel", channel });
  await ada.told("state", (event) => event.channel.id === channel);
  ada.do({ act: "say", request: 1, content: "Just us" });
  await ada.told("answered");
  ben.do({ act: "switch-channel", channel });
  const channels = (): string[] => ben.events.flatMap((event) => (event.event === "state" ? [event.channel.kind] : []));
  await expect.poll(channels).toEqual(["course", "course"]);
  expect(JSON.stringify(ben.events)).not.toContain("Just us");
});

test("a frame that is no action closes the tab's line", async () => {
  const courseServer = await course();
  for (const frame of ["[", "{}", '{"act":"run","request":1,"path":"beta","values":{}}', '{"act":"toString"}']) {
    const socket = new WebSocket(`${courseServer.url.replace("http", "ws")}/page`);
    await once(socket, "open");
    socket.send(frame);
    expect(((await once(socket, "close")) as [number])[0]).toBe(1008);
  }
});

import { ApplicationCommandOptionType, DiscordAPIError, type Interaction } from "discord.js";
import { expect, test } from "vitest";
import { ManualClock } from "./manual-clock.ts";
import { openCourseServer, startBot } from "./fixtures.ts";

const ticker = { type: ApplicationCommandOptionType.String as const, name: "ticker", description: "…", autocomplete: true };

/** What Discord says to responses of this type with these data: the nested errors of each. */
async function refusals(kind: "command" | "autocomplete", type: number, datas: readonly object[]): Promise<unknown[]> {
  const clock = new ManualClock();
  const courseServer = await openCourseServer({ clock });
  const { client, errors } = await startBot(courseServer, async (interaction: Interaction) => {
    for (const data of datas) {
      const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
      await client.rest.post(path, { body: { type, data }, auth: false }).catch((error: unknown) => errors.push(error));
    }
    clock.pass(3000);
  });
  await client.application.commands.set([{ name: "beta", description: "…", options: [ticker] }]);
  const ada = courseServer.user("student-1");
  if (kind === "command") await ada.command("beta");
  else await ada.autocomplete("beta", { ticker: "" }, "ticker").catch(() => null);
  return errors.map((error) => (error instanceof DiscordAPIError && "errors" in error.rawError ? error.rawError.errors : error));
}

const fault = (code: string): object => ({ _errors: [expect.objectContaining({ code })] });

test("the path of a fault in a first response begins at its data", async () => {
  const [embed, file] = await refusals("command", 4, [
    { embeds: [{ fields: [{ name: "", value: "1" }] }] },
    { embeds: [{ thumbnail: { url: "attachment://none.png" } }] },
  ]);
  expect(embed).toEqual({ data: { embeds: { 0: { fields: { 0: { name: fault("BASE_TYPE_REQUIRED") } } } } } });
  const missing = fault("UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND");
  expect(file).toEqual({ data: { embeds: { 0: { thumbnail: { url: missing } } } } });
});

test("a modal's title, its places and their custom ids are checked", async () => {
  const input = (custom_id: string): object => ({ type: 1, components: [{ type: 4, style: 1, label: "β", custom_id }] });
  const label = (component: object): object => ({ type: 18, label: "Kind", component });
  const [title, many, twice, radio] = await refusals("command", 9, [
    { custom_id: "m", title: "β".repeat(46), components: [input("a")] },
    { custom_id: "m", title: "M", components: ["a", "b", "c", "d", "e", "f"].map(input) },
    { custom_id: "m", title: "M", components: [input("a"), input("a")] },
    { custom_id: "m", title: "M", components: [label({ type: 21, custom_id: "r", options: [{ label: "one", value: "1" }] })] },
  ]);
  expect(title).toEqual({ data: { title: fault("BASE_TYPE_BAD_LENGTH") } });
  expect(many).toEqual({ data: { components: fault("BASE_TYPE_BAD_LENGTH") } });
  const duplicated = fault("COMPONENT_CUSTOM_ID_DUPLICATED");
  expect(twice).toEqual({ data: { components: { 1: { components: { 0: { custom_id: duplicated } } } } } });
  expect(radio).toEqual({ data: { components: { 0: { component: { options: fault("BASE_TYPE_BAD_LENGTH") } } } } });
});

test("suggestions are at most 25, of 100 characters, and of the option's type", async () => {
  const choices = (count: number): object[] => Array.from({ length: count }, (_, index) => ({ name: `${index}`, value: `${index}` }));
  const [many, long, typed] = await refusals("autocomplete", 8, [
    { choices: choices(26) },
    { choices: [{ name: "β".repeat(101), value: "b" }] },
    { choices: [{ name: "one", value: 1 }] },
  ]);
  expect(many).toEqual({ data: { choices: fault("BASE_TYPE_MAX_LENGTH") } });
  expect(long).toEqual({ data: { choices: { 0: { name: fault("BASE_TYPE_BAD_LENGTH") } } } });
  expect(typed).toEqual({ data: { choices: { 0: { value: fault("BASE_TYPE_STRING") } } } });
});

test("where no bot is there, nobody responds", async () => {
  const clock = new ManualClock();
  const courseServer = await openCourseServer({ clock });
  const request = courseServer.user("student-1").command("beta", {}, { force: true });
  clock.pass(3000);
  expect(await request).toMatchObject({ failure: "The application did not respond" });
});

test("a slow line delays answers and changes none", async () => {
  const courseServer = await openCourseServer({ latency: 20 });
  const { client } = await startBot(courseServer, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply("Hello");
  });
  await client.application.commands.set([{ name: "beta", description: "…" }]);
  expect((await courseServer.user("student-1").command("beta")).message?.content).toBe("Hello");
});

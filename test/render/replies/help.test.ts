import { afterAll, expect, test } from "vitest";
import { chapterParts } from "../../../src/commands/app-context.ts";
import { commands } from "../../../src/commands/index.ts";
import { withCommandMentions, type CommandIds } from "../../../src/render/command-mentions.ts";
import { messageOf } from "../../../src/render/message.ts";
import { helpReply } from "../../../src/render/replies/help.ts";
import { openAsking, replyOf } from "../../commands/asking.ts";

const asking = openAsking();
afterAll(() => asking.close());
const help = async (typed: string) => replyOf(await asking.ask(typed));
const linesOf = ({ embeds }: Awaited<ReturnType<typeof help>>) => (embeds[0]?.description ?? "").split("\n");

test("/help is six lines with every command of a student, and a menu of them", async () => {
  const { menu, ...shown } = await help("/help");
  const named = commands.filter(({ listed, audience }) => listed && audience === "everyone").map(({ name }) => name);
  expect(linesOf(shown)).toHaveLength(6);
  expect([...(shown.embeds[0]?.description ?? "").matchAll(/`\/([^`]+)`/gu)].map(([, name]) => name)).toEqual(expect.arrayContaining(named));
  expect(menu?.choices.map(({ value }) => value).sort()).toEqual(named.filter((name) => name !== "help").sort());
  // Discord shows no more in one menu: a further command needs another way to be chosen.
  expect(menu?.choices.length).toBeLessThanOrEqual(25);
  expect(new Set(commands.map(({ part }) => part)).size).toBeLessThanOrEqual(chapterParts.length);
});

test("the menu is a select below the buttons, whose choice is /help's option", async () => {
  const rows = messageOf(await help("/help")).components;
  expect(rows).toHaveLength(2);
  expect(rows[1]?.components[0]).toMatchObject({ type: 3, custom_id: "1/help", placeholder: "What does a command do?" });
});

test.each(["/help hedge", "/help /hedge", "/help HEDGE"])("%s tells of that command: each option, and an example to start", async (typed) => {
  const shown = await help(typed);
  expect(shown.embeds[0]?.title).toBe("/hedge");
  expect(linesOf(shown).some((line) => line.startsWith("`ticker` "))).toBe(true);
  expect(shown.nextSteps[0]).toMatchObject({ label: "/hedge JPM", command: "hedge", options: { ticker: "JPM" } });
});

test("every student's command has help, and every example in it is read", async () => {
  for (const { name, listed, audience } of commands) {
    if (!listed || audience !== "everyone") continue;
    const shown = await help(`/help ${name}`);
    expect(shown.embeds[0]?.title, name).toBe(`/${name}`);
    for (const { command } of shown.nextSteps) expect(commands.map((each) => each.name)).toContain(command);
  }
});

test("a command that there is not is met with the nearest one", async () => {
  const { problem } = await asking.ask("/help hegde");
  expect(problem).toMatchObject({ kind: "unknown-command", nearest: ["hedge"] });
});

test("an instructor's help names every command, each with the mention that opens it, and nothing is cut", () => {
  const listed = commands.filter((command) => command.listed);
  const whole = helpReply(chapterParts.map((part) => ({ title: part, commands: listed.filter((command) => command.part === part) })), []);
  const ids = new Map(listed.map(({ name }) => [name, "12345678901234567890"]));
  const shown = (known: CommandIds): string => messageOf(withCommandMentions(whole, known)).embeds.map(({ description }) => description).join("\n");
  expect(shown(new Map()).match(/`\/[a-z -]+`/gu)).toHaveLength(listed.length);
  expect(shown(ids).match(/<\/[a-z -]+:\d+>/gu)).toHaveLength(listed.length);
  expect(shown(ids)).not.toContain("…");
});

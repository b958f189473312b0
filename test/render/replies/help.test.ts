import { expect, test } from "vitest";
import { chapterParts } from "../../../src/commands/app-context.ts";
import { commands } from "../../../src/commands/index.ts";
import { withCommandMentions, type CommandIds } from "../../../src/render/command-mentions.ts";
import { messageOf } from "../../../src/render/message.ts";
import { helpReply } from "../../../src/render/replies/help.ts";
import { replyText } from "../reply-text.ts";

test("the whole reply", () => {
  expect(
    replyText(helpReply([{ part: "Regression", commands: [{ name: "beta", description: "β of an asset" }, { name: "regress", description: "the table" }] }, { part: "Risk", commands: [] }])),
  ).toMatchInlineSnapshot(`
    "# What you can ask me (#0072b2)
    Type \`/\` and choose, or start with a button below.

    **Regression**
    \`/beta\` β of an asset
    \`/regress\` the table

    **Risk**
    _β, α and ratios come with their intervals, every reply with the line it can be made again from._
    [/beta JPM] /beta ticker:JPM primary
    [What is β?] /explain topic:beta
    [Which data are loaded?] /data list
    [Does it reproduce the chapter?] /selftest
    for asker; result: parts"
  `);
});

test("an instructor's help names every command, each with the mention that opens it, and nothing is cut", () => {
  const listed = commands.filter((command) => command.listed);
  const help = helpReply(chapterParts.map((part) => ({ part, commands: listed.filter((command) => command.part === part) })));
  const ids = new Map(listed.map(({ name }) => [name, "12345678901234567890"]));
  const shown = (known: CommandIds): string => messageOf(withCommandMentions(help, known)).embeds.map(({ description }) => description).join("\n");
  expect(shown(new Map()).match(/^`\/[a-z -]+`/gmu)).toEqual(chapterParts.flatMap((part) => listed.filter((command) => command.part === part).map(({ name }) => `\`/${name}\``)));
  expect(shown(ids).match(/^<\/[a-z -]+:\d+>/gmu)).toHaveLength(listed.length);
  expect(shown(ids)).not.toContain("…");
});

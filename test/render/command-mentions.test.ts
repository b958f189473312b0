import { expect, test } from "vitest";
import { withCommandMentions, type CommandIds } from "../../src/render/command-mentions.ts";
import { plain } from "../../src/render/plain.ts";
import { reply } from "../../src/render/reply.ts";

const id = "1234567890123456789";
const ids: CommandIds = new Map([["beta", id], ["data list", id], ["explain", id]]);
const mentioned = (description: string, known = ids): string => withCommandMentions(reply({ embed: { description }, result: {} }), known).embeds[0]?.description ?? "";

test.each([
  { name: "a command alone", text: "Ask `/beta`.", expected: `Ask </beta:${id}>.` },
  { name: "with its options, which stay to be read", text: "I read this as `/beta JPM from:2010-01-01`", expected: `I read this as </beta:${id}> \`JPM from:2010-01-01\`` },
  { name: "a subcommand, by the id of its group", text: "`/data list` shows them", expected: `</data list:${id}> shows them` },
  { name: "a subcommand with options", text: "`/data list all:true`", expected: `</data list:${id}> \`all:true\`` },
  { name: "several in a line", text: "`/beta` or `/explain beta`", expected: `</beta:${id}> or </explain:${id}> \`beta\`` },
  { name: "one before and one behind a code block", text: "`/beta`\n```\n`/beta`\n```\n`/beta`", expected: `</beta:${id}>\n\`\`\`\n\`/beta\`\n\`\`\`\n</beta:${id}>` },
])("mentions $name", ({ text, expected }) => {
  expect(mentioned(text)).toBe(expected);
});

test.each([
  { name: "a command that is not registered", text: "`/practice submit` and `/healthz`" },
  { name: "a group, which Discord mentions by its subcommands alone", text: "`/data`" },
  { name: "a name that only begins like a command's", text: "`/betas` and `/beta-2`" },
  { name: "what stands in a code block, to be copied", text: "```\n/beta ticker:JPM\n```" },
  { name: "a path", text: "`data/beta`, `src//beta`" },
  { name: "what a person typed", text: `${plain("`/beta`")} ${plain("`/beta JPM`")}` },
])("leaves $name as it is", ({ text }) => {
  expect(mentioned(text)).toBe(text);
});

test("knows no command in a terminal", () => {
  expect(mentioned("`/beta`", new Map())).toBe("`/beta`");
});

test("in the content and the fields too, but not in a title, where Discord shows a mention as it is written", () => {
  const made = withCommandMentions({ ...reply({ embed: { title: "`/beta`", fields: [{ name: "`/beta`", value: "`/beta`" }] }, result: {} }), content: "`/beta`" }, ids);
  expect(made).toMatchObject({ content: `</beta:${id}>`, embeds: [{ title: "`/beta`", fields: [{ name: "`/beta`", value: `</beta:${id}>` }] }] });
});

test("a reply that would become too long by its mentions keeps every word instead", () => {
  const long = "`/beta`\n".repeat(400);
  expect(mentioned(long)).toBe(long);
  const fitting = "`/beta`\n".repeat(100);
  expect(mentioned(fitting)).toBe(`</beta:${id}>\n`.repeat(100));
  const full = "x".repeat(1990);
  expect(withCommandMentions({ ...reply({ embed: {}, result: {} }), content: `${full} \`/beta\`` }, ids).content).toBe(`${full} \`/beta\``);
});

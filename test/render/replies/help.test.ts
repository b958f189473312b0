import { expect, test } from "vitest";
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

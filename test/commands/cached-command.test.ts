import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { defineCommand } from "../../src/commands/command.ts";
import { text } from "../../src/commands/options/kinds.ts";
import { optional } from "../../src/commands/options/option.ts";
import { cachedCommand } from "../../src/commands/cached-command.ts";
import { readConfig } from "../../src/config.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { failure, success } from "../../src/outcome.ts";
import { reply } from "../../src/render/reply.ts";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-own-"));
const opened = openContext(readConfig({ FACTOR_TA_LOCAL: folder }));
if (!opened.ok) throw new Error("the sample can't be read");
const world = opened.value;
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

let worked = 0;
const echo = cachedCommand(
  defineCommand({
    name: "echo",
    part: "Questions",
    description: "says who asks and what",
    options: { say: text("what", 50), also: optional(text("more", 50)) },
    run({ options, asker }) {
      worked++;
      if (options.say === "wrong") return failure({ kind: "missing-option", command: "echo", option: "say" });
      const rows = Float64Array.from({ length: 1 << 21 });
      return success(reply({ embed: { title: `${asker.name} says ${options.say}` }, result: { rows } }));
    },
  }),
);

async function ask(name: string, options: Readonly<Record<string, string>>, datasets = world.datasets) {
  const asker = { id: name, name, roleIds: [], managesServer: true };
  const place = { guildId: null, channelId: null };
  const before = worked;
  const outcome = await echo.answer(options, { ...world, datasets, asker, place, id: name });
  return { outcome, worked: worked - before };
}

test("asked the same again, in whatever order, the reply is the same and nothing is worked out", async () => {
  const first = await ask("ann", { say: "hello", also: "you" });
  const again = await ask("bob", { also: "you", say: "hello" });
  expect([first.worked, again.worked]).toEqual([1, 0]);
  expect(again.outcome).toEqual(first.outcome);
});

test("nothing of the person who asked first can be in it", async () => {
  const { outcome } = await ask("cyn", { say: "name me" });
  expect(outcome).toMatchObject({ value: { embeds: [{ title: " says name me" }] } });
});

test("other options and other data have replies of their own", async () => {
  await ask("ann", { say: "one" });
  expect((await ask("ann", { say: "two" })).worked).toBe(1);
  expect((await ask("ann", { say: "one" }, { ...world.datasets })).worked).toBe(1);
});

test("a problem is not remembered", async () => {
  await ask("ann", { say: "wrong" });
  expect((await ask("ann", { say: "wrong" })).worked).toBe(1);
});

test("replies with many rows leave when others come", async () => {
  await ask("ann", { say: "oldest" });
  for (const say of ["a", "b", "c", "d"]) await ask("ann", { say });
  expect((await ask("ann", { say: "d" })).worked).toBe(0);
  expect((await ask("ann", { say: "oldest" })).worked).toBe(1);
});

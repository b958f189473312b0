import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import { readConfig } from "../../src/config.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { openAsking, wordsOf } from "../commands/asking.ts";
import type { SelfTest } from "../../src/glossary/self-test.ts";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-self-test-"));
const world = openContext(readConfig({ FACTOR_TA_LOCAL: folder }));
afterAll(async () => {
  if (world.ok) await world.value.close();
  rmSync(folder, { recursive: true });
});

test("/selftest reproduces every figure printed in the chapter from the sample, digit for digit", async () => {
  if (!world.ok) throw new Error("the sample can't be opened");
  const call = {
    command: "selftest",
    options: {},
    asker: { id: "1", name: "Ada", roleIds: [], managesServer: false },
    place: { guildId: null, channelId: null },
    id: "1",
  };
  const { answer: reply } = await answer(call, commands, world.value);
  const { figures, onItself } = reply.result as unknown as {
    readonly figures: readonly (SelfTest["figures"][number] & { readonly shown: string })[];
    readonly onItself: SelfTest["selfRegression"];
  };
  expect(figures.length).toBe(69);
  expect(figures.map(({ label, shown }) => [label, shown])).toEqual(figures.map(({ label, printed }) => [label, printed]));
  expect(onItself).toEqual({ beta: 1, alpha: 0, rSquared: 1 });
});

test("a lesson's filled formula shows the asset's own numbers", async () => {
  if (!world.ok) throw new Error("the sample can't be opened");
  const call = {
    command: "explain",
    options: { topic: "factor share" },
    asker: { id: "1", name: "Ada", roleIds: [], managesServer: false },
    place: { guildId: null, channelId: null },
    id: "1",
  };
  const { answer: reply } = await answer(call, commands, world.value);
  expect(reply).toMatchObject({ kind: "reply" });
  expect(JSON.stringify(reply)).toContain("1.188² × 0.0001300 / 0.0004417 = 41.5%");
});


test("/selftest says of imported prices without their rate what they lack, not that they are not loaded", async () => {
  const text = ["date,SPY,JPM", ...Array.from({ length: 60 }, (_, row) => `2024-0${String(1 + Math.floor(row / 20))}-${String(1 + (row % 20)).padStart(2, "0")},${String(400 + (row % 7))},${String(150 + (row % 5))}`)].join("\n");
  const asking = openAsking([{ name: "prices.csv", text }]);
  const words = wordsOf(await asking.ask("/selftest"));
  await asking.close();
  expect(words).toContain("✓ β(SPY, SPY) = 1.000");
  expect(words).toMatch(/JPM: β.*loaded, but not together/u);
  expect(words).not.toContain("SPY is not loaded");
});

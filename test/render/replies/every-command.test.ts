import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../../src/commands/index.ts";

const folder = import.meta.dirname;

/** What was typed for each golden text, from its headings: "# `prof: /check list`". */
const typed = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/^# `(?:\w+: )?\/(.*)`$/gmu)].map(([, text = ""]) => text));
const longestFirst = commands.map(({ name }) => name).sort((one, other) => other.length - one.length);
const answered = new Set(typed.map((text) => longestFirst.find((name) => `${text} `.startsWith(`${name} `))));

test("every command's words are a golden text: listed ones, and those behind buttons and forms", () => {
  expect(commands.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../../src/commands/index.ts";

const folder = import.meta.dirname;

const texts = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));

/** What was typed for each golden text, from its headings: "# `prof: /check list`". */
const typed = texts.flatMap(({ text: whole }) => [...whole.matchAll(/^# `(?:\w+: )?\/(.*)`$/gmu)].map(([, text = ""]) => text));
const longestFirst = commands.map(({ name }) => name).sort((one, other) => other.length - one.length);
const answered = new Set(typed.map((text) => longestFirst.find((name) => `${text} `.startsWith(`${name} `))));

test("every command's words are a golden text: listed ones, and those behind buttons and forms", () => {
  expect(commands.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([]);
});

test("a command that a golden text names is one of ours", () => {
  // A path of the host's, /var/lib, has a slash behind its first word.
  const named = texts.flatMap(({ file, text }) => [...text.matchAll(/(?<![\w/.:)\]\\<*\u200b])\/(?![a-z-]+\/)([a-z][a-z-]*(?: [a-z]+)?)/gu)].map(([, words = ""]) => ({ file, words })));
  const groups = new Set(commands.map(({ name }) => name.split(" ")[0]));
  const isKnown = (words: string): boolean => commands.some(({ name }) => `${words} `.startsWith(`${name} `));
  const typedAmiss = ["bta", "dance"];
  const addressesOfTheHost = ["healthz"];
  // "/check" and what comes after it are two words of one name; "/beta prints" is a name and a verb.
  expect(named.filter(({ words }) => ![...typedAmiss, ...addressesOfTheHost].includes(words) && !isKnown(words) && !isKnown(words.split(" ")[0] ?? "") && !(groups.has(words) && !words.includes(" ")))).toEqual([]);
  expect(named.length).toBeGreaterThan(1000);
});

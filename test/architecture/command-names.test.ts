import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";

/** The modules that decide what is done with a command. Elsewhere the same words are units, tables and log entries. */
const modules = ["asking", "commands", "discord", "hosting", "programs"];

/** Words that are spelled like a command and mean something else: "file: word". */
const otherMeanings: ReadonlySet<string> = new Set([
  "src/asking/reconcile-reading.ts: beta", // the quantity
  "src/commands/reconcile.ts: beta", // the quantity
  // The numbers that are asked for, and the entries that explain them.
  ...["beta", "variance", "rolling"].map((word) => `src/asking/asked-quantity.ts: ${word}`),
  ...["beta", "rolling", "variance"].map((word) => `src/asking/follow-up.ts: ${word}`),
  ...["beta", "variance"].map((word) => `src/asking/command-readings.ts: ${word}`),
  ...["beta", "variance", "rolling"].flatMap((word) => ["beta", "regress", "compare", "describe", "performance", "variance", "rolling"].map((file) => `src/commands/${file}.ts: ${word}`)),
  ...["beta", "variance", "performance"].map((word) => `src/asking/spelling.ts: ${word}`), // words of the course
  "src/discord/answer-mention.ts: help", // a question's words
  // The option of that name.
  ...["src/asking/command-readings.ts", "src/asking/follow-up.ts", "src/commands/place-words.ts"].map((file) => `${file}: frequency`),
  "src/commands/ask.ts: claim", // a kind of reading
  // Items of the store, in the service that marks answers.
  ...["assignment", "practice-assignment", "practice-record"].map((file) => `src/commands/exercises/${file}.ts: practice`),
]);

const names: ReadonlySet<string> = new Set(commands.map(({ name }) => name));
const isCommand = (text: string): boolean => names.has(text) || (text.startsWith("/") && [...names].some((name) => `${text} `.startsWith(`/${name} `)));

/**
 * Where a literal may name a command: `name:` and everything else in the file that defines it, the `command:` of a
 * call, and what a command's own literal says of its neighbours (`asking:`) or of its use (`example:`, `warmUp:`).
 */
function strayNames(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const own = new Set<string>();
  const found: string[] = [];
  const visit = (node: ts.Node, allowed: boolean): void => {
    const property = ts.isPropertyAssignment(node) ? node.name.getText(source) : null;
    if (property === "name" && ts.isPropertyAssignment(node) && ts.isStringLiteral(node.initializer)) own.add(node.initializer.text);
    if (ts.isStringLiteralLike(node) && isCommand(node.text) && !allowed) found.push(node.text);
    const allows = property !== null && ["command", "asking", "example", "warmUp"].includes(property);
    // A type is no list of commands, and an option's name in brackets is no command.
    if (!ts.isTypeNode(node)) ts.forEachChild(node, (child) => visit(child, allowed || allows));
  };
  visit(source, false);
  return found.filter((word) => !own.has(word) && !otherMeanings.has(`${file}: ${word}`)).map((word) => `${file}: ${word}`);
}

test("a command is named in its own literal and in calls, nowhere else", () => {
  const files = modules.flatMap((module) =>
    readdirSync(join("src", module), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.flatMap((file) => strayNames(file, readFileSync(file, "utf8")))).toEqual([]);
});

test("a list of commands, a comparison with one and a typed one are found, a call is not", () => {
  const text = `const heavy = new Set(["selftest"]); if (name === "hedge") run("/beta JPM"); const step = { command: "regress" };`;
  expect(strayNames("src/discord/sample.ts", text)).toEqual(["selftest", "hedge", "/beta JPM"].map((word) => `src/discord/sample.ts: ${word}`));
});

test("what a command says comes next are commands about assets", () => {
  const aboutAssets = commands.flatMap(({ name, asking }) => (asking?.about === "assets" ? [{ name, next: asking.next }] : []));
  const known = aboutAssets.map(({ name }) => name);
  expect(aboutAssets.flatMap(({ next }) => next.filter((name) => !known.includes(name)))).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";

/**
 * The modules that decide what is done with a command, and render, which offers the next one. Elsewhere the same words
 * are figures, tables of the store and entries of its log.
 */
const modules = ["asking", "commands", "discord", "hosting", "programs", "render"];

/** Words that are spelled like a command and mean something else: "file: word". */
const otherMeanings: ReadonlySet<string> = new Set([
  "src/asking/reconcile-reading.ts: beta", // the quantity
  "src/commands/reconcile.ts: beta", // the quantity
  "src/render/replies/alphas.ts: beta", // a column
  // The numbers that are asked for, and the entries that explain them.
  ...["beta", "variance", "rolling"].map((word) => `src/asking/asked-quantity.ts: ${word}`),
  ...["src/asking/follow-up.ts: beta", "src/asking/earlier-changes.ts: rolling"],
  ...["beta", "rolling"].map((word) => `src/asking/command-readings.ts: ${word}`),
  ...["beta", "variance", "performance"].map((word) => `src/asking/spelling.ts: ${word}`), // words of the course
  "src/discord/answer-mention.ts: help", // a question's words
  // The option of that name.
  ...["src/asking/command-readings.ts", "src/asking/earlier-changes.ts", "src/asking/follow-up.ts", "src/commands/take-words.ts", "src/commands/known-word.ts", "src/commands/reconcile.ts", "src/commands/steps-aside.ts", "src/commands/steps-after.ts"].map((file) => `${file}: frequency`),
  ...["src/commands/ask.ts", "src/asking/question-reader.ts", "src/asking/manners.ts", "src/asking/run-evidence.ts"].map((file) => `${file}: claim`), // a kind of reading, and the option of that name
  ...["same-data-words", "kept-words"].map((file) => `src/commands/checks/${file}.ts: ask`), // a verb
  "src/commands/checks/vote-draft.ts: check vote", // of what is missing, in a problem
  // Quantities that are asked for, and the kinds of an analysis's figures: a union whose switch is exhaustive by its type.
  ...["src/asking/question-parser.ts: rolling", "src/commands/read-question.ts: beta", "src/commands/answer-first/one-regression.ts: beta"],
  ...["beta", "variance"].flatMap((word) => ["several", "change"].map((file) => `src/commands/answer-first/${file}.ts: ${word}`)),
  ...["beta", "regress", "residuals", "performance", "hedge", "track", "size", "expected", "variance", "compare", "alphas", "rolling", "frequency", "describe"].map((word) => `src/commands/answer-first.ts: ${word}`),
  // Topics, figures and roles of colours in what is drawn and written.
  ...["src/render/replies/beta.ts: hedge", "src/render/sensitivity.ts: hedge"], // a β below 0, in the course's words
  "src/render/chart/colours.ts: size",
  ...["charts/variance-bars", "figure-text", "tables/variance-table", "replies/recipe-words"].map((file) => `src/render/${file}.ts: variance`),
  ...["recipe-words", "reconcile", "beta"].map((file) => `src/render/replies/${file}.ts: beta`),
  ...["data-list", "frequency"].map((file) => `src/render/replies/${file}.ts: frequency`),
  ...["analysis-reply", "explain-step", "tables/missing-days"].map((file) => `src/render/${file}.ts: frequency`),
  ...["help", "guess"].map((file) => `src/render/replies/${file}.ts: beta`), // the entry
  ...["frequency", "rolling"].map((file) => `src/render/replies/${file}.ts: beta`),
]);

const names: ReadonlySet<string> = new Set(commands.map(({ name }) => name));
const isCommand = (text: string): boolean => names.has(text) || (text.startsWith("/") && [...names].some((name) => `${text} `.startsWith(`/${name} `)));

/**
 * Where a literal may name a command: `name:` and everything else in the file that defines it, the `command:` of a
 * call and the `label:` of its button, and what a command's own literal says of its neighbours (`asking:`) or of its use
 * (`example:`, `warmUp:`).
 */
function strayNames(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const own = new Set<string>();
  const found: string[] = [];
  const visit = (node: ts.Node, allowed: boolean): void => {
    const property = ts.isPropertyAssignment(node) ? node.name.getText(source) : null;
    if (property === "name" && ts.isPropertyAssignment(node) && ts.isStringLiteral(node.initializer)) own.add(node.initializer.text);
    if (ts.isStringLiteralLike(node) && isCommand(node.text) && !allowed) found.push(node.text);
    const allows = property !== null && ["command", "label", "asking", "example", "warmUp"].includes(property);
    // A type is no list of commands, and an option's name in brackets is no command.
    if (!ts.isTypeNode(node)) ts.forEachChild(node, (child) => visit(child, allowed || allows));
  };
  visit(source, false);
  return found.filter((word) => !own.has(word)).map((word) => `${file}: ${word}`);
}

const files = modules.flatMap((module) =>
  readdirSync(join("src", module), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const stray = files.flatMap((file) => strayNames(file, readFileSync(file, "utf8")));

test("a command is named in its own literal and in calls, nowhere else", () => {
  expect(stray.filter((place) => !otherMeanings.has(place))).toEqual([]);
});

test("every exception is met: none outlives the file or the word that it was made for", () => {
  expect([...otherMeanings].filter((place) => !stray.includes(place))).toEqual([]);
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

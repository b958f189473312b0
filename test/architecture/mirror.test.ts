import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { definitions } from "../../src/exercises/definitions/index.ts";

/** Folders of test/ that mirror none of src/; docs/architecture.md names each. */
const ownFolders = ["golden", "architecture", "end-to-end", "scripts", "asking/sets", "asking/authors"];
const goldenFolder = "test/render/replies";

const filesUnder = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(relative(folder, entry.parentPath), entry.name));

/** What is wrong with the place of a test: no such folder in src, or its namesake in the same module stands elsewhere. */
function misplaced(test: string, src: string, sources: readonly string[]): string | null {
  const folder = dirname(test);
  const name = basename(test, ".test.ts");
  if (!existsSync(join(src, folder))) return `${test}: ${join(src, folder)} is not there`;
  const module = folder.split("/")[0]!;
  const namesakes = sources.filter((source) => basename(source, ".ts") === name && (module === "." || source.startsWith(`${module}/`)));
  if (namesakes.length === 0 || namesakes.some((source) => dirname(source) === folder)) return null;
  return `${test}: its subject is ${namesakes.join(" or ")}`;
}

test.each([".", "packages/discord-course-server"])("the tests of %s lie in the folders of what they test", (home) => {
  const src = join(home, "src");
  const sources = filesUnder(src, ".ts");
  const tests = filesUnder(join(home, "test"), ".test.ts").filter((file) => !ownFolders.some((folder) => file.startsWith(`${folder}/`)));
  expect(tests.length).toBeGreaterThan(10);
  expect(tests.map((file) => misplaced(file, src, sources)).filter((fault) => fault !== null)).toEqual([]);
});

test("a test at the top of test/ is named after a file at the top of src/", () => {
  const top = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  expect(top.filter((name) => !existsSync(join("src", name.replace(".test.ts", ".ts"))))).toEqual([]);
});

test("docs/architecture.md names the folders of test/ that mirror nothing, and they are there", () => {
  const line = /^test\/ .*$/mu.exec(readFileSync("docs/architecture.md", "utf8"))?.[0] ?? "";
  expect(ownFolders.filter((folder) => !line.includes(`${folder}/`) || !existsSync(join("test", folder)))).toEqual([]);
});

/** Names that the tests of replies write: in quotes or as a key, after `marking-` too, and one text for each exercise. */
function writtenNames(): ReadonlySet<string> {
  const text = readdirSync(goldenFolder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(goldenFolder, name), "utf8"))
    .join("\n");
  const names = [...text.matchAll(/"([a-z0-9-]+)"|^\s*([a-z0-9]+):/gmu)].map(([, quoted, key]) => quoted ?? key!);
  const ofEach: Readonly<Record<string, readonly string[]>> = { exercise: definitions.map(({ id }) => id), marking: names };
  const templates = [...text.matchAll(/goldenFile\(`([a-z]+)-\$\{\w+\}`\)/gu)].map(([, start]) => start!);
  return new Set([...names, ...templates.flatMap((start) => (ofEach[start] ?? []).map((name) => `${start}-${name}`))]);
}

test("each golden text is written by a test", () => {
  const texts = readdirSync(goldenFolder).filter((name) => name.endsWith(".md")).map((name) => basename(name, ".md"));
  const written = writtenNames();
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((name) => !written.has(name))).toEqual([]);
});

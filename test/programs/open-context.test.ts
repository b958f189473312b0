import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { problemWords } from "../../src/render/problem.ts";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-texts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const config = readConfig({ FACTOR_TA_LOCAL: join(folder, "local") });

/** The bot's start on a copy of the teaching texts in which one file is another. */
function openWith(file: string, change: (text: string) => string) {
  const lessons = mkdtempSync(join(folder, "lessons-"));
  cpSync(config.folders.lessons, lessons, { recursive: true });
  writeFileSync(join(lessons, file), change(readFileSync(join(lessons, file), "utf8")));
  return openContext({ ...config, folders: { ...config.folders, lessons } });
}

test.each([
  ["an exercise's title with a name in braces", "exercises/annualise-alpha.json", (text: string) => text.replace('"title": "', '"title": "{nonsense} '), "annualise-alpha.json: title: nothing fills {nonsense}"],
  ["a lesson without its line", "glossary/variance.json", (text: string) => text.replace(/"line": "[^"]+"/u, '"line": ""'), "line: is missing, empty, or has blanks at an end"],
  ["a file that is no JSON", "exercises/diagnoses.json", (text: string) => text.slice(0, -5), "diagnoses.json: can't be read as JSON"],
])("%s is a problem that names file and field, not an exception", (_title, file, change, fault) => {
  const opened = openWith(file, change);
  if (opened.ok) throw new Error("it was opened");
  expect(opened.problem).toMatchObject({ kind: "faulty-texts" });
  const { cause, next } = problemWords(opened.problem);
  expect(cause).toContain("The teaching texts can't be used:\n- ");
  expect(cause.replaceAll("\\", "")).toContain(fault);
  expect(next).toContain("data/lessons");
});

test("the texts as they are open", async () => {
  const opened = openWith("exercises/annualise-alpha.json", (text) => text);
  if (!opened.ok) throw new Error(problemWords(opened.problem).cause);
  expect(opened.value.exercises.all.length).toBeGreaterThan(5);
  await opened.value.close();
});

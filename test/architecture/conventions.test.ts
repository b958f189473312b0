import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Places in the code of `text` where a period's length is written as a number. */
function literalPeriods(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node) && ["252", "21"].includes(node.text)) found.push(`${file}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("252 and 21 trading days have their one name, in calendar.ts", () => {
  const files = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
  const found = files.flatMap(({ parentPath, name }) => literalPeriods(join(parentPath, name), readFileSync(join(parentPath, name), "utf8")));
  expect(found.map((place) => place.split(":")[0])).toEqual(["src/calendar.ts", "src/calendar.ts"]);
});

/**
 * A cast through unknown stands only where a package's types say less than is so: Chart.js' types name the browser's
 * canvas and every kind of scale, and its pictures are drawn on @napi-rs/canvas with linear scales alone.
 */
test("no value is cast through unknown, but for Chart.js' canvas and scales", () => {
  const files = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".ts")).map(({ parentPath, name }) => join(parentPath, name));
  const casts = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\bas unknown as (\w+)/gu)].map(([, type = ""]) => `${file}: ${type}`));
  const expected = ["SKRSContext2D", "SKRSContext2D", "ScaleOptionsByType"].map((type) => `src/render/chart/panel-configuration.ts: ${type}`);
  expect(casts).toEqual(expected);
});

test("a period in an expression or a table is found, one in a text is not", () => {
  expect(literalPeriods("a.ts", 'const annual = mean * 252;\nconst rows = { month: 21, week: 5 };\nconst text = "×252";')).toEqual(["a.ts:1", "a.ts:2"]);
});

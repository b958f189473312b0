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

const sourcesOf = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.m?tsx?$/u.test(entry.name) && !entry.parentPath.includes("node_modules"))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );

/** A value that is given a type by its writer alone: cast through unknown, or read from JSON and cast. */
function unearnedTypes(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && node.type.kind !== ts.SyntaxKind.UnknownKeyword && isUnearned(node.expression)) {
      found.push(`${file}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isUnearned(expression: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(expression) || ts.isAwaitExpression(expression)) return isUnearned(expression.expression);
  if (ts.isAsExpression(expression)) return expression.type.kind === ts.SyntaxKind.UnknownKeyword;
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  const { expression: of, name } = expression.expression;
  return name.text === "json" || (name.text === "parse" && of.getText() === "JSON");
}

/** Numbers under the types of an enum whose code the page doesn't carry; a test of the page compares them with it. */
const exceptions = ["packages/discord-course-server/src/page/component-types.ts"];

test("no value is cast through unknown, and none that is read from JSON is cast", () => {
  const files = [...sourcesOf("src", "scripts/sample"), ...readdirSync("packages").flatMap((name) => sourcesOf(`packages/${name}/src`))];
  expect(files.length).toBeGreaterThan(600);
  const found = files.flatMap((file) => unearnedTypes(file, readFileSync(file, "utf8")));
  expect(found.map((place) => place.replace(/:\d+$/u, ""))).toEqual(exceptions);
});

test("a cast through unknown and a cast of what is read from JSON are found, a cast that the types allow is not", () => {
  const lines = ["a as unknown as B", "(a as unknown) as B", "JSON.parse(text) as B", "(await response.json()) as B", "JSON.parse(text) as unknown", "a as B", "v.parse(schema, text) as B", "a as unknown"];
  expect(unearnedTypes("a.ts", lines.map((line) => `f(${line});`).join("\n"))).toEqual([1, 2, 3, 4].map((line) => `a.ts:${String(line)}`));
});

test("a period in an expression or a table is found, one in a text is not", () => {
  expect(literalPeriods("a.ts", 'const annual = mean * 252;\nconst rows = { month: 21, week: 5 };\nconst text = "×252";')).toEqual(["a.ts:1", "a.ts:2"]);
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const sourcesOf = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.m?tsx?$/u.test(entry.name) && !entry.parentPath.includes("node_modules"))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );

/** The periods' lengths, as numbers and as texts that are nothing else ("252", "√21", "1 / 252"). */
function literalPeriods(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isNumber = ts.isNumericLiteral(node) && ["252", "21", "12"].includes(node.text);
    const isText = ts.isStringLiteralLike(node) && /\b(?:252|21)\b/u.test(node.text) && /^[\d\s√×÷*/()]+$/u.test(node.text);
    if (isNumber || isText) found.push(`${file}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A 12 that is no year's months: lines of a list, pixels, hours of a clock, digits, a bit's place, a version's number. */
const otherTwelves: Readonly<Record<string, number>> = {
  "src/asking/find-settings.ts": 1, // the word "twelve"
  "src/commands/alphas.ts": 1, // assets at most
  "src/commands/options/moment-on-clock.ts": 4, // noon, and a clock's hours
  "src/datasets/day-doubts.ts": 1, // ratios of a split
  "src/datasets/fetch-tickers.ts": 1, // hours
  "src/datasets/portfolio-expression.ts": 1, // digits
  "src/discord/inspect.ts": 1, // a bit's place
  "src/engine/market-days.ts": 1, // December
  "src/hosting/doctor.ts": 1, // Node 22.12
  "src/programs/serve.ts": 1, // letters of a hash
  "src/render/chart/axis-ticks.ts": 1, // steps of months
  "src/render/chart/panel-configuration.ts": 5, // pixels, ticks at most
  "src/render/charts/growth-lines.ts": 1, // ticks at most
  "src/render/numbers.ts": 1, // digits
  "src/render/replies/alphas.ts": 1, // assets one by one
  "src/render/replies/data-files.ts": 4, // entries shown
  "src/render/replies/results.ts": 3, // lines shown
  "src/render/tables/regression-summary.ts": 2, // widths of columns
};

test("252, 21 and 12 have their one name, in calendar.ts", () => {
  const found = sourcesOf("src").flatMap((file) => literalPeriods(file, readFileSync(file, "utf8")));
  const allowed = Object.entries(otherTwelves).flatMap(([file, times]) => Array.from({ length: times }, () => `${file}: 12`));
  const own = ["252", "21", "12"].map((length) => `src/calendar.ts: ${length}`);
  expect(found.toSorted()).toEqual([...own, ...allowed].toSorted());
});

test("a period in an expression, in a table and in a text of its own is found, one in a sentence is not", () => {
  const lines = ["const annual = mean * 252;", "const rows = { month: 21, week: 5, year: 12 };", 'const code = ["252", "√21", "1 / 252", "63"];', 'const text = "α × 252";'];
  expect(literalPeriods("a.ts", lines.join("\n")).map((place) => place.slice("a.ts: ".length))).toEqual(["252", "21", "12", "252", "√21", "1 / 252"]);
});

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

test("a file that a comment names is there", () => {
  const names = sourcesOf("src", "bench", "packages/discord-course-server/src").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^\s*(?:\/\*\*|\*|\/\/).*?$/gmu)].flatMap(([comment]) =>
      [...comment.matchAll(/\b(?:src|test|docs|bench|scripts|data)\/[\w./-]+\.(?:tsx?|mjs|py|json|md|R)\b/gu)].map(([path]) => ({ file, path })),
    ),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter(({ file, path }) => ![path, join(file.replace(/\/src\/.*$/u, ""), path)].some((each) => existsSync(each)))).toEqual([]);
});

/** Numbers become text in one file; a rule that is switched off beside the code that breaks it is none. */
const soleWriter = "src/render/numbers.ts";

test("a number becomes text in one file, and no comment switches a rule off", () => {
  const texts = [...sourcesOf("src", "scripts", "bench", "test"), ...sourcesOf("packages")].map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const written = texts.filter(({ file, text }) => file.startsWith("src/") && text.includes(".toFixed")).map(({ file }) => file);
  expect(written).toEqual([soleWriter]);
  expect(texts.filter(({ text }) => /(?:\/\/|\/\*)\s*(?:eslint|oxlint)-disable/u.test(text)).map(({ file }) => file)).toEqual([]);
});

test("a test opens a store in a folder of its own, never the one that a course here may have", () => {
  const tests = sourcesOf("test").filter((file) => /\bopenContext\(/u.test(readFileSync(file, "utf8")) && file !== "test/architecture/conventions.test.ts");
  expect(tests.length).toBeGreaterThan(5);
  expect(tests.filter((file) => !readFileSync(file, "utf8").includes("FACTOR_TA_LOCAL"))).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** Files that are bundled, or put into a bundle, by their path: their own export is called from there. */
const entries: ReadonlySet<string> = new Set([
  "src/commands/calculations/calculation-worker.ts: calculate",
  "src/render/chart/draw-worker.ts: draw",
  "src/render/chart/fresh-require.ts: freshRequire",
]);

/** Where an export may be used; tests alone keep nothing alive. */
const product = /^(?:src|scripts|bench)\//u;

interface Parsed {
  readonly file: string;
  /** Exported names. */
  readonly exports: readonly string[];
  /** Names of other files that are imported: "file: name", "file: *" for all of them. */
  readonly imports: readonly string[];
  /** Names that are used in the file itself, besides where they are declared. */
  readonly uses: ReadonlySet<string>;
}

function parse(file: string, text: string): Parsed {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  const uses = new Set<string>();
  const add = (from: ts.Node | undefined, names: readonly string[]): void => {
    if (from && ts.isStringLiteral(from) && from.text.startsWith(".")) imports.push(...names.map((name) => `${normalize(join(file, "..", from.text))}: ${name}`));
  };
  const namesOf = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): readonly string[] => elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const named = node.importClause?.namedBindings;
      add(node.moduleSpecifier, [...(node.importClause?.name ? ["default"] : []), ...(named && ts.isNamedImports(named) ? namesOf(named.elements) : named ? ["*"] : [])]);
      return;
    }
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.exportClause && ts.isNamedExports(node.exportClause) ? namesOf(node.exportClause.elements) : ["*"]);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], ["*"]);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, [node.qualifier?.getText(source) ?? "*"]);
    if (ts.isIdentifier(node) && !isDeclared(node)) uses.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, exports: source.statements.flatMap((statement) => exportedBy(statement)), imports, uses };
}

const isDeclared = (node: ts.Identifier): boolean => ts.isDeclarationStatement(node.parent) && "name" in node.parent && node.parent.name === node || (ts.isVariableDeclaration(node.parent) && node.parent.name === node);

function exportedBy(statement: ts.Statement): readonly string[] {
  if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ? [statement.name?.text ?? "default"] : [];
}

/** Exports of src that the product doesn't use, and those that nobody imports. */
function needless(files: readonly Parsed[]): { readonly dead: readonly string[]; readonly unshared: readonly string[] } {
  const importers = new Map<string, boolean>();
  for (const { file, imports } of files) for (const name of imports) importers.set(name, (importers.get(name) ?? false) || product.test(file));
  const found = files.filter(({ file }) => file.startsWith("src/")).flatMap(({ file, exports, uses }) =>
    exports.map((name) => {
      const importing = [importers.get(`${file}: ${name}`), importers.get(`${file}: *`)];
      return { place: `${file}: ${name}`, isImported: importing.some((each) => each !== undefined), isUsed: uses.has(name) || importing.includes(true) };
    }),
  );
  return {
    dead: found.filter(({ isUsed }) => !isUsed).map(({ place }) => place),
    unshared: found.filter(({ isUsed, isImported }) => isUsed && !isImported).map(({ place }) => place),
  };
}

const files = ["src", "scripts", "bench", "test", "packages/discord-course-server/test", "packages/discord-course-server/testing"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|mjs|mts)$/u.test(name))
    .map((name) => parse(join(folder, name), readFileSync(join(folder, name), "utf8"))),
);

describe("what src exports", () => {
  const { dead, unshared } = needless(files);

  test("is used by the product: nothing lives by its tests alone", () => {
    expect(dead.filter((place) => !entries.has(place))).toEqual([]);
    expect([...entries].filter((place) => !dead.includes(place))).toEqual([]);
  });

  test("is imported somewhere: what only its own file uses is not exported", () => {
    expect(unshared).toEqual([]);
  });
});

test("an export that only a test imports is dead, one that its own file and a test use is not", () => {
  const parsed = [
    parse("src/a.ts", "export const tested = 1; export const own = 2; export const shared = own; export interface Unshared { readonly of: number } export const f = (x: Unshared) => x;"),
    parse("src/b.ts", 'import { shared, f } from "./a.ts"; f(shared);'),
    parse("test/a.test.ts", 'import { own, tested } from "../src/a.ts"; own + tested;'),
  ];
  expect(needless(parsed)).toEqual({ dead: ["src/a.ts: tested"], unshared: ["src/a.ts: Unshared"] });
});

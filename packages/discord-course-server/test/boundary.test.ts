import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("../src", import.meta.url));
const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { readonly dependencies: Readonly<Record<string, string>> };

const imports = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .flatMap((entry) => {
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    const from = [...text.matchAll(/(?:\bfrom\s+|^import\s+|\bimport\(\s*)["']([^"']+)["']/gmu)].map(([, name]) => name ?? "");
    return from.map((name) => ({ file: relative(source, join(entry.parentPath, entry.name)), folder: entry.parentPath, name }));
  });

test("the sources import ws, discord-api-types, Node's modules and each other, and nothing else", () => {
  expect(imports.length).toBeGreaterThan(200);
  const foreign = imports.filter(({ folder, name }) => {
    if (name.startsWith(".")) return relative(source, join(folder, name)).startsWith("..");
    return name !== "ws" && name !== "discord-api-types/v10" && !name.startsWith("node:");
  });
  expect(foreign.map(({ file, name }) => `${file} imports ${name}`)).toEqual([]);
  expect(Object.keys(dependencies)).toEqual(["discord-api-types", "ws"]);
});

test("the page imports nothing of the server but the types of its protocol and the readers of JSON", () => {
  const outside = imports.filter(({ file, name }) => file.startsWith("page") && name.startsWith("../"));
  expect(new Set(outside.map(({ name }) => name))).toEqual(new Set(["../page-protocol.ts", "../json.ts"]));
});

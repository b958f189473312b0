import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/**
 * The import table of docs/architecture.md. A module may import itself and the leaves always; `types` lists modules
 * of which it may import types only; `packages` the npm and node modules.
 */
const modules: Readonly<
  Record<string, { readonly modules: readonly string[]; readonly types?: readonly string[]; readonly packages: readonly string[] }>
> = {
  config: { modules: [], packages: [] },
  engine: { modules: [], packages: ["ml-matrix", "simple-statistics", "@stdlib/"] },
  datasets: { modules: [], types: ["engine"], packages: ["papaparse", "valibot", "node:fs", "node:path", "node:crypto", "node:fs/promises", "node:zlib", "fflate"] },
  figures: { modules: ["engine"], packages: [] },
  exercises: { modules: ["engine", "figures"], packages: ["simple-statistics", "valibot"] },
  glossary: { modules: ["engine", "figures"], types: ["exercises"], packages: ["valibot"] },
  grading: { modules: ["engine", "figures", "exercises", "glossary"], types: ["store"], packages: ["papaparse", "simple-statistics", "ts-fsrs", "valibot"] },
  render: {
    modules: ["engine"],
    types: ["exercises", "figures", "glossary", "grading"],
    packages: ["node:fs", "chart.js", "chartjs-node-canvas", "@napi-rs/canvas", "@napi-rs/canvas/node-canvas.js", "discord-api-types/v10", "node:module", "node:zlib", "node:crypto", "piscina", "node:os", "node:url", "node:timers/promises", "node:async_hooks"],
  },
  asking: { modules: ["glossary", "exercises", "datasets"], types: ["render"], packages: ["minisearch", "valibot"] },
  hosted: { modules: [], packages: ["valibot"] },
  store: { modules: [], packages: ["kysely", "libsql", "pg", "valibot", "node:"] },
  commands: { modules: ["engine", "exercises", "figures", "glossary", "grading", "datasets", "asking", "render"], types: ["store", "hosted"], packages: ["piscina"] },
  hosting: { modules: ["config"], types: ["discord"], packages: ["prom-client", "pino", "node:net", "node:http", "node:fs", "node:path", "node:module", "node:url"] },
  discord: { modules: ["commands", "render"], packages: ["discord.js", "node:crypto", "node:timers/promises"] },
};

/** Files at the top of src that every module may import; they import nothing of it. */
const leaves = ["src/outcome.ts", "src/calendar.ts", "src/bounded-cache.ts", "src/clock.ts", "src/spelling-distance.ts", "src/runtime-tuning.ts", "src/csv.ts", "src/bounded-fetch.ts", "src/reading.ts", "src/decode-text.ts", "src/written-text.ts", "src/market-episodes.ts", "src/owned-like-folder.ts", "src/check-stage.ts", "src/series-list.ts"];

interface Import {
  readonly file: string;
  readonly module: string;
  readonly from: string;
  readonly typesOnly: boolean;
}

const imports = sourceFiles().flatMap(importsOf);

test.each(Object.keys(modules))("%s imports only what its row of the table allows", (module) => {
  const mine = imports.filter((one) => one.module === module);
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.filter((one) => !allowed(one)).map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
});

test("leaves import nothing of src but outcome, and of packages only papaparse in csv and valibot in written-text", () => {
  const ofLeaves = imports.filter(({ file, from }) => leaves.includes(file) && !from.startsWith("node:") && !from.startsWith("./outcome")).map(({ file, from }) => `${file} imports ${from}`);
  expect(ofLeaves).toEqual(["src/csv.ts imports papaparse", "src/written-text.ts imports valibot"]);
});

test("docs/architecture.md prints the same table: each module's modules, and its packages by their names", () => {
  const table = readFileSync("docs/architecture.md", "utf8").split("## Who may import whom")[1]?.split("\n## ")[0] ?? "";
  const rows = new Map([...table.matchAll(/^\| ([a-z]+) \| (.*?) \| (.*?) \|$/gmu)].map(([, module = "", others = "", packages = ""]) => [module, { others, packages }]));
  const named = (text: string): string[] => text.split(", ").map((part) => part.replace(/ \(.*\)$/u, "")).filter((part) => Object.hasOwn(modules, part)).sort();
  for (const [module, { modules: others, types = [], packages }] of Object.entries(modules)) {
    const row = rows.get(module);
    expect({ module, others: named(row?.others ?? "") }).toEqual({ module, others: [...others, ...types].sort() });
    const npm = packages.filter((name) => !name.startsWith("node:")).map((name) => name.replace(/^(@[^/]+\/[^/]*|[^/]+).*/u, "$1").replace(/\/$/u, ""));
    expect({ module, missing: npm.filter((name) => !(row?.packages ?? "").includes(name)) }).toEqual({ module, missing: [] });
  }
});

test("no files import each other in a circle", () => {
  const edges = new Map<string, string[]>();
  for (const { file, from } of imports) {
    if (!from.startsWith(".")) continue;
    const target = relative(".", join(dirname(file), from));
    edges.set(file, [...(edges.get(file) ?? []), target]);
  }
  const finished = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(" → ")];
    if (finished.has(file)) return [];
    const found = (edges.get(file) ?? []).flatMap((next) => walk(next, [...path, file]));
    finished.add(file);
    return found;
  };
  expect([...edges.keys()].flatMap((file) => walk(file, []))).toEqual([]);
});

test("only config reads the environment", () => {
  const readers = sourceFiles().filter((file) => readFileSync(file, "utf8").includes("process.env"));
  expect(readers).toEqual(["src/config.ts"]);
});

test("only runtime-tuning sets V8's flags, the threads' priorities and their memory", () => {
  const setting = /\b(?:setFlagsFromString|setPriority|runInNewContext|maxYoungGenerationSizeMb|maxOldGenerationSizeMb)\b/u;
  const setters = sourceFiles().filter((file) => setting.test(readFileSync(file, "utf8")));
  expect(setters).toEqual(["src/runtime-tuning.ts"]);
});

function allowed({ module, file, from, typesOnly }: Import): boolean {
  const rules = modules[module]!;
  if (!from.startsWith(".")) return rules.packages.some((name) => from === name || (/[/:]$/u.test(name) && from.startsWith(name)));
  const target = relative(".", join(dirname(file), from));
  if (leaves.includes(target)) return true;
  // A module's problems are facts of its own: whoever words or passes them on may name their types.
  if (typesOnly && /^src\/[a-z]+\/problem\.ts$/u.test(target)) return true;
  if (module === "hosting" && target === "src/config.ts") return true;
  const other = moduleOf(target);
  return other === module || rules.modules.includes(other) || (typesOnly && (rules.types ?? []).includes(other));
}

function sourceFiles(): string[] {
  return readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s+)?["']([^"']+)["']/gmu);
  return [...found].map(([, type, from]) => ({ file, module: moduleOf(file), from: from ?? "", typesOnly: type !== undefined }));
}

function moduleOf(file: string): string {
  const [, module = ""] = relative(".", file).split("/");
  return module;
}

test("docs/architecture.md names the leaves, all of them", () => {
  const document = readFileSync("docs/architecture.md", "utf8");
  const listed = document.split("\n").filter((line) => /^ {2}(?:outcome|runtime-tuning|calendar)\.ts/u.test(line)).join(" ");
  expect(leaves.map((leaf) => leaf.replace("src/", "")).filter((name) => !listed.includes(name))).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/**
 * The import table of docs/architecture.md. A room may import itself and src/outcome.ts always; `types` lists rooms
 * of which it may import types only; `packages` the npm and node modules.
 */
const rooms: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly types?: readonly string[]; readonly packages: readonly string[] }>
> = {
  engine: { rooms: [], packages: ["ml-matrix", "@stdlib/"] },
  datasets: { rooms: [], types: ["engine"], packages: ["papaparse", "valibot", "node:fs", "node:path", "node:crypto", "node:fs/promises", "node:zlib", "fflate"] },
  exercises: { rooms: ["engine"], packages: [] },
  render: {
    rooms: [],
    types: ["engine", "exercises"],
    packages: ["chart.js", "@napi-rs/canvas", "discord-api-types/v10", "node:module", "node:zlib", "node:crypto", "piscina", "node:os", "node:url", "node:timers/promises", "node:v8", "node:vm", "node:worker_threads"],
  },
  asking: { rooms: ["exercises", "datasets"], types: ["render"], packages: ["minisearch"] },
  store: { rooms: [], packages: ["kysely", "libsql", "pg", "node:"] },
  commands: { rooms: ["engine", "exercises", "datasets", "asking", "render"], types: ["store"], packages: [] },
  hosting: { rooms: [], types: ["discord"], packages: ["prom-client", "node:net", "node:http"] },
  discord: { rooms: ["commands", "render"], packages: ["discord.js", "node:crypto", "node:timers/promises"] },
  playground: { rooms: [], packages: ["ws", "node:", "discord-api-types/v10"] },
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
  readonly typesOnly: boolean;
}

const imports = sourceFiles().flatMap(importsOf);

test.each(Object.keys(rooms))("%s imports only what its row of the table allows", (room) => {
  const mine = imports.filter((one) => one.room === room);
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.filter((one) => !allowed(one)).map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
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

function allowed({ room, file, from, typesOnly }: Import): boolean {
  const rules = rooms[room]!;
  if (!from.startsWith(".")) return rules.packages.some((name) => from === name || (/[/:]$/u.test(name) && from.startsWith(name)));
  const target = relative(".", join(dirname(file), from));
  if (target === "src/outcome.ts") return true;
  if (["discord", "hosting"].includes(room) && /^src\/config(?:-error)?\.ts$/u.test(target)) return true;
  const other = roomOf(target);
  return other === room || rules.rooms.includes(other) || (typesOnly && (rules.types ?? []).includes(other));
}

function sourceFiles(): string[] {
  return readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith("src/playground/page/"));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s+)?["']([^"']+)["']/gmu);
  return [...found].map(([, type, from]) => ({ file, room: roomOf(file), from: from ?? "", typesOnly: type !== undefined }));
}

function roomOf(file: string): string {
  const [, room = ""] = relative(".", file).split("/");
  return room;
}

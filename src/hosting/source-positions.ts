import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";

/** The parsed map of a bundled file: large, and made again where it was collected. Null: there is none. */
const maps = new Map<string, WeakRef<SourceMap> | null>();

/**
 * A stack whose bundled positions are those in the sources (`dist/main.js:9:120` → `src/programs/main.ts:12:3`), as far as a
 * map lies beside the file. Node's own --enable-source-maps has all maps in memory from the start, some 25 MB of the bot's
 * for stacks that it may never write.
 */
export function withSourcePositions(stack: string): string {
  return stack.replace(/(file:\/\/[^\s()]+\.js):(\d+):(\d+)/gu, (position, url: string, line: string, column: string) => {
    const entry = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !("originalSource" in entry)) return position;
    return `${fileURLToPath(new URL(entry.originalSource, url))}:${String(entry.originalLine + 1)}:${String(entry.originalColumn + 1)}`;
  });
}

function mapOf(url: string): SourceMap | null {
  const known = maps.get(url);
  if (known === null) return null;
  const map = known?.deref() ?? readMap(url);
  maps.set(url, map && new WeakRef(map));
  return map;
}

function readMap(url: string): SourceMap | null {
  try {
    const map: unknown = JSON.parse(readFileSync(fileURLToPath(`${url}.map`), "utf8"));
    return isMap(map) ? new SourceMap(map) : null;
  } catch {
    return null;
  }
}

const isMap = (map: unknown): map is SourceMapPayload => typeof map === "object" && map !== null && "mappings" in map && typeof map.mappings === "string" && "sources" in map && Array.isArray(map.sources);

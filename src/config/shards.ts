import { ConfigError } from "./config-error.ts";

/**
 * Discord distributes a bot's servers over its shards (connections); from 2,500 servers several are required.
 * all: this process serves all shards. some: it serves these of `count`, others run elsewhere. processes: it starts one
 * process per shard and serves none itself.
 */
export type Shards =
  | { readonly kind: "all" }
  | { readonly kind: "some"; readonly ids: readonly number[]; readonly count: number }
  | { readonly kind: "processes"; readonly count: number | "auto" };

/** Reads SHARDS ("auto" or a number), or SHARD_IDS ("0,1" or "0-3") with SHARD_COUNT. Throws ConfigError. */
export function readShards(environment: Readonly<Record<string, string | undefined>>): Shards {
  const [processes = "", ids = "", count = ""] = ["SHARDS", "SHARD_IDS", "SHARD_COUNT"].map((name) => environment[name]?.trim());
  // discord.js's ShardingManager passes a process its own shard in the same variables.
  if (environment["SHARDING_MANAGER"] === "true") return shardsFromIds(processes, count);
  if (processes !== "" && ids !== "") throw new ConfigError("SHARDS", "left out where SHARD_IDS is set", processes);
  if (processes === "auto") return { kind: "processes", count: "auto" };
  if (processes !== "") return { kind: "processes", count: positiveInteger("SHARDS", 'a whole number from 1, or "auto"', processes) };
  if (ids !== "") return shardsFromIds(ids, count);
  if (count !== "") throw new ConfigError("SHARD_COUNT", "left out where SHARD_IDS is not set", count);
  return { kind: "all" };
}

function shardsFromIds(ids: string, total: string): Shards {
  const count = positiveInteger("SHARD_COUNT", "the number of shards on all machines together", total);
  const chosen = ids.split(",").flatMap((part) => {
    const [, first, last = first] = /^\s*(\d{1,4})(?:-(\d{1,4}))?\s*$/u.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || to < from || to >= count) {
      throw new ConfigError("SHARD_IDS", `shards below ${String(count)}, as in "0,1" or "0-3"`, ids);
    }
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
  return { kind: "some", ids: [...new Set(chosen)], count };
}

function positiveInteger(variable: string, expected: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 10_000) throw new ConfigError(variable, expected, text);
  return number;
}

import { ConfigError } from "../config-error.ts";

/**
 * Discord deals a bot's servers out to its shards (connections); from 2,500 servers there must be several.
 * all: this process serves all of them. some: these of `count`, the others run elsewhere. processes: this process starts
 * one process a shard and serves nothing itself.
 */
export type Shards =
  | { readonly kind: "all" }
  | { readonly kind: "some"; readonly ids: readonly number[]; readonly count: number }
  | { readonly kind: "processes"; readonly count: number | "auto" };

type Settings = Readonly<Record<string, string | undefined>>;

/** From SHARDS ("auto" or a number), or SHARD_IDS ("0,1" or "0-3") with SHARD_COUNT. Throws ConfigError. */
export function readShards(settings: Settings): Shards {
  const [processes = "", ids = "", count = ""] = ["SHARDS", "SHARD_IDS", "SHARD_COUNT"].map((name) => settings[name]?.trim());
  // A process that discord.js's ShardingManager started is told its own shard by the same names.
  if (settings["SHARDING_MANAGER"] === "true") return some(processes, count);
  if (processes !== "" && ids !== "") throw new ConfigError("SHARDS", "left out where SHARD_IDS is set", processes);
  if (processes === "auto") return { kind: "processes", count: "auto" };
  if (processes !== "") return { kind: "processes", count: atLeastOne("SHARDS", 'a whole number from 1, or "auto"', processes) };
  if (ids !== "") return some(ids, count);
  if (count !== "") throw new ConfigError("SHARD_COUNT", "left out where SHARD_IDS is not set", count);
  return { kind: "all" };
}

function some(ids: string, total: string): Shards {
  const count = atLeastOne("SHARD_COUNT", "the number of shards on all machines together", total);
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

function atLeastOne(variable: string, takes: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 10_000) throw new ConfigError(variable, takes, text);
  return number;
}

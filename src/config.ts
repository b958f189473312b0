import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { spellingDistance } from "./spelling-distance.ts";
import * as v from "valibot";

/** The settings from the environment. This file is the only reader of process.env. */
export interface Config {
  /** null: the local course server replaces Discord. */
  readonly discord: {
    readonly token: string;
    readonly guildId: string | null;
    /** A proxy in front of Discord's REST API, or a replacement of it; null for Discord itself. */
    readonly restApi: string | null;
  } | null;
  /** The shards of a bot on Discord; the course server has one. */
  readonly shards: Shards;
  /** Whether a process of this program that serves no shard itself started this one. */
  readonly hasShardManager: boolean;
  /** The address of /healthz and /metrics; null for off. */
  readonly health: HealthSettings | null;
  /** The port of the local course server. */
  readonly port: number;
  readonly logLevel: string;
  /** Whether V8's collector and the threads' priorities are set (runtime-tuning.ts). */
  readonly runtimeTuning: boolean;
  readonly folders: {
    readonly sample: string;
    readonly lessons: string;
    /** Imported data and the store. */
    readonly local: string;
    readonly page: string;
    /** The bundled program. */
    readonly program: string;
  };
  /** Days after which what a course has kept is deleted; null: never. */
  readonly retentionDays: number | null;
  /** Whether students may download imported returns: their source's terms decide. */
  readonly sharesImportedData: boolean;
  /** Where tickers are fetched from. */
  readonly providers: ProviderSettings;
  /** Names in the environment that look like a setting and are none. */
  readonly unknownSettings: readonly string[];
  /** A SQLite file, or a PostgreSQL database where DATABASE_URL names one. */
  readonly store: { readonly file: string } | { readonly url: string; readonly backups: string };
}

/** Services that give prices by ticker. */
interface ProviderSettings {
  /** "" where there is none: then Yahoo is asked. */
  readonly tiingoKey: string;
  readonly tiingoUrl: string;
  readonly yahooUrl: string;
}

export interface HealthSettings {
  /** 127.0.0.1 by default. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Reads the settings, also from `.env` if it exists. Throws at start, naming the variable and its allowed values. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = withDotEnv()): Config {
  const root = projectRoot();
  const setting = (name: string): string => environment[name]?.trim() ?? "";
  // A token that was copied out of an Authorization header: discord.js would take the prefix off at the login alone.
  const [token, guildId, databaseUrl] = [setting("DISCORD_TOKEN").replace(/^Bot\s+/iu, ""), setting("DISCORD_GUILD_ID"), setting("DATABASE_URL")];
  if (guildId !== "" && !/^\d{17,20}$/u.test(guildId)) {
    throw new ConfigError("DISCORD_GUILD_ID", "a server's id: 17 to 20 digits", guildId);
  }
  const restApi = restApiOf(setting("DISCORD_API"));
  // An empty line of an env file outweighs what a unit or an image sets, so these set systemd's own variable.
  const local = resolve(setting("FACTOR_TA_LOCAL") || (setting("STATE_DIRECTORY").split(":")[0] ?? "") || localFolder(root));
  const shards = readShards(environment);
  if (setting("SHARD_IDS") !== "" && databaseUrl === "") {
    throw new ConfigError("DATABASE_URL", "a PostgreSQL address that all machines share, where SHARD_IDS is set", databaseUrl);
  }
  return {
    discord: token === "" ? null : { token, guildId: guildId === "" ? null : guildId, restApi },
    shards,
    hasShardManager: environment["SHARDING_MANAGER"] === "true",
    health: healthOf(environment, { served: token !== "", shards }),
    port: portOf("PORT", setting("PORT"), 8421),
    logLevel: logLevelOf(setting("LOG_LEVEL")),
    runtimeTuning: isOn("RUNTIME_TUNING", setting("RUNTIME_TUNING")),
    folders: {
      sample: join(root, "data", "sample"),
      lessons: join(root, "data", "lessons"),
      local,
      page: join(root, "dist", "page"),
      program: join(root, "dist"),
    },
    retentionDays: retentionOf(setting("RETENTION_DAYS")),
    sharesImportedData: setting("SHARE_IMPORTED_DATA") !== "" && isOn("SHARE_IMPORTED_DATA", setting("SHARE_IMPORTED_DATA")),
    providers: {
      tiingoKey: setting("TIINGO_API_KEY"),
      tiingoUrl: addressOf("TIINGO_URL", setting("TIINGO_URL"), "https://api.tiingo.com/"),
      yahooUrl: addressOf("YAHOO_URL", setting("YAHOO_URL"), "https://query1.finance.yahoo.com/"),
    },
    unknownSettings: Object.keys(environment).filter(isMistyped),
    store: databaseUrl === "" ? { file: join(local, "factor-ta.db") } : { url: withEncodedPassword(databaseUrl), backups: join(local, "backups") },
  };
}

/** For the program's entry points: a wrong setting prints one message, without a stack trace, and exits. */
/** sysexits.h's EX_CONFIG: the same settings would fail again, so the unit does not restart the program. */
export const settingsStatus = 78;

/** Ends the program with one sentence where a setting is wrong. */
export function readConfigOrExit(status = 1): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(status);
  }
}

/** data/local in the project; for a package that npm installed, a folder in the working directory, like `.env`. */
const localFolder = (root: string): string =>
  root.split(sep).includes("node_modules") ? "factor-ta-data" : join(root, "data", "local");

/** On for Discord, off by default for the course server. Processes of one machine use one port each. */
function healthOf(
  environment: Readonly<Record<string, string | undefined>>,
  { served: isOnDiscord, shards }: { readonly served: boolean; readonly shards: Shards },
): HealthSettings | null {
  const text = environment["HEALTH_PORT"]?.trim() ?? "";
  if (text === "off" || (text === "" && !isOnDiscord)) return null;
  const first = portOf("HEALTH_PORT", text, 9421);
  const shardOffset = environment["SHARDING_MANAGER"] === "true" && shards.kind === "some" && first > 0 ? (shards.ids[0] ?? 0) : 0;
  return { host: environment["HEALTH_HOST"]?.trim() || "127.0.0.1", port: Math.min(first + shardOffset, 65_535) };
}

function addressOf(variable: string, text: string, fallback: string): string {
  if (text === "") return fallback;
  if (!/^https?:\/\/\S+$/u.test(text)) throw new ConfigError(variable, "an http or https address", text);
  return `${text.replace(/\/+$/u, "")}/`;
}

/**
 * A database's address as it can be parsed: whoever pastes a password into it does not think of percent-encoding, and
 * "p@ss/word" would otherwise be read, and printed, as a part of the host. The host begins after the last @.
 */
function withEncodedPassword(url: string): string {
  const [, scheme, user, password, rest] = /^(postgres(?:ql)?:\/\/)([^:@/]*):(.*)@([^@]*)$/u.exec(url) ?? [];
  if (scheme === undefined || user === undefined || password === undefined || rest === undefined) return url;
  const isEncoded = /^(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})*$/iu.test(password);
  return `${scheme}${user}:${isEncoded ? password : encodeURIComponent(password)}@${rest}`;
}

function restApiOf(text: string): string | null {
  if (text === "") return null;
  if (!/^https?:\/\/\S+$/u.test(text)) throw new ConfigError("DISCORD_API", "an http or https address", text);
  return text.replace(/\/+$/u, "");
}

function portOf(variable: string, text: string, fallback: number): number {
  const port = text === "" ? fallback : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(variable, "a whole number from 0 to 65535", text);
  }
  return port;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"];

function logLevelOf(text: string): string {
  if (text === "") return "info";
  if (!logLevels.includes(text)) throw new ConfigError("LOG_LEVEL", `one of ${logLevels.join(", ")}`, text);
  return text;
}

/** "on" or "off"; on where it is left out. */
function isOn(variable: string, text: string): boolean {
  if (!["", "on", "off"].includes(text)) throw new ConfigError(variable, "on or off", text);
  return text !== "off";
}

function withDotEnv(): Readonly<Record<string, string | undefined>> {
  // Windows' editors put a byte order mark before the first name; what the environment has already goes first.
  const written = existsSync(".env") ? parseEnv(readFileSync(".env", "utf8").replace(/^\uFEFF/u, "")) : {};
  for (const [name, value] of Object.entries(written)) process.env[name] ??= value;
  // discord.js reads these two itself and treats an empty value as a number.
  for (const name of ["SHARDS", "SHARD_COUNT"]) if (process.env[name] === "") Reflect.deleteProperty(process.env, name);
  return process.env;
}

const packageFile = v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() }));

/** The version in package.json. */
export function programVersion(): string {
  return v.parse(packageFile, readFileSync(join(projectRoot(), "package.json"), "utf8")).version;
}

/** The folder of package.json, whether this runs from src or bundled in dist. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/**
 * Discord distributes a bot's servers over its shards (connections); from 2,500 servers several are required.
 * all: this process serves all shards. some: it serves these of `count`, others run elsewhere. processes: it starts one
 * process per shard and serves none itself.
 */
type Shards =
  | { readonly kind: "all" }
  | { readonly kind: "some"; readonly ids: readonly number[]; readonly count: number }
  | { readonly kind: "processes"; readonly count: number | "auto" };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads SHARDS ("auto" or a number), or SHARD_IDS ("0,1" or "0-3") with SHARD_COUNT. Throws ConfigError. */
function readShards(environment: Environment): Shards {
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

/** As .env.example has them. */
const settingNames: readonly string[] = [
  ...["DISCORD_TOKEN", "DISCORD_GUILD_ID", "DISCORD_API", "PORT", "FACTOR_TA_LOCAL", "DATABASE_URL", "HEALTH_PORT", "HEALTH_HOST"],
  ...["SHARDS", "SHARD_IDS", "SHARD_COUNT", "RETENTION_DAYS", "TIINGO_API_KEY", "TIINGO_URL", "YAHOO_URL", "RUNTIME_TUNING", "LOG_LEVEL", "SHARE_IMPORTED_DATA"],
];

/** Whether a name begins like a setting of ours, or is spelt like one, and is none. */
function isMistyped(name: string): boolean {
  if (settingNames.includes(name)) return false;
  if (/^(?:DISCORD|FACTOR_TA|TIINGO|YAHOO|RETENTION)_/u.test(name) && name !== "FACTOR_TA_REAL_DATA") return true;
  return settingNames.some((setting) => setting.length > 6 && spellingDistance(name, setting) <= 2);
}

/** Not below a month: a term's answers are needed until its grades are made. */
function retentionOf(text: string): number | null {
  if (text === "") return null;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 30 || days > 3650) throw new ConfigError("RETENTION_DAYS", "a whole number of days from 30 to 3650", text);
  return days;
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

/** An invalid setting: its variable, the allowed values, and the actual one. */
class ConfigError extends Error {
  constructor(variable: string, expected: string, value: string) {
    // A long text in the wrong variable may be a token or a password.
    const shown = value.length > 40 ? `${String(value.length)} characters long` : `"${value}"`;
    super(`${variable} must be ${expected}; it is ${shown}. Set it in the environment or in .env.`);
    this.name = "ConfigError";
  }
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import * as v from "valibot";
import { ConfigError } from "./config/config-error.ts";
import { refusePortClash } from "./config/port-clash.ts";
import { withEncodedPassword } from "./config/database-address.ts";
import { hostedModelOf, type HostedModelSettings } from "./config/hosted-model.ts";
import { isMistyped } from "./config/setting-names.ts";
import { addressOf, isOn, logLevelOf, portOf, refreshOf, restApiOf, retentionOf } from "./config/setting-values.ts";
import { readShards, type Shards } from "./config/shards.ts";

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
  /** The projector's pages: where they listen, and the address at which a browser finds them; null: there are none. */
  readonly screen: ScreenSettings | null;
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
  /** Whether what was fetched is fetched again every week. */
  readonly refreshesData: boolean;
  /** Where tickers are fetched from. */
  readonly providers: ProviderSettings;
  /** What may help to read a question that /ask is unsure of; null: nothing is sent anywhere. */
  readonly hostedModel: HostedModelSettings | null;
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

export interface ScreenSettings {
  /** Ends in "/". */
  readonly url: string;
  /** 127.0.0.1 by default: a proxy is in front of it. */
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
  // A line break, a zero-width blank or a letter of another script that came along with it: Discord could not even be asked.
  if (!/^[\x21-\x7E]*$/u.test(token)) throw new ConfigError("DISCORD_TOKEN", "the token alone, without blanks or other characters between", `of ${String(token.length)} characters`);
  if (databaseUrl !== "" && !/^postgres(?:ql)?:\/\//u.test(databaseUrl)) throw new ConfigError("DATABASE_URL", "the address of a PostgreSQL database, postgres://…", databaseUrl.split(":")[0] ?? "");
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
  const [health, screen, port] = [healthOf(environment, { served: token !== "", shards }), screenOf(setting), portOf("PORT", setting("PORT"), 8421)];
  refusePortClash([token === "" ? { setting: "PORT", host: "127.0.0.1", port } : null, health && { setting: "HEALTH_PORT", ...health }, screen && { setting: "SCREEN_PORT", ...screen }]);
  return {
    discord: token === "" ? null : { token, guildId: guildId === "" ? null : guildId, restApi },
    shards,
    hasShardManager: environment["SHARDING_MANAGER"] === "true",
    health,
    screen,
    port,
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
    refreshesData: refreshOf(setting("DATA_REFRESH")),
    providers: {
      tiingoKey: setting("TIINGO_API_KEY"),
      tiingoUrl: addressOf("TIINGO_URL", setting("TIINGO_URL"), "https://api.tiingo.com/"),
      yahooUrl: addressOf("YAHOO_URL", setting("YAHOO_URL"), "https://query1.finance.yahoo.com/"),
    },
    hostedModel: hostedModelOf(setting),
    unknownSettings: Object.keys(environment).filter(isMistyped),
    store: databaseUrl === "" ? { file: join(local, "factor-ta.db") } : { url: withEncodedPassword(databaseUrl), backups: join(local, "backups") },
  };
}

/** sysexits.h's EX_CONFIG: the same settings would fail again, so the unit does not restart the program. */
export const settingsStatus = 78;

/** For the program's entry points: a wrong setting prints one sentence, without a stack trace, and exits. */
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

/** Only where an address is set: nothing listens by itself. */
function screenOf(setting: (name: string) => string): ScreenSettings | null {
  const port = portOf("SCREEN_PORT", setting("SCREEN_PORT"), 8431);
  const url = addressOf("SCREEN_URL", setting("SCREEN_URL"), "");
  // A page's name is put at its end.
  if (url !== "" && (!URL.canParse(url) || /[?#]/u.test(url))) throw new ConfigError("SCREEN_URL", "an http or https address without ? and #", setting("SCREEN_URL"));
  return url === "" ? null : { url, host: setting("SCREEN_HOST") || "127.0.0.1", port };
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

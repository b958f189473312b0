import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Everything the environment decides. This file is the only reader of process.env. */
export interface Config {
  /** null: the local course server stands in for Discord. */
  readonly discord: { readonly token: string; readonly guildId: string | null } | null;
  /** Of the local course server. */
  readonly port: number;
  readonly logLevel: string;
  readonly folders: {
    readonly sample: string;
    readonly lessons: string;
    /** Imported data and the store. */
    readonly local: string;
    readonly page: string;
  };
  /** A SQLite file, or a PostgreSQL database where DATABASE_URL names one. */
  readonly store: { readonly file: string } | { readonly url: string };
}

/** Reads the settings, from `.env` too where there is one. Throws at start, naming the variable and what it takes. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = withDotEnv()): Config {
  const root = projectRoot();
  const token = environment["DISCORD_TOKEN"]?.trim() ?? "";
  const guildId = environment["DISCORD_GUILD_ID"]?.trim() ?? "";
  if (guildId !== "" && !/^\d{17,20}$/u.test(guildId)) {
    throw new ConfigError("DISCORD_GUILD_ID", "a server's id: 17 to 20 digits", guildId);
  }
  const local = resolve(environment["FACTOR_TA_LOCAL"] || join(root, "data", "local"));
  const databaseUrl = environment["DATABASE_URL"]?.trim() ?? "";
  return {
    discord: token === "" ? null : { token, guildId: guildId === "" ? null : guildId },
    port: portOf(environment["PORT"] ?? ""),
    logLevel: logLevelOf(environment["LOG_LEVEL"] ?? ""),
    folders: {
      sample: join(root, "data", "sample"),
      lessons: join(root, "data", "lessons"),
      local,
      page: join(root, "dist", "page"),
    },
    store: databaseUrl === "" ? { file: join(local, "factor-ta.db") } : { url: databaseUrl },
  };
}

/** For the program's entries: a wrong setting ends it with its one message, without a trace. */
export function readConfigOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

export class ConfigError extends Error {
  constructor(variable: string, takes: string, given: string) {
    super(`${variable} must be ${takes}; it is "${given}". Set it in the environment or in .env.`);
    this.name = "ConfigError";
  }
}

function portOf(text: string): number {
  const port = text === "" ? 8421 : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError("PORT", "a whole number from 0 to 65535", text);
  }
  return port;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"];

function logLevelOf(text: string): string {
  if (text === "") return "info";
  if (!logLevels.includes(text)) throw new ConfigError("LOG_LEVEL", `one of ${logLevels.join(", ")}`, text);
  return text;
}

function withDotEnv(): Readonly<Record<string, string | undefined>> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}

/** The folder of package.json, whether this runs from src or bundled in dist. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

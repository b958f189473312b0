import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";

test("nothing set: the course server on 8421, a SQLite store, the project's own folders", () => {
  const config = readConfig({});
  expect(config).toMatchObject({ discord: null, port: 8421, logLevel: "info" });
  expect(config.store).toHaveProperty("file");
});

test("the folder: as said, else systemd's state directory (the first of several), else the project's own", () => {
  const folderOf = (settings: Readonly<Record<string, string>>) => readConfig(settings).folders.local;
  expect(folderOf({ FACTOR_TA_LOCAL: "/srv/ta", STATE_DIRECTORY: "/var/lib/factor-ta" })).toBe("/srv/ta");
  expect(folderOf({ FACTOR_TA_LOCAL: " ", STATE_DIRECTORY: "/var/lib/factor-ta:/var/lib/other" })).toBe("/var/lib/factor-ta");
  expect(folderOf({ STATE_DIRECTORY: "" })).toBe(folderOf({}));
});

test("a token alone turns the course server into Discord", () => {
  expect(readConfig({ DISCORD_TOKEN: " abc " }).discord).toEqual({ token: "abc", guildId: null, restApi: null });
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["DISCORD_GUILD_ID", "my server"],
  ["LOG_LEVEL", "loud"],
  ["RUNTIME_TUNING", "slow"],
  ["HEALTH_PORT", "yes"],
  ["DISCORD_API", "discord.com"],
  ["SCREEN_URL", "bot.school.edu"],
  ["SCREEN_URL", "https://bot.school.edu/#a"],
  ["SCREEN_URL", "https://:80"],
  ["SCREEN_PORT", "high"],
  ["SHARDS", "many"],
  ["SHARD_COUNT", "2"],
])("%s=%s is refused by the variable's name", (variable, value) => {
  expect(() => readConfig({ [variable]: value })).toThrow(new RegExp(`^${variable} must be .*"${value}"`, "u"));
});

test("the runtime is tuned unless RUNTIME_TUNING says off", () => {
  expect([{}, { RUNTIME_TUNING: "on" }, { RUNTIME_TUNING: "off" }].map((settings) => readConfig(settings).runtimeTuning)).toEqual([true, true, false]);
});

test("a setting that could be a secret in the wrong place is not repeated", () => {
  const secret = "MTA1NjI4.".repeat(8);
  expect(() => readConfig({ DISCORD_GUILD_ID: secret })).toThrow(/^(?!.*MTA1NjI4).*72 characters long/u);
});

test("health is asked for on 127.0.0.1:9421 where Discord is served, and nowhere on a course server", () => {
  expect(readConfig({}).health).toBeNull();
  expect(readConfig({ DISCORD_TOKEN: "abc" }).health).toEqual({ host: "127.0.0.1", port: 9421 });
  expect(readConfig({ HEALTH_PORT: "0", HEALTH_HOST: "::1" }).health).toEqual({ host: "::1", port: 0 });
  expect(readConfig({ DISCORD_TOKEN: "abc", HEALTH_PORT: "off" }).health).toBeNull();
});

test("projector pages are nowhere unless their address is set, and then on 127.0.0.1 behind a proxy", () => {
  expect(readConfig({}).screen).toBeNull();
  expect(readConfig({ SCREEN_PORT: "80", SCREEN_HOST: "0.0.0.0" }).screen).toBeNull();
  expect(readConfig({ SCREEN_URL: "https://bot.school.edu/screen" }).screen).toEqual({ url: "https://bot.school.edu/screen/", host: "127.0.0.1", port: 8431 });
  expect(readConfig({ SCREEN_URL: "http://localhost:1/", SCREEN_PORT: "0", SCREEN_HOST: "::1" }).screen).toEqual({ url: "http://localhost:1/", host: "::1", port: 0 });
});

test.each([
  [{ DISCORD_TOKEN: "abc", HEALTH_PORT: "9478", SCREEN_URL: "http://localhost/", SCREEN_PORT: "9478" }, 'SCREEN_PORT must be another port than HEALTH_PORT; it is "9478"'],
  [{ DISCORD_TOKEN: "abc", SCREEN_URL: "http://localhost/", SCREEN_PORT: "9421" }, 'SCREEN_PORT must be another port than HEALTH_PORT; it is "9421"'],
  [{ DISCORD_TOKEN: "abc", HEALTH_PORT: "9478", HEALTH_HOST: "0.0.0.0", SCREEN_URL: "http://localhost/", SCREEN_PORT: "9478" }, "SCREEN_PORT must be another port than HEALTH_PORT"],
  [{ HEALTH_PORT: "8421" }, "HEALTH_PORT must be another port than PORT"],
])("%j is refused: one port for two of the program's own pages", (settings, words) => {
  expect(() => readConfig(settings)).toThrow(words);
});

test.each([
  { DISCORD_TOKEN: "abc", HEALTH_PORT: "0", SCREEN_URL: "http://localhost/", SCREEN_PORT: "0" },
  { DISCORD_TOKEN: "abc", HEALTH_PORT: "8421" },
  { DISCORD_TOKEN: "abc", HEALTH_PORT: "9478", SCREEN_PORT: "9478" },
  { DISCORD_TOKEN: "abc", HEALTH_PORT: "off", SCREEN_URL: "http://localhost/", SCREEN_PORT: "9421" },
  { DISCORD_TOKEN: "abc", HEALTH_PORT: "9478", HEALTH_HOST: "10.0.0.1", SCREEN_URL: "http://localhost/", SCREEN_PORT: "9478" },
])("%j has no port twice", (settings) => {
  expect(() => readConfig(settings)).not.toThrow();
});

test("no language model is asked unless its address and its name are set", () => {
  expect(readConfig({}).hostedModel).toBeNull();
  expect(readConfig({ HOSTED_MODEL_PER_DAY: "5", HOSTED_MODEL_PER_PERSON: "2" }).hostedModel).toBeNull();
  expect(readConfig({ HOSTED_MODEL_URL: "https://models.school.edu/v1", HOSTED_MODEL: "small" }).hostedModel).toEqual({ url: "https://models.school.edu/v1/", model: "small", key: "", perDay: 500, perPerson: 20 });
  expect(readConfig({ HOSTED_MODEL_URL: "http://localhost:11434/v1/", HOSTED_MODEL: "small:8b", HOSTED_MODEL_KEY: " k-1 ", HOSTED_MODEL_PER_DAY: "50", HOSTED_MODEL_PER_PERSON: "3" }).hostedModel).toEqual({ url: "http://localhost:11434/v1/", model: "small:8b", key: "k-1", perDay: 50, perPerson: 3 });
});

test.each([
  ["HOSTED_MODEL_URL", { HOSTED_MODEL: "small" }],
  ["HOSTED_MODEL_URL", { HOSTED_MODEL_KEY: "k" }],
  ["HOSTED_MODEL_URL", { HOSTED_MODEL: "small", HOSTED_MODEL_URL: "models.school.edu" }],
  ["HOSTED_MODEL_URL", { HOSTED_MODEL: "small", HOSTED_MODEL_URL: "https://me:secretpass@models.school.edu/" }],
  ["HOSTED_MODEL_URL", { HOSTED_MODEL: "small", HOSTED_MODEL_URL: "https://models.school.edu/?api-version=1" }],
  ["HOSTED_MODEL_URL", { HOSTED_MODEL: "small", HOSTED_MODEL_URL: "https://:80" }],
  ["HOSTED_MODEL_URL", { HOSTED_MODEL: "small", HOSTED_MODEL_KEY: "k", HOSTED_MODEL_URL: "http://models.school.edu/" }],
  ["HOSTED_MODEL_URL", { HOSTED_MODEL: "small", HOSTED_MODEL_KEY: "k", HOSTED_MODEL_URL: "http://localhost.evil.example/" }],
  ["HOSTED_MODEL", { HOSTED_MODEL_URL: "https://models.school.edu/" }],
  ["HOSTED_MODEL", { HOSTED_MODEL_URL: "https://models.school.edu/", HOSTED_MODEL: "two words" }],
  ["HOSTED_MODEL_KEY", { HOSTED_MODEL_URL: "https://models.school.edu/", HOSTED_MODEL: "small", HOSTED_MODEL_KEY: "secret key" }],
  ["HOSTED_MODEL_KEY", { HOSTED_MODEL_URL: "https://models.school.edu/", HOSTED_MODEL: "small", HOSTED_MODEL_KEY: "secret\u200Bkey" }],
  ["HOSTED_MODEL_PER_DAY", { HOSTED_MODEL_PER_DAY: "0" }],
  ["HOSTED_MODEL_PER_PERSON", { HOSTED_MODEL_PER_PERSON: "many" }],
])("a hosted model is refused by %s, without its key: %j", (variable, settings) => {
  expect(() => readConfig(settings)).toThrow(new RegExp(`^${variable} must be (?!.*secret.?key)`, "u"));
});

test("shards: all in one process, a process each, or those of this machine", () => {
  expect(readConfig({}).shards).toEqual({ kind: "all" });
  expect(readConfig({ SHARDS: "auto" }).shards).toEqual({ kind: "processes", count: "auto" });
  expect(readConfig({ SHARDS: "4" }).shards).toEqual({ kind: "processes", count: 4 });
  const DATABASE_URL = "postgres://store/factor_ta";
  expect(readConfig({ SHARD_IDS: "0,2-3", SHARD_COUNT: "4", DATABASE_URL }).shards).toEqual({ kind: "some", ids: [0, 2, 3], count: 4 });
  expect(() => readConfig({ SHARD_IDS: "0,4", SHARD_COUNT: "4", DATABASE_URL })).toThrow(/^SHARD_IDS must be shards below 4/u);
  expect(() => readConfig({ SHARD_IDS: "0", SHARD_COUNT: "2" })).toThrow(/^DATABASE_URL must be/u);
});

test("a process of the ShardingManager serves its own shard, and tells its health on a port of its own", () => {
  const child = readConfig({ DISCORD_TOKEN: "abc", SHARDING_MANAGER: "true", SHARDS: "2", SHARD_COUNT: "3" });
  expect(child.shards).toEqual({ kind: "some", ids: [2], count: 3 });
  expect(child.health?.port).toBe(9423);
});

test.each([
  ["p@ss/word#1", "p%40ss%2Fword%231"],
  ["a:b?c", "a%3Ab%3Fc"],
  ["100%", "100%25"],
  ["p%40ss", "p%40ss"],
  ["plain-1_2.3", "plain-1_2.3"],
])("a password %s in DATABASE_URL is a password, and no part of it is the host", (password, encoded) => {
  const { store } = readConfig({ DATABASE_URL: `postgres://factor_ta:${password}@127.0.0.1:5432/course?sslmode=require` });
  expect(store).toMatchObject({ url: `postgres://factor_ta:${encoded}@127.0.0.1:5432/course?sslmode=require` });
  expect(new URL("url" in store ? store.url : "").host).toBe("127.0.0.1:5432");
});

test("a token with a zero-width blank, another script's letter, a line break or a blank in it is refused, and no character of it is shown", () => {
  for (const written of ["MTIz.abc\u200B.def", "MTIz.\u0430bc.def", "MTIz.abc\n.def", "MTIz abc"]) {
    expect(() => readConfig({ DISCORD_TOKEN: written })).toThrow(/^DISCORD_TOKEN must be the token alone/u);
    expect(() => readConfig({ DISCORD_TOKEN: written })).not.toThrow(/MTIz/u);
  }
});

test.each(["mysql://bot:secret@127.0.0.1/course", "sqlite:///course.db", "127.0.0.1:5432"])("the address %s of another kind of database is a wrong setting", (address) => {
  expect(() => readConfig({ DATABASE_URL: address })).toThrow(/^DATABASE_URL must be the address of a PostgreSQL database/u);
  expect(() => readConfig({ DATABASE_URL: address })).not.toThrow(/secret/u);
});

test("a token is the same with the prefix of its header", () => {
  for (const written of ["MTIz.abc.def", "Bot MTIz.abc.def", " bot  MTIz.abc.def "]) expect(readConfig({ DISCORD_TOKEN: written }).discord?.token).toBe("MTIz.abc.def");
});

test("a name that is nearly a setting is named, and no setting is", () => {
  const known = [...readFileSync(".env.example", "utf8").matchAll(/^(?:# )?([A-Z_]+)=/gmu)].map(([, name = ""]) => [name, ""] as const);
  expect(readConfig({ ...Object.fromEntries(known), PATH: "/bin", HOME: "/", NODE_ENV: "production", SHARDING_MANAGER: "" }).unknownSettings).toEqual([]);
  expect(readConfig({ DISCORD_TOKN: "x", DATABSE_URL: "y", LOGLEVEL: "info", FACTOR_TA_FOLDER: "z" }).unknownSettings).toEqual(["DISCORD_TOKN", "DATABSE_URL", "LOGLEVEL", "FACTOR_TA_FOLDER"]);
});

test("a .env with a byte order mark is read like one without", () => {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-env-"));
  writeFileSync(join(folder, ".env"), "\uFEFFDISCORD_TOKEN=MTIz.abc.def\nLOG_LEVEL=warn\n");
  const config = pathToFileURL(join(process.cwd(), "src", "config.ts")).href;
  const script = `import { readConfig } from ${JSON.stringify(config)}; const { discord, logLevel } = readConfig(); console.log(discord?.token, logLevel)`;
  const { DISCORD_TOKEN, LOG_LEVEL, ...environment } = process.env;
  const read = spawnSync(process.execPath, ["--import", pathToFileURL(join(process.cwd(), "node_modules", "tsx", "dist", "esm", "index.mjs")).href, "--input-type=module", "-e", script], { cwd: folder, encoding: "utf8", env: environment });
  expect(read.stdout.trim(), read.stderr).toBe("MTIz.abc.def warn");
  rmSync(folder, { recursive: true });
});

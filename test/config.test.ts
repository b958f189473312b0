import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";

test("nothing set: the course server on 8421, a SQLite store, the project's own folders", () => {
  const config = readConfig({});
  expect(config).toMatchObject({ discord: null, port: 8421, logLevel: "info" });
  expect(config.store).toHaveProperty("file");
});

test("a token alone turns the course server into Discord", () => {
  expect(readConfig({ DISCORD_TOKEN: " abc " }).discord).toEqual({ token: "abc", guildId: null });
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["DISCORD_GUILD_ID", "my server"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused by the variable's name", (variable, value) => {
  expect(() => readConfig({ [variable]: value })).toThrow(new RegExp(`^${variable} must be .*"${value}"`, "u"));
});

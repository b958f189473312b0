import { Client } from "discord.js";
import { expect, test } from "vitest";
import { botToken } from "../src/bot-token.ts";

test("a token has Discord's shape, and begins with nothing that discord.js takes off", () => {
  const tokens = Array.from({ length: 2000 }, botToken);
  expect(tokens.filter((token) => !/^[MNO][\w-]+\.[\w-]{6}\.[\w-]{32}$/u.test(token))).toEqual([]);
  expect(new Set(tokens).size).toBe(tokens.length);
});

test("discord.js takes a prefix off: a token that begins with it would be another", async () => {
  const client = new Client({ intents: [], rest: { api: "http://127.0.0.1:9/api", retries: 0, timeout: 500 } });
  client.on("error", () => undefined);
  const given = ["botAbc", botToken()] as const;
  const used: (string | null)[] = [];
  for (const token of given) {
    const attempt = client.login(token).catch(() => undefined);
    used.push(client.token);
    await attempt;
  }
  expect(used).toEqual(["Abc", given[1]]);
});

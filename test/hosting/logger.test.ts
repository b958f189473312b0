import { DiscordAPIError } from "discord.js";
import { expect, test } from "vitest";
import { keyedHash } from "../../src/programs/keyed-hash.ts";
import { readConfig } from "../../src/config.ts";
import { logger } from "../../src/hosting/logger.ts";
import { secretsOf } from "../../src/hosting/secrets-of.ts";

const token = "MTA1NjI4NDM3MTg2NDI5NzQ3Mg.GhT3kq.x7mF0fVJ3Xk2l9d8QwErTyUiOpAsDfGhJkLzXc";
const database = "postgres://factor_ta:correct-horse@store:5432/factor_ta";
const [person, server] = ["812345678901234567", "1056284371864297472"];
const hashOf = (id: string): string => keyedHash("secret", id).slice(0, 12);

function logged(write: (log: ReturnType<typeof logger>) => void): string {
  const lines: string[] = [];
  write(logger({ level: "info", secrets: [token, database], hashOf, destination: { write: (line) => void lines.push(line) } }));
  for (const line of lines) JSON.parse(line);
  return lines.join("");
}

test("an error of Discord's is logged by its code and place, without the message, the interaction's token or a name", () => {
  const url = `https://discord.com/api/v10/interactions/${server}/aW50ZXJhY3Rpb246MTA1NjI4/callback`;
  const body = { files: undefined, json: { data: { content: "Ada Lovelace asks about JPM" } } };
  const error = new DiscordAPIError({ code: 50_035, message: `Invalid Form Body for <@${person}>` }, 50_035, 400, "POST", url, body);
  const text = logged((log) => log.error({ reference: "0a1b2c3d", err: error }, "a reply failed"));
  expect(text).toContain('"reference":"0a1b2c3d"');
  expect(text).toContain('"code":50035');
  expect(text).toContain("/callback");
  for (const hidden of ["Ada", "JPM", "aW50ZXJhY3Rpb24", person, server]) expect(text).not.toContain(hidden);
});

test("tokens and addresses with passwords are masked wherever they stand", () => {
  const error = new Error(`login with ${token} failed`, { cause: new Error(`connect to ${database}`) });
  const other = "NzkyNzE1NDU0MTk2MDg4ODQy.X-hvzA.Ovy4MCQywSkoMRRclStW4xAYK7I";
  const text = logged((log) => {
    log.error({ err: error }, "failed");
    log.warn({ given: other, elsewhere: "postgres://ada:lovelace@127.0.0.1/x" }, "odd");
  });
  for (const hidden of [token, "correct-horse", other, "lovelace"]) expect(text).not.toContain(hidden);
  expect(text).toContain("[secret]");
});

test("a person's id is a keyed hash: the same person the same, nobody to be worked out", () => {
  const text = logged((log) => {
    log.info({ person }, "first");
    log.info({ where: `channel ${person} of ${server}` }, "second");
  });
  expect(text).not.toContain(person);
  expect(text.split(`#${hashOf(person)}`).length).toBe(3);
  expect(text).toContain(`#${hashOf(server)}`);
});

test("what a database says of a row's values is not logged", () => {
  const error = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (person)=(Ada) already exists." });
  const text = logged((log) => log.error({ err: error }, "store"));
  expect(text).toContain("23505");
  expect(text).not.toContain("Ada");
});

test("the settings' own secrets are those that are masked: token, password, the keys of Tiingo and of the hosted model", () => {
  const none = { FACTOR_TA_LOCAL: "/tmp" };
  expect(secretsOf(readConfig(none))).toEqual([]);
  const all = { ...none, DISCORD_TOKEN: "the-token", DATABASE_URL: "postgres://ta:horse-battery@store/ta", TIINGO_API_KEY: "tiingo-key", HOSTED_MODEL_URL: "https://models.school.edu/v1", HOSTED_MODEL: "small", HOSTED_MODEL_KEY: "model-key" };
  expect(secretsOf(readConfig(all))).toEqual(expect.arrayContaining(["the-token", "horse-battery", "tiingo-key", "model-key"]));
});

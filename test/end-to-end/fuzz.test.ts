import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/index.ts";
import type { Option, RawOption } from "../../src/commands/options/option.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { answer } from "../../src/commands/answer.ts";
import { readDataFile } from "../../src/datasets/data-file.ts";
import { readAnswer } from "../../src/exercises/answer/read-answer.ts";
import { customId, readCustomId } from "../../src/render/custom-id.ts";
import { plain } from "../../src/render/plain.ts";
import { openAsking, type Asking } from "../commands/asking.ts";
import { payloadFaults } from "../commands/payload-faults.ts";

/**
 * More than 10,000 random option sets, custom_ids, files and answers: never a throw, always a valid payload. The same
 * ones each time; FUZZ_SEED chooses others.
 */
const seed = Number(process.env["FUZZ_SEED"] ?? 20_260_907);
let asking: Asking;
const rejections: unknown[] = [];
const onRejection = (reason: unknown): void => void rejections.push(reason);

beforeAll(() => {
  console.info(`FUZZ_SEED=${seed}`);
  asking = openAsking();
  process.on("unhandledRejection", onRejection);
});
afterAll(async () => {
  process.off("unhandledRejection", onRejection);
  await asking.close();
});

const nasty = fc.constantFrom(
  ...["", " ", "@everyone", "<@812345678901234567>", "<#1>", "[x](https://evil.example)", "https://evil.example", "```", "||x||"],
  ...["__proto__", "constructor", "toString", "\u202Etxt.exe", "\u200B\u200D\uFEFF", "\u{1F4C8}".repeat(200), "x".repeat(4000), "\0", "\uD800"],
  ...["-0", "1e400", "0x10", "1,234.5", "−12 %", "10.4M", "../../etc/passwd", "'; drop table checks; --", '"', '""', "a:b"],
);
/** Without what would look like a value of ours when it is repeated. */
const words = fc
  .oneof({ weight: 3, arbitrary: nasty }, fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 40 }))
  .map((text) => text.replaceAll(/NaN|undefined|Infinity|\[object/gu, "?"));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -1, 2 ** 53));

/** What fits, so that the insides are reached; short windows keep them quick. */
const known: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ticker: fc.constantFrom("JPM", "WMT", "MSFT", "jpm", "SPY"),
  tickers: fc.constantFrom("JPM WMT", "JPM, MSFT", "JPM JPM"),
  factor: fc.constantFrom("SPY", "Mkt-RF", "SMB"),
  from: fc.constantFrom("2020-01-01", "2020", "2020-06"),
  to: fc.constantFrom("2020-12-31", "2021", "2019"),
  budget: fc.constantFrom("1m", "$2.5M", "1,000"),
};

const file = fc.record({ filename: words, url: words, size: fc.integer() });

function valueOf(name: string, option: Option<unknown>): fc.Arbitrary<RawOption> {
  const fitting = option.choices?.length ? fc.constantFrom(...option.choices.map(({ value }) => value)) : (known[name] ?? words);
  return fc.oneof({ weight: 4, arbitrary: fitting }, words, number, fc.boolean(), file);
}

/** Whole windows and the slow commands belong to every-command.test.ts. */
const slow = new Set(["selftest", "reconcile", "check preview", "check post"]);

function callOf(command: Command): fc.Arbitrary<Readonly<Record<string, RawOption>>> {
  const parts = Object.entries(command.options).map(([name, option]) => [name, valueOf(name, option)] as const);
  const dates = Object.hasOwn(command.options, "from") ? fc.record({ from: known["from"]!, to: known["to"]! }) : fc.constant({});
  const others = fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, fc.dictionary(words, words, { maxKeys: 1 }));
  return fc
    .tuple(dates, fc.record(Object.fromEntries(parts), { requiredKeys: [] }), others)
    .map((given): Readonly<Record<string, RawOption>> => Object.assign({}, ...given) as Readonly<Record<string, RawOption>>);
}

const asker = fc.record({
  id: fc.constantFrom("1", "2", "3"),
  name: words,
  roleIds: fc.array(fc.constantFrom("7", "8"), { maxLength: 2 }),
  managesServer: fc.boolean(),
});
const place = fc.record({ guildId: fc.constantFrom("9", null), channelId: fc.constantFrom("5", null) });

test("5,000 random option sets are answered with a valid payload", { timeout: 120_000 }, async () => {
  const quick = commands.filter(({ name }) => !slow.has(name));
  const calls = fc.constantFrom(...quick).chain((command) => fc.tuple(fc.constant(command), callOf(command), asker, place));
  let interaction = 0;
  await fc.assert(
    fc.asyncProperty(calls, async ([command, options, who, where]) => {
      const call = { command: command.name, options, asker: who, place: where, id: `fuzz-${String(interaction++)}` };
      const { answer: given } = await answer(call, commands, asking.world);
      expect(payloadFaults(given).join("\n")).toBe("");
    }),
    { numRuns: 5_000, seed, endOnFailure: true },
  );
});

test("3,000 random custom_ids are read or refused, and what is read is answered", { timeout: 120_000 }, async () => {
  const name = fc.constantFrom("beta", "help", "explain", "data list", "practice answer", "check answer", "destroy");
  const made = fc
    .tuple(name, fc.dictionary(fc.oneof(fc.constantFrom("t", "topic", "part", "check", "v", "show"), words), words, { maxKeys: 3 }))
    .map(([command, options]) => customId({ command, options }) ?? "1/");
  const ids = fc.oneof(made, words, words.map((text) => `1/${text}`), words.map((text) => `0/beta ${text}`), fc.tuple(name, words).map(([one, text]) => `1/${one} ${text}`));
  let interaction = 0;
  await fc.assert(
    fc.asyncProperty(ids, asker, place, async (id, who, where) => {
      const call = readCustomId(id);
      if (!call) return;
      expect(id.startsWith("1/")).toBe(true);
      const given = await answer({ ...call, asker: who, place: where, id: `button-${String(interaction++)}` }, commands, asking.world);
      expect(payloadFaults(given.answer).join("\n")).toBe("");
    }),
    { numRuns: 3_000, seed, endOnFailure: true },
  );
});

test("a call and its custom_id are the same call", () => {
  const value = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && !/[\p{Cc}]/u.test(text));
  fc.assert(
    fc.property(fc.constantFrom("beta", "explain"), fc.dictionary(fc.constantFrom("ticker", "topic", "from", "show"), value), (command, options) => {
      const id = customId({ command, options });
      if (id !== null) expect(readCustomId(id)).toEqual({ command, options });
    }),
    { numRuns: 1_000, seed },
  );
});

test("2,000 random typed commands parse or are refused", () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.tuple(fc.constantFrom(...commands.map(({ name }) => name)), words).map((parts) => `/${parts.join(" ")}`)), (typed) => {
      const parsed = parseCommand(typed, commands);
      expect(typeof parsed.ok).toBe("boolean");
    }),
    { numRuns: 2_000, seed },
  );
});

test("3,000 random answers are read or refused, and never as something that is no number", () => {
  const figures = fc.tuple(fc.constantFrom("", "-", "−", "$", "+"), fc.double({ noNaN: true }), fc.constantFrom("", "%", " bps", "M", "k", "/252", "e3")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(words, figures), (typed) => {
      const read = readAnswer(typed, { kind: "number", unit: "share" });
      if (read.ok && read.value.kind === "number") expect(Number.isFinite(read.value.value)).toBe(true);
    }),
    { numRuns: 3_000, seed },
  );
});

test("1,500 random files are read or refused by name", () => {
  const cell = fc.oneof(words, fc.constantFrom("2020-01-02", "20200103", "0.01", "-99.99", ".", "1e5", "Date", "JPM", "RF"));
  const table = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }).map((rows) => rows.map((row) => row.join(",")).join("\n"));
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), table.map((text) => new TextEncoder().encode(text)));
  fc.assert(
    fc.property(words, bytes, (name, content) => {
      const read = readDataFile(name, content);
      if (!read.ok) expect(read.problem.kind).toBe("bad-file");
    }),
    { numRuns: 1_500, seed },
  );
});

test("2,000 random texts lose Markdown, mentions, links and what can't be seen before they are repeated", () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.tuple(words, words).map((parts) => parts.join(""))), (typed) => {
      const shown = plain(typed);
      expect(shown).not.toMatch(/@(everyone|here)/u);
      expect(shown).not.toMatch(/<[@#:!&/tid]/u);
      expect(shown).not.toMatch(/:\/\//u);
      // What is left once each escaped character is taken out holds none that Markdown reads.
      expect(shown.replaceAll(/\\[\\*_~`|>#[\]()]/gu, "")).not.toMatch(/[\\*_~`|>#[\]()]/u);
      expect(shown.replaceAll("\u200b", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
    { numRuns: 2_000, seed },
  );
});

test("nothing was rejected without being caught", async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(rejections).toEqual([]);
});

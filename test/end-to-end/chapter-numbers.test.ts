import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { taskOf } from "../../src/grading/check-task.ts";
import { openCourseroom, type Courseroom } from "../commands/courseroom.ts";
import { someOf } from "../some-of.ts";

/**
 * Every entry, claim and explained error, read by a student while each of the chapter's exercises is open as a check. None
 * may hold a number that would be marked right, whether or not it names a stock; numbers that are said to be another
 * stock's are that one's. The finished words are read, and no list that the program makes of them.
 */
let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

interface Key {
  readonly quantity: string;
  readonly value: number;
}

const scales: Readonly<Record<string, readonly number[]>> = { "%": [1, 0.01], K: [1e3], M: [1, 1e6], B: [1e9] };

/** The numbers of three digits and more in a text, by what they may mean; dates are none. */
function valuesIn(text: string): readonly number[] {
  const plain = text.replaceAll(/\d{4}-\d{2}-\d{2}/gu, " ");
  return [...plain.matchAll(/(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s?([%KMB])?(?![\p{L}\d])/gu)].flatMap(([, digits = "", unit = ""]) => {
    const bare = digits.replaceAll(",", "");
    if (bare.replace(".", "").replace(/^0+/u, "").length < 3) return [];
    return (scales[unit] ?? [1]).map((scale) => Number(bare) * scale);
  });
}

const stocks: Readonly<Record<string, RegExp>> = { JPM: /JPM|JP ?Morgan/u, WMT: /WMT|Walmart/u, MSFT: /MSFT|Microsoft/u, KO: /\bKO\b|Coca/u, BAC: /\bBAC\b|Bank of America/u };

/** Whether a sentence, or the line that it stands in, says that its numbers are another stock's alone. */
const isOfAnother = (line: string, stock: string): boolean => !stocks[stock]!.test(line) && Object.entries(stocks).some(([other, names]) => other !== stock && names.test(line));

function rightIn(words: string, { value }: Key, stock: string): readonly string[] {
  // The recipe line and the buttons below name the stock that fills the formula: the formula is that one's.
  const [, filledOf = ""] = /(\w+) ~ /u.exec(words) ?? [];
  return words.split("\n").filter((line) => {
    if (line.startsWith(">") && filledOf !== "" && filledOf !== stock) return false;
    return !isOfAnother(line, stock) && valuesIn(line).some((number) => Math.abs(number - value) <= 0.01 * Math.abs(value));
  });
}

async function keysOf(check: string): Promise<{ readonly stock: string; readonly keys: readonly Key[] }> {
  const task = taskOf((await (await room.store()).checks.find(check))!, room.world);
  if (!task.ok || task.value.kind !== "marked") throw new Error("no numbers");
  const [solved] = task.value.solvedVariants;
  const keys = task.value.marked.quantities.flatMap((quantity) => {
    if (quantity.kind !== "number") return [];
    const value = quantity.key(solved!);
    return Math.abs(value) > quantity.tolerance.floor ? [{ quantity: quantity.id, value }] : [];
  });
  return { stock: solved!.variant.asset, keys };
}

function texts(): readonly string[] {
  const { lessons, askingTexts } = room.world;
  const { claims, errors } = askingTexts();
  return [...lessons.all.map(({ id }) => `/explain topic:${id} ticker:KO`), ...claims.map(({ id }) => `/claim claim:${id}`), ...errors.map(({ id }) => `/notebook-error error:${id}`)];
}

describe.each(someOf(definitions.map(({ id }) => id), 5))("while /check post %s is open", (exercise) => {
  test("no text of the chapter holds a number that would be marked right", { timeout: 60_000 }, async () => {
    const words = await room.words("prof", `/check post ${exercise} again:true anyway:true`);
    const check = /Posted as `([2-9a-z]{6})`/u.exec(words)?.[1] ?? "";
    const { stock, keys } = await keysOf(check);
    const found: string[] = [];
    for (const typed of texts()) {
      const read = await room.words("eve", typed);
      for (const key of keys) found.push(...rightIn(read, key, stock).map((line) => `${typed}: ${key.quantity} ${key.value.toPrecision(4)}: ${line}`));
    }
    await room.words("prof", `/check void ${check} confirm:true`);
    expect(found).toEqual([]);
  });
});

test("the scan finds such numbers where nothing hides them", async () => {
  await room.words("prof", "/course setup hide_keys:false");
  const check = /Posted as `([2-9a-z]{6})`/u.exec(await room.words("prof", "/check post jpm-regression again:true"))?.[1] ?? "";
  const { stock, keys } = await keysOf(check);
  const found = new Set<string>();
  for (const typed of texts()) {
    const read = await room.words("eve", typed);
    if (keys.some((key) => rightIn(read, key, stock).length > 0)) found.add(typed.split(" ")[1] ?? "");
  }
  expect(found).toContain("topic:beta-around-one");
});

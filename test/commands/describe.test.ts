import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf, wordsOf } from "./asking.ts";
import { madeUpFiles } from "../render/code/made-up-files.ts";

const { ask, close } = openAsking();
afterAll(close);

/** The course file's own column: days on which the series has a return. */
function columnsOf(...names: readonly string[]): { readonly day: string; readonly values: readonly number[] }[] {
  const [head = "", ...lines] = readFileSync("data/sample/FactorModels_data1.csv", "utf8").trim().split(/\r?\n/u);
  const places = names.map((name) => head.split(",").indexOf(name));
  return lines
    .map((line) => line.split(","))
    .filter((cells) => places.every((place) => (cells[place] ?? "") !== ""))
    .map((cells) => ({ day: cells[0] ?? "", values: places.map((place) => Number(cells[place])) }));
}

const rowsIn = (answer: Awaited<ReturnType<typeof ask>>): string | undefined => /n = [\d,]+/u.exec(replyOf(answer).embeds[0]?.footer?.text ?? "")?.[0];

test.each(["JPM", "SPY", "JPM WMT", "WMT SPY"])("%s: rows are those that the named series have, whatever else is loaded", async (names) => {
  const rows = columnsOf(...names.split(" "));
  expect(rowsIn(await ask(`/describe series:"${names}"`))).toBe(`n = ${rows.length.toLocaleString("en-US")}`);
});

test("the largest fall is that of all days on which the series has a return", async () => {
  let [wealth, peak, deepest] = [1, 1, 0];
  for (const { values: [value = 0] } of columnsOf("JPM")) {
    wealth *= 1 + value;
    peak = Math.max(peak, wealth);
    deepest = Math.max(deepest, 1 - wealth / peak);
  }
  expect(wordsOf(await ask("/describe JPM"))).toContain(`Largest drawdown ${(100 * deepest).toPrecision(3)}%`);
  expect(deepest).toBeGreaterThan(0.8);
});

test("days that the market traded and the file lacks are named, as beside every path of a dollar", async () => {
  expect(wordsOf(await ask("/describe JPM"))).toMatch(/Growth and drawdown lack days: JPM has no return on \d+ days on which the market traded/u);
  expect(wordsOf(await ask("/describe SMB"))).not.toContain("lack days");
});

test("before the market's own first day a series is described, with neither a β nor residuals", async () => {
  const answer = await ask("/describe WMT JPM from:1985 to:1990");
  expect(wordsOf(answer)).toMatch(/WMT and JPM: correlation/u);
  expect(wordsOf(answer)).not.toContain("Residuals");
  expect(wordsOf(await ask("/describe WMT from:1985 to:1990 show:more"))).not.toMatch(/\bOn SPY/u);
});

test("a β on the market says the rows that the market has too, where they are fewer", async () => {
  expect(wordsOf(await ask("/describe JPM show:more"))).toMatch(/On SPY \(the 7,974 days from 1993-02-01 to 2024-12-31 that it has too\): β = /u);
  expect(wordsOf(await ask("/describe JPM from:1995 show:more"))).toMatch(/On SPY: β = /u);
});

test("days that another file has are part of the path, as /performance has them, and simple returns are compounded whatever the measure", async () => {
  const filled = openAsking(madeUpFiles["the same with prices that have them"] ?? []);
  const fallOf = async (typed: string): Promise<string | undefined> => /[Ll]argest drawdown ([\d.]+%, \S+ to \S+\d)/u.exec(wordsOf(await filled.ask(typed)))?.[1];
  const performance = wordsOf(await filled.ask("/performance ticker:AAA factor:Mkt-RF show:more"));
  const fall = await fallOf("/describe AAA");
  expect(fall).toBeDefined();
  expect(performance).toContain(fall?.split(",")[0]);
  expect(wordsOf(await filled.ask("/describe AAA"))).toMatch(/days? that (?:is|are) blank in AAA's excess returns, I took the total returns/u);
  await filled.close();
});

test("a fall of log returns is that of the returns that they are the logs of", async () => {
  const fallOf = async (typed: string): Promise<number> => Number(/Largest drawdown ([\d.]+)%/u.exec(wordsOf(await ask(typed)))?.[1]);
  expect(Math.abs((await fallOf("/describe JPM returns:log")) - (await fallOf("/describe JPM")))).toBeLessThan(2);
});

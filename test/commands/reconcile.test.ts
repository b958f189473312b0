import { afterAll, expect, test } from "vitest";
import { datasetsOf } from "../../src/datasets/datasets-of.ts";
import { reconcile } from "../../src/commands/reconcile.ts";
import { assetsToTry, recipeFiguresOf } from "../../src/commands/recipe-figures.ts";
import { openAsking, replyOf, wordsOf } from "./asking.ts";
import { arbitraryNumbers, goldenNumbers, missed, numberAsker } from "./reconcile-score.ts";

const asking = openAsking();
const { ask, close } = asking;
afterAll(close);
const askNumber = numberAsker(asking);
const titleOf = async (typed: string) => replyOf(await ask(typed)).embeds[0]?.title;

test("of the numbers with a known recipe, the right recipe comes first for at least 90%", async () => {
  const numbers = goldenNumbers("reconcile-recipes");
  const misses = await missed(askNumber, numbers);
  expect(misses.length, misses.join("\n")).toBeLessThanOrEqual(0.1 * numbers.length);
});

test("of 200 arbitrary numbers at most 15% are given a recipe", async () => {
  const numbers = arbitraryNumbers();
  const explained: string[] = [];
  for (const number of numbers) if ((await askNumber(number)).length > 0) explained.push(number.number);
  expect(numbers).toHaveLength(200);
  expect(explained.length, explained.join(" ")).toBeLessThanOrEqual(30);
});

test("no reply names more than three recipes", async () => {
  const counts: number[] = [];
  for (const number of [...goldenNumbers("reconcile-recipes"), ...arbitraryNumbers()]) counts.push((await askNumber(number)).length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  expect(counts.filter((count) => count > 1).length).toBeGreaterThan(0);
});

test.each(["0", "0.0", "0%", "1", "1.00", "100%", "-1"])("%s has no digits to match, and is a test", async (typed) => {
  expect(await titleOf(`/reconcile ${typed} JPM`)).toMatch(/has no digits to match/u);
  expect(replyOf(await ask(`/reconcile ${typed} JPM`)).nextSteps).toEqual([{ label: "/beta JPM", command: "beta", options: { ticker: "JPM" } }]);
});

test.each(["$13.57", "10M", "500 dollars"])("%s is an amount of money", async (typed) => {
  expect(await titleOf(`/reconcile "${typed}" JPM`)).toMatch(/is an amount of money/u);
});

test("the chapter's own number is said to be that, and another quantity's or asset's to be the other's", async () => {
  expect(await titleOf("/reconcile 1.395 JPM")).toBe("1.395 is what I get too: JPM's β");
  expect(await titleOf("/reconcile 0.7073 JPM quantity:beta")).toBe("0.7073 is most likely JPM's correlation ρ, not β");
  expect(await titleOf("/reconcile 0.6738 JPM")).toBe("0.6738 is most likely WMT's β, not JPM's");
  expect(await titleOf("/reconcile 3.14159 JPM")).toBe("Nothing simple gives 3.14159");
});

test("a figure that was rounded twice is what its reader most likely did: 1.3949, printed 1.395, written 1.40", async () => {
  expect(await titleOf("/reconcile 1.40 JPM")).toBe("1.40 is what I get too: JPM's β");
  expect(await titleOf("/reconcile 1.4 JPM")).toBe("1.4 is what I get too: JPM's β");
  expect(await titleOf("/reconcile 1.396 JPM")).not.toContain("what I get too");
  expect(await titleOf("/reconcile 1.3950 JPM")).not.toContain("what I get too");
});

test("months as a reply makes them are found, however it makes them", async () => {
  const monthly = replyOf(await ask("/beta MSFT frequency:monthly"));
  const { betas } = monthly.result["fit"] as { readonly betas: readonly { readonly value: number }[] };
  const [first] = await askNumber({ number: betas[0]!.value.toPrecision(8), ticker: "MSFT", quantity: "beta" });
  expect(first?.value).toBeCloseTo(betas[0]!.value, 7);
  expect(first?.sample.frequency).toBe("monthly");
});

test("the base rate of a number with few digits is higher than that of the same with many, and both are said", async () => {
  const rate = async (typed: string) => Number(replyOf(await ask(typed)).result["baseRate"]);
  expect(await rate("/reconcile 14.74% MSFT")).toBeLessThan(await rate("/reconcile 14.7% MSFT"));
  expect(wordsOf(await ask("/reconcile 1.31 JPM"))).toMatch(/Of 10 arbitrary numbers of this size with 3 digits, (?:about \d|fewer than 1|nearly all) would be given a recipe here too\./u);
});

test("an asset with a file of its own is reconciled with the chapter's beside it", async () => {
  const fitted = replyOf(await ask("/beta KO")).result["fit"] as { readonly betas: readonly { readonly value: number }[] };
  const [first] = await askNumber({ number: fitted.betas[0]!.value.toPrecision(4), ticker: "KO", quantity: null });
  expect(first).toMatchObject({ quantity: "beta", departures: 0, sample: { asset: "KO", factors: ["Mkt-RF"] } });
});

test("imported returns are reconciled with imported factors alone", async () => {
  const { world } = asking;
  const imported = datasetsOf(
    world.datasets.series.map((one) => (one.id === "JPM" || one.id === "SPY" || one.id === "RF" ? { ...one, provenance: { ...one.provenance, origin: "imported" as const } } : one)),
  );
  const { answer } = await asking.call(reconcile, { value: "1.395", ticker: "JPM" }, { ...world, datasets: imported });
  expect(answer.kind === "reply" && answer.embeds[0]?.title).toBe("1.395 is what I get too: JPM's β");
  const figures = await recipeFiguresOf(assetsToTry(null, imported).find(({ id }) => id === "JPM")!, imported);
  if (!figures.ok) throw new Error(figures.problem.kind);
  expect([...new Set(figures.value.flatMap(({ sample }) => sample.factors))]).toEqual(["SPY"]);
});

test("α over the volatility of the whole return is named, as an appraisal ratio has σ(ε) below it", async () => {
  const words = wordsOf(await ask("/reconcile 0.4418 MSFT"));
  expect(words).toContain("over the total volatility, σ(r) in place of σ(ε)");
  expect(words).not.toContain("Nothing simple gives");
});

test("twelve months are never the most likely rows", async () => {
  expect(await titleOf("/reconcile 0.853 MSFT")).not.toMatch(/most likely/u);
});

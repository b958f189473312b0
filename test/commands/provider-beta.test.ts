import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { fitAsProvider } from "../../src/commands/provider-beta.ts";
import type { Provider } from "../../src/engine/provider-conventions.ts";
import { allWords, openAsking, replyOf, wordsOf } from "./asking.ts";

interface Printed {
  readonly rows: number;
  readonly first: string;
  readonly last: string;
  readonly beta: number;
  readonly standardError: number;
}
const { providers } = JSON.parse(readFileSync(new URL("../golden/conventions.json", import.meta.url), "utf8")) as { readonly providers: Readonly<Record<string, Printed>> };
const asking = openAsking();
afterAll(() => asking.close());

const options = { factor: null, from: null, to: null, private: false, show: "answer" } as const;

test.each(Object.entries(providers))("%s is the number of pandas and statsmodels, to 9 digits", (named, expected) => {
  const [id = "", provider = ""] = named.split(" ");
  const found = asking.world.datasets.find(id);
  if (!found.ok) throw new Error(id);
  const fitted = fitAsProvider({ ...options, ticker: found.value }, provider as Provider, asking.world.datasets);
  if (!fitted.ok) throw new Error(JSON.stringify(fitted.problem));
  const { sample, betas } = fitted.value.fit;
  expect([sample.observations, sample.first, sample.last]).toEqual([expected.rows, expected.first, expected.last]);
  expect(Math.abs(betas[0].value / expected.beta - 1)).toBeLessThan(1e-9);
  expect(Math.abs(betas[0].standardError / expected.standardError - 1)).toBeLessThan(1e-9);
});

test("the steps lead from the course's β to the provider's, one difference each", async () => {
  const words = await allWords(asking, "/beta MSFT as:bloomberg");
  for (const step of ["· the course's way: daily, excess returns, on Mkt-RF", "· on SPY", "· the last 2 years alone", "· by week, n = 104", "· the risk-free rate left in"]) expect(words).toContain(step);
  expect(words).toContain("0.67 × raw + 0.33");
  expect(words).toContain("total, simple, weekly to Friday, compounded Π(1 + r) − 1");
  expect(wordsOf(await asking.ask("/beta JPM as:yahoo"))).not.toContain("· on SPY\n");
});

test("the call behind a reply gives the same rows again, and a first look at β is as it was", async () => {
  const first = replyOf(await asking.ask("/beta JPM as:yahoo"));
  const more = first.nextSteps.find(({ options: { show } }) => show === "more");
  expect(more?.options).toMatchObject({ as: "yahoo" });
  expect(wordsOf(await asking.ask("/beta JPM"))).not.toMatch(/yahoo|bloomberg/iu);
});

test("a provider's β is asked for by its name, and the question why it differs leads to it", async () => {
  expect(wordsOf(await asking.ask('/ask "yahoo beta of JPM"'))).toContain("as Yahoo makes it");
  expect(wordsOf(await asking.ask('/ask "bloomberg beta for msft"'))).toContain("as Bloomberg makes it");
  expect(wordsOf(await asking.ask(`/ask "why is my beta different from yahoo's"`))).toMatch(/Yahoo's and Bloomberg's β|as Yahoo makes it/u);
});

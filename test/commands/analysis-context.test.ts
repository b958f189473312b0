import { afterAll, expect, test } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { openAsking, replyOf, wordsOf } from "./asking.ts";

const { ask, close } = openAsking();
afterAll(close);

const leftOut = /lags:\S+ is left out: (?:HC1|classical) errors/u;

test.each(["/beta JPM", "/regress JPM", "/frequency JPM", "/alphas", '/compare "JPM WMT"', "/performance JPM"])("%s says that HC1 errors count no lags, and no button repeats them", async (typed) => {
  const reply = await ask(`${typed} errors:hc1 lags:3 from:2015`);
  expect(wordsOf(reply)).toMatch(leftOut);
  expect(JSON.stringify(replyOf(reply).nextSteps)).not.toContain("lags");
  expect(wordsOf(await ask(`${typed} errors:hc1 from:2015`))).not.toMatch(leftOut);
  expect(wordsOf(await ask(`${typed} errors:hac lags:3 from:2015`))).not.toMatch(leftOut);
});

/** What was asked for is what is shown, or the reply says what it left out: with each kind of errors, with lags and without. */
test.each(["/beta JPM", "/regress JPM ff3", "/residuals JPM", "/frequency JPM", "/alphas", '/compare "JPM WMT"', "/performance JPM", "/hedge JPM", "/size JPM", "/track JPM", "/expected JPM", "/variance JPM"].flatMap((typed) => [
  [typed, "", "OLS", false], [typed, "lags:5", "HAC", false], [typed, "errors:classical", "OLS", false], [typed, "errors:classical lags:5", "OLS", true],
  [typed, "errors:hc1", "HC1", false], [typed, "errors:hc1 lags:5", "HC1", true], [typed, "errors:hac", "HAC", false], [typed, "errors:hac lags:5", "HAC", false],
] as const))("%s %s has %s errors", async (typed, errors, kind, isNoted) => {
  const reply = await ask(`${typed} from:2015 ${errors}`);
  expect(reply.problem).toBeNull();
  const footer = replyOf(reply).embeds.at(-1)?.footer?.text ?? "";
  expect([footer.includes("HAC"), footer.includes("HC1")]).toEqual([kind === "HAC", kind === "HC1"]);
  if (errors.includes("hac lags") || errors === "lags:5") expect(footer).toContain("5 lags");
  expect(leftOut.test(wordsOf(reply))).toBe(isNoted);
});

test("returns without a risk-free rate are counted also where they lie before its first day, within the window that was asked for", async () => {
  const days = Array.from({ length: 400 }, (_, row) => isoDay(18_267 + 7 * Math.floor(row / 5) + (row % 5)));
  const lines = (value: (row: number) => number, from = 0): string => days.slice(from).map((day, row) => `${day},${value(from + row).toFixed(6)}`).join("\n");
  const market = (row: number): number => 0.01 * Math.sin(2.3 * row);
  const late = openAsking([
    { name: "market.csv", text: `date,Mkt-RF\n${lines(market)}\n` },
    { name: "rate.csv", text: `date,RF\n${lines(() => 0.0001, 300)}\n` },
    { name: "own.csv", text: `date,OWN\n${lines((row) => 1.2 * market(row) + 0.004 * Math.sin(7.1 * row))}\n`, content: "total" },
  ]);
  expect(wordsOf(await late.ask("/beta OWN"))).toContain("OWN has a return on 300 days without one of RF: left out.");
  expect(wordsOf(await late.ask(`/beta OWN from:${days[200]!}`))).toContain("OWN has a return on 100 days without one of RF: left out.");
  expect(wordsOf(await late.ask(`/beta OWN from:${days[300]!}`))).not.toContain("without one of RF");
  await late.close();
});

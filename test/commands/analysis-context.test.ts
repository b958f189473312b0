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
  // What is left out is no small thing where a coin's weekends are: the reply says what it came to.
  const said = /without one of RF: left out\. They compound to ([−\d.]+)%\./u.exec(wordsOf(await late.ask("/beta OWN")))?.[1]?.replace("−", "-");
  const own = (row: number): number => Number((1.2 * market(row) + 0.004 * Math.sin(7.1 * row)).toFixed(6));
  const product = days.slice(0, 300).reduce((grown, _, row) => grown * (1 + own(row)), 1);
  expect(Math.abs(Number(said) - 100 * (product - 1))).toBeLessThan(0.0005 * Math.abs(100 * (product - 1)));
  expect(wordsOf(await late.ask(`/beta OWN from:${days[200]!}`))).toContain("OWN has a return on 100 days without one of RF: left out.");
  expect(wordsOf(await late.ask(`/beta OWN from:${days[300]!}`))).not.toContain("without one of RF");
  await late.close();
});

test("rows that are lost are counted by cause in every analysis: what is used, what is blank and what has no rate are all days of the market", async () => {
  const days = Array.from({ length: 500 }, (_, row) => isoDay(18_267 + 7 * Math.floor(row / 5) + (row % 5)));
  const market = (row: number): number => 0.01 * Math.sin(2.3 * row);
  const isBlank = (row: number): boolean => row % 5 === 2;
  const hasRate = (row: number): boolean => row % 50 !== 3;
  const table = (head: string, cell: (row: number) => string): string => `date,${head}\n${days.map((day, row) => `${day},${cell(row)}`).join("\n")}\n`;
  const gappy = openAsking([
    { name: "market.csv", text: table("Mkt-RF", (row) => market(row).toFixed(6)) },
    { name: "rate.csv", text: table("RF", (row) => (hasRate(row) ? "0.0001" : "")) },
    { name: "own.csv", text: table("OWN,OTHER", (row) => (isBlank(row) ? "," : [1.2 * market(row) + 0.004 * Math.sin(7.1 * row), 0.7 * market(row) + 0.003 * Math.sin(5.3 * row)].map((value) => value.toFixed(6)).join(","))), content: "total" },
  ]);
  const inside = days.map((_, row) => row).slice(1, -1);
  const [blank, rateless] = [inside.filter(isBlank).length, inside.filter((row) => !isBlank(row) && !hasRate(row)).length];
  const used = days.length - blank - rateless;
  for (const typed of ["/beta OWN", "/regress OWN model:Mkt-RF", "/residuals OWN", "/hedge OWN", "/track OWN", "/variance OWN", "/expected OWN", "/size OWN 250k", "/compare OWN OTHER", "/alphas OWN OTHER", "/rolling OWN window:60", "/beta 0.5*OWN+0.5*OTHER"]) {
    const words = wordsOf(await gappy.ask(typed));
    expect(words, typed).toContain(`n = ${String(used)} `);
    expect(words, typed).toMatch(new RegExp(`no return on ${String(blank)} days on which the market traded, \\S+ \\(Mkt-RF \\S+\\) among them: left out\\.`, "u"));
    expect(words, typed).toContain(`OWN has a return on ${String(rateless)} days without one of RF: left out.`);
  }
  for (const typed of ["/performance OWN", "/describe OWN"]) expect(wordsOf(await gappy.ask(typed)), typed).toMatch(/OWN has no return on \d+ days on which the market traded/u);
  // A window and days that were to be left out count only their own blanks.
  const [from, to] = [days[100]!, days[199]!];
  expect(wordsOf(await gappy.ask(`/beta OWN from:${from} to:${to}`))).toContain("OWN has no return on 20 days on which the market traded");
  expect(wordsOf(await gappy.ask(`/beta OWN from:${from} to:${to} without:${days[120]!}..${days[169]!}`))).toContain("OWN has no return on 10 days on which the market traded");
  await gappy.close();
});

test("months that a monthly file has blank are said as months, and holidays are no loss", async () => {
  const months = Array.from({ length: 60 }, (_, month) => `${String(2015 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, "0")}`);
  const text = `date,FUND\n${months.map((month, row) => `${month},${row === 20 || row === 21 ? "" : (0.01 * Math.sin(row) + 0.002).toFixed(5)}`).join("\n")}\n`;
  const monthly = openAsking([
    { name: "market.csv", text: `date,Mkt-RF\n${months.map((month, row) => `${month},${(0.03 * Math.sin(1.7 * row)).toFixed(5)}`).join("\n")}\n` },
    { name: "fund.csv", text, content: "excess" },
  ]);
  const words = wordsOf(await monthly.ask("/beta FUND frequency:monthly"));
  expect(words).toContain("n = 58 ");
  expect(words).toContain("FUND has no return in 2 months in which the market traded, 2016-09-30 the first: left out.");
  await monthly.close();
  const whole = openAsking();
  expect(wordsOf(await whole.ask("/beta KO from:2000"))).not.toContain("has no return on");
  await whole.close();
});

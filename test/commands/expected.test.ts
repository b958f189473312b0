import { afterAll, expect, test } from "vitest";
import { allWords, openAsking, replyOf } from "./asking.ts";

const asking = openAsking();
const { close } = asking;
afterAll(close);

test("/expected MSFT adds rf, the chapter's α and β times the chapter's mean", async () => {
  const words = await allWords(asking, "/expected MSFT");
  expect(words).toContain("E[r] = 28.44% a year (×252)");
  expect(words).toContain("α = 14.7% · 95% interval 6.7% to 22.8%");
  expect(words).toContain("β = 1.188, Mkt-RF's mean 0.0359% per day");
  expect(words).toContain("2.967%, the mean of RF");
});

test("each factor pays its own premium", async () => {
  const words = await allWords(asking, "/expected WMT factor:ff3 from:2000 to:2009");
  for (const factor of ["Mkt-RF", "SMB", "HML"]) expect(words).toContain(`β · E[${factor}] = `);
});

test("months have their own unit", async () => {
  expect(await allWords(asking, "/expected MSFT frequency:monthly")).toMatch(/a year \(×12\)[^]*E\[r\] per month: [\d.]+%/u);
});

test.each(["SMB factor:Mkt-RF", "Mkt-RF factor:SPY", '"JPM - WMT"', '"NVDA - KO" factor:ff3'])("%s costs nothing, so that no rf is added to its mean", async (asked) => {
  const answer = await asking.ask(`/expected ticker:${asked}`);
  const { result } = replyOf(answer) as unknown as { readonly result: { readonly expected: { readonly parts: readonly { readonly part: string }[]; readonly total: { readonly perPeriod: number } }; readonly fit: { readonly moments: { readonly asset: { readonly mean: number } } } } };
  expect(result.expected.parts.map(({ part }) => part)).not.toContain("risk-free");
  expect(result.expected.total.perPeriod).toBeCloseTo(result.fit.moments.asset.mean, 12);
  expect(await allWords(asking, `/expected ticker:${asked}`)).toContain("is a position that costs nothing.");
});

test("what is held with borrowed money, or partly in cash, has the rate in it", async () => {
  for (const asked of ["2*JPM", "0.5*JPM", "JPM - 1.4*SPY"]) expect(await allWords(asking, `/expected ticker:"${asked}" factor:Mkt-RF`)).toContain(", the mean of RF");
});

test("a rate and a premium of one's own are answered first, with β's interval, beside the sample's", async () => {
  const words = await allWords(asking, "/expected MSFT rf:4% premium:5.5%");
  // 0.04 + 1.188 · 0.055, by β of statsmodels.
  expect(words).toMatch(/With rf 4% and a premium of 5\.5% a year: \**rf \+ β · premium = 10\.5\d+%/u);
  expect(words).toContain("E[r] = 28.44% a year (×252)");
  expect(await allWords(asking, "/expected MSFT premium:0%")).toMatch(/With rf 2\.967% \(the sample's\) and a premium of 0% a year: \**rf \+ β · premium = 2\.967%/u);
});

test("one premium is of one factor", async () => {
  expect(await allWords(asking, "/expected MSFT factor:ff3 premium:5%")).toContain("takes one series");
});

import { afterAll, expect, test } from "vitest";
import { allWords, openAsking, replyOf, wordsOf } from "./asking.ts";

const asking = openAsking();
const { ask, close } = asking;
afterAll(close);

test("/hedge MSFT gives 6.7.5: mean α a year, zero β and zero correlation", async () => {
  const words = await allWords(asking, "/hedge MSFT");
  expect(words).toContain("Sell $1.188 of Mkt-RF for $1 of MSFT");
  expect(words).toContain("Mean = 14.74% a year (×252) = α");
  expect(words).toContain("Mkt-RF: β 0.000000, correlation 0.000000");
});

test.each(["20%", "20", "0.2", "20 percent"])("target:%s leaves a fifth of the variance to the factor", async (target) => {
  const answered = await ask(`/hedge MSFT target:"${target}"`);
  const words = await allWords(asking, `/hedge MSFT target:"${target}"`);
  expect(words).toContain("Factor share of the variance that is left: 20.0%");
  // xh = √(0.2·Var(ε) / (0.8·Var(f))) − β
  expect(words).toContain("Sell $0.483 of Mkt-RF");
  expect(words).toContain("β = 0.7047 to Mkt-RF");
  expect(replyOf(answered).nextSteps.map(({ label }) => label)).toContain("Hedge it whole");
});

test("a target above the asset's own share means buying", async () => {
  expect(await allWords(asking, "/hedge MSFT target:60%")).toMatch(/Buy \$\d/u);
});

test.each(["-5%", "100%", "250"])("target:%s is refused with what it may be", async (target) => {
  const answered = await ask(`/hedge MSFT target:${target}`);
  expect(answered.problem).toMatchObject({ kind: "out-of-range", option: "target" });
  expect(wordsOf(answered)).toContain("It must lie between 0 and 0.99");
});

test("a target that can't be read is echoed", async () => {
  expect(wordsOf(await ask("/hedge MSFT target:half"))).toContain('I can\'t read target "half" as a share');
});

test("several factors are all hedged at once", async () => {
  const words = await allWords(asking, "/hedge JPM factor:ff3");
  for (const factor of ["Mkt-RF", "SMB", "HML"]) expect(words).toContain(`${factor}: β 0.000000, correlation 0.000000`);
});

test("of an exact combination of the factor nothing is left to call α + ε: /hedge refuses it, as /size and /performance do", async () => {
  for (const question of ["/hedge 1.3*SPY factor:SPY", "/size 1.3*SPY factor:SPY", "/performance 1.3*SPY factor:SPY"]) {
    expect(wordsOf(await ask(question))).toContain("once hedged, nothing of it is left");
  }
});

test("other dollars than β leave β − h, with its interval and its volatility; a part of β is a part", async () => {
  const words = await allWords(asking, "/hedge MSFT ratio:1.5");
  // 1.188 − 1.5, by β of statsmodels.
  expect(words).toMatch(/With \$1\.500 of Mkt-RF sold for \$1: \**β left = −0\.312/u);
  expect(await allWords(asking, "/hedge MSFT ratio:100%")).toMatch(/β left = −?0\.000|β left = 0/u);
  expect(await allWords(asking, "/hedge MSFT factor:ff3 ratio:1")).toContain("takes one series");
  expect(await allWords(asking, "/hedge MSFT ratio:900")).not.toContain("β left");
});

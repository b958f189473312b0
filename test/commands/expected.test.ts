import { afterAll, expect, test } from "vitest";
import { allWords, openAsking } from "./asking.ts";

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

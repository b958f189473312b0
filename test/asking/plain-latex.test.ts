import { expect, test } from "vitest";
import { plainLatex } from "../../src/asking/plain-latex.ts";

test.each([
  [String.raw`\(r^{\text{hedged}} = r^e_{JPM} - \beta \times r^e_{SPY}\)`, "r^hedged = r^e_JPM - β × r^e_SPY"],
  [String.raw`Report the \(\alpha\), \(\beta\), and R-squared`, "Report the α, β, and R-squared"],
  [String.raw`why is \frac{\alpha}{\sigma(\epsilon)} a Sharpe ratio`, "why is α/σ(ε) a Sharpe ratio"],
  [String.raw`is $\beta$ of JPM 1.4 and $5m enough`, "is β of JPM 1.4 and $5m enough"],
])("%s is %s", (written, plain) => {
  expect(plainLatex(written).replaceAll(/\s+/gu, " ").replaceAll(/ (?=[,.])/gu, "").trim()).toBe(plain);
});

test.each(["what does $5m of JPM lose", "C:\\data\\file", "x = {1}"])("text without formulas stays: %s", (text) => {
  expect(plainLatex(text)).toBe(text);
});

import { expect, test } from "vitest";
import { capitalized } from "../../src/render/capitalized.ts";

test("a Latin letter becomes a capital, a Greek one stays the symbol it is", () => {
  expect(capitalized("sell $1.188 of Mkt-RF")).toBe("Sell $1.188 of Mkt-RF");
  expect(capitalized("β and the frequency")).toBe("β and the frequency");
  expect(capitalized("")).toBe("");
});

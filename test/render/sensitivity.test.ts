import { expect, test } from "vitest";
import type { Estimate } from "../../src/engine/factor-fit.ts";
import { sensitivityOf } from "../../src/render/sensitivity.ts";

const beta = (low: number, high: number, term = "Mkt-RF"): Estimate => ({ term, value: (low + high) / 2, standardError: (high - low) / 4, tStat: 0, pValue: 0, interval: [low, high] });

test.each([
  [0.2, 0.999, "defensive"],
  [0.2, 1, "like the market"],
  [1, 1.5, "like the market"],
  [1.001, 1.5, "aggressive"],
  [-0.5, -0.001, "hedge"],
  [-0.5, 0, "zero"],
  [-0.1, 1.2, "zero or the market"],
] as const)("a β from %f to %f is %s", (low, high, kind) => {
  expect(sensitivityOf(beta(low, high))).toBe(kind);
});

test("what rounding leaves of an exact 1 or 0 is 1 or 0", () => {
  expect(sensitivityOf(beta(0.9999999999999999, 0.9999999999999999))).toBe("like the market");
  expect(sensitivityOf(beta(1.0000000000000002, 1.0000000000000002))).toBe("like the market");
  expect(sensitivityOf(beta(-2e-17, -2e-17))).toBe("zero");
});

test("of a factor that is not the market nothing of the kind is said", () => {
  expect(sensitivityOf(beta(0.2, 0.5, "SMB"))).toBe("other");
});

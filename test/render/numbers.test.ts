import { describe, expect, test } from "vitest";
import { count, dollarEstimate, dollars, estimate, fixed, interval, number, percent, percentEstimate, pValue, share, shortDollars } from "../../src/render/numbers.ts";

const awkward = [0, -0, 1e-12, -1e-12, 1e15, NaN, Infinity, -Infinity, 0.9995, -0.0004];

describe("every format takes every number", () => {
  test.each(
    Object.entries({
      count,
      dollars,
      number,
      percent,
      pValue,
      share,
      shortDollars: (value: number) => shortDollars(value),
      dollarEstimate: (value: number) => dollarEstimate(value, 0.01),
      fixed: (value: number) => fixed(value, 2),
    }),
  )("%s never prints a minus before nothing, nor NaN", (_name, format) => {
    for (const value of awkward) {
      const text = format(value);
      expect(text).not.toMatch(/NaN|Infinity|undefined|-/u);
      expect(text).not.toMatch(/^−[$]?0(?:\.0*)?%?$/u);
      expect(text.length).toBeGreaterThan(0);
    }
  });
});

test.each([
  [0, "0"],
  [-0, "0"],
  [1e-12, "1.000e−12"],
  [1e15, "1.000e15"],
  [NaN, "not available"],
  [Infinity, "∞"],
  [-Infinity, "−∞"],
  [0.9995, "0.9995"],
  [0.99995, "1.000"],
  [1.39491, "1.395"],
  [-0.00015939, "−0.0001594"],
  [7974, "7,974"],
  [12345.678, "12,346"],
])("number(%d) is %s", (value, text) => expect(number(value)).toBe(text));

test.each([
  [1.3949175, 0.0156, "1.395"],
  [0.0001594, 0.00018, "0.000159"],
  [83.309, 0.5, "83.31"],
  [0.7, 0, "0.7000"],
  [0.9996, 0.01, "1.00"],
])("estimate(%d, se %d) is %s", (value, standardError, text) => expect(estimate(value, standardError)).toBe(text));

test.each([
  [0.1474, "14.74%"],
  [0, "0%"],
  [NaN, "not available"],
  [-0.0000004, "−0.00004000%"],
])("percent(%d) is %s", (value, text) => expect(percent(value)).toBe(text));

test("percentEstimate keeps three digits of a small alpha", () => expect(percentEstimate(0.0001594, 0.000181)).toBe("0.0159%"));

test.each([
  [0.415, "41.5%"],
  [0, "0.0%"],
  [1, "100.0%"],
  [0.0001, "< 0.1%"],
  [-0.2, "−20.0%"],
])("share(%d) is %s", (value, text) => expect(share(value)).toBe(text));

test.each([
  [2_644_594.2, "$2,644,594"],
  [-1_530_371, "−$1,530,371"],
  [0.5, "$0.50"],
  [0, "$0"],
  [-0.001, "$0.00"],
  [1e15, "$1.000e15"],
])("dollars(%d) is %s", (value, text) => expect(dollars(value)).toBe(text));

test.each([
  [0, "p < 0.001"],
  [0.0009999, "p < 0.001"],
  [0.034, "p = 0.034"],
  [0.99999, "p > 0.999"],
  [NaN, "p not available"],
])("pValue(%d) is %s", (value, text) => expect(pValue(value)).toBe(text));

test.each([
  [0.0002032, 6, "0.000203"],
  [-0.0000001, 6, "0.000000"],
  [-1.5, 1, "−1.5"],
])("fixed(%d, %d) is %s", (value, decimals, text) => expect(fixed(value, decimals)).toBe(text));

test("an interval shows two digits of its standard error", () => {
  expect(interval([1.36431, 1.42553], 0.01561)).toBe("1.364 to 1.426");
  expect(interval([-0.000196, 0.000515], 0.000181, "%")).toBe("−0.020% to 0.052%");
});

test.each([
  [13_578_078, "$13.6M"],
  [-2_644_594, "−$2.64M"],
  [999_499, "$999K"],
  [999_999, "$1.00M"],
  [9_994, "$9,994"],
  [2.5e9, "$2.50B"],
  [0.98, "$0.98"],
])("shortDollars(%d) is %s", (value, text) => expect(shortDollars(value)).toBe(text));

test("dollars for a dollar have an estimate's digits, their minus before the sign", () => {
  expect(dollarEstimate(1.18760, 0.01426)).toBe("$1.188");
  expect(dollarEstimate(-0.0301, 0.01)).toBe("−$0.0301");
});

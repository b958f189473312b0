import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asTyped, count, counted, dollarEstimate, dollars, dollarsInterval, estimate, fixed, formatLikePython, interval, number, positionDollars, pValue, percent, percentEstimate, rounded, share, shortDollars } from "../../src/render/numbers.ts";

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

test("an estimate lies in its own printed interval, and is told from what that leaves out, however small the error", () => {
  expect(estimate(1.000395, 0.0000158)).toBe("1.0004");
  expect(estimate(0.500000000012, 1e-13)).toBe("0.500000000012");
  const numberOf = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 999, noNaN: true }), fc.integer({ min: -9, max: 1 }), fc.boolean(), (size, power, isNegative) => {
      const [value, error] = [isNegative ? -size : size, size * 10 ** power];
      const [low = NaN, high = NaN] = interval([value - 1.96 * error, value + 1.96 * error], error).split(" to ").map(numberOf);
      const printed = numberOf(estimate(value, error));
      expect(printed >= low && printed <= high).toBe(true);
    }),
    { numRuns: 300, seed: 15 },
  );
});

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

test.each([
  [1e-9, "0.000000001000"],
  [0.99e-9, "9.900e−10"],
  [-1e15, "−1.000e15"],
  [999_999_999_999_999, "999,999,999,999,999"],
  [9.9996, "10.00"],
  [9.9994, "9.999"],
  [0.09994, "0.09994"],
  [0.099996, "0.1000"],
])("number(%d) changes its form where it should: %s", (value, text) => expect(number(value)).toBe(text));

test.each([
  [1.2344, 1e-9, "1.2344", "more than four digits where those would leave its interval"],
  [1.23404, 5e-5, "1.234", "four at the most where they stay in it"],
  [1.2345, 5, "1.23", "three at the least, however large it is"],
  [12.345, 0.5, "12.35", "the second digit of the error, between the two"],
  [12.345, 5, "12.3", "one digit less of an error ten times as large"],
  [0, 0.1, "0", "nothing after a zero"],
  [1.2344, NaN, "1.234", "four where there is no error"],
  [1.2344, -1, "1.234", "four where the error is no error"],
])("estimate(%d, se %d) is %s: %s", (value, standardError, text) => expect(estimate(value, standardError)).toBe(text));

test.each([
  [0.0005, "0.1%"],
  [0.00049, "< 0.1%"],
  [-0.00049, "> −0.1%"],
  [-0.99951, "< −99.9%"],
  [-1, "−100.0%"],
  [-0.0005, "−0.1%"],
])("share(%d) is %s: what rounds to nothing is said to be less than a tenth", (value, text) => expect(share(value)).toBe(text));

test.each([
  [9.999, "$10.00"],
  [10, "$10"],
  [-0.004, "$0.00"],
  [-0.005, "−$0.01"],
])("dollars(%d) is %s: cents below ten dollars", (value, text) => expect(dollars(value)).toBe(text));

test.each([
  [9_994.9, "$9,995"],
  [9_996, "$10.0K"],
  [999_500, "$1.00M"],
  [999_499_999, "$999M"],
  [999_500_000, "$1.00B"],
  [1e15, "$1.000e15"],
])("shortDollars(%d) is %s: the letter changes where the rounded figure does", (value, text) => expect(shortDollars(value)).toBe(text));

test.each([
  [0.001, "p = 0.001"],
  [0.999, "p = 0.999"],
  [0.9991, "p > 0.999"],
])("pValue(%d) is %s", (value, text) => expect(pValue(value)).toBe(text));

test("an interval has the decimals of two digits of its error, also of errors that round up or are missing", () => {
  expect(interval([1, 2], 0.0996)).toBe("1.00 to 2.00");
  expect(interval([1, 2], 0.099)).toBe("1.000 to 2.000");
  expect(interval([-1, 2], 123)).toBe("−1 to 2");
  expect(interval([1, 2], 0)).toBe("1.00 to 2.00");
  expect(interval([1, 2], Infinity)).toBe("1.00 to 2.00");
});

test.each([
  [1_250_000, "1,250,000"],
  [0.123, "0.123"],
  [-2.5, "−2.5"],
  [0.1 + 0.2, "0.3"],
  [1.234567890123, "1.23456789012"],
  [0.00000012, "0.00000012"],
  [NaN, "not available"],
  [Infinity, "∞"],
])("asTyped(%d) is %s: a person's own digits, twelve at the most", (value, text) => expect(asTyped(value)).toBe(text));

// As Python prints them, but for its minus before a zero.
test.each([
  [-0.0004, { decimals: 3 }, "0.000"],
  [-0.0006, { decimals: 3 }, "-0.001"],
  [1234.5678, { decimals: 2 }, "1234.57"],
  [1234.5678, { decimals: 2, grouped: true }, "1,234.57"],
  [-1234.5678, { decimals: 0, grouped: true }, "-1,235"],
  [0, { significant: 4 }, "0.000"],
  [1234, { significant: 4 }, "1234."],
  [12346, { significant: 4 }, "1.235e+04"],
  [12.345e10, { significant: 3 }, "1.23e+11"],
  [0.0000001234, { significant: 4 }, "1.234e-07"],
  [-1.5, { significant: 4 }, "-1.500"],
] as const)("printed(%d, %j) is %s", (value, style, text) => expect(formatLikePython(value, style)).toBe(text));

test.each([
  [0.0499, "p = 0.0499"],
  [0.04999, "p = 0.04999"],
  [0.0501, "p = 0.0501"],
  [0.05, "p = 0.050"],
  [0.049, "p = 0.049"],
  [0.051, "p = 0.051"],
])("the p-value %f is written on its own side of 0.05: %s", (value, text) => expect(pValue(value)).toBe(text));

test("an end of an interval that is not 0 is not written as 0, so that one sees whether 0 is inside", () => {
  expect(interval([-0.0004, 0.1423], 0.036, "%")).toBe("−0.04% to 14.23%");
  expect(interval([0.0004, 0.1423], 0.036, "%")).toBe("0.04% to 14.23%");
  expect(interval([-0.498, -0.001], 0.127)).toBe("−0.498 to −0.001");
  expect(interval([0, 0.1423], 0.036, "%")).toBe("0.0% to 14.2%");
  expect(interval([-0.05, 0.1423], 0.036, "%")).toBe("−5.0% to 14.2%");
});

test.each([
  [0.9996, "> 99.9%"],
  [0.9994, "99.9%"],
  [1, "100.0%"],
  [0.0004, "< 0.1%"],
])("the share %f is %s: all and nothing are written of all and nothing alone", (value, text) => expect(share(value)).toBe(text));

test("a count has its noun in the singular for one", () => {
  expect([counted(1, "gap"), counted(2, "gap"), counted(0, "gap"), counted(1200, "match", "matches")]).toEqual(["1 gap", "2 gaps", "0 gaps", "1,200 matches"]);
});

test("an interval of dollars is rounded to what its width allows, and no end but 0 itself prints as $0", () => {
  expect(dollarsInterval([695_821, 2_364_377])).toBe("$700,000 to $2,360,000");
  expect(dollarsInterval([-470_000, 1_240_000])).toBe("−$470,000 to $1,240,000");
  expect(dollarsInterval([2_400, 2_364_377])).toBe("$2,000 to $2,364,000");
  expect(dollarsInterval([-2_364_377, -2_400])).toBe("−$2,364,000 to −$2,000");
  expect(dollarsInterval([0, 2_364_377])).toBe("$0 to $2,360,000");
  expect(dollarsInterval([5, 5])).toBe("$5.00 to $5.00");
});

test("an interval of dollars a dollar has its minus before the sign", () => {
  expect(interval([-0.262, 0.761], 0.26, "$")).toBe("−$0.26 to $0.76");
  expect(interval([-0.001, 0.761], 0.19, "$")).toBe("−$0.001 to $0.761");
});

test("a position has whole dollars below ten billion, and four digits from there on", () => {
  expect([9_999_999_999, 1e10, 10_383_593_010_852, -2_644_593_999_854].map(positionDollars)).toEqual(["$9,999,999,999", "$10.00B", "$10.38T", "−$2.645T"]);
  expect(dollarsInterval([7_512_345_678_901, 14_312_345_678_901])).toBe("$7.500T to $14.30T");
});

test.each([
  [0.004721, 0.43, "0.5%"],
  [-0.004721, 0.43, "−0.5%"],
  [0.1474, 0.043, "14.7%"],
  [0, 0.43, "0%"],
])("%f with an error of %f is rounded to %s: no estimate is rounded away", (value, standardError, text) => {
  expect(rounded(value, standardError, "%")).toBe(text);
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswer, readForm } from "../../../src/exercises/answer/read-answer.ts";
import type { ReadNumber } from "../../../src/exercises/answer/read-answer.ts";
import { sensitivity } from "../../../src/exercises/quantities/regression.ts";
import { significant } from "../../../src/exercises/quantities/inference.ts";
import type { Unit } from "../../../src/exercises/quantities/quantity.ts";

function read(text: string, unit: Unit = "ratio"): ReadNumber | string {
  const answer = readAnswer(text, { kind: "number", unit });
  if (!answer.ok) return answer.problem.reason;
  return answer.value.kind === "number" ? answer.value : answer.value.choice;
}

function valueOf(text: string, unit?: Unit): number | string {
  const answer = read(text, unit);
  return typeof answer === "string" ? answer : answer.value;
}

describe("readAnswer", () => {
  it.each([
    ["1.395", 1.395],
    [".5", 0.5],
    ["5.", 5],
    ["−0.5", -0.5],
    ["–0.5", -0.5],
    ["- 0.5", -0.5],
    ["minus 0.5", -0.5],
    ["+0.5", 0.5],
    ["0,395", 0.395],
    ["1,39", 1.39],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1,234,567", 1234567],
    ["1,23,456", 123456],
    ["1,395", 1.395],
    ["1.395, so it is more sensitive", 1.395],
    ["about 1.395, I think", 1.395],
    ["1.395. See the code", 1.395],
    ["1.395, t = 89", 1.395],
    ["٠٫٦٧٤", 0.674],
    ["०.६७४", 0.674],
    ["𝟎.𝟔𝟕𝟒", 0.674],
    ["0.159‰", 0.000159],
    ["159 ppm", 0.000159],
    ["%50", 0.5],
    ["0.000585*252", 0.14742],
    ["0.0585% × 252", 0.14742],
    ["1e6/(0.02*√25)", 1e7],
    ["(2/0.5)²", 16],
    ["1 - 0.4", 0.6],
    ["2^-2", 0.25],
    ["0.0001594 - 1.96*0.0001", -0.0000366],
    ["0.000585*252 = 14.742%", 0.14742],
    ["α·252 = 0.1474", 0.1474],
    ["0.5/day", 0.5],
    ["\\frac{3}{8}", 0.375],
    ["$\\beta = 1.395$", 1.395],
    ["np.float64(1.395)", 1.395],
    ["SPY    1.395\ndtype: float64", 1.395],
    ["1 234 567", 1234567],
    ["1'234.5", 1234.5],
    ["1_000", 1000],
    ["1e6", 1e6],
    ["1.5E-4", 1.5e-4],
    ["1.59×10^-4", 1.59e-4],
    ["1.59*10^(-4)", 1.59e-4],
    ["1.59·10⁻⁴", 1.59e-4],
    ["10^-4", 1e-4],
    ["3/8", 0.375],
    ["−3 / 8", -0.375],
    ["½", 0.5],
    ["１．４", 1.4],
    ["139.5%", 1.395],
    ["15.9 bps", 0.00159],
    ["12 basis points", 0.0012],
    ["x = 1.395", 1.395],
    ["β = 1.395", 1.395],
    ["beta: 1.395", 1.395],
    ["R^2 = 0.5", 0.5],
    ["R² = 0.500", 0.5],
    ["R2 0.5", 0.5],
    ["0.5 = R²", 0.5],
    ["x = 1/2 = 0.5", 0.5],
    ["about 1.4", 1.4],
    ["I think it is 1.4.", 1.4],
    ["≈1.4", 1.4],
    ["1.4x", 1.4],
    ["1.395 ± 0.03", 1.395],
    ["1.395 (t = 89)", 1.395],
    ["1.395 a year (252 days)", 1.395],
    ["zero", 0],
    ["-0.0", 0],
  ])("reads %j", (text, value) => {
    expect(valueOf(text)).toBeCloseTo(value, 12);
  });

  it.each([
    ["$5,000,000", 5e6],
    ["5M", 5e6],
    ["10.4M", 10.4e6],
    ["10,4M", 10.4e6],
    ["$1.2 million", 1.2e6],
    ["12 mm", 12e6],
    ["1.25bn", 1.25e9],
    ["US$ 5k", 5000],
    ["USD 1,250,000", 1.25e6],
    ["5 million dollars", 5e6],
    ["-$5", -5],
    ["$-5", -5],
    ["1,234", 1234],
    ["5.000.000", 5e6],
    ["5,000,000/0.5", 1e7],
    ["$1M / 5%", 2e7],
    ["103.84 lakh", 10.384e6],
    ["1.0384 crore", 10.384e6],
    ["552.236,15 $", 552236.15],
    ["10,4 Mio. USD", 10.4e6],
  ])("reads %j as dollars", (text, value) => {
    expect(valueOf(text, "dollars")).toBeCloseTo(value, 6);
  });

  it.each([
    ["", "empty"],
    ["nothing", "no-number"],
    ["NaN", "no-number"],
    ["0x10", "no-number"],
    ["1e", "unknown-unit"],
    ["1.395 km", "unknown-unit"],
    ["0.000159 °C", "unknown-unit"],
    ["10.4 zillion", "unknown-unit"],
    ["12 months", "unknown-unit"],
    ["ten million", "number-in-words"],
    ["1·395", "ambiguous-point"],
    ["10 - 14", "several-numbers"],
    ["0.7, 0.5", "several-numbers"],
    ["less than 0.5", "bound"],
    ["--5", "no-number"],
    ["1,234 bps", "ambiguous-comma"],
    ["1,2,456", "misplaced-separator"],
    ["1.2.3", "misplaced-separator"],
    ["0.1-0.2", "several-numbers"],
    ["0.1 to 0.2", "several-numbers"],
    ["0.1 or 0.2", "several-numbers"],
    ["2 3", "several-numbers"],
    ["(0.12)", "brackets"],
    ["< 0.001", "bound"],
    ["€5", "other-currency"],
    ["1/0", "division-by-zero"],
    ["1/2 %", "scaled-fraction"],
    ["1e400", "too-large"],
    ["1".repeat(200), "too-long"],
  ])("says why it can't read %j: %s", (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it("takes a comma before three digits for a decimal comma where a thousand makes no sense, and asks back before a unit", () => {
    expect(valueOf("1,234", "return")).toBe(1.234);
    expect(valueOf("1,234", "years")).toBe(1234);
    expect(read("1,234M", "dollars")).toBe("ambiguous-comma");
    expect(read("14%", "dollars")).toBe("percent-of-dollars");
  });

  it("knows which units a question can have", () => {
    expect(read("€0.12", "return")).toBe("not-money");
    expect(read("$0.12", "share")).toBe("not-money");
    expect(read("C$5", "dollars")).toBe("other-currency");
    expect(valueOf("$0.483", "ratio")).toBe(0.483);
    expect(valueOf("48.3 cents", "ratio")).toBeCloseTo(0.483, 12);
    expect(valueOf("144 months", "years")).toBe(12);
    expect(valueOf("12 years", "years")).toBe(12);
    expect(read("12 years", "ratio")).toBe("unknown-unit");
  });

  it("says which numbers it found where there are several", () => {
    const answer = readAnswer("JPM 1.395, WMT 0.674", { kind: "number", unit: "ratio" });
    expect(answer).toMatchObject({ ok: false, problem: { reason: "several-numbers", choices: ["1.395", "0.674"] } });
  });

  it("keeps how the number was written, to be told back", () => {
    expect(read(" 12 % ", "return")).toEqual({
      kind: "number",
      text: "12 %",
      value: 0.12,
      halfUnit: 0.005,
      digits: 2,
      scale: "%",
      separators: null,
    });
    expect(read("$13,600,000", "dollars")).toMatchObject({ digits: 3, halfUnit: 50_000, separators: "thousands" });
    expect(read("0,0402", "return")).toMatchObject({ digits: 3, separators: "decimal-comma" });
    expect(read("3/8")).toMatchObject({ digits: Infinity, halfUnit: 0, scale: "calculation" });
  });

  it.each([
    ["more", "more"],
    ["More sensitive.", "more"],
    ["JPM is less sensitive", "less"],
    ["not more", "less"],
    ["higher", "more"],
    ["yes", "no-choice"],
    ["less, not more", "less"],
    ["more or less", "several-choices"],
    ["", "empty"],
  ])("reads %j as a choice: %s", (text, choice) => {
    const answer = readAnswer(text, sensitivity);
    const found = answer.ok && answer.value.kind === "choice" ? answer.value.choice : null;
    expect(found ?? (!answer.ok && answer.problem.reason)).toBe(choice);
  });

  it.each([
    ["Yes!", "yes"],
    ["no", "no"],
    ["not significant", "no"],
    ["No, it is not significant", "no"],
    ["it is significant", "yes"],
    ["insignificant", "no"],
  ])("reads %j as yes or no: %s", (text, choice) => {
    const answer = readAnswer(text, significant);
    expect(answer.ok && answer.value.kind === "choice" && answer.value.choice).toBe(choice);
  });

  it("never throws, never returns what is not a finite number, and takes no longer on long texts", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+−$().,%eE×^\d /KMBx=]{0,130}$/u)), (text) => {
        const answer = read(text);
        expect(typeof answer === "string" || Number.isFinite(answer.value)).toBe(true);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("reads back what JavaScript writes of any number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        expect(valueOf(String(value))).toBeCloseTo(value, 10);
        expect(valueOf(value.toExponential())).toBe(value === 0 ? 0 : value);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});

describe("readForm", () => {
  it("leaves blanks out and names what it can't read", () => {
    const form = readForm([{ ...sensitivity, id: "a" }, { ...sensitivity, id: "b" }, { ...sensitivity, id: "c" }], {
      a: "more",
      b: "  ",
      c: "perhaps",
    });
    expect(form.answers).toEqual({ a: { kind: "choice", text: "more", choice: "more" } });
    expect(form.blank).toEqual(["b"]);
    expect(form.unreadable).toMatchObject([{ quantity: "c", problem: { reason: "no-choice" } }]);
  });
});

describe("what stands around a number", () => {
  it.each([
    ["log(1.0001594)", Math.log(1.0001594)],
    ["np.log(1.05)", Math.log(1.05)],
    ["ln (1.05)", Math.log(1.05)],
    ["exp(-0.6925)", Math.exp(-0.6925)],
    ["exp(0.0502)-1", Math.exp(0.0502) - 1],
    ["math.exp(0.0002*252) - 1", Math.exp(0.0002 * 252) - 1],
    ["np.log1p(0.05)", Math.log1p(0.05)],
    ["np.expm1(0.05)", Math.expm1(0.05)],
    ["log10(1000)", 3],
    ["log2(8)", 3],
    ["abs(-0.1238)", 0.1238],
    ["-abs(-0.5)", -0.5],
    ["α = log(1.05)", Math.log(1.05)],
    ["exp(log(2))", 2],
    ["√(abs(-4))", 2],
    ["1.015‱", 0.0001015],
    ["t(7972) = 3.6", 3.6],
    ["ln(1+α) = 0.05", 0.05],
    ["1.395 → the answer", 1.395],
    ["≅ 1.395", 1.395],
  ])("is worked out, or is a remark: %s", (text, value) => {
    expect(valueOf(text)).toBeCloseTo(value, 12);
  });

  it.each(["round(1.395, 3)", "f(0.5)", "sin(0.5)", "log1.05(2)", "half of 0.5", "twice 0.25", "square root of 0.5", "negative of 0.5", "minus about 0.5", "inverse of 0.5", "log 1.05", "(0.5+0.2)%", "√2%%", "in %: 14.74", "∛0.5", "∑0.5", "0.5∞", "1.395°", "|-0.5|", "log(-1)", "log(0)"])(
    "is refused free of charge where it isn't known: %s",
    (text) => {
      expect(typeof read(text)).toBe("string");
    },
  );

  it("is never dropped: a function or a sign of mathematics beside any number gives its value or none", () => {
    const known: Readonly<Record<string, (x: number) => number>> = { log: Math.log, ln: Math.log, log10: Math.log10, log2: Math.log2, log1p: Math.log1p, exp: Math.exp, expm1: Math.expm1, abs: Math.abs, sqrt: Math.sqrt };
    const others = ["sin", "cos", "tanh", "mean", "std", "var", "sum", "max", "round", "floor", "pow", "norm.cdf", "np.sign", "f", "LOGN", "cbrt"];
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 9, noNaN: true }), fc.constantFrom(...Object.keys(known), ...others), fc.constantFrom("", "-", "2*", "1+"), fc.constantFrom("", "-1", "*252"), (x, name, before, after) => {
        const number = x.toFixed(5);
        const value = valueOf(`${before}${name}(${number})${after}`);
        if (typeof value === "string") return;
        const inner = known[name]?.(Number(number)) ?? Number.NaN;
        const product = after === "*252" ? inner * 252 : inner;
        const expected = (before === "-" ? -product : before === "2*" ? 2 * product : before === "1+" ? 1 + product : product) - (after === "-1" ? 1 : 0);
        expect(value).toBeCloseTo(expected, 9);
      }),
      { seed: 7, numRuns: 2000 },
    );
    const signs = Array.from({ length: 0x2300 - 0x2200 }, (_, at) => String.fromCodePoint(0x2200 + at)).filter((sign) => !"−√≈≅≃≤≥∕∗".includes(sign));
    for (const sign of [...signs, "%", "‰", "‱", "°", "¬"]) for (const text of [`${sign}(0.5)`, `(0.5+0.1)${sign}`]) expect({ text, read: typeof read(text) }).toEqual({ text, read: "string" });
  });
});

describe("a negation in a choice", () => {
  const choiceOf = (text: string, quantity = significant): string => {
    const answer = readAnswer(text, quantity);
    return answer.ok && answer.value.kind === "choice" ? answer.value.choice : "refused";
  };

  it.each([
    ["is not significant", "no"],
    ["isn't significant", "no"],
    ["isn’t significant", "no"],
    ["never significant", "no"],
    ["it can't be significant", "no"],
    ["not statistically significant", "no"],
    ["non-significant", "no"],
    ["not at all significant", "no"],
    ["not insignificant", "yes"],
    ["it is significant", "yes"],
    ["there isn't anything significant", "refused"],
    ["I do not think it is significant", "refused"],
    ["it fails to be significant", "refused"],
  ])("%s is %s", (text, choice) => {
    expect(choiceOf(text)).toBe(choice);
  });

  it.each([
    ["KO isn't more sensitive", "less"],
    ["more, not less", "more"],
    ["no more sensitive", "refused"],
    ["less sensitive, not sure", "refused"],
  ])("%s is %s", (text, choice) => {
    expect(choiceOf(text, sensitivity)).toBe(choice);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import type { Exercise } from "../../../src/exercises/exercise.ts";
import { markSingleAnswer } from "../../../src/grading/audit.ts";
import { markSubmission } from "../../../src/exercises/marking/mark-submission.ts";
import type { EarlierAnswers, Marking } from "../../../src/exercises/marking/mark-submission.ts";
import { recordOf } from "../../../src/exercises/marking/part-record.ts";
import type { NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import { candidateVariants, chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { findVariant } from "../../../src/exercises/variants/sound-variants.ts";
import type { SolvedVariant } from "../../../src/exercises/variants/solved-variant.ts";
import { exercises, workOut } from "../load-exercises.ts";

function exercise(id: string): Exercise {
  const found = exercises.find(id);
  if (found === null) throw new Error(id);
  return found;
}

function chapterWorkings(id: string): SolvedVariant {
  const workings = workOut(chapterVariant(exercise(id).plan));
  if (!workings.ok) throw new Error(workings.problem.kind);
  return workings.value;
}

function mark(id: string, texts: Readonly<Record<string, string>>, earlier?: EarlierAnswers): Marking {
  const form = readForm(exercise(id).quantities, texts);
  expect(form.unreadable).toEqual([]);
  return markSubmission(exercise(id), chapterWorkings(id), form.answers, earlier);
}

/** The same on another variant. */
function markOn(id: string, variantId: string, texts: Readonly<Record<string, string>>): Marking {
  const variant = findVariant(exercise(id), variantId);
  const workings = variant === null ? null : workOut(variant);
  if (!workings?.ok) throw new Error(variantId);
  return markSubmission(exercise(id), workings.value, readForm(exercise(id).quantities, texts).answers);
}

function verdicts(marking: Marking): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(marking.parts.map(({ quantity, verdict, diagnoses }) => [quantity, [verdict, ...diagnoses]]));
}

describe("the chapter's own exercises", () => {
  it("are right as the chapter prints them", () => {
    expect(mark("jpm-regression", { alpha: "0.000159", beta: "1.395", rSquared: "0.500", sensitivity: "more" })).toMatchObject({
      verdict: "correct",
      score: 1,
      hint: null,
      jointMistakes: [],
      identities: [],
    });
    expect(mark("annualise-alpha", { alphaAnnual: "0.1474" }).verdict).toBe("correct");
    expect(mark("tracking-portfolio", { trackingHolding: "1.188", factorPremium: "10.7%" }).verdict).toBe("correct");
    expect(mark("factor-share", { factorVariance: "0.000183", factorShare: "41.5%", rSquared: "0.415" }).verdict).toBe("correct");
    expect(mark("appraisal-ratio", { appraisalRatio: "0.578", sharpeHedged: "0.578", alphaT: "3.597", yearsToTwo: "12" }).verdict).toBe("correct");
    expect(mark("hedged-portfolio", { hedgedCorrelation: "-0.000000", sharpeHedged: "0.156", sharpeUnhedged: "0.467" }).parts[0]?.verdict).toBe("correct");
  });

  it("take the $10.4M position for a month's budget, and $3.00M for a year's", () => {
    expect(mark("monthly-position", { positionMonthly: "$10.4M" }).verdict).toBe("correct");
    expect(verdicts(mark("monthly-position", { positionMonthly: "3.00M" }))).toEqual({
      positionMonthly: ["mistake", "root-252"],
    });
  });
});

describe("markSubmission", () => {
  it("names the regression run the wrong way round, in one part and in both", () => {
    const alone = mark("jpm-regression", { beta: "0.359" });
    expect(verdicts(alone)["beta"]).toEqual(["mistake", "reversed-regression"]);
    const together = mark("jpm-regression", { alpha: "0.000116", beta: "0.359" });
    expect(verdicts(together)["beta"]).toEqual(["mistake", "reversed-regression"]);
    expect(together.jointMistakes).toEqual([{ mistakes: ["reversed-regression"], parts: ["alpha", "beta"] }]);
    expect(together.hint).toBeNull();
  });

  it("tells slips from mistakes", () => {
    expect(verdicts(mark("jpm-regression", { alpha: "0.0159", beta: "-1.395", rSquared: "5.00" }))).toMatchObject({
      alpha: ["slip", "percent-slip"],
      beta: ["slip", "sign-slip"],
      rSquared: ["slip", "power-of-ten-slip"],
      sensitivity: ["blank"],
    });
    expect(verdicts(mark("annual-budget", { positionUnhedged: "13.75" }))["positionUnhedged"]).toEqual(["slip", "power-of-ten-slip"]);
  });

  it("recognises a mistake's number in percent", () => {
    expect(verdicts(mark("annualise-alpha", { alphaAnnual: "0.702" }))).toEqual({ alphaAnnual: ["mistake", "times-12", "percent-slip"] });
    expect(verdicts(mark("annualise-alpha", { alphaAnnual: "0.702%" }))).toEqual({ alphaAnnual: ["mistake", "times-12"] });
  });

  it("names the other factor on the printed days, though the pair shares more", () => {
    const otherFactor = ["mistake", "other-factor"];
    expect(verdicts(mark("jpm-regression", { alpha: "0.000169614", beta: "1.34886", rSquared: "0.472306" }))).toMatchObject({ alpha: otherFactor, beta: otherFactor, rSquared: otherFactor });
  });

  it("names nothing by two digits alone, nor by four that it hasn't got", () => {
    // The mean without the top and bottom 5%; betas of single years, averaged; α on days that don't match.
    expect(verdicts(markOn("tracking-portfolio", "jpm-full", { trackingHolding: "1.4", factorPremium: "0.17" }))["factorPremium"]).toEqual(["unmatched"]);
    expect(verdicts(markOn("tracking-portfolio", "jpm-2000-2009", { trackingHolding: "1.4", factorPremium: "-3.1%" }))["trackingHolding"]).toEqual(["unmatched"]);
    expect(verdicts(markOn("raw-or-excess", "msft-2015-2024", { alphaExcess: "0.24", alphaRaw: "0.2599" }))["alphaExcess"]).toEqual(["unmatched"]);
    // On the next day's market, and the day before's: β is nearly 0 on both, and on many another column.
    expect(verdicts(markOn("annual-budget", "jpm-2000-2009-5m", { positionUnhedged: "10310000", positionHedged: "10320000" }))["positionHedged"]).toEqual(["unmatched"]);
    expect(verdicts(markOn("annual-budget", "jpm-2000-2009-5m", { positionUnhedged: "10310000", positionHedged: "10310000" }))["positionHedged"]).toEqual(["mistake", "total-for-hedged"]);
  });

  it("names the three-factor model's fit", () => {
    expect(verdicts(mark("annualise-alpha", { alphaAnnual: "0.157185" }))).toEqual({ alphaAnnual: ["mistake", "three-factors"] });
  });

  it("names α as a summary prints it, alone and in what is worked out from it, but where it is right or 0", () => {
    const asPrinted = ["mistake", "alpha-as-printed"];
    expect(verdicts(mark("jpm-regression", { alpha: "0.0002" }))["alpha"]).toEqual(asPrinted);
    expect(verdicts(mark("annualise-alpha", { alphaAnnual: "0.0006*252" }))["alphaAnnual"]).toEqual(asPrinted);
    expect(verdicts(mark("annualise-alpha", { alphaAnnual: "0.15" }))["alphaAnnual"]).toEqual(["few-digits"]);
    expect(verdicts(mark("annualise-alpha", { alphaAnnual: "0.1474" }))["alphaAnnual"]).toEqual(["correct"]);
  });

  it("takes monthly returns on √12 for one mistake, not for two", () => {
    expect(verdicts(mark("monthly-position", { positionMonthly: "10066800" }))).toEqual({ positionMonthly: ["mistake", "monthly-data"] });
  });

  it("names no mistake whose number isn't the one typed", () => {
    expect(verdicts(mark("annualise-alpha", { alphaAnnual: "0.0902867" }))).toEqual({ alphaAnnual: ["unmatched"] });
    expect(verdicts(mark("annualise-alpha", { alphaAnnual: "0.0903554" }))["alphaAnnual"]?.[0]).toBe("mistake");
  });

  it("takes too few digits for what they are", () => {
    expect(verdicts(mark("jpm-regression", { alpha: "0.00016", beta: "1", rSquared: "0.52" }))).toMatchObject({
      alpha: ["correct"],
      beta: ["unmatched"],
      rSquared: ["unmatched"],
    });
    expect(verdicts(mark("jpm-regression", { alpha: "0" }))["alpha"]).toEqual(["unmatched"]);
    expect(verdicts(mark("jpm-regression", { alpha: "0", beta: "1.395" }))["alpha"]).toEqual(["mistake", "residual-mean", "no-intercept"]);
    expect(verdicts(mark("jpm-regression", { alpha: "-1.6e-17" }))["alpha"]).toEqual(["mistake", "residual-mean", "no-intercept"]);
    expect(verdicts(mark("monthly-position", { positionMonthly: "$10 million" }))["positionMonthly"]).toEqual(["unmatched"]);
  });

  it("takes a compounded α as another convention", () => {
    expect(mark("annualise-alpha", { alphaAnnual: "0.1588" })).toMatchObject({
      verdict: "correct",
      score: 1,
      parts: [{ verdict: "alternative-convention", diagnoses: ["compounded"] }],
    });
  });

  it("carries a wrong position on: the method is right, the number inherited", () => {
    const { model } = chapterWorkings("annual-budget");
    const position = 5e6 / Math.sqrt(model.assetVariance * 21);
    const marking = mark("annual-budget", {
      positionUnhedged: position.toPrecision(6),
      pnlUnhedged: (position * model.alpha * 252).toPrecision(6),
    });
    expect(verdicts(marking)).toMatchObject({
      positionUnhedged: ["mistake", "root-21"],
      pnlUnhedged: ["error-carried-forward", "positionUnhedged"],
    });
    expect(marking.score).toBe(0.25);
    expect(marking.verdict).toBe("partial");
  });

  it("does not carry on from a part that is right", () => {
    const { model } = chapterWorkings("annual-budget");
    const right = 5e6 / Math.sqrt(model.assetVariance * 252);
    const marking = mark("annual-budget", { positionUnhedged: right.toPrecision(6), pnlUnhedged: (right * model.alpha * 12).toPrecision(6) });
    expect(verdicts(marking)).toMatchObject({ positionUnhedged: ["correct"], pnlUnhedged: ["mistake", "times-12"] });
  });

  it("says where two numbers can't come from one regression, and where they could", () => {
    const broken = mark("jpm-regression", { beta: "1.1", rSquared: "0.9" });
    expect(broken.identities).toEqual([{ id: "r-squared-of-beta", parts: ["beta", "rSquared"], holds: false }]);
    const { model } = chapterWorkings("jpm-regression");
    const consistent = mark("jpm-regression", {
      beta: "1.1",
      rSquared: ((1.1 ** 2 * model.factorVariance) / model.assetVariance).toPrecision(4),
    });
    expect(consistent.identities).toMatchObject([{ id: "r-squared-of-beta", holds: true }]);
    expect(mark("jpm-regression", { beta: "0.359", rSquared: "0.707" }).identities).toEqual([]);
  });

  it("opens the next hint level where nothing explains the answer, and none for the same answer again", () => {
    const first = mark("annualise-alpha", { alphaAnnual: "0.0777" });
    expect(first.hint?.level).toBe(1);
    const again = mark("annualise-alpha", { alphaAnnual: "7.77%" }, { fingerprints: [first.fingerprint], hintLevel: 1 });
    expect(again).toMatchObject({ repeats: true, hint: null, fingerprint: first.fingerprint });
    expect(mark("annualise-alpha", { alphaAnnual: "0.0888" }, { fingerprints: [first.fingerprint], hintLevel: 1 }).hint?.level).toBe(2);
    expect(mark("annualise-alpha", { alphaAnnual: "0.0888" }, { fingerprints: [], hintLevel: 3 }).hint).toBeNull();
    expect(mark("annualise-alpha", { alphaAnnual: "12.4" }).hint?.level).toBe(1);
    expect(mark("annualise-alpha", { alphaAnnual: "14.74" }).hint).toBeNull();
  });

  it("marks choices by their place in the list", () => {
    const marking = mark("jpm-regression", { sensitivity: "less" });
    expect(marking.parts.at(-1)).toMatchObject({ verdict: "wrong-choice", value: 1, expected: 0 });
    expect(marking.hint?.quantity).toBe("sensitivity");
  });

  it("makes records that tell a known mistake from an unknown one", () => {
    const parts = mark("jpm-regression", { alpha: "0.0159", beta: "1.1", rSquared: "0.7073" }).parts.map(recordOf);
    expect(parts.map(({ verdict, diagnoses }) => [verdict, ...diagnoses])).toEqual([
      ["partial", "percent-slip"],
      ["incorrect"],
      ["incorrect", "correlation-for-r-squared"],
      ["incorrect", "blank"],
    ]);
  });
});

describe("no right answer is ever called wrong", () => {
  const quantities = exercises.all.flatMap((one) =>
    one.quantities.filter((quantity) => quantity.kind === "number").map((quantity) => ({ one, quantity })),
  );

  it("in any accepted notation with three or more significant digits", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...quantities),
        fc.nat(),
        fc.integer({ min: 3, max: 9 }),
        fc.constantFrom(...notations),
        fc.constantFrom(...surroundings),
        ({ one, quantity }, which, digits, notation, surrounding) => {
          const variants = [chapterVariant(one.plan), ...candidateVariants(one.plan)];
          const workings = workOut(variants[which % variants.length]!);
          if (!workings.ok || !Number.isFinite(quantity.key(workings.value))) return;
          const text = notation(quantity.key(workings.value), digits, quantity);
          if (text === null) return;
          const typed = surrounding(text);
          expect({ typed, ...markSingleAnswer(one, workings.value, quantity.id, typed) }).toMatchObject({ verdict: "correct" });
        },
      ),
      { seed: 3, numRuns: 3000 },
    );
  });
});

type Notation = (key: number, digits: number, quantity: NumberQuantity) => string | null;

const decimals = (value: number, digits: number): string => {
  const rounded = Number(value.toPrecision(digits));
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded) || 1)));
  return rounded.toFixed(Math.min(20, places));
};
const grouped = (text: string, mark: string): string => {
  const [whole = "", ...rest] = text.split(".");
  return [whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, mark), ...rest].join(".");
};
const isMoney = ({ unit }: NumberQuantity): boolean => unit === "dollars" || unit === "years";

const notations: readonly Notation[] = [
  (key, digits) => decimals(key, digits),
  (key, digits) => decimals(key, digits).replace("-", "−"),
  (key, digits) => key.toExponential(digits - 1),
  (key, digits) => key.toExponential(digits - 1).replace("e", " × 10^"),
  (key, digits) => key.toExponential(digits - 1).replace("e", "E"),
  (key, digits, quantity) => (isMoney(quantity) ? null : `${decimals(key * 100, digits)}%`),
  (key, digits, quantity) => (isMoney(quantity) ? null : `${decimals(key * 100, digits)} per cent`),
  (key, digits, quantity) => (isMoney(quantity) ? null : `${decimals(key * 1e4, digits)} bps`),
  (key, digits, { unit }) => (unit === "dollars" ? `${decimals(key / 1e6, digits)}M` : null),
  (key, digits, { unit }) => (unit === "dollars" ? `$${decimals(key / 1e3, digits)}k`.replace("$-", "-$") : null),
  (key, digits, { unit }) => (unit === "dollars" ? `${decimals(key / 1e9, digits)} billion` : null),
  (key, digits, { unit }) => (unit === "dollars" ? `$${grouped(decimals(key, digits), ",")}` : null),
  (key, digits) => (Math.abs(key) >= 1e6 ? grouped(decimals(key, digits), " ") : null),
  (key, digits) => (Math.abs(key) >= 1e6 ? grouped(decimals(key, digits), "'") : null),
  (key, digits) => {
    const text = decimals(key, digits);
    return /^-?[1-9]\d{0,2}\.\d{3}$/u.test(text) || !text.includes(".") ? null : text.replace(".", ",");
  },
  (key, digits) => `${decimals(key * 7, digits)}/7`,
];

const surroundings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `  ${text} `,
  (text) => `about ${text}`,
  (text) => `x = ${text}`,
  (text) => `= ${text}`,
  (text) => `I get ${text}.`,
  (text) => `${text} (252 days)`,
];

describe("a window of the wrong years, where the question is about all years", () => {
  const jpm = (from: string | undefined, to: string | undefined, digits: { readonly alpha: number; readonly others: number }) => {
    const worked = workOut({ ...chapterWorkings("jpm-regression").variant, id: "cut", window: { id: "cut", ...(from !== undefined && { from }), ...(to !== undefined && { to }) } });
    if (!worked.ok) throw new Error(worked.problem.kind);
    const { alpha, beta, rSquared } = worked.value.model;
    return mark("jpm-regression", { alpha: alpha.toFixed(digits.alpha), beta: beta.toFixed(digits.others), rSquared: rSquared.toFixed(digits.others) });
  };

  it.each([
    // β and R² stay right: α alone tells it, by three digits.
    ["1994-01-01", undefined, "window-starts-late", [6]],
    [undefined, "2023-12-31", "window-ends-early", [6, 5]],
    ["1995-01-01", undefined, "part-of-sample", [6, 5]],
    ["2000-01-01", undefined, "part-of-sample", [6, 5]],
    [undefined, "2009-12-31", "part-of-sample", [6, 5]],
  ] as const)("from %s to %s is %s, with decimals of α: %j %j", (from, to, id, decimalsOfAlpha) => {
    for (const alpha of decimalsOfAlpha) {
      const marking = jpm(from, to, { alpha, others: 3 });
      const wrong = marking.parts.filter(({ verdict, text }) => text !== "" && verdict !== "correct" && verdict !== "alternative-convention");
      expect(wrong.length).toBeGreaterThan(0);
      for (const part of wrong) expect(part).toMatchObject({ verdict: "mistake", alternatives: [[id]] });
      expect(marking.identities).toEqual([]);
    }
  });

  it("is named by no number alone that shares two digits with a mistake, while another stays unexplained", () => {
    // 0.018% is the standard error of α to two digits.
    expect(verdicts(mark("jpm-regression", { alpha: "0.018%", rSquared: "0.61" }))).toMatchObject({ alpha: ["unmatched"], rSquared: ["unmatched"] });
    expect(verdicts(mark("jpm-regression", { alpha: "0.018%", rSquared: "0.500" }))).toMatchObject({ alpha: ["unmatched"], rSquared: ["correct"] });
    expect(verdicts(mark("jpm-regression", { alpha: "0.0181%", rSquared: "0.500" }))).toMatchObject({ alpha: ["mistake", "error-for-alpha"], rSquared: ["correct"] });
    expect(verdicts(mark("jpm-regression", { beta: "-1.4", rSquared: "0.61" }))).toMatchObject({ beta: ["slip", "sign-slip"], rSquared: ["unmatched"] });
    expect(verdicts(mark("jpm-regression", { beta: "1", rSquared: "0.61" }))).toMatchObject({ beta: ["unmatched"] });
    expect(verdicts(mark("jpm-regression", { beta: "1", alpha: "0.0000159" }))).toMatchObject({ beta: ["unmatched"] });
  });
});

describe("α compounded to a year beside right numbers", () => {
  it.each(["4.1%", "0.041", "4.10%", "0.04098"])("%s is named, and nothing is said against the regression", (alpha) => {
    expect(mark("jpm-regression", { alpha, beta: "1.395", rSquared: "0.5003" })).toMatchObject({ parts: [{ diagnoses: ["alpha-compounded"] }, {}, {}, {}], identities: [] });
  });
});

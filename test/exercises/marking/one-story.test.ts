import { describe, expect, it } from "vitest";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import { markSubmission, type Marking } from "../../../src/exercises/marking/mark-submission.ts";
import { findVariant } from "../../../src/exercises/variants/sound-variants.ts";
import { exercises, workOut } from "../load-exercises.ts";

/** Wrong forms whose numbers were worked out with pandas and statsmodels; null leaves the field blank. */

function mark(exerciseId: string, variantId: string, texts: readonly (string | null)[]): Marking {
  const exercise = exercises.find(exerciseId);
  const variant = exercise === null ? null : findVariant(exercise, variantId);
  const solved = variant === null ? null : workOut(variant);
  if (exercise === null || !solved?.ok) throw new Error(`${exerciseId} ${variantId}`);
  const form = readForm(exercise.quantities, Object.fromEntries(exercise.quantities.map(({ id }, at) => [id, texts[at] ?? ""])));
  expect(form.unreadable).toEqual([]);
  return markSubmission(exercise, solved.value, form.answers);
}

/** What each wrong number is said to be; a choice and what is right or carried forward say nothing. */
const named = ({ parts }: Marking): readonly string[] =>
  parts.filter(({ verdict }) => ["mistake", "slip", "unmatched"].includes(verdict)).map(({ alternatives }) => alternatives.map((ids) => ids.join(" + ")).join(" or "));

const stories = (marking: Marking): readonly string[] => [...new Set(named(marking))];

describe("another ticker's regression, in every number of the form", () => {
  it.each([
    ["as a table prints it", ["0.0002", "0.674", "0.242", "less"], "other-ticker"],
    ["with more digits of α", ["0.000203", "0.674", "0.242", "less"], "other-ticker"],
    ["with two digits of β and R²", ["0.0002", "0.67", "0.24", "less"], "other-ticker"],
  ])("is one story %s", (_, texts, story) => {
    const marking = mark("jpm-regression", "chapter", texts);
    expect(stories(marking)).toEqual([story]);
    expect(marking.jointMistakes).toEqual([{ mistakes: [story], parts: ["alpha", "beta", "rSquared"] }]);
    expect(marking.identities).toEqual([]);
  });

  it("is told beside one mistake more: ρ for R²", () => {
    expect(named(mark("jpm-regression", "chapter", ["0.0002", "0.674", "0.492", "less"]))).toEqual(["other-ticker", "other-ticker", "other-ticker + correlation-for-r-squared"]);
  });

  it("is not told by one digit of α alone, which stays what a table prints", () => {
    expect(named(mark("jpm-regression", "chapter", ["0.0002", null, null, null]))).toEqual(["alpha-as-printed"]);
    expect(named(mark("jpm-regression", "chapter", ["0.0002", "1.395", "0.500", "more"]))).toEqual(["alpha-as-printed"]);
  });
});

/** Both ends of the printed days moved: "1999-01-04 to 2006-12-29" by a year, or as whole months. */
const shifted: readonly (readonly [string, string, "before" | "after", readonly string[]])[] = [
  ["appraisal-ratio", "b8b8nv2x", "before", ["0.368652", "0.368652", "1.0375", "29.4482"]],
  ["appraisal-ratio", "p4xbt9nv", "before", ["0.233172", "0.233172", "0.695503", "73.7335"]],
  ["appraisal-ratio", "p4xbt9nv", "after", ["0.586541", "0.586541", "1.7002", "11.6577"]],
  ["factor-share", "35d9px4z", "before", ["6.20208e-05", "0.344501", "0.344501"]],
  ["expected-return", "qggzcjwh", "before", ["0.0131666", "0.110505", "0.0455764", "0.169248"]],
  ["expected-return", "qggzcjwh", "before", ["0.0131608", "0.111585", "0.043303", "0.168048"]],
  ["expected-return", "qggzcjwh", "after", ["0.00309203", "0.120493", "0.087409", "0.210994"]],
  ["tracking-portfolio", "4hdmkbhg", "before", ["0.609876", "0.0159041"]],
  ["tracking-portfolio", "4hdmkbhg", "before", ["0.609867", "0.0168866"]],
  ["beta-frequency", "963czvpp", "after", ["0.505254", "0.355371"]],
  ["raw-or-excess", "ncxvfbhq", "before", ["0.157037", "0.163304"]],
  ["annual-budget", "f4drv92f", "after", ["5.48851e+06", "6.60065e+06", "1.13429e+06", "1.36413e+06"]],
  ["annualise-alpha", "2sz4qcz2", "after", ["0.1402"]],
  ["annualise-alpha", "2sz4qcz2", "after", ["0.137912"]],
  ["annualise-alpha", "kvn4t9jp", "before", ["0.0062726"]],
  ["monthly-position", "hghrt882", "before", ["2.18864e+07"]],
  ["target-factor-share", "cp8g5ckt", "after", ["0.391174"]],
  ["hedged-portfolio", "gh4n66gt", "after", ["0", "0.233058", "0.728274"]],
  ["jpm-regression", "cw6mfc2m", "before", ["0.000284644", "1.00868", "0.353914", "less"]],
  ["jpm-regression", "cw6mfc2m", "before", ["0.000283464", "1.00833", "0.353873", "less"]],
  ["jpm-regression", "cw6mfc2m", "after", ["0.000397621", "0.898292", "0.373671", "less"]],
];

describe("a window of the wrong year at both ends", () => {
  it.each(shifted)("in %s, %s, a year %s: %s", (exercise, variant, direction, texts) => {
    expect(stories(mark(exercise, variant, texts))).toEqual([`window-year-${direction}`]);
  });
});

describe("the two series in each other's place", () => {
  it.each([
    ["appraisal-ratio", "b8b8nv2x", ["-0.395842", "-0.395842", "-1.1137", "25.5437"]],
    ["expected-return", "qggzcjwh", ["0.00814862", "0.0563425", "0.012546", "0.0770371"]],
    ["annual-budget", "f4drv92f", ["1.01064e+07", "1.18389e+07", "245240", "287280"]],
    ["hedged-portfolio", "gh4n66gt", ["0", "0.294454", "0.75086"]],
    ["jpm-regression", "cw6mfc2m", ["-7.43827e-05", "0.369864", "0.345537", "less"]],
  ])("in %s are one story: %s %s", (exercise, variant, texts) => {
    expect(stories(mark(exercise, variant, texts))).toEqual(["reversed-regression"]);
  });

  it("is none of a position's, which has no regression: it is the factor's volatility", () => {
    expect(named(mark("monthly-position", "hghrt882", ["3.17555e+07"]))).toEqual(["factor-volatility"]);
  });
});

describe("periods and ratios in the place of t", () => {
  const right = ["0.389008", "0.389008", "1.16031", "26.5038"];
  it.each([
    ["0.389008", "ratio-for-t"],
    ["18.4194", "t-annualised"],
    ["0.0730927", "t-per-day"],
    ["18.4441", "ratio-times-root-n"],
    ["18.4", "ratio-times-root-n or t-annualised"],
  ])("%s is %s", (t, story) => {
    expect(named(mark("appraisal-ratio", "p4xbt9nv", right.with(2, t)))).toEqual([story]);
  });
});

describe("the risk-free rate taken off once more in one ratio alone", () => {
  it("is named in the unhedged Sharpe ratio, beside a hedged one that is right", () => {
    expect(named(mark("hedged-portfolio", "chapter", ["0", "0.1561", "0.3809", null]))).toEqual(["rf-twice"]);
    expect(named(mark("hedged-portfolio", "chapter", [null, null, "0.3809", null]))).toEqual(["rf-twice or rf-off-both"]);
  });

  it("is named in the appraisal ratio beside a right t", () => {
    expect(named(mark("appraisal-ratio", "p4xbt9nv", ["0.305274", "0.389008", "1.16031", "26.5038"]))[0]).toBe("rf-from-hedged");
  });
});

describe("two stories with one number", () => {
  it("are one where the rest of the form decides: the half-width in both fields", () => {
    const marking = mark("reading-a-table", "chapter", [null, "0.0003187", "0.0003187", null]);
    expect(stories(marking)).toEqual(["half-width"]);
    expect(marking.jointMistakes).toEqual([{ mistakes: ["half-width"], parts: ["alphaLow", "alphaHigh"] }]);
    expect(stories(mark("reading-a-table", "chapter", [null, "-0.0003187", "0.0003187", null]))).toEqual(["around-zero"]);
  });

  it("are both told where nothing decides", () => {
    expect(named(mark("reading-a-table", "chapter", [null, null, "0.0003187", null]))).toEqual(["around-zero or half-width"]);
    expect(named(mark("factor-share", "35d9px4z", ["7.30379e-05", "0.3269", "0.3269"]))).toEqual(["correlation-for-beta or reversed-regression"]);
  });
});

describe("one digit", () => {
  it("is no convention", () => {
    const marking = mark("reading-a-table", "v75xshmj", [null, "-0.0005", "0.0007", null]);
    expect(marking.parts.map(({ verdict }) => verdict)).toEqual(["blank", "unmatched", "unmatched", "blank"]);
  });

  it("leaves two standard errors a convention where the digits tell it from 1.96", () => {
    const { parts } = mark("reading-a-table", "chapter", [null, "0.000260", null, null]);
    expect(parts[1]).toMatchObject({ verdict: "alternative-convention", diagnoses: ["two-errors"] });
  });
});

describe("a choice that compares two stocks", () => {
  it.each([
    ["more", "correct"],
    ["JPM is more sensitive", "correct"],
    ["WMT is less sensitive", "correct"],
    ["more sensitive than WMT", "correct"],
    ["JPM is more sensitive than WMT", "correct"],
    ["WMT is more sensitive", "wrong-choice"],
    ["WMT is less sensitive than JPM", "correct"],
    ["JPM is less sensitive than WMT", "wrong-choice"],
    ["less than WMT", "wrong-choice"],
  ])("is read of the stock that it speaks of: %s", (text, verdict) => {
    expect(mark("jpm-regression", "chapter", [null, "1.395", null, text]).parts[3]?.verdict).toBe(verdict);
  });
});

describe("one number's name doesn't depend on the others", () => {
  it.each([
    ["beside right ones", ["0.000159", "1.333", "0.500", "more"]],
    ["beside unexplained ones", ["0.0777", "1.333", "0.500", "more"]],
    ["alone", [null, "1.333", null, null]],
    ["with all of the same data", ["0.0381", "1.333", "0.4808", "more"]],
  ])("1.333 is β of monthly returns %s", (_, texts) => {
    expect(mark("jpm-regression", "chapter", texts).parts[1]?.alternatives).toEqual([["monthly-data"]]);
  });
});

describe("a number that fits nothing", () => {
  it.each([
    [["0.00123", "0.489", "0.302", "less"], "other-factor"],
    [["0.00123", "0.674", "0.242", "less"], "whole-sample"],
  ])("hides no story of the others: %s", (texts, story) => {
    const { parts } = mark("jpm-regression", "nhh8tvrh", texts);
    expect(parts.slice(0, 3).map(({ alternatives }) => alternatives)).toEqual([[], [[story]], [[story]]]);
  });
});

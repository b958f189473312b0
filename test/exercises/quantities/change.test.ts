import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { betaChange } from "../../../src/engine/beta-change.ts";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import { markSubmission } from "../../../src/exercises/marking/mark-submission.ts";
import { findVariant } from "../../../src/exercises/variants/sound-variants.ts";
import { splitOf, type YearWindow } from "../../../src/exercises/variants/variant.ts";
import { codeOf, variantOfCode } from "../../../src/exercises/variants/variant-code.ts";
import { exercises, workOut } from "../load-exercises.ts";

interface Golden {
  readonly variant: string;
  readonly split: string;
  readonly betaBefore: number;
  readonly betaSince: number;
  readonly betaChangeT: number;
  readonly errors: readonly [before: number, since: number];
  readonly whole: number;
}

/** By statsmodels: test/golden/beta-change.py. */
const golden = JSON.parse(readFileSync("test/golden/beta-change.json", "utf8")) as readonly Golden[];
const exercise = exercises.find("beta-change")!;

function solved(id: string) {
  const found = workOut(findVariant(exercise, id)!);
  if (!found.ok) throw new Error(id);
  return found.value;
}

/** What is said of each part, typed with six digits. */
function said(id: string, typed: Readonly<Record<string, number | string>>): Readonly<Record<string, readonly string[]>> {
  const texts = Object.fromEntries(Object.entries(typed).map(([quantity, value]) => [quantity, typeof value === "number" ? value.toPrecision(6) : value]));
  return Object.fromEntries(markSubmission(exercise, solved(id), readForm(exercise.quantities, texts).answers).parts.map(({ quantity, verdict, diagnoses }) => [quantity, [verdict, ...diagnoses]]));
}

test("a window is divided at the first of the month in the middle of it, and all rows at a year's first day", () => {
  const window = (from: string, to: string): YearWindow => ({ id: "w", from, to });
  expect(splitOf(window("2000-01-01", "2009-12-31"))).toBe("2005-01-01");
  expect(splitOf(window("1998-03-01", "2003-02-28"))).toBe("2000-09-01");
  expect(splitOf(window("2010-06-01", "2017-05-31"))).toBe("2013-12-01");
  expect(splitOf({ id: "full" })).toBe("2009-01-01");
});

describe.each(golden.map((row) => [row.variant, row] as const))("a change of β on %s", (id, { split, betaBefore, betaSince, betaChangeT, errors: [before, since], whole }) => {
  const gap = betaSince - betaBefore;

  test("has statsmodels' numbers as keys, and the engine's own for the change", () => {
    const variant = solved(id);
    expect(variant.variant.split).toBe(split);
    const keys = exercise.quantities.map((quantity) => quantity.key(variant));
    [betaBefore, betaSince, betaChangeT].forEach((value, index) => expect(Number(keys[index])).toBeCloseTo(value, 8));
    expect(keys[3]).toBe(Math.abs(betaChangeT) > 1.96 ? "yes" : "no");
    const change = betaChange(variant.fit, { first: split, last: variant.model.last });
    expect(change.ok && change.value.beta.value).toBeCloseTo(gap, 8);
  });

  test("is right as it is typed, and each mistake is named that the data tell apart", () => {
    expect(said(id, { betaBefore, betaSince, betaChangeT, betaChanged: Math.abs(betaChangeT) > 1.96 ? "yes" : "not significant" })).toEqual({ betaBefore: ["correct"], betaSince: ["correct"], betaChangeT: ["correct"], betaChanged: ["correct"] });
    for (const [mistake, value] of [
      ["errors-added", gap / (before + since)],
      ["variances-not-rooted", gap / (before ** 2 + since ** 2)],
      ["against-whole", (betaSince - whole) / since],
      ["t-of-since", betaSince / since],
    ] as const) {
      expect(said(id, { betaBefore, betaSince, betaChangeT: value })["betaChangeT"]).toEqual(["mistake", mistake]);
    }
    expect(said(id, { betaBefore, betaSince, betaChangeT: -betaChangeT })["betaChangeT"]).toEqual(["slip", "sign-slip"]);
    expect(said(id, { betaBefore: betaSince, betaSince: betaBefore, betaChangeT: -betaChangeT })["betaBefore"]?.slice(1)).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:swapped-fields|other-part)$/u)]));
    expect(said(id, { betaBefore: whole * 1.0001, betaSince: whole, betaChangeT })["betaBefore"]?.[0]).toBe(Math.abs(whole - betaBefore) <= 0.01 * betaBefore ? "correct" : "mistake");
  });
});

test("thousands of variants divide their days within their window, and have both answers", () => {
  let [yes, no] = [0, 0];
  for (let n = 0; n < 60; n++) {
    const variant = variantOfCode(exercise.plan, codeOf((n * 7_919_371_111).toString(16).padStart(13, "0")))!;
    expect(variant.split! > variant.window.from! && variant.split! < variant.window.to!).toBe(true);
    const work = workOut(variant);
    if (!work.ok || !exercise.suits(work.value)) continue;
    if (exercise.quantities.at(-1)!.key(work.value) === "yes") yes += 1;
    else no += 1;
  }
  expect(Math.min(yes, no)).toBeGreaterThan(5);
});

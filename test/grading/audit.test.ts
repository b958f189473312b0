import { describe, expect, inject, it } from "vitest";
import { auditExercise } from "../../src/grading/audit.ts";
import type { Trial } from "../../src/grading/audit.ts";
import { exercises, workOut } from "../exercises/load-exercises.ts";
import { someOf } from "../some-of.ts";

/** What `npm run exercises:check` prints, on every exercise and every variant it may be given out with; in `npm test` on one in twenty. */
const some = 20;
const isAll = inject("cases") === "all";
const audits = exercises.all.map((exercise) => {
  const audit = auditExercise(exercise, workOut, [15, 3], (variants) => someOf(variants, some));
  if (!audit.ok) throw new Error(`${exercise.id}: ${audit.problem.kind}`);
  return audit.value;
});
const trials = audits.flatMap(({ variants }) => variants.flatMap((variant) => variant.trials));
const share = (of: readonly Trial[], results: readonly Trial["result"][]): number =>
  of.filter(({ result }) => results.includes(result)).length / of.length;

describe("every exercise, on every variant it may be given out with", () => {
  it.each(audits)("$exercise: the keys pass and no undeclared mistake is taken as right", ({ variants }) => {
    expect(variants.filter(({ report }) => !report.sound)).toEqual([]);
    expect(variants.length).toBeGreaterThan(isAll ? 5 : 0);
  });

  it("names each separable mistake, nearly always alone", () => {
    const separable = trials.filter(({ mistake }) => mistake.state === "separate");
    expect(separable.length).toBeGreaterThan(isAll ? 5000 : 400);
    const exact = separable.filter(({ digits }) => digits === 15);
    expect(exact.filter(({ result }) => result === "missed")).toEqual([]);
    expect(share(exact, ["itself"])).toBeGreaterThan(0.97);
    expect(share(separable.filter(({ digits }) => digits === 3), ["itself"])).toBeGreaterThan(0.85);
  });

  it("names each mistake that has another's number together with it", () => {
    const inseparable = trials.filter(({ mistake, digits }) => mistake.state === "inseparable" && digits === 15);
    expect(inseparable.length).toBeGreaterThan(0);
    for (const { mistake, diagnoses } of inseparable) {
      expect(diagnoses).toContain(mistake.mistake);
    }
  });

  it("never calls a mistake's number right", () => {
    expect(trials.filter(({ digits, verdict }) => digits === 15 && (verdict === "correct" || verdict === "alternative-convention"))).toEqual([]);
  });
});

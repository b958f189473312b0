import { expect, test } from "vitest";
import { drawnCodes, everyCode, scanDealtTexts } from "../exercises/dealt-texts.ts";
import { variantOfCode } from "../../src/exercises/variants/variant-code.ts";
import { exercises } from "../exercises/load-exercises.ts";

/** Of each exercise; of all of them more than 2,000. DEALT_TEXTS has another number of them. */
const variants = Number(process.env["DEALT_TEXTS"] ?? 160);

test.each(exercises.all.map((exercise) => [exercise.id, exercise] as const))("no hint, no worked example and no solution before it has a key of a variant of %s that is still open", (_, exercise) => {
  const { read, texts, solutions, leaks } = scanDealtTexts(exercise, drawnCodes(exercise, variants));
  expect(leaks.slice(0, 5)).toEqual([]);
  expect(leaks).toHaveLength(0);
  // Nearly every code is on the sample's days, and each has its texts.
  expect(read).toBeGreaterThan(0.9 * variants);
  expect(texts).toBeGreaterThan(5 * read);
  expect(solutions).toBeGreaterThan(0.6 * read);
}, 600_000);

test("the codes that are counted through are all variants, each once", () => {
  for (const exercise of exercises.all) {
    const codes = everyCode(exercise, 1);
    expect(codes.length).toBeGreaterThan(1000);
    const data = codes.map((code) => JSON.stringify({ ...variantOfCode(exercise.plan, code), id: "" }));
    expect(new Set(data).size).toBe(codes.length);
    const known = new Set(data);
    expect(drawnCodes(exercise, 50).every((code) => known.has(JSON.stringify({ ...variantOfCode(exercise.plan, code), id: "" })))).toBe(true);
  }
});

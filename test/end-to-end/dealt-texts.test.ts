import { expect, test } from "vitest";
import { scanDealtTexts } from "../exercises/dealt-texts.ts";
import { exercises } from "../exercises/load-exercises.ts";

/** Of each exercise; of all of them more than 2,000. DEALT_TEXTS has another number of them. */
const variants = Number(process.env["DEALT_TEXTS"] ?? 160);

test.each(exercises.all.map((exercise) => [exercise.id, exercise] as const))("no hint and no worked example of %s has a key of the variant that it is shown beside", (_, exercise) => {
  const { read, texts, leaks } = scanDealtTexts(exercise, 0, variants);
  expect(leaks.slice(0, 5)).toEqual([]);
  expect(leaks).toHaveLength(0);
  // Nearly every code is on the sample's days, and each has its texts.
  expect(read).toBeGreaterThan(0.9 * variants);
  expect(texts).toBeGreaterThan(5 * read);
}, 600_000);

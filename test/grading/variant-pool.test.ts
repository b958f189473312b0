import { createHmac } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { variantOfCode } from "../../src/exercises/variants/variant-code.ts";
import { isNear } from "../../src/grading/dealt-variant.ts";
import { dealPool, poolSize } from "../../src/grading/variant-pool.ts";
import { openCourseroom } from "../commands/courseroom.ts";

const room = openCourseroom();
afterAll(() => room.close());
const { exercises, variantCache } = room.world;
const hash = (text: string): string => createHmac("sha256", "pool").update(text).digest("hex");
const exercise = exercises.find("factor-share")!;

test("a check's variants are drawn from the thousands: sound, on different days, others for each check", async () => {
  const [first, second] = await Promise.all(["a", "b"].map((check) => dealPool(exercise, (place) => hash(`${check} ${String(place)}`), { variantCache })));
  expect(first).toHaveLength(poolSize);
  expect(second!.filter((code) => first!.includes(code))).toEqual([]);
  const variants = first!.map((code) => variantOfCode(exercise.plan, code)!);
  for (const variant of variants) {
    expect(await variantCache.testVariant(exercise, variant)).not.toBeNull();
    expect(variants.filter((other) => other !== variant && other.asset === variant.asset && isNear(other, variant))).toEqual([]);
  }
  expect(new Set(variants.map(({ asset }) => asset)).size).toBeGreaterThan(2);
});

test("where the data give too few, there is no pool", async () => {
  const none = { ...variantCache, testVariant: () => Promise.resolve(null) };
  expect(await dealPool(exercise, (place) => hash(String(place)), { variantCache: none })).toBeNull();
});

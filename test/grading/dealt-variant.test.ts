import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { solutionKeepsKeys } from "../../src/exercises/shown-numbers.ts";
import { findVariant } from "../../src/exercises/variants/sound-variants.ts";
import { dealtVariant } from "../../src/grading/dealt-variant.ts";
import { variantCache } from "../../src/grading/variant-cache.ts";
import { exercises, find, workOut } from "../exercises/load-exercises.ts";
import { someOf } from "../some-of.ts";

const cache = variantCache(find);
const keyedHash = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("hex");
const store = { secret: () => Promise.resolve("a secret") };

const people = someOf([0, 1, 2], 3);
const inATerm = 7;

test.each(exercises.all.map((exercise) => [exercise.id, exercise] as const))("nobody is dealt the same variant of %s twice in a term, nor one that a solution before it has a key of", async (_, exercise) => {
  for (const person of people) {
    const seen: string[] = [];
    for (let time = 0; time < inATerm; time++) {
      const dealt = await dealtVariant(exercise, { person: `p${String(person)}`, seen, waits: () => false }, store, { variantCache: cache, keyedHash });
      if (!dealt.ok) throw new Error(dealt.problem.kind);
      const again = await dealtVariant(exercise, { person: `p${String(person)}`, seen, waits: () => false }, store, { variantCache: cache, keyedHash });
      expect(again.ok && again.value.variant).toEqual(dealt.value.variant);
      for (const earlier of seen.slice(-3)) {
        const read = workOut(findVariant(exercise, earlier)!);
        expect(read.ok && solutionKeepsKeys(exercise, read.value, dealt.value)).toBe(true);
      }
      seen.push(dealt.value.variant.id);
    }
    const data = seen.map((id) => {
      const { asset, window, budget, share } = findVariant(exercise, id)!;
      return JSON.stringify([asset, window.from, window.to, budget, share]);
    });
    expect(new Set(data).size).toBe(inATerm);
  }
}, 120_000);

test("the solution of a variant has its own keys, so that one of the same data does not follow on it", () => {
  const exercise = exercises.find("annualise-alpha")!;
  const variant = workOut(findVariant(exercise, "msft-2000-2009")!);
  if (!variant.ok) throw new Error(variant.problem.kind);
  expect(solutionKeepsKeys(exercise, variant.value, variant.value)).toBe(false);
});

import { describe, expect, test } from "vitest";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { variantCache } from "../../src/grading/variant-cache.ts";
import { find } from "../exercises/load-exercises.ts";

const beta = definitions.find(({ id }) => id === "jpm-regression")!;
const idsOf = (cache: ReturnType<typeof variantCache>): readonly string[] => cache.soundVariants(beta).map(({ variant }) => variant.id);

describe("the variants of an exercise", () => {
  test("are the same, prepared one by one or worked out at once", async () => {
    const prepared = variantCache(find);
    await prepared.prepare(beta);
    expect(idsOf(prepared)).toEqual(idsOf(variantCache(find)));
    expect(idsOf(prepared).length).toBeGreaterThan(10);
  });

  test("leave the thread to others while they are prepared: a turn after each", async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    await variantCache(find).prepare(beta);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  });

  test("are worked out once: what is prepared is at hand", async () => {
    let finds = 0;
    const cache = variantCache((id, frequency) => {
      finds++;
      return find(id, frequency);
    });
    await Promise.all([cache.prepare(beta), cache.prepare(beta)]);
    const needed = finds;
    await cache.prepare(beta);
    idsOf(cache);
    expect(finds).toBe(needed);
  });
});

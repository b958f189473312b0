import fc from "fast-check";
import { expect, test } from "vitest";
import { boundedCache } from "../src/bounded-cache.ts";

test("the least recently used value goes first", () => {
  const cache = boundedCache<string>(3, (text) => text.length);
  cache.set("a", "A");
  cache.set("b", "B");
  cache.set("c", "C");
  expect(cache.get("a")).toBe("A");
  cache.set("d", "D");
  expect(cache.get("b")).toBeUndefined();
  expect(["a", "c", "d"].map((key) => cache.get(key))).toEqual(["A", "C", "D"]);
});

test("a value larger than the limit is not kept, and takes nothing else's place", () => {
  const cache = boundedCache<string>(3, (text) => text.length);
  cache.set("a", "A");
  cache.set("b", "four");
  expect([cache.get("a"), cache.get("b")]).toEqual(["A", undefined]);
});

test("whatever is put in, what is kept never exceeds the limit", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.nat(12))), (puts) => {
      const cache = boundedCache<number>(20, (size) => size);
      for (const [key, size] of puts) {
        cache.set(key, size);
        expect(cache.bytes).toBeLessThanOrEqual(20);
        expect(cache.get(key)).toBe(size);
      }
      const kept = ["a", "b", "c", "d", "e"].map((key) => cache.get(key) ?? 0);
      expect(kept.reduce((sum, size) => sum + size, 0)).toBe(cache.bytes);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { nextAttemptAt } from "../../src/store/next-attempt-at.ts";

const minute = 60_000;
const pace = { burst: 3, refillMs: 5 * minute };

test("three attempts are free at once, the fourth five minutes after the first", () => {
  expect(nextAttemptAt([], pace, 0)).toBe(0);
  expect(nextAttemptAt([0, 0], pace, 0)).toBe(0);
  expect(nextAttemptAt([0, 0, 0], pace, 0)).toBe(5 * minute);
  expect(nextAttemptAt([0, 1000, 2000], pace, minute)).toBe(5 * minute);
  expect(nextAttemptAt([0, 0, 0, 5 * minute], pace, 6 * minute)).toBe(10 * minute);
});

test("a long rest gives back the burst and no more", () => {
  const rested = 1000 * minute;
  expect(nextAttemptAt([0, 0, 0, rested, rested], pace, rested)).toBe(rested);
  expect(nextAttemptAt([0, 0, 0, rested, rested, rested], pace, rested)).toBe(rested + 5 * minute);
});

test("whoever waits until the time that was named may answer then, and not before", () => {
  const times = fc.array(fc.integer({ min: 0, max: 60 * minute }), { maxLength: 12 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1000, max: 10 * minute }), (made, burst, refillMs) => {
      const now = 60 * minute;
      const next = nextAttemptAt(made, { burst, refillMs }, now);
      expect(nextAttemptAt(made, { burst, refillMs }, next)).toBe(next);
      if (next > now) expect(nextAttemptAt(made, { burst, refillMs }, next - 1)).toBe(next);
    }),
  );
});

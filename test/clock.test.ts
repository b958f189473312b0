import { afterEach, expect, test, vi } from "vitest";
import { systemClock } from "../src/clock.ts";

afterEach(() => vi.restoreAllMocks());

test("what is measured goes on when the time of day is set back", () => {
  const begun = systemClock.now();
  vi.spyOn(Date, "now").mockReturnValue(Date.now() - 3_600_000);
  expect(systemClock.now()).toBeGreaterThanOrEqual(begun);
});

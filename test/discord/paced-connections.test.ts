import { expect, test } from "vitest";
import { connectPauseMs } from "../../src/discord/paced-connections.ts";

test("one connection that ends is followed at once, those that end one after another by longer pauses, up to a minute", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((failures) => connectPauseMs(failures, 1))).toEqual([0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});

test("a pause is between half of it and the whole, so that not everybody comes back in the same moment", () => {
  for (const failures of [2, 5, 20]) {
    const [least, most] = [connectPauseMs(failures, 0), connectPauseMs(failures, 1)];
    expect(least).toBe(most / 2);
    expect(connectPauseMs(failures, 0.5)).toBe((least + most) / 2);
  }
});

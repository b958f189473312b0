import { expect, test } from "vitest";
import { loginWaitMs } from "../../src/discord/paced-logins.ts";

test("sessions that end as soon as they begin make at most 500 logins a day, and the first five do not wait", () => {
  const logins: number[] = [];
  for (let now = 0; now < 86_400_000; now += 5_000) if (loginWaitMs(logins, now) === 0) logins.push(now);
  expect(logins.length).toBeLessThan(500);
  expect(logins.length).toBeGreaterThan(100);
  expect(logins.slice(0, 5)).toEqual([0, 5_000, 10_000, 15_000, 20_000]);
  expect(Math.max(...logins.slice(1).map((at, before) => at - (logins[before] ?? 0)))).toBeLessThanOrEqual(300_000);
});

test("a login an hour ago, or after a clock was set back, makes nobody wait", () => {
  const seven = [1, 2, 3, 4, 5, 6, 7];
  expect(loginWaitMs(seven, 8)).toBeGreaterThan(0);
  expect(loginWaitMs(seven, 3_600_008)).toBe(0);
  expect(loginWaitMs(seven.map((at) => at + 3_600_000), 8)).toBe(0);
  expect(loginWaitMs([], 0)).toBe(0);
});

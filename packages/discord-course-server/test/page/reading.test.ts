import { expect, test } from "vitest";
import { contrast, readableOn } from "../../src/page/colour.ts";
import { messageTime, relative, timestamp } from "../../src/page/times.ts";

test("a name's colour is moved until it can be read, and no further", () => {
  for (const background of ["#313338", "#ffffff"]) {
    for (const color of ["#5865f2", "#3ba55c", "#faa61a", "#000000", "#ffffff"]) {
      expect(contrast(background, readableOn(background, color))).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(readableOn("#ffffff", "#0000ff")).toBe("#0000ff");
});

test("moments are worded as Discord words them", () => {
  const now = new Date(2026, 8, 2, 12, 0);
  expect(messageTime(new Date(2026, 8, 2, 10, 21), now)).toMatch(/^10:21/);
  expect(messageTime(new Date(2026, 8, 1, 10, 21), now)).toMatch(/^Yesterday at 10:21/);
  expect(messageTime(new Date(2026, 7, 1, 10, 21), now)).toContain("2026".slice(2));
  expect(relative(new Date(2026, 8, 2, 14, 0), now)).toBe("in 2 hours");
  expect(relative(new Date(2026, 7, 30, 12, 0), now)).toBe("3 days ago");
  expect(timestamp(new Date(2026, 8, 2, 12, 0, 1), "R", now)).toBe("in 1 second");
});

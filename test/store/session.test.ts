import { expect, test } from "vitest";
import { newId } from "../../src/store/session.ts";

test("ids sort by time, and within a millisecond in the order in which they were made", () => {
  const ids = [...Array.from({ length: 1000 }, () => newId(1_700_000_000_000)), newId(1_700_000_000_001)];
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(1001);
  expect(new Set(ids.map((id) => id.length))).toEqual(new Set([19]));
});

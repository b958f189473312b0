import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOfQuestion, tellingShare, tellsRows, windowOverlap, type Rows } from "../../src/grading/telling-rows.ts";

const day = fc.integer({ min: 8_000, max: 20_000 });
const dateOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const rows = (one: number, other: number): Rows => ({ first: dateOf(Math.min(one, other)), last: dateOf(Math.max(one, other)) });

test("a window that tells a question's key still tells it when it grows, and the refusal ends at no window", () => {
  fc.assert(
    fc.property(day, day, day, day, fc.nat(4000), fc.nat(4000), (a, b, c, d, before, after) => {
      const question = rows(a, b);
      const [from, to] = [Math.min(c, d), Math.max(c, d)];
      const [narrow, wide] = [rows(from, to), rows(from - before, to + after)];
      expect(shareOfQuestion(wide, question)).toBeGreaterThanOrEqual(shareOfQuestion(narrow, question));
      if (tellsRows(narrow, question, true)) expect(tellsRows(wide, question, true)).toBe(true);
    }),
  );
});

test("two windows that are answered hold less than two fifths of a question's days, together and one less the other", () => {
  fc.assert(
    fc.property(day, day, day, day, day, day, (a, b, c, d, e, f) => {
      const [question, one, other] = [rows(a, b), rows(c, d), rows(e, f)];
      fc.pre(!tellsRows(one, question, true) && !tellsRows(other, question, true));
      expect(shareOfQuestion(one, question) + shareOfQuestion(other, question)).toBeLessThan(2 * tellingShare);
    }),
  );
});

test.each([
  ["2000-01-01", "2009-12-31", 1, 1],
  ["1990-01-01", "2024-12-31", 1, 10 / 35],
  ["2000-01-01", "2004-12-31", 0.5, 0.5],
  ["2010-01-01", "2019-12-31", 0, 0],
  ["1995-01-01", "2004-12-31", 0.5, 1 / 3],
])("%s to %s holds %f of 2000 to 2009, and overlaps it by %f", (first, last, share, overlap) => {
  const question = { first: "2000-01-01", last: "2009-12-31" };
  expect(shareOfQuestion({ first, last }, question)).toBeCloseTo(share, 3);
  expect(windowOverlap({ first, last }, question)).toBeCloseTo(overlap, 3);
});

test("of a neighbour's variant nearly the same window alone tells", () => {
  const question = { first: "2000-01-01", last: "2009-12-31" };
  expect(tellsRows({ first: "2000-06-01", last: "2009-12-31" }, question, false)).toBe(true);
  expect(tellsRows({ first: "1990-01-01", last: "2024-12-31" }, question, false)).toBe(false);
});

test("a question on one day has all of its days or none in a window", () => {
  const question = { first: "2001-05-02", last: "2001-05-02" };
  expect(shareOfQuestion({ first: "2001-01-01", last: "2001-12-31" }, question)).toBe(1);
  expect(shareOfQuestion({ first: "2002-01-01", last: "2002-12-31" }, question)).toBe(0);
});

import { expect, test } from "vitest";
import { peopleAxis } from "../../../src/render/charts/people-axis.ts";

test.each([
  [1, 1, 1],
  [5, 6, 2],
  [28, 30, 10],
  [35, 40, 10],
  [43.75, 60, 20],
  [200, 200, 50],
  [250, 300, 100],
])("%d people: an axis to %d in steps of %d", (most, max, step) => {
  expect(peopleAxis(most)).toMatchObject({ min: 0, max, step });
});

import { expect, test } from "vitest";
import { progressBars, progressSpec } from "../../../src/render/charts/progress.ts";

const day = 19724; // 2024-01-02

test("days with answers are read out, days without are not", () => {
  expect(progressBars([{ day, correct: 2, other: 1 }, { day: day + 1, correct: 0, other: 0 }, { day: day + 2, correct: 0, other: 1 }]).description).toBe(
    "Bars of your answers a day over two weeks. 2 Jan: 2 right of 3; 4 Jan: 0 right of 1.",
  );
});

test("two weeks without an answer say so", () => {
  expect(progressBars([{ day, correct: 0, other: 0 }]).description).toBe("Bars of your answers a day over two weeks: there are none yet.");
});

test("the axis reaches 4 answers at the least", () => {
  const most = (right: number) => progressSpec([{ day, correct: right, other: 1 }]).panels[0]?.y.max;
  expect(most(2)).toBe(4);
  expect(most(4)).toBe(5);
});

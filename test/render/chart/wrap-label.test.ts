import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { registerFonts } from "../../../src/render/chart/fonts.ts";
import { categoryWidth, slotsOf, textWidth } from "../../../src/render/chart/panel-configuration.ts";
import { wrapLabel } from "../../../src/render/chart/wrap-label.ts";
import { readJsonFolder } from "../../../src/programs/read-json.ts";

registerFonts();
const ctx = createCanvas(10, 10).getContext("2d");
const widthOf = (text: string): number => textWidth(text, ctx);
const byCharacter = (text: string): number => text.length;

test("a name is broken between words, and shortened in the last line and in a word that is wider alone", () => {
  expect(wrapLabel("right", 10, byCharacter)).toEqual(["right"]);
  expect(wrapLabel("you stay with the day", 10, byCharacter)).toEqual(["you stay", "with the", "day"]);
  expect(wrapLabel("you stay with the daily number", 10, byCharacter)).toEqual(["you stay", "with the", "daily …ber"]);
  expect(wrapLabel("autocorrelation", 10, byCharacter)).toEqual(["autoco…ion"]);
});

/** The words of every mistake that a bar may be named by. */
const names = JSON.stringify(readJsonFolder("data/lessons/exercises")).match(/you [^"\\]{3,100}/gu) ?? [];

test.each([
  [1000, 4],
  [1000, 5],
  [1000, 8],
  [800, 4],
  [800, 6],
])("in a picture %d pixels wide %d names never run into one another", (width, categories) => {
  expect(names.length).toBeGreaterThan(100);
  const room = categoryWidth({ width, height: 400 }, categories);
  const lines = ["right", "1.41 × the key", ...names].flatMap((name) => wrapLabel(name, room, widthOf));
  expect(lines.filter((line) => widthOf(line) > room)).toEqual([]);
  // With the gap, the names of all bars and the widest numbers beside them fill the picture, and no more.
  expect(categories * (room + 12) + 140 + 40).toBeCloseTo(width, 6);
});

test("a name beside empty ones has their room too: every third day of two weeks is named whole", () => {
  const names = Array.from({ length: 14 }, (_, index) => (index % 3 === 1 ? "14 Sep" : ""));
  expect(names.map((_, index) => slotsOf(names, index))).toEqual([1, 3, 1, 1, 3, 1, 1, 3, 1, 1, 3, 1, 1, 3]);
  expect(slotsOf(["a", "b"], 0)).toBe(1);
  expect(slotsOf(["a", "", ""], 0)).toBe(3);
});

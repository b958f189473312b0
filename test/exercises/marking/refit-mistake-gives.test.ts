import { expect, it } from "vitest";
import { refitMistakeGives } from "../../../src/exercises/marking/refit-mistake-gives.ts";
import { fieldOf, onData, solvedWith } from "./made-up-field.ts";

const a = onData("a", { right: 100, other: 120, third: 150 });
const b = onData("b", { right: 200, other: 230, third: 260 });

it("numbers come of a refit mistake where one of its data sets gives them all, within 1%", () => {
  const solved = solvedWith({ "other-ticker": ["other"], "whole-sample": ["third"] });
  expect(refitMistakeGives([fieldOf(a, "120"), fieldOf(b, "231")], solved)).toBe(true);
  expect(refitMistakeGives([fieldOf(a, "150"), fieldOf(b, "260")], solved)).toBe(true);
  expect(refitMistakeGives([fieldOf(a, "120"), fieldOf(b, "260")], solved)).toBe(false);
  expect(refitMistakeGives([fieldOf(a, "120"), fieldOf(b, "240")], solved)).toBe(false);
  expect(refitMistakeGives([fieldOf(a, "120")], solvedWith({}))).toBe(false);
  expect(refitMistakeGives([fieldOf(a, "150"), fieldOf(b, "260")], solvedWith({ "other-ticker": ["other", "third"] }))).toBe(true);
});

import { expect, test } from "vitest";
import { readClaims } from "../../src/asking/claims.ts";
import { unknownPlaceholders } from "../../src/figures/template.ts";
import { lessonWords } from "../../src/glossary/lesson-results.ts";
import { unlearntKnowledge } from "./known.ts";

const { claims, lessons } = unlearntKnowledge();

test("at least 60 claims, with lessons of every part of the chapter", () => {
  expect(claims.length).toBeGreaterThanOrEqual(60);
  const parts = new Set(claims.map(({ lesson }) => /^6\.\d+/u.exec(lessons.find(lesson)?.section ?? "")?.[0]));
  expect([...parts].sort()).toEqual(expect.arrayContaining(["6.10", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", "6.9"]));
});

test("every figure that a claim is filled with is one of the course's", () => {
  expect(claims.flatMap(({ id, why }) => why.flatMap((line) => unknownPlaceholders(line, lessonWords).map((name) => `${id}: ${name}`)))).toEqual([]);
});

test("a claim that stands twice, or leads to no entry, is refused", () => {
  const [claim] = claims;
  expect(() => readClaims([claim, claim], lessons.all.map(({ id }) => id))).toThrow("stands twice");
  expect(() => readClaims([claim], [])).toThrow("there is no entry");
  expect(() => readClaims([{ ...claim, verdict: "perhaps" }], [])).toThrow();
});

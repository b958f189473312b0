import { expect, test } from "vitest";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { lessonOfMistake } from "../../src/glossary/lesson-of-mistake.ts";
import { openAsking } from "../commands/asking.ts";

test("every known mistake in every number that is asked for has its lesson, and each is in the glossary", async () => {
  const asking = openAsking();
  const { lessons } = asking.world;
  const without: string[] = [];
  for (const { id, quantities } of definitions) {
    for (const quantity of quantities) {
      const mistakes = quantity.kind === "number" ? quantity.mistakes.map((mistake) => mistake.id) : ["wrong-choice"];
      for (const mistake of mistakes) {
        const lesson = lessonOfMistake(mistake, quantity.id);
        if (lesson === null || lessons.find(lesson)?.id !== lesson) without.push(`${id}/${quantity.id}/${mistake}: ${String(lesson)}`);
      }
    }
  }
  await asking.close();
  expect(without).toEqual([]);
});

test.each([
  ["correlation-for-beta", "beta", "correlation-or-beta"],
  ["reversed-regression", "beta", "reversed-regression"],
  ["no-intercept", "alpha", "no-intercept"],
  ["days-not-root", "positionMonthly", "square-root-of-time"],
  ["alpha-times-365", "alpha", "annualising"],
  ["beta-one", "trackingHolding", "tracking-portfolio"],
])("%s in %s leads to %s", (mistake, quantity, lesson) => {
  expect(lessonOfMistake(mistake, quantity)).toBe(lesson);
});

test("a question of an instructor's own has none", () => {
  expect(lessonOfMistake("own-1", "answer")).toBeNull();
});

import { afterAll, expect, test } from "vitest";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { lessonOfMistake } from "../../src/glossary/lesson-of-mistake.ts";
import { openAsking } from "../commands/asking.ts";

const asking = openAsking();
afterAll(() => asking.close());
const { lessons, exercises } = asking.world;
const { mistakes } = exercises.diagnoses;

test("every known mistake in every number that is asked for has its lesson, and each is in the glossary", () => {
  const without: string[] = [];
  for (const { id, quantities } of definitions) {
    for (const quantity of quantities) {
      const known = quantity.kind === "number" ? quantity.mistakes.map((mistake) => mistake.id) : ["wrong-choice"];
      for (const mistake of known) {
        const lesson = lessonOfMistake(mistakes[mistake], quantity.id);
        if (lesson === null || lessons.find(lesson)?.id !== lesson) without.push(`${id}/${quantity.id}/${mistake}: ${String(lesson)}`);
      }
    }
  }
  expect(without).toEqual([]);
  const unknown = Object.entries(mistakes).filter(([, { lesson }]) => lesson !== undefined && lessons.find(lesson)?.id !== lesson);
  expect(unknown).toEqual([]);
});

/** Read one by one: the entry that answers what is put into words. */
test.each([
  ["correlation-for-beta", "beta", "correlation-or-beta"],
  ["reversed-regression", "beta", "reversed-regression"],
  ["no-intercept", "alpha", "no-intercept"],
  ["days-not-root", "positionMonthly", "square-root-of-time"],
  ["alpha-times-365", "alpha", "annualising"],
  ["times-365", "alphaAnnual", "annualising"],
  ["beta-one", "trackingHolding", "tracking-portfolio"],
  ["r-squared-for-beta", "beta", "r-squared"],
  ["f-for-r-squared", "rSquared", "f-statistic"],
  ["adjusted-r-squared", "rSquared", "adjusted-r-squared"],
  ["t-squared", "alphaT", "t-statistic"],
  ["two-not-squared", "yearsToTwo", "years-to-two"],
  ["years-from-t", "yearsToTwo", "years-to-two"],
  ["months-for-years", "yearsToTwo", "years-to-two"],
  ["root-of-share", "partialHedge", "partial-hedge"],
  ["root-n-again", "alphaT", "t-statistic"],
  ["variances-not-rooted", "betaChangeT", "chow-test"],
  ["rf-kept", "beta", "excess-or-total"],
  ["idiosyncratic-share", "factorShare", "factor-share"],
])("%s in %s leads to %s", (mistake, quantity, lesson) => {
  expect(mistakes[mistake]).toBeDefined();
  expect(lessonOfMistake(mistakes[mistake], quantity)).toBe(lesson);
});

test("what leaves the risk-free rate where it does not belong leads to excess or total returns, whatever was asked for", () => {
  const leads = Object.entries(mistakes).filter(([, words]) => /leave the risk-free rate in|risk-free rate (?:in both|from \{factor\})|subtract the risk-free rate twice/u.test(words.if));
  expect(leads.length).toBeGreaterThan(5);
  expect(leads.filter(([, words]) => lessonOfMistake(words, "beta") !== "excess-or-total").map(([id]) => id)).toEqual([]);
});

test("a question of an instructor's own has none", () => {
  expect(lessonOfMistake(undefined, "answer")).toBeNull();
});

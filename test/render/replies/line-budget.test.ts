import { afterAll, expect, test } from "vitest";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import { openAsking, replyOf } from "../../commands/asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

/** docs/style.md: numbers, a sentence and the hint; 2 lines more for each further asset or factor. */
const numbersWithIntervals = 5;
const sentenceAndHint = 2;

const questions = [
  "/beta JPM",
  "/beta WMT from:2008-09-15 to:2008-09-30",
  "/regress MSFT",
  "/regress JPM model:ff6",
  "/residuals MSFT",
  "/compare JPM WMT",
  "/compare SPY JPM WMT MSFT",
  "/expected MSFT",
  "/expected WMT factor:ff3",
  "/alphas",
  "/track MSFT",
  "/track JPM factor:ff5",
  "/hedge MSFT",
  "/hedge JPM target:20%",
  "/hedge WMT factor:ff3",
  "/size MSFT",
  "/performance MSFT",
  "/variance MSFT",
  '/variance "JPM WMT MSFT"',
  "/frequency JPM",
  "/rolling JPM",
  "/rolling JPM factor:ff3",
  "/residuals MSFT factor:carhart",
  "/beta JPM frequency:weekly",
  "/beta JPM as:yahoo",
  "/beta MSFT as:bloomberg",
];

test.each(questions)("%s keeps to the budget of lines", async (question) => {
  const { embeds, nextSteps, result, files } = replyOf(await asking.ask(question));
  const lines = (embeds[0]?.description ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("-# MSFT is") && !line.startsWith("⚠️"));
  const own = lines.filter((line) => !/^-# .*(?:has no return|lacks? days|excess returns, I took|it is left out)/u.test(line));
  expect(own.length).toBeLessThanOrEqual(numbersWithIntervals + sentenceAndHint + 2 * (countOf(result) - 1));
  expect(nextSteps.length).toBeLessThanOrEqual(5);
  expect(files).toEqual([]);
});

test("/beta JPM is no longer than it was before the robust errors: seven lines", async () => {
  const lines = (replyOf(await asking.ask("/beta JPM")).embeds[0]?.description ?? "").split("\n").filter((line) => line !== "");
  expect(lines).toHaveLength(7);
});

/** Assets times factors, frequencies, or steps from one β to another: what a reply has a line for each of. */
function countOf({ fit, whole, fits, figures, steps, comparison, decompositions }: Readonly<Record<string, unknown>>): number {
  const lists = [fits, figures, steps, decompositions, (comparison as { readonly fits?: unknown } | undefined)?.fits];
  const longest = Math.max(...lists.map((list) => (Array.isArray(list) ? list.length : 1)));
  return Math.max(longest, ((fit ?? whole) as FactorFit | undefined)?.factors.length ?? 1);
}

import { afterAll, expect, test } from "vitest";
import { practiceAnalyses } from "../../src/commands/practice-analyses.ts";
import { definitions } from "../../src/exercises/definitions/index.ts";
import type { ExerciseDefinition } from "../../src/exercises/exercise.ts";
import type { SolvedVariant } from "../../src/exercises/variants/solved-variant.ts";
import { decades, fullSample, planVariant, type YearWindow } from "../../src/exercises/variants/variant.ts";
import { practiceMeaning } from "../../src/render/practice-meaning.ts";
import { workOut } from "../exercises/load-exercises.ts";
import { someOf } from "../some-of.ts";
import { allWords, openAsking } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

type Verdict = readonly [inTheSentence: RegExp, inTheReply: RegExp];

/** What is typed besides the pair and the days, and each verdict as the sentence and as the analysis says it. */
interface Analysis {
  readonly typed: (solved: SolvedVariant) => string;
  readonly verdicts: readonly Verdict[];
}

const ofAlpha = (told: RegExp, notTold: RegExp): Analysis => ({
  typed: pair("expected"),
  verdicts: [[told, /interval leaves out 0/u], [notTold, /The interval of α holds 0/u]],
});

/** By exercise; null: a sentence without a verdict. */
const analyses: Readonly<Record<string, Analysis | null>> = {
  "jpm-regression": {
    typed: pair("beta"),
    verdicts: [
      [/: more than the market, by more than chance/u, / is aggressive: /u],
      [/: less than the market, by more than chance/u, / is defensive: /u],
      [/it is a hedge, by more than chance/u, / is a hedge: /u],
      [/too near 1 to call/u, /can't be told apart from the market's own \(β = 1\)/u],
      [/too near 0 to say which way/u, /can't be told apart from 0/u],
      [/neither 0 nor 1 can be ruled out/u, /apart from 0, nor from the market's own/u],
    ],
  },
  "reading-a-table": ofAlpha(/too seldom to put it down to chance/u, /years of days don't tell this α from 0/u),
  "raw-or-excess": null,
  "annualise-alpha": ofAlpha(/all of it is (?:above|below) 0/u, /0 is in it, so chance alone/u),
  "tracking-portfolio": null,
  "hedged-portfolio": {
    typed: pair("performance"),
    verdicts: [
      [/these days don't show that a hedge changes it/u, /These rows don't show that hedging changes the Sharpe ratio/u],
      [/the hedge raised it by more than chance/u, /Hedging raised the Sharpe ratio/u],
      [/the hedge lowered it by more than chance/u, /Hedging lowered the Sharpe ratio/u],
    ],
  },
  "expected-return": ofAlpha(/by robust errors, leaves out 0/u, /by robust errors, has 0 in it/u),
  "factor-share": null,
  "monthly-position": null,
  "annual-budget": {
    typed: (solved) => `${pair("size")(solved)} budget:1m`,
    verdicts: [
      [/which these days don't tell apart from 0/u, /don't tell the risk-adjusted P&L \(α's part\) apart from 0/u],
      [/times the risk-adjusted P&L\.$/u, /risk-adjusted P&L \(α's part\) is above 0/u],
      [/times the loss/u, /risk-adjusted P&L \(α's part\) is below 0/u],
    ],
  },
  "appraisal-ratio": ofAlpha(/these days tell α from 0/u, /these days don't tell α from 0/u),
  "beta-frequency": {
    typed: pair("frequency"),
    verdicts: [
      [/one β could fit them all/u, /The intervals of β overlap, by eye: one β could fit them all/u],
      [/no evidence that β differs/u, /no evidence that β differs/u],
      [/neighbouring days may go together/u, /The intervals of β do not all overlap, by eye/u],
    ],
  },
  "beta-change": {
    typed: (solved) => `${pair("beta")(solved)} split:${solved.variant.split ?? ""}`,
    verdicts: [
      [/: β is higher since /u, /: β is higher since /u],
      [/: β is lower since /u, /: β is lower since /u],
      [/only that these days can't tell/u, /: the data do not show that β .*differs/u],
    ],
  },
  "target-factor-share": null,
};

/** The command on the variant's pair and the days that its question prints. */
function pair(command: string) {
  return ({ variant: { asset, factor }, model: { first, last } }: SolvedVariant): string => `/${command} ${asset} factor:${factor} from:${first} to:${last}`;
}

const yearsOf = (first: number, last: number): YearWindow => ({ id: `${String(first)}-${String(last)}`, from: `${String(first)}-01-01`, to: `${String(last)}-12-31` });

/** Every stock of an exercise on all rows, on the decades, and on five and seven years as students are given them. */
function solvedVariants({ plan, suits }: ExerciseDefinition): readonly SolvedVariant[] {
  const windows = [fullSample, ...decades, yearsOf(1997, 2001), yearsOf(2006, 2010), yearsOf(2018, 2022), yearsOf(1995, 2001), yearsOf(2003, 2009), yearsOf(2013, 2019)];
  const variants = plan.assets.flatMap((asset) => windows.map((window) => planVariant(asset, window, plan.budgets?.[0] ?? null, plan.shares?.[0] ?? null)));
  return someOf(variants, 11).flatMap((variant) => {
    const solved = workOut(variant);
    return solved.ok && suits(solved.value) ? [solved.value] : [];
  });
}

const sentenceOf = (exercise: string, solved: SolvedVariant): Promise<string | null> => practiceMeaning(exercise, solved, practiceAnalyses(solved, asking.world));

/** Which verdicts a text has, as places in the list. */
const verdictsIn = (text: string, patterns: readonly RegExp[]): readonly number[] => patterns.flatMap((pattern, place) => (pattern.test(text) ? [place] : []));

async function expectOneVerdict(exercise: string, solved: SolvedVariant): Promise<void> {
  const sentence = (await sentenceOf(exercise, solved)) ?? "";
  const analysis = analyses[exercise] ?? null;
  if (analysis === null) {
    expect(sentence).not.toMatch(/chance|robust|interval|evidence|p [=<]|\b(?:tell|told|show)\b|better|worse/u);
    return;
  }
  const typed = analysis.typed(solved);
  const found = verdictsIn(sentence, analysis.verdicts.map(([own]) => own));
  expect(found, `one verdict in “${sentence}”`).toHaveLength(1);
  expect(verdictsIn(await allWords(asking, typed), analysis.verdicts.map(([, reply]) => reply)), `${typed}: “${sentence}”`).toEqual(found);
}

test("every exercise has its analysis here, or none", () => {
  expect(Object.keys(analyses)).toEqual(definitions.map(({ id }) => id));
});

test.each(definitions.map((definition) => [definition.id, definition] as const))("%s: what a right answer is said to mean, its analysis says of the same days", async (id, definition) => {
  const solved = solvedVariants(definition);
  expect(solved.length).toBeGreaterThan(1);
  for (const variant of solved) await expectOneVerdict(id, variant);
});

/** Where one error, one sign or the larger of two numbers says otherwise than the analysis does. */
test.each([
  ["beta-frequency", "KO", yearsOf(2010, 2019), "one β could fit them all"],
  ["beta-frequency", "KO", yearsOf(2015, 2024), "one β could fit them all"],
  ["hedged-portfolio", "JPM", yearsOf(2000, 2009), "these days don't show that a hedge changes it"],
  ["hedged-portfolio", "KO", yearsOf(2000, 2009), "these days don't show that a hedge changes it"],
  ["beta-change", "JPM", yearsOf(2013, 2019), "only that these days can't tell (p = 0.081)"],
  ["jpm-regression", "WMT", yearsOf(1995, 2004), "too near 1 to call"],
] as const)("%s of %s on %o doesn't say more than the analysis", async (exercise, asset, window, words) => {
  const solved = workOut(planVariant(asset, window, null, null));
  if (!solved.ok) throw new Error(solved.problem.kind);
  expect(await sentenceOf(exercise, solved.value)).toContain(words);
  await expectOneVerdict(exercise, solved.value);
});

import { expect, test } from "vitest";
import type { RollingReview } from "../../../src/engine/rolling-review.ts";
import type { EngineProblem } from "../../../src/engine/problem.ts";
import type { SingleChange } from "../../../src/engine/single-change.ts";
import type { TestedStability } from "../../../src/render/charts/rolling.ts";
import { rollingReply } from "../../../src/render/replies/rolling.ts";
import { madeUpRollingReview, madeUpStability } from "../made-up-rolling.ts";
import { linesOf, madeUpContext, replyText, titleOf, withMore } from "../reply-text.ts";

const answer = (review: RollingReview, stability: TestedStability = madeUpStability(0.2)) =>
  withMore((context) => rollingReply({ review, robust: null, stability }, context), madeUpContext("rolling"));

test("β changed below p = 0.05 of the test, with the month of one change and its interval; from there on the data do not show it", () => {
  const changed = answer(madeUpRollingReview(), madeUpStability(0.0499));
  expect(titleOf(changed)).toBe("JPM on SPY: β changed");
  expect(linesOf(changed)).toContain("**β changed** (robust sup-LM 9.40, p = 0.0499). If it was one change at once, it was in 2024-01 (95% interval 2023-11 to 2024-03); a gradual one has a best date too.");
  const unsure = answer(madeUpRollingReview(), madeUpStability(0.05));
  expect(titleOf(unsure)).toBe("JPM on SPY: the data do not show that β changed");
  expect(linesOf(unsure)).toContain("**The data do not show that β changed** (robust sup-LM 9.40, p = 0.050). That is no proof that it never did.");
});

test("no date is named where β changed again, or where the dates that fit reach an end of those searched", () => {
  const words = (change: Partial<SingleChange>) => linesOf(answer(madeUpRollingReview(), madeUpStability(0.01, change)));
  expect(words({ furtherP: 0.0499 })[3]).toMatch(/ One date does not tell it: β changed again before or after the best single split, or little by little\.$/u);
  expect(words({ furtherP: 0.05 })[3]).toMatch(/ If it was one change at once, it was in 2024-01 /u);
  expect(words({ furtherP: null })[3]).toMatch(/ If it was one change at once, /u);
  expect(words({ isAtEdge: true })[3]).toMatch(/ When can't be said: the dates that fit reach an end of the days searched, 1997-11 to 2020-03\.$/u);
  expect(words({ interval: ["2024-01-02", "2024-01-30"] })[3]).toContain("2024-01 (95% interval within that month)");
  expect(words({ furtherP: 0.0499 })).toContain("The same test on the rows before and after the best single split: p = 0.0499 (Bonferroni).");
  expect(words({}).join(" ")).toContain("The date is that of the split with the smallest sum of squares");
  expect(words({ isAtEdge: true }).join(" ")).not.toContain("The date is that of the split");
});

test("where β's stability can't be tested, the reply says what it would take", () => {
  const words = (problem: EngineProblem) => linesOf(answer(madeUpRollingReview(), { problem }))[3];
  expect(words({ kind: "too-few-rows", rows: 21, needed: 40, series: ["JPM", "SPY"] })).toBe("Whether β changed takes a test, and the test 40 rows: here are 21.");
  expect(words({ kind: "exact-fit", asset: "JPM", factors: ["SPY"] })).toBe("SPY explains every row exactly, so there is no noise to test a change of β against.");
  expect(words({ kind: "out-of-range", option: "factors", value: 8, min: 1, max: 7 })).toMatch(/^Whether β changed can't be tested here\. /u);
});

test("extremes that were picked are no evidence of change, however far apart; one window has none", () => {
  const caution = (windows: number) => {
    const review = madeUpRollingReview();
    const lines = linesOf(answer({ ...review, rolling: { ...review.rolling, days: new Int32Array(windows) } }));
    return lines.filter((each) => each.startsWith("Lowest and highest") || each.startsWith("There is one window"));
  };
  expect(caution(1)).toEqual(["There is one window: nothing to compare it with."]);
  expect(caution(2)).toEqual([
    "Lowest and highest are picked from 2 overlapping windows of 252 days: they lie apart even where β never changed, so they are no evidence that it did.",
  ]);
});

test("the whole reply", () => {
  expect(replyText(answer(madeUpRollingReview()))).toMatchInlineSnapshot(`
    "# JPM on SPY: the data do not show that β changed (#0072b2)
    **Latest β = 1.400** · 95% interval 1.302 to 1.498, 252 days to 2024-01-03
    All rows at once: β = 1.395 · 1.364 to 1.426

    **The data do not show that β changed** (robust sup-LM 9.40, p = 0.200). That is no proof that it never did.
    [More]
    **Lowest β = 1.000** · 0.902 to 1.098, to 2024-01-02
    **Highest β = 1.400** · 1.302 to 1.498, to 2024-01-03
    Lowest and highest are picked from 2 overlapping windows of 252 days: they lie apart even where β never changed, so they are no evidence that it did.

    α a year (×252): latest 5.00% (−6.8% to 16.8%, to 2024-01-04); lowest 2.00% (−9.8% to 13.8%, to 2024-01-02); highest 6.00% (−5.8% to 17.8%, to 2024-01-03).
    The test compares β before and after each day from 1997-11-12 to 2020-03-18 and takes the largest difference into account (Andrews 1993; Hansen 1997).
    -# Classical intervals, each for its own window.

    💡 A window averages over all its rows. How long after β changes does the line show all of it?
    _JPM ~ SPY, every 252 days · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://rolling.png
    picture rolling.png: Two lines through time with their 95% bands. Top: β of JPM on SPY over 252 rows, lowest 1.000 (to 2024-01-02), highest 1.400 (to 2024-01-03), latest 1.400 (1.302 to 1.498). Dashed: β of all rows, 1.395. Below: α a year, latest 5.00%, dashed at zero. 2 windows; returns: daily excess, 1993-02-01 to 2024-12-31.
    file rolling.csv: Every window's last day, β, α a year, their 95% intervals and R²
    window_ends,beta,beta_low,beta_high,alpha_annual,alpha_low,alpha_high,r_squared
    2024-01-02,1,0.9,1.1,0.02,-0.1,0.14,0.5
    2024-01-03,1.4,1.3,1.5,0.06,-0.06,0.18,0.6

    [β, all rows] /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [By frequency] /frequency ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31
    [More] /rolling ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /rolling ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:rolling-beta ticker:JPM numbers:false
    [Show the code] /rolling ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /rolling ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: window, whole, betas, alphaAnnual, windows, stability, change"
  `);
});

test("the whole reply of monthly rows", () => {
  expect(linesOf(answer(madeUpRollingReview({ frequency: "monthly" })))).toMatchInlineSnapshot(`
    [
      "**Latest β = 1.400** · 95% interval 1.302 to 1.498, 252 months to 2024-01-03",
      "All rows at once: β = 1.395 · 1.364 to 1.426",
      "",
      "**The data do not show that β changed** (robust sup-LM 9.40, p = 0.200). That is no proof that it never did.",
      "[More]",
      "**Lowest β = 1.000** · 0.902 to 1.098, to 2024-01-02",
      "**Highest β = 1.400** · 1.302 to 1.498, to 2024-01-03",
      "Lowest and highest are picked from 2 overlapping windows of 252 months: they lie apart even where β never changed, so they are no evidence that it did.",
      "",
      "α a year (×12): latest 5.00% (−6.8% to 16.8%, to 2024-01-04); lowest 2.00% (−9.8% to 13.8%, to 2024-01-02); highest 6.00% (−5.8% to 17.8%, to 2024-01-03).",
      "The test compares β before and after each day from 1997-11-12 to 2020-03-18 and takes the largest difference into account (Andrews 1993; Hansen 1997).",
      "-# Classical intervals, each for its own window.",
      "",
      "💡 A window averages over all its rows. How long after β changes does the line show all of it?",
    ]
  `);
});

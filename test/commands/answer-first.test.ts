import { afterAll, beforeAll, expect, test } from "vitest";
import { isAbout, type AskableCommand } from "../../src/asking/askable-command.ts";
import { quantities, type Quantity } from "../../src/asking/asked-quantity.ts";
import type { Focus } from "../../src/asking/understanding.ts";
import { answerFirst } from "../../src/commands/answer-first.ts";
import { commands } from "../../src/commands/index.ts";
import type { AnalysisFigures } from "../../src/render/analysis-figures.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpTest } from "../render/made-up-fit.ts";
import { openAsking, replyOf } from "./asking.ts";

const focus = (quantity: Quantity, more: Partial<Focus> = {}): Focus => ({ quantity, level: null, hypothesis: null, tTarget: null, extreme: null, supposedAlpha: null, targetVolatility: null, ...more });

const isOne = focus("beta", { hypothesis: { value: 1, side: "two" } });
const fitOf = (value: number, standardError: number, inference: Partial<FactorFit["inference"]> = {}): FactorFit => madeUpFit({ betas: [madeUpEstimate("SPY", value, standardError)], inference: { ...classical, ...inference } });
/** As decidingFit makes it: errors right for few rows, too. */
const decided = (value: number, standardError: number, lags = 10): FactorFit => fitOf(value, standardError, { covariance: "hac", smallSample: "few-rows", lags });
const sole = (fit: FactorFit) => ({ of: "beta", fit, deciding: fit }) as const;

test("a hypothesis about β is answered yes beyond the critical value, and not before", () => {
  const answered = (value: number) => answerFirst(isOne, sole(fitOf(value, 0.01)));
  expect(answered(1.03)).toMatch(/^Yes: JPM's β differs from 1\. β = 1\.030/u);
  expect(answered(1.01)).toMatch(/^No: these rows don't show that JPM's β differs from 1\./u);
});

test.each([
  ["equal", "No: JPM's β differs from 1.", "It may be: these rows don't show that JPM's β differs from 1."],
  ["denied", "Not so: JPM's β differs from 1.", "Right: these rows don't show that JPM's β differs from 1."],
  ["open", "JPM's β differs from 1.", "These rows don't show that JPM's β differs from 1."],
] as const)("a question whose stance is %s is answered on both sides of the critical value by what it asks", (stance, shown, unshown) => {
  const answered = (value: number) => answerFirst(focus("beta", { hypothesis: { value: 1, side: "two", stance } }), sole(fitOf(value, 0.01))) ?? "";
  expect(answered(1.03).startsWith(`${shown} β = 1.030`)).toBe(true);
  expect(answered(1.01).startsWith(`${unshown} β = 1.010`)).toBe(true);
});

test("why one has more than the other is answered without a yes or a no", () => {
  const of = figures.get('/compare "JPM WMT"');
  if (of?.of !== "compare") throw new Error("no figures");
  const answered = (side: "two" | "greater" | "less", stance: "open" | "denied") => answerFirst(focus("beta", { hypothesis: { value: null, side, stance } }), of);
  expect(answered("greater", "open")).toMatch(/^JPM's β is 0\.721 above WMT's /u);
  expect(answered("two", "open")).toMatch(/^JPM's β is 0\.721 above WMT's /u);
  expect(answered("less", "open")).toMatch(/^It is the other way round: JPM's β is 0\.721 above WMT's /u);
  expect(answered("greater", "denied")).toMatch(/^Not so: JPM's β is 0\.721 above WMT's /u);
});

test("the errors that decide in the reply decide here, and both tests are said with their errors", () => {
  expect(answerFirst(isOne, { of: "beta", fit: fitOf(1.03, 0.01), deciding: decided(1.03, 0.03) })).toBe(
    "No: these rows don't show that JPM's β differs from 1. β = 1.030, 95% interval 1.010 to 1.050 (the one that decides: 0.971 to 1.089); t = 1.000, p = 0.317 with HAC errors (Bartlett, 10 lags), small-sample (classical t = 3.000, p = 0.003).",
  );
  const agreeing = answerFirst(isOne, { of: "beta", fit: fitOf(1.03, 0.001, { covariance: "hc1" }), deciding: decided(1.03, 0.002, 0) });
  expect(agreeing).toBe("Yes: JPM's β differs from 1. β = 1.030, 95% interval 1.0280 to 1.0320; t = 15.00, p < 0.001 with HC3 errors (HC1 t = 30.00, p < 0.001).");
});

test("an interval has the level that was asked for", () => {
  expect(answerFirst(focus("ci-beta", { level: 0.99 }), sole(fitOf(1.2, 0.1)))).toContain("99% interval 0.94 to 1.46");
});

test("F's verdict is by the errors that decide, whose p is said where it differs", () => {
  const fOf = (pValue: number): Partial<FactorFit> => ({ fTest: madeUpTest(5, pValue) });
  const answered = (shown: number, deciding: number) => answerFirst(focus("f-statistic"), { of: "regress", fit: madeUpFit(fOf(shown)), deciding: { ...decided(1, 0.1), ...fOf(deciding) }, neighbours: null });
  expect(answered(0.03, 0.04)).toBe("F = 5.000, p = 0.030: some β differs from zero.");
  expect(answered(0.03, 0.06)).toBe("F = 5.000, p = 0.030, but p = 0.060 with HAC errors (Bartlett, 10 lags), small-sample: the data do not show that any β differs from zero.");
});

test("neighbouring residuals are judged as /regress judges them, and not by how far Durbin–Watson is from 2", () => {
  const answered = (quantity: Quantity, residuals: readonly number[]) => {
    const fit = madeUpFit({ rows: { ...madeUpFit().rows, residuals: Float64Array.from(residuals) } });
    return answerFirst(focus(quantity), { of: "regress", fit, deciding: fit, neighbours: null });
  };
  const slow = Array.from({ length: 200 }, (_, row) => Math.sin(row / 10));
  const restless = Array.from({ length: 200 }, (_, row) => Math.sin(row * row));
  const alternating = Array.from({ length: 200 }, (_, row) => (row % 2 === 0 ? 1 : -1) * (1 + (row % 7) / 10));
  expect(answered("durbin-watson", slow)).toMatch(/^Durbin–Watson = 1\.950: a residual resembles the one before it \(correlation 0\.99\d*, p < 0\.001/u);
  expect(answered("autocorrelation", alternating)).toMatch(/: a residual tends to reverse the one before it \(correlation −0\.9/u);
  for (const quantity of ["durbin-watson", "autocorrelation"] as const) expect(answered(quantity, restless)).toMatch(/: no sign that a residual goes with the one before it \(correlation/u);
});

test("a side that was asked for is tested one-sided and said so, of a coefficient, a ratio and a mean; the other way round is no", async () => {
  const [performance, described] = [replyOf(await asking.ask("/performance JPM")).figures, replyOf(await asking.ask("/describe SMB")).figures];
  if (performance?.of !== "performance" || described?.of !== "describe") throw new Error("no figures");
  const sides = (quantity: Quantity, of: AnalysisFigures, value: number) => (["greater", "less", "two"] as const).map((side) => answerFirst(focus(quantity, { hypothesis: { value, side } }), of) ?? "");
  for (const [quantity, of, value] of [["alpha", performance, 0], ["sharpe", performance, 0], ["mean-return", performance, 0], ["mean-return", described, 0]] as const) {
    const [above, below, differs] = sides(quantity, of, value);
    expect(above).toMatch(/ is above 0%?\..*, one-sided\.$/u);
    expect(below).toMatch(/^No: these rows don't show that .* is below 0%?\..*, one-sided\.$/u);
    expect(differs).not.toContain("one-sided");
  }
  // 16.21% ± 6.3% a year: above 0 by more than noise, above 10% not.
  const [above, , differs] = sides("mean-return", performance, 0);
  expect(above).toMatch(/^Yes: JPM's mean excess return is above 0%\. It is 16\.2\d?% a year, 95% interval [\d.]+% to [\d.]+%; t = /u);
  expect(differs).toMatch(/^Yes: JPM's mean excess return differs from 0%\./u);
  expect(sides("mean-return", performance, 0.1)[0]).toMatch(/^No: these rows don't show that JPM's mean excess return is above 10/u);
  const p = (sentence = "") => Number(/p = (\d+\.\d+)/u.exec(sentence)?.[1]);
  const [sharpeAbove, , sharpeDiffers] = sides("sharpe", performance, 0.2);
  expect(p(sharpeAbove)).toBeCloseTo(p(sharpeDiffers) / 2, 2);
});

test("what has no such figure says nothing first", () => {
  expect(answerFirst(focus("up-down-beta"), sole(madeUpFit()))).toBeNull();
});

const asking = openAsking();
afterAll(() => asking.close());

/** Each analysis as it is asked of one asset, of several, of one on several factors, and of a factor. */
const calls: readonly { readonly command: string; readonly situation: "one" | "several" | "multiple" | "factor" | "change" | "difference"; readonly typed: string }[] = [
  ...["beta", "regress", "residuals", "performance", "hedge", "size", "expected", "variance", "rolling", "frequency"].map((command) => ({ command, situation: "one" as const, typed: `/${command} JPM` })),
  { command: "track", situation: "one", typed: "/track JPM amount:2000000 move:-3%" },
  { command: "describe", situation: "one", typed: '/describe "JPM SPY"' },
  { command: "describe", situation: "several", typed: '/describe "JPM WMT MSFT"' },
  { command: "describe", situation: "factor", typed: '/describe "SMB HML"' },
  { command: "compare", situation: "several", typed: '/compare "JPM WMT"' },
  { command: "compare", situation: "difference", typed: '/compare "JPM MSFT"' },
  { command: "beta", situation: "change", typed: "/beta JPM split:2009-07-01" },
  { command: "alphas", situation: "several", typed: '/alphas "JPM WMT MSFT"' },
  { command: "alphas", situation: "one", typed: "/alphas JPM" },
  { command: "alphas", situation: "factor", typed: "/alphas" },
  { command: "beta", situation: "factor", typed: "/beta SMB" },
  { command: "regress", situation: "multiple", typed: "/regress MSFT model:ff3" },
];
/** What is asked of a whole table or picture has no one number. */
const withoutOneNumber: ReadonlySet<Quantity> = new Set<Quantity>(["regression", "cumulative-return"]);
const hypotheses: readonly Focus["hypothesis"][] = [null, { value: 0, side: "two" }, { value: 0.5, side: "greater" }, { value: null, side: "less" }];

const askable: readonly AskableCommand[] = commands;
const aboutAssets = askable.filter(isAbout("assets"));

const figures = new Map<string, AnalysisFigures | undefined>();
beforeAll(async () => {
  for (const { typed } of calls) figures.set(typed, replyOf(await asking.ask(typed)).figures);
}, 60_000);

test("every command about assets is asked here, in every situation that it answers", () => {
  const declared = aboutAssets.flatMap(({ name, asking: { answers } }) => Object.keys(answers).map((situation) => `${name} ${situation}`));
  // A file has no number to say first.
  expect(declared.filter((one) => !one.startsWith("data get")).filter((one) => !calls.some(({ command, situation }) => one === `${command} ${situation}`))).toEqual([]);
});

test.each(calls)("$typed has a well-formed sentence or none for every quantity, with and without a hypothesis", ({ typed }) => {
  const of = figures.get(typed);
  if (of === undefined) throw new Error(`${typed} has no figures`);
  for (const quantity of quantities) {
    for (const hypothesis of hypotheses) {
      for (const extreme of [null, "highest", "lowest"] as const) {
        const sentence = answerFirst(focus(quantity, { hypothesis, extreme, tTarget: 3 }), of);
        if (sentence !== null) expect(`${quantity}: ${sentence}`).toMatch(/^(?!.*(?:undefined|NaN|null|\[object)).*\d.*\.$/u);
      }
    }
  }
});

test.each(calls)("$typed says first each number that it is declared to answer", ({ command, situation, typed }) => {
  const of = figures.get(typed);
  const declared = aboutAssets.find(({ name }) => name === command)?.asking.answers[situation] ?? [];
  const missing = declared.filter((quantity) => of !== undefined && !withoutOneNumber.has(quantity) && answerFirst(focus(quantity), of) === null);
  expect(missing).toEqual([]);
});

test("a ratio is tested with its own error, and the value it is tested against is said", () => {
  const of = figures.get("/performance JPM");
  if (of === undefined) throw new Error("no figures");
  expect(answerFirst(focus("sharpe", { hypothesis: { value: 0, side: "two" } }), of)).toMatch(/^Yes: JPM's Sharpe ratio differs from 0\. It is 0\.446 a year, 95% interval 0\.11 to 0\.78; t = 2\./u);
  expect(answerFirst(focus("hedged-sharpe", { hypothesis: { value: 0.5, side: "greater" } }), of)).toMatch(/^No: these rows don't show that JPM's hedged Sharpe ratio is above 0\.5\..*one-sided\.$/u);
});

test("years to a t of 2 and of 3 grow with its square, and a supposed α takes its place", () => {
  const of = figures.get("/performance JPM");
  if (of?.of !== "performance") throw new Error("no figures");
  expect(answerFirst(focus("years-needed"), of)).toMatch(/needs 164 years for t\(α\) = 2\.$/u);
  expect(answerFirst(focus("years-needed", { tTarget: 4 }), of)).toMatch(/needs 656 years for t\(α\) = 4\.$/u);
  expect(answerFirst(focus("years-needed", { supposedAlpha: 2 * of.fit.alphaAnnual.value }), of)).toMatch(/takes 41(?:\.\d)? years\.$/u);
});

test("Treynor's ratio has its interval, and β of rising and falling rows the verdict of its test", () => {
  const of = figures.get("/performance JPM");
  if (of?.of !== "performance") throw new Error("no figures");
  expect(answerFirst(focus("treynor"), of)).toBe("JPM's Treynor ratio, per unit of β, is 11.6% a year, 95% interval 3.0% to 20.2%.");
  expect(answerFirst(focus("treynor"), { ...of, deciding: { ...of.deciding, betas: [{ ...of.deciding.betas[0], interval: [0, 2] }] } })).toMatch(/ is not meaningful: the interval of β is not above 0\.$/u);
  expect(answerFirst(focus("up-down-beta"), of)).toMatch(/when it fell: the rows don't show that they differ \(p = 0\.\d+\)\.$/u);
});

test("timing has γ and its verdict, captures have an interval each, and the sides the errors that were asked for", async () => {
  const of = figures.get("/performance JPM");
  if (of?.of !== "performance") throw new Error("no figures");
  expect(answerFirst(focus("timing"), of)).toMatch(/^JPM's Treynor–Mazuy γ is −?[\d.]+, 95% interval \S+ to \S+ \(p = 0\.\d+\): the rows don't show that β moves with SPY\.$/u);
  expect(answerFirst(focus("capture"), of)).toBe("JPM's mean return was 1.374, 95% interval 1.307 to 1.441, times SPY's own when SPY rose, and 1.331, 95% interval 1.265 to 1.397, times it when SPY fell.");
  expect(answerFirst(focus("timing"), { ...of, inference: { ...of.inference, timing: null, capture: null } })).toBe("These rows allow no test of JPM's timing.");
  expect(answerFirst(focus("capture"), { ...of, inference: { ...of.inference, timing: null, capture: null } })).toBe("SPY rose or fell on too few rows for capture ratios.");
  const hac = replyOf(await asking.ask("/performance JPM errors:hac")).figures;
  if (hac?.of !== "performance") throw new Error("no figures");
  expect(answerFirst(focus("up-down-beta"), hac)).toContain("β is 1.455 (s.e. 0.061) when SPY rose");
});

test.each([
  ["orthogonalized factors for jpm ff3", "/regress JPM orthogonal:true model:ff3"],
  ["chow test for jpm in september 2008", "/beta JPM split:2008-09-01..2008-09-30"],
  ["did jpm have a structural break after covid", "/beta JPM split:2021-01-01"],
  ["treynor mazuy timing of msft", "/performance MSFT"],
  ["downside capture of jpm since 2010", "/performance JPM from:2010-01-01"],
  ["jpm beta with automatic newey west lags", "/beta JPM errors:hac lags:auto"],
])("“%s” is %s, and nothing of it is left out", async (asked, typed) => {
  const text = replyOf(await asking.ask(`/ask ${asked}`)).content ?? "";
  expect(text).toContain(`I read this as \`${typed}\``);
  expect(text).not.toContain("Left out");
});

test("two βs differ where the errors that decide say so", () => {
  const of = figures.get('/compare "JPM WMT"');
  if (of?.of !== "compare" || of.comparison.gap === null) throw new Error("no figures");
  const gap = of.comparison.gap;
  const asked = focus("beta", { hypothesis: { value: null, side: "two" } });
  const answered = (pValue: number) => answerFirst(asked, { ...of, comparison: { ...of.comparison, gap: { ...gap, deciding: { ...gap.deciding, pValue } } } });
  expect(answered(0.0499)).toMatch(/^They differ: JPM's β is 0\.721 above WMT's .*, p = 0\.0499, robust errors\.$/u);
  expect(answered(0.05)).toMatch(/^The data do not show a difference: .*, p = 0\.050, robust errors\.$/u);
});

test("the winner stands first where one is asked for", () => {
  const of = figures.get('/compare "JPM WMT"');
  if (of === undefined) throw new Error("no figures");
  expect(answerFirst(focus("beta", { extreme: "highest" }), of)).toMatch(/^JPM has the highest β in these rows, 1\.395 [^;]*; then WMT 0\.674 \([^()]*\)\. The rows tell them apart \([^()]*\)\.$/u);
  expect(answerFirst(focus("beta", { extreme: "lowest" }), of)).toMatch(/^WMT has the lowest β in these rows, 0\.674/u);
  // Whoever's interval holds the other's is not known to be first.
  expect(answerFirst(focus("alpha", { extreme: "highest" }), of)).toMatch(/^WMT has the highest α a year in these rows, .* WMT's interval overlaps that of JPM: too close to tell which is first\.$/u);
});

test("a rank of βs says whether the rows tell them apart, and of several it is of these rows", () => {
  const of = figures.get('/compare "JPM WMT"');
  if (of?.of !== "compare" || of.comparison.gap === null) throw new Error("no figures");
  const { comparison } = of;
  const { gap, fits } = comparison;
  const said = (pickedPValue: number, extreme: "highest" | null, isThree = false): string =>
    answerFirst(focus("beta", { extreme }), { ...of, comparison: { ...comparison, fits: isThree ? [...fits, { ...fits[0]!, asset: "KO" }] : fits, gap: { ...gap!, pickedPValue } } }) ?? "";
  expect(said(0.0499, "highest")).toMatch(/^JPM has the highest β in these rows, .*\. The rows tell them apart \(JPM less WMT 0\.721, p = 0\.0499, robust errors\)\.$/u);
  expect(said(0.05, "highest")).toMatch(/^JPM has the highest β in these rows, .*\. The rows don't tell them apart \(/u);
  expect(said(0.05, null)).toMatch(/^β: JPM .*, WMT .*\. The rows don't tell them apart \(/u);
  expect(said(0.0499, "highest", true)).toMatch(/^JPM has the highest β in these rows, .*\. The rows tell JPM and WMT apart \(.* with Bonferroni, robust errors\)\.$/u);
  expect(said(0.05, "highest", true)).toMatch(/\. The rows don't tell any two of them apart \(/u);
});

test.each([
  ["/beta JPM split:2009-07-01", "rise", /^No: it fell\. JPM's β is lower: /u],
  ["/beta JPM split:2009-07-01", "fall", /^Yes: it fell\. /u],
  ["/beta JPM from:2008 to:2019 split:2008..2008 without:2009-01-01..2018-12-31", "rise", /^Yes: it was higher then\. /u],
  ["/beta JPM from:2008 to:2019 split:2008..2008 without:2009-01-01..2018-12-31", "fall", /^No: it was higher then\. /u],
  ["/beta JPM from:2008 to:2012 split:2012 without:2009-01-01..2011-12-31", "fall", /^The data do not show/u],
  ["/beta JPM from:2008-01-02 to:2008-06-30 split:2008-01-02..2008-02-10", "rise", /too few to say/u],
] as const)("%s: a supposed %s of β is answered yes or no by the test of the difference, or not at all", async (typed, changeSupposed, words) => {
  const { figures: of } = replyOf(await asking.ask(typed));
  expect(answerFirst({ ...focus("beta"), changeSupposed }, of!)).toMatch(words);
});

test("the most of the course's own stocks is said to be of them, and of those that were named it needs no saying", () => {
  for (const typed of ['/alphas "JPM WMT MSFT"', '/describe "JPM WMT MSFT"']) {
    for (const quantity of ["beta", "alpha-annual", "volatility", "sharpe"] as const) {
      const named = figuresOf(typed);
      const [all, own] = [answerFirst(focus(quantity, { extreme: "highest" }), named), answerFirst(focus(quantity, { extreme: "highest", isAmongUsual: true }), named)];
      expect(own).toBe(all === null ? null : `Of JPM, WMT and MSFT, ${all}`);
    }
  }
});

function figuresOf(typed: string): AnalysisFigures {
  const found = figures.get(typed);
  if (found === undefined) throw new Error(`${typed} was not asked`);
  return found;
}

import { isoDay } from "../../calendar.ts";
import type { RollingReview, WindowEstimate } from "../../engine/rolling-review.ts";
import { analysisReply, annualFactorOf, periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { changeInterval, crisisWords, datedChange, hasChanged, hasChangedFurther, monthOf, rollingChart, type TestedStability } from "../charts/rolling.ts";
import { robustCode } from "../code/fit-code.ts";
import { rollingCode } from "../code/rolling-code.ts";
import { csvParts } from "../../csv.ts";
import { count, estimate, interval, number, percentEstimate, pValue } from "../numbers.ts";
import { problemWords } from "../problem.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply, TextFile } from "../reply.ts";
import { robustInterval, robustResults } from "../robust.ts";
import type { RollingResult } from "../results.ts";

export type { RollingResult } from "../results.ts";

/** β and α over every window of a fixed number of rows, their range, and whether β changed. */
export function rollingReply(result: RollingResult, context: AnalysisContext): Reply {
  const { review, stability } = result;
  const { rolling: rolled, fullSample: whole, beta, alphaAnnual } = review;
  const { asset, sample, window } = rolled;
  const factor = rolled.factors[0];
  const length = `${count(window)} ${periodOf(sample)}s`;
  const all = whole.betas[0];
  const { lowest, highest, latest } = beta.range;
  return analysisReply(
    {
      title: titleOf(result),
      lines: [
        `**Latest β = ${short(latest)}** · 95% interval ${reach(latest)}, ${length} to ${latest.ends}`,
        `All rows at once: β = ${estimate(all.value, all.standardError)} · ${interval(all.interval, all.standardError)}${robustInterval({ ...result, fit: whole }, ({ betas }) => betas[0])}`,
        "",
        stabilityWords(stability, factor),
      ],
      more: [
        `**Lowest β = ${short(lowest)}** · ${reach(lowest)}, to ${lowest.ends}`,
        `**Highest β = ${short(highest)}** · ${reach(highest)}, to ${highest.ends}`,
        caution(rolled.days.length, length),
        "",
        `α a year (${annualFactorOf(sample)}): latest ${alphaWords(alphaAnnual.range.latest)}; lowest ${alphaWords(alphaAnnual.range.lowest)}; highest ${alphaWords(alphaAnnual.range.highest)}.`,
        ...searchLines(stability),
        ...crisisWords(rolled),
        "-# Classical intervals, each for its own window.",
      ],
      hint: "A window averages over all its rows. How long after β changes does the line show all of it?",
      recipe: recipeLine({
        formula: `${asset} ~ ${factor}, every ${length}`,
        sample,
        estimator: estimatorWords(rolled.inference),
        sources: context.sources,
      }),
      picture: rollingChart(review, stability),
      files: [windowsFile(review)],
      code: [...rollingCode(result, context), ...robustCode({ ...result, fit: whole })],
      lesson: "rolling-beta",
      nextSteps: [
        { label: "β, all rows", command: "beta", options: { ticker: asset, factor, ...sameRows(context) } },
        { label: "By frequency", command: "frequency", options: { ticker: asset, factor, ...sameRows(context), frequency: "" } },
      ],
      result: { window, whole, beta: beta.range, alphaAnnual: alphaAnnual.range, windows: rolled, ...("test" in stability ? { stability: stability.test, change: stability.change } : {}), ...robustResults({ ...result, fit: whole }) },
    },
    context,
  );
}

/** The title claims what the test says, not what the extremes look like. */
function titleOf({ review: { rolling: rolled }, stability }: RollingResult): string {
  const pair = `${rolled.asset} on ${rolled.factors[0]}`;
  if (!("test" in stability)) return `${pair}: β over ${count(rolled.window)} ${periodOf(rolled.sample)}s at a time`;
  return hasChanged(stability) ? `${pair}: β changed` : `${pair}: the data do not show that β changed`;
}

/** Whether β was the same all the time, or what it would take to say. */
function stabilityWords(stability: TestedStability, factor: string): string {
  if ("test" in stability) {
    const { pValue: p, statistic } = stability.test;
    const figures = `robust sup-LM ${number(statistic, 3)}, ${pValue(p)}`;
    return hasChanged(stability)
      ? `**β changed** (${figures}). ${whenWords(stability)}`
      : `**The data do not show that β changed** (${figures}). That is no proof that it never did.`;
  }
  const { problem } = stability;
  if (problem.kind === "too-few-rows") return `Whether β changed takes a test, and the test ${count(problem.needed)} rows: here are ${count(problem.rows)}.`;
  if (problem.kind === "exact-fit") return `${factor} explains every row exactly, so there is no noise to test a change of β against.`;
  return `Whether β changed can't be tested here. ${problemWords(problem).cause}`;
}

/** The date of one change with its interval; without one, why none is named. */
function whenWords({ test, change }: Extract<TestedStability, { readonly test: unknown }>): string {
  if (hasChangedFurther(change)) return "One date does not tell it: β changed again before or after the best single split, or little by little.";
  const [first, last] = test.searched.map(monthOf);
  if (change.isAtEdge) return `When can't be said: the dates that fit reach an end of the days searched, ${first ?? ""} to ${last ?? ""}.`;
  return `If it was one change at once, it was in ${changeInterval(change)}; a gradual one has a best date too.`;
}

function searchLines(stability: TestedStability): readonly string[] {
  if (!("test" in stability)) return [];
  const [first, last] = stability.test.searched;
  return [`The test compares β before and after each day from ${first} to ${last} and takes the largest difference into account (Andrews 1993; Hansen 1997).`, ...dateLines(stability)];
}

function dateLines(stability: Extract<TestedStability, { readonly test: unknown }>): readonly string[] {
  if (!hasChanged(stability)) return [];
  const { furtherP } = stability.change;
  return [
    ...(furtherP === null ? [] : [`The same test on the rows before and after the best single split: ${pValue(furtherP)} (Bonferroni).`]),
    ...(datedChange(stability) ? ["The date is that of the split with the smallest sum of squares; the interval holds every split that fits nearly as well (Hansen 2000; Eo and Morley 2015)."] : []),
  ];
}

const short = ({ value, standardError }: WindowEstimate): string => estimate(value, standardError);
const reach = (of: WindowEstimate): string => interval(of.interval, of.standardError);
const alphaWords = (of: WindowEstimate): string =>
  `${percentEstimate(of.value, of.standardError)} (${interval(of.interval, of.standardError, "%")}, to ${of.ends})`;

/** Extremes picked from many windows say nothing about change by themselves: that takes a test of all rows. */
function caution(windows: number, length: string): string {
  if (windows === 1) return "There is one window: nothing to compare it with.";
  return `Lowest and highest are picked from ${count(windows)} overlapping windows of ${length}: they lie apart even where β never changed, so they are no evidence that it did.`;
}

function windowsFile({ rolling: rolled, beta, alphaAnnual }: RollingReview): TextFile {
  const columns = [...[beta.band, alphaAnnual.band].flatMap(({ middle, low, high }) => [middle, low, high]), rolled.rSquared];
  return {
    filename: "rolling.csv",
    parts: csvParts(
      ["window_ends", "beta", "beta_low", "beta_high", "alpha_annual", "alpha_low", "alpha_high", "r_squared"],
      rolled.days.length,
      (window) => [isoDay(rolled.days[window] ?? NaN), ...columns.map((column) => column[window] ?? null)],
    ),
    numbers: () => columns.flatMap((column) => [...column]),
    description: "Every window's last day, β, α a year, their 95% intervals and R²",
  };
}

import { listText } from "../../series-list.ts";
import { isoDay } from "../../calendar.ts";
import type { RollingReview, WindowEstimate } from "../../engine/rolling-review.ts";
import { analysisReply, annualFactorOf, periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { changeInterval, crisisWords, datedChange, hasChanged, hasChangedFurther, monthOf, rollingChart, type TestedStability } from "../charts/rolling.ts";
import { robustCode } from "../code/fit-code.ts";
import { rollingCode } from "../code/rolling-code.ts";
import { capitalized } from "../capitalized.ts";
import { listed } from "../listed.ts";
import { csvParts } from "../../csv.ts";
import { count, estimate, interval, number, percentEstimate, pValue } from "../numbers.ts";
import { problemWords } from "../problem.ts";
import { estimatorWords, recipeLine, returnsNameOf } from "../recipe.ts";
import type { Reply, TextFile } from "../reply.ts";
import { robustInterval, robustResults } from "../robust.ts";
import type { RollingResult } from "../results.ts";

export type { RollingResult } from "../results.ts";

/** βs and α over every window of a fixed number of rows, their range, and whether a β changed. */
export function rollingReply(result: RollingResult, context: AnalysisContext): Reply {
  const { review, stability } = result;
  const { rolling: rolled, fullSample: whole, betas, alphaAnnual } = review;
  const { asset, sample, window } = rolled;
  const model = rolled.factors.join(" + ");
  const isOne = rolled.factors.length === 1;
  const length = `${count(window)} ${periodOf(sample)}s`;
  const chosen = context.call.options["factor"] ?? listText(rolled.factors);
  return analysisReply(
    {
      title: titleOf(result),
      lines: [...(isOne ? onlyBetaLines(result, length) : betaLines(result, length)), "", stabilityWords(stability, rolled.factors)],
      more: [
        ...betas.flatMap(({ range: { lowest, highest } }, place) => {
          const of = isOne ? "" : ` of ${rolled.factors[place] ?? ""}`;
          return [`**Lowest β${of} = ${short(lowest)}** · ${reach(lowest)}, to ${lowest.ends}`, `**Highest β${of} = ${short(highest)}** · ${reach(highest)}, to ${highest.ends}`];
        }),
        caution(rolled.days.length, length),
        "",
        `α a year (${annualFactorOf(sample)}): latest ${alphaWords(alphaAnnual.range.latest)}; lowest ${alphaWords(alphaAnnual.range.lowest)}; highest ${alphaWords(alphaAnnual.range.highest)}.`,
        ...searchLines(stability),
        ...crisisWords(rolled),
        "-# Classical intervals, each for its own window.",
      ],
      hint: "A window averages over all its rows. How long after β changes does the line show all of it?",
      recipe: recipeLine({
        formula: `${asset} ~ ${model}, every ${length}`,
        sample,
        estimator: estimatorWords(rolled.inference),
        sources: context.sources,
      }),
      picture: rollingChart(review, stability, returnsNameOf(context.sources)),
      files: [windowsFile(review)],
      code: [...rollingCode(result, context), ...robustCode({ ...result, fit: whole })],
      lesson: "rolling-beta",
      nextSteps: isOne
        ? [
            { label: "β, all rows", command: "beta", options: { ticker: asset, factor: chosen, ...sameRows(context) } },
            { label: "By frequency", command: "frequency", options: { ticker: asset, factor: chosen, ...sameRows(context), frequency: "" } },
          ]
        : [
            { label: "All rows", command: "regress", options: { ticker: asset, model: chosen, ...sameRows(context) } },
            { label: "Residuals", command: "residuals", options: { ticker: asset, factor: chosen, ...sameRows(context) } },
          ],
      result: { window, whole, betas: betas.map(({ range }) => range), alphaAnnual: alphaAnnual.range, windows: rolled, ...("test" in stability ? { stability: stability.test, change: stability.change } : {}), ...robustResults({ ...result, fit: whole }) },
    },
    context,
  );
}

/** The only β: its latest window, and all rows. */
function onlyBetaLines(result: RollingResult, length: string): readonly string[] {
  const { betas, fullSample: whole } = result.review;
  const { latest } = betas[0].range;
  const all = whole.betas[0];
  return [
    `**Latest β = ${short(latest)}** · 95% interval ${reach(latest)}, ${length} to ${latest.ends}`,
    `All rows at once: β = ${estimate(all.value, all.standardError)} · ${interval(all.interval, all.standardError)}${robustInterval({ ...result, fit: whole }, ({ betas: [own] }) => own)}`,
  ];
}

/** One line a factor. */
function betaLines({ review: { betas, fullSample: whole, rolling: rolled } }: RollingResult, length: string): readonly string[] {
  const ends = betas[0].range.latest.ends;
  return [
    `Latest ${length}, to ${ends}:`,
    ...betas.map(({ range: { latest } }, place) => {
      const all = whole.betas[place];
      return `**${rolled.factors[place] ?? ""}: β = ${short(latest)}** · 95% interval ${reach(latest)}; all rows ${all ? estimate(all.value, all.standardError) : ""}`;
    }),
  ];
}

/** The title claims what the test says, not what the extremes look like. */
function titleOf({ review: { rolling: rolled }, stability }: RollingResult): string {
  const pair = `${rolled.asset} on ${rolled.factors.join(" + ")}`;
  const [beta, betas] = rolled.factors.length === 1 ? ["β", "β"] : ["a β", "βs"];
  if (!("test" in stability)) return `${pair}: ${betas} over ${count(rolled.window)} ${periodOf(rolled.sample)}s at a time`;
  return hasChanged(stability) ? `${pair}: ${beta} changed` : `${pair}: the data do not show that ${beta} changed`;
}

/** Whether the βs were the same all the time, or what it would take to say. */
function stabilityWords(stability: TestedStability, factors: readonly string[]): string {
  const [beta, it] = factors.length === 1 ? ["β", "it"] : ["a β", "one"];
  if ("test" in stability) {
    const { pValue: p, statistic } = stability.test;
    const figures = `robust sup-LM ${number(statistic, 3)}${factors.length === 1 ? "" : ` of ${count(factors.length)} βs`}, ${pValue(p)}`;
    return hasChanged(stability)
      ? `**${capitalized(beta)} changed** (${figures}). ${whenWords(stability)}`
      : `**The data do not show that ${beta} changed** (${figures}). That is no proof that ${it} never did.`;
  }
  const { problem } = stability;
  if (problem.kind === "too-few-rows") return `Whether ${beta} changed takes a test, and the test ${count(problem.needed)} rows: here are ${count(problem.rows)}.`;
  if (problem.kind === "exact-fit") return `${listed(factors)} explain${factors.length === 1 ? "s" : ""} every row exactly, so there is no noise to test a change of β against.`;
  return `Whether ${beta} changed can't be tested here. ${problemWords(problem).cause}`;
}

/** The date of one change with its interval; without one, why none is named. */
function whenWords({ test, change }: Extract<TestedStability, { readonly test: unknown }>): string {
  if (change === null) return "The test is of all βs together: which one, and when, it does not say.";
  if (hasChangedFurther(change)) return "One date does not tell it: β changed again before or after the best single split, or little by little.";
  const [first, last] = test.searched.map(monthOf);
  if (change.isAtEdge) return `When can't be said: the dates that fit reach an end of the days searched, ${first ?? ""} to ${last ?? ""}.`;
  return `If it was one change at once, it was in ${changeInterval(change)}; a gradual one has a best date too.`;
}

function searchLines(stability: TestedStability): readonly string[] {
  if (!("test" in stability)) return [];
  const [first, last] = stability.test.searched;
  const betas = stability.change === null ? "the βs" : "β";
  return [`The test compares ${betas} before and after each day from ${first} to ${last} and takes the largest difference into account (Andrews 1993; Hansen 1997).`, ...dateLines(stability)];
}

function dateLines(stability: Extract<TestedStability, { readonly test: unknown }>): readonly string[] {
  if (!hasChanged(stability) || stability.change === null) return [];
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

function windowsFile({ rolling: rolled, betas, alphaAnnual }: RollingReview): TextFile {
  const columns = [...[...betas, alphaAnnual].flatMap(({ band: { middle, low, high } }) => [middle, low, high]), rolled.rSquared];
  const heads = betas.map((_, place) => (betas.length === 1 ? "beta" : `beta_${rolled.factors[place] ?? ""}`));
  return {
    filename: "rolling.csv",
    parts: csvParts(
      ["window_ends", ...heads.flatMap((head) => [head, `${head}_low`, `${head}_high`]), "alpha_annual", "alpha_low", "alpha_high", "r_squared"],
      rolled.days.length,
      (window) => [isoDay(rolled.days[window] ?? NaN), ...columns.map((column) => column[window] ?? null)],
    ),
    numbers: () => columns.flatMap((column) => [...column]),
    description: "Every window's last day, β, α a year, their 95% intervals and R²",
  };
}

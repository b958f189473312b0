import { isoDay } from "../../calendar.ts";
import type { RollingReview, WindowEstimate } from "../../engine/rolling-review.ts";
import { analysisReply, annualFactorOf, periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { rollingChart } from "../charts/rolling.ts";
import { rollingCode } from "../code/rolling-code.ts";
import { csvParts } from "../../csv.ts";
import { count, estimate, interval, percentEstimate } from "../numbers.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply, TextFile } from "../reply.ts";

/** β and α over every window of a fixed number of rows, and their range. */
export function rollingReply(review: RollingReview, context: AnalysisContext): Reply {
  const { rolling: rolled, fullSample: whole, beta, alphaAnnual } = review;
  const { asset, sample, window } = rolled;
  const factor = rolled.factors[0];
  const length = `${count(window)} ${periodOf(sample)}s`;
  const all = whole.betas[0];
  const { lowest, highest, latest } = beta.range;
  return analysisReply(
    {
      title: `${asset} on ${factor}: β between ${short(lowest)} and ${short(highest)} over ${length}`,
      lines: [
        `**Latest β = ${short(latest)}** · 95% interval ${reach(latest)}, ${length} to ${latest.ends}`,
        `**Lowest β = ${short(lowest)}** · ${reach(lowest)}, to ${lowest.ends}`,
        `**Highest β = ${short(highest)}** · ${reach(highest)}, to ${highest.ends}`,
        `All rows at once: β = ${estimate(all.value, all.standardError)} · ${interval(all.interval, all.standardError)}`,
        "",
        `α a year (${annualFactorOf(sample)}): latest ${alphaWords(alphaAnnual.range.latest)}; lowest ${alphaWords(alphaAnnual.range.lowest)}; highest ${alphaWords(alphaAnnual.range.highest)}.`,
        "",
        caution(rolled.days.length, length),
        "-# Classical intervals, each for its own window.",
      ],
      hint: "The lowest and the highest window were picked after looking at all of them. How does that change what their intervals say?",
      recipe: recipeLine({
        formula: `${asset} ~ ${factor}, every ${length}`,
        sample,
        estimator: estimatorWords(rolled.inference),
        sources: context.sources,
      }),
      picture: rollingChart(review),
      files: [windowsFile(review)],
      code: rollingCode(review, context),
      lesson: "rolling-beta",
      nextSteps: [
        { label: "β, all rows", command: "beta", options: { ticker: asset, factor, ...sameRows(context) } },
        { label: "By frequency", command: "frequency", options: { ticker: asset, factor, ...sameRows(context), frequency: "" } },
      ],
      result: { window, whole, beta: beta.range, alphaAnnual: alphaAnnual.range, windows: rolled },
    },
    context,
  );
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
    description: "Every window's last day, β, α a year, their 95% intervals and R²",
  };
}

import { dayOfIso, isoDay } from "../../calendar.ts";
import type { BetaStability } from "../../engine/beta-stability.ts";
import type { EngineProblem } from "../../engine/problem.ts";
import type { RollingFit } from "../../engine/rolling-fit.ts";
import type { RollingTerm, RollingReview } from "../../engine/rolling-review.ts";
import { annualFactorOf, periodOf } from "../analysis-reply.ts";
import type { ChartSpec, Panel, RuleLayer } from "../chart/chart-spec.ts";
import { cut } from "../message.ts";
import { count, counted, estimate, interval, percentEstimate } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** The test that β was the same all the time, or why there is none. */
export type TestedStability = { readonly test: BetaStability } | { readonly problem: EngineProblem };

/** β changed, by the robust test at 5%. */
export const hasChanged = (stability: TestedStability): boolean => "test" in stability && stability.test.pValue < 0.05;

/** β through time with the band of its interval and the largest break where β changed, and α per year. */
export function rollingChart(review: RollingReview, stability: TestedStability): Picture {
  return { filename: "rolling.png", spec: rollingSpec(review, stability), description: rollingWords(review, stability) };
}

/** The largest break, where β changed and a window ends after it. */
function breakLayers({ days }: RollingFit, stability: TestedStability): readonly RuleLayer[] {
  if (!("test" in stability) || !hasChanged(stability)) return [];
  const at = dayOfIso(stability.test.largestAt.firstAfter);
  return at < (days[0] ?? Infinity) ? [] : [{ type: "rule", label: "largest break", role: "zero", axis: "x", at }];
}

export function rollingSpec({ rolling: rolled, fullSample: whole, beta, alphaAnnual }: RollingReview, stability: TestedStability): ChartSpec {
  const { asset, days, factors, sample, window } = rolled;
  const length = `${count(window)} ${periodOf(sample)}s`;
  const panel = (term: RollingTerm, y: Panel["y"], at: number, name: string, further: readonly RuleLayer[] = []): Panel => ({
    x: { label: `window's last ${periodOf(sample)}`, format: "date" },
    y,
    layers: [
      { type: "band", label: "95% interval", role: "asset", x: days, low: term.band.low, high: term.band.high },
      { type: "line", label: `over ${length}`, role: "asset", x: days, y: term.band.middle },
      { type: "rule", label: name, role: "fit", axis: "y", at },
      ...further,
    ],
  });
  return {
    width: 1000,
    height: 800,
    title: `${cut(asset, 20)} on ${cut(factors[0], 20)} over every ${length}`,
    columns: 1,
    panels: [
      panel(beta, { label: "β", format: "number" }, whole.betas[0].value, "β of all rows", breakLayers(rolled, stability)),
      panel(alphaAnnual, { label: `α a year (${annualFactorOf(sample)})`, format: "percent" }, 0, "zero"),
    ],
  };
}

function rollingWords({ rolling: rolled, fullSample: whole, beta, alphaAnnual }: RollingReview, stability: TestedStability): string {
  const { lowest, highest, latest } = beta.range;
  const all = whole.betas[0];
  return [
    `Two lines through time with their 95% bands. Top: β of ${rolled.asset} on ${rolled.factors[0]} over ${count(rolled.window)} rows, lowest ${estimate(lowest.value, lowest.standardError)} (to ${lowest.ends}), highest ${estimate(highest.value, highest.standardError)} (to ${highest.ends}), latest ${estimate(latest.value, latest.standardError)} (${interval(latest.interval, latest.standardError)}).`,
    `Dashed: β of all rows, ${estimate(all.value, all.standardError)}.`,
    ...breakLayers(rolled, stability).map(({ at }) => `Upright dashed line: the largest break of β, ${isoDay(at)}.`),
    `Below: α a year, latest ${percentEstimate(alphaAnnual.range.latest.value, alphaAnnual.range.latest.standardError)}, dashed at zero.`,
    `${counted(rolled.days.length, "window")}; returns: ${rolled.sample.frequency} excess, ${windowWords(rolled.sample)}.`,
  ].join(" ");
}

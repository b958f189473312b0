import type { RollingTerm, RollingReview } from "../../engine/rolling-review.ts";
import { annualFactorOf, periodOf } from "../analysis-reply.ts";
import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { cut } from "../message.ts";
import { count, estimate, interval, percentEstimate } from "../numbers.ts";
import type { Picture } from "../reply.ts";

/** β through time with the band of its interval, and α per year. */
export function rollingChart(review: RollingReview): Picture {
  return { filename: "rolling.png", spec: rollingSpec(review), description: rollingWords(review) };
}

export function rollingSpec({ rolling: rolled, fullSample: whole, beta, alphaAnnual }: RollingReview): ChartSpec {
  const { asset, days, factors, sample, window } = rolled;
  const length = `${count(window)} ${periodOf(sample)}s`;
  const panel = (term: RollingTerm, y: Panel["y"], at: number, name: string): Panel => ({
    x: { label: `window's last ${periodOf(sample)}`, format: "date" },
    y,
    layers: [
      { type: "band", label: "95% interval", role: "asset", x: days, low: term.band.low, high: term.band.high },
      { type: "line", label: `over ${length}`, role: "asset", x: days, y: term.band.middle },
      { type: "rule", label: name, role: "fit", axis: "y", at },
    ],
  });
  return {
    width: 1000,
    height: 800,
    title: `${cut(asset, 20)} on ${cut(factors[0], 20)} over every ${length}`,
    columns: 1,
    panels: [
      panel(beta, { label: "β", format: "number" }, whole.betas[0].value, "β of all rows"),
      panel(alphaAnnual, { label: `α a year (${annualFactorOf(sample)})`, format: "percent" }, 0, "zero"),
    ],
  };
}

function rollingWords({ rolling: rolled, fullSample: whole, beta, alphaAnnual }: RollingReview): string {
  const { lowest, highest, latest } = beta.range;
  const all = whole.betas[0];
  return [
    `Two lines through time with their 95% bands. Top: β of ${rolled.asset} on ${rolled.factors[0]} over ${count(rolled.window)} rows, lowest ${estimate(lowest.value, lowest.standardError)} (to ${lowest.ends}), highest ${estimate(highest.value, highest.standardError)} (to ${highest.ends}), latest ${estimate(latest.value, latest.standardError)} (${interval(latest.interval, latest.standardError)}).`,
    `Dashed: β of all rows, ${estimate(all.value, all.standardError)}.`,
    `Below: α a year, latest ${percentEstimate(alphaAnnual.range.latest.value, alphaAnnual.range.latest.standardError)}, dashed at zero.`,
    `${count(rolled.days.length)} windows; returns: ${rolled.sample.frequency} excess, ${rolled.sample.first} to ${rolled.sample.last}.`,
  ].join(" ");
}

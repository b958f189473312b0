import type { BetaComparison } from "../../engine/compare-betas.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { equalAxes } from "../chart/equal-axes.ts";
import { rangeOf } from "../chart/extent.ts";
import { squareSize } from "../chart/square-size.ts";
import { cut } from "../message.ts";
import { count, estimate, fixed } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** One scatter an asset, side by side on equal axes, so that slopes can be compared by eye (6.4.2, 6.4.5). */
export function compareChart(comparison: BetaComparison): Picture {
  return { filename: "compare.png", spec: compareSpec(comparison), description: compareWords(comparison) };
}

export function compareSpec({ fits, ranking }: BetaComparison): ChartSpec {
  const factor = cut(fits[0]?.factors[0] ?? "", 16);
  const free = ranking.flatMap((place) => fits[place] ?? []).map((fit) => panelOf(fit, factor));
  const rows = free.length > 2 ? 2 : 1;
  return {
    width: 1000,
    height: rows === 2 ? 1000 : 600,
    title: `Co-movement with ${factor}, equal axes`,
    columns: 2,
    panels: equalAxes(free),
  };
}

function panelOf({ alpha, asset, betas, rows, sample }: FactorFit, factor: string): Panel {
  const x = rows.factors[0];
  const slope = betas[0].value;
  const ends = rangeOf(x);
  return {
    title: `${cut(asset, 16)} vs ${factor} (β = ${estimate(slope, betas[0].standardError)})`,
    x: { label: `${factor} excess return, ${sample.frequency}`, format: "percent" },
    y: { label: `${cut(asset, 16)} excess return`, format: "percent" },
    layers: [
      { type: "points", label: "", role: "asset", x, y: rows.asset, size: squareSize(x.length) },
      { type: "line", label: "", role: "fit", x: ends, y: ends.map((end) => alpha.value + slope * end) },
    ],
  };
}

function compareWords({ fits, ranking, correlations, sample }: BetaComparison): string {
  const factor = fits[0]?.factors[0] ?? "";
  const descriptions = ranking.map((place) => {
    const fit = fits[place];
    const beta = fit?.betas[0];
    return fit && beta
      ? `${fit.asset} β = ${estimate(beta.value, beta.standardError)}, correlation ${fixed(correlations[place] ?? NaN, 3)}`
      : "";
  });
  return [
    `${count(fits.length)} scatters against ${factor}, highest β first: ${descriptions.join("; ")}.`,
    `The same axes in each, the fitted line over the points, n = ${count(sample.observations)}.`,
    `Returns: ${sample.frequency} excess, ${windowWords(sample)}.`,
  ].join(" ");
}

import type { BetaComparison } from "../../engine/compare-betas.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { ChartSpec, Layer, LineLayer, Panel } from "../chart/chart-spec.ts";
import type { Role } from "../chart/colours.ts";
import { equalAxes } from "../chart/equal-axes.ts";
import { rangeOf } from "../chart/extent.ts";
import { squareSize } from "../chart/square-size.ts";
import { cut } from "../message.ts";
import { count, estimate, fixed } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import type { ReturnsName } from "../recipe.ts";
import { windowWords } from "../window-words.ts";
import { bandLayers } from "./scatter-with-fit.ts";

/** One scatter an asset, side by side on equal axes, so that slopes can be compared by eye (6.4.2, 6.4.5). */
export function compareChart(comparison: BetaComparison, returns: ReturnsName, read: readonly FactorFit[] = comparison.fits): Picture {
  return { filename: "compare.png", spec: compareSpec(comparison, returns, read), description: compareWords(comparison, returns) };
}

/** `read` are the same fits by the errors that the reply reads each β by, for the lines' bands. */
export function compareSpec({ fits, ranking, sample }: BetaComparison, returns: ReturnsName, read: readonly FactorFit[] = fits): ChartSpec {
  const factor = cut(fits[0]?.factors[0] ?? "", 16);
  const ranked = ranking.flatMap((place) => fits[place] ?? []);
  const free = ranking.flatMap((place) => {
    const [fit, readBy] = [fits[place], read[place]];
    return fit && readBy ? [panelOf(fit, factor, returns, bandLayers(readBy))] : [];
  });
  const rows = free.length > 2 ? 2 : 1;
  return {
    width: 1000,
    height: rows === 2 ? 1000 : 600,
    title: `Co-movement with ${factor}, ${sample.frequency}, the same axes`,
    columns: 2,
    panels: equalAxes(free.length % 2 === 0 ? free : [...free, linesPanel(ranked, factor, returns)]),
  };
}

/** The points alone, in the order that was typed: nothing says which slope is steeper (6.4.2). */
export function compareWithoutLines({ fits, sample }: BetaComparison, returns: ReturnsName): Picture {
  const factor = cut(fits[0]?.factors[0] ?? "", 16);
  const panels = fits.map((fit) => {
    const { layers, ...panel } = panelOf(fit, factor, returns);
    return { ...panel, title: cut(fit.asset, 16), layers: layers.filter(({ type }) => type === "points") };
  });
  return {
    filename: "compare.png",
    spec: { width: 1000, height: fits.length > 2 ? 1000 : 600, title: `Who moves more with ${factor}?`, columns: 2, panels: equalAxes(panels) },
    description: `${count(fits.length)} scatters against ${fits[0]?.factors[0] ?? ""} without their lines, the same axes in each: ${fits.map(({ asset }) => asset).join(", ")}. Returns: ${sample.frequency} ${returns}, ${windowWords(sample)}.`,
  };
}

function panelOf(fit: FactorFit, factor: string, returns: ReturnsName, band: readonly Layer[] = []): Panel {
  const { asset, betas, rows } = fit;
  const x = rows.factors[0];
  return {
    title: `${cut(asset, 16)} (β = ${estimate(betas[0].value, betas[0].standardError)})`,
    x: { label: `${factor} ${returns} return`, format: "percent" },
    y: { label: `${cut(asset, 16)} ${returns} return`, format: "percent" },
    layers: [{ type: "points", label: "", role: "asset", x, y: rows.asset, size: squareSize(x.length) }, ...band, lineOf(fit, { label: "", role: "fit" })],
  };
}

/** In the place that an odd number of scatters leaves: their lines on each other. */
const linesPanel = (fits: readonly FactorFit[], factor: string, returns: ReturnsName): Panel => ({
  x: { label: `${factor} ${returns} return`, format: "percent" },
  y: { label: "the fitted lines", format: "percent" },
  layers: fits.map((fit, place) => lineOf(fit, { label: cut(fit.asset, 8), role: lineRoles[place % lineRoles.length] ?? "asset" })),
});

const lineRoles: readonly Role[] = ["fit", "asset", "hedged", "other", "idiosyncratic"];

function lineOf({ alpha, betas, rows }: FactorFit, style: { readonly label: string; readonly role: Role }): LineLayer {
  const ends = rangeOf(rows.factors[0]);
  return { type: "line", ...style, x: ends, y: ends.map((end) => alpha.value + betas[0].value * end) };
}

function compareWords({ fits, ranking, correlations, sample }: BetaComparison, returns: ReturnsName): string {
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
    `The same axes in each, the fitted line${fits.every(({ exact }) => exact) ? "" : " with its 95% band"} over the points${ranking.length % 2 === 0 ? "" : ", the lines alone in the last panel"}, n = ${count(sample.observations)}.`,
    `Returns: ${sample.frequency} ${returns}, ${windowWords(sample)}.`,
  ].join(" ");
}

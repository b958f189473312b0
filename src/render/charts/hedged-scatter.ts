import type { FactorFit } from "../../engine/factor-fit.ts";
import type { HedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import { capitalized } from "../capitalized.ts";
import type { ChartSpec } from "../chart/chart-spec.ts";
import { squareSize } from "../chart/square-size.ts";
import { count, fixed, number, percent } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** The hedged portfolio (β = 0) and the market (β = 1) against the market (chapter 6.7.5). */
export function hedgedScatter(fit: FactorFit, hedged: HedgedPortfolio): Picture {
  return { filename: "hedged.png", spec: hedgedSpec(fit, hedged), description: hedgedWords(fit, hedged) };
}

export function hedgedSpec(fit: FactorFit, hedged: HedgedPortfolio): ChartSpec {
  const { asset, factors, moments, rows, sample } = fit;
  const factor = factors[0];
  const x = rows.factors[0];
  const size = squareSize(x.length);
  const beta = betaWords(slopeOf(moments, hedged), hedged);
  return {
    width: 1000,
    height: 600,
    title: hedged.targetShare === 0 ? "Hedged portfolio has zero beta" : isLevered(fit, hedged) ? `Levered portfolio has β = ${beta}` : `Hedged portfolio keeps β = ${beta}`,
    panels: [
      {
        x: { label: `${factor} excess return, ${sample.frequency}`, format: "percent" },
        y: { label: `Excess return, ${sample.frequency}`, format: "percent" },
        layers: [
          { type: "points", label: `${isLevered(fit, hedged) ? "Levered" : "Hedged"} ${asset} (β = ${beta})`, role: "hedged", x, y: hedged.returns, size },
          { type: "points", label: `${factor} (β = 1)`, role: "market", x, y: x, size },
          { type: "rule", label: "", role: "fit", axis: "y", at: 0 },
        ],
      },
    ],
  };
}

/** Of the drawn cloud: on this factor alone, whatever others the hedge has. */
const slopeOf = ({ factors: [factor] }: FactorFit["moments"], { exposures: [first], volatility }: HedgedPortfolio): number => ((first?.correlation ?? 0) * volatility) / Math.sqrt(factor.variance);

/** More factor risk than the asset has by itself: no hedge. */
export const isLevered = ({ rSquared }: FactorFit, { targetShare }: HedgedPortfolio): boolean => targetShare > rSquared;

/** "0" for a whole hedge, else with two decimals as the chapter's titles have it. */
const betaWords = (slope: number, { targetShare }: HedgedPortfolio): string => (targetShare === 0 ? "0" : fixed(slope, 2));

function hedgedWords(fit: FactorFit, hedged: HedgedPortfolio): string {
  const { asset, factors, moments, sample } = fit;
  const portfolio = isLevered(fit, hedged) ? "levered" : "hedged";
  const factor = factors[0];
  const slope = slopeOf(moments, hedged);
  return [
    `Scatter: ${portfolio} ${asset} against ${factor} has β = ${betaWords(slope, hedged)};`,
    hedged.targetShare === 0
      ? `it is a flat cloud around 0, while ${factor} against itself is the line with β = 1.`
      : `its cloud ${portfolio === "levered" ? "" : "still "}${slope < 0 ? "falls" : "rises"} with ${factor}, whose own line has β = 1.`,
    `Correlation of the ${portfolio} returns with ${factor}: ${hedged.targetShare === 0 ? "0" : number(hedged.exposures[0]?.correlation ?? 0, 3)}.`,
    `${capitalized(portfolio)} volatility ${percent(hedged.volatilityAnnual)} a year, n = ${count(sample.observations)}, ${sample.frequency} excess returns, ${windowWords(sample)}.`,
  ].join(" ");
}

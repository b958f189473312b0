import type { Estimate } from "../../engine/factor-fit.ts";
import type { PositionInference } from "../../engine/position-inference.ts";
import type { Position, PositionSize } from "../../engine/position-size.ts";
import type { BarsLayer, ChartSpec, Panel } from "../chart/chart-spec.ts";
import { shortName } from "../chart/short-name.ts";
import { dollars, number, shortDollars } from "../numbers.ts";
import type { Picture } from "../reply.ts";

/** Position and expected P&L, unhedged against hedged, side by side (chapter 6.8), with the intervals that the reply reads them by: those of P&L from α a year. */
export function positionBars(size: PositionSize, inference: PositionInference | null, alphaAnnual: Estimate): Picture {
  return { filename: "positions.png", spec: positionSpec(size, inference, alphaAnnual), description: positionWords(size) };
}

export function positionSpec({ asset, budget, unhedged, hedged }: PositionSize, inference: PositionInference | null, alphaAnnual: Estimate): ChartSpec {
  return {
    width: 1000,
    height: 600,
    panelHeight: 430,
    title: `${shortName(asset, 30)} for a budget of ${dollars(budget.dollars)} a ${budget.horizon}`,
    panels: [
      panel(inference === null ? "Position" : "Position, with its 95% interval", [shortName(asset, 30)], {
        unhedged: [{ value: unhedged.dollars, interval: inference?.unhedged.interval ?? null }],
        hedged: [{ value: hedged.dollars, interval: inference?.hedged.interval ?? null }],
      }),
      panel("Expected P&L a year; α's with its 95% interval", ["total", "risk-adjusted"], {
        unhedged: [{ value: unhedged.expectedProfit, interval: null }, riskAdjusted(unhedged, alphaAnnual)],
        hedged: [{ ...riskAdjusted(hedged, alphaAnnual), value: hedged.expectedProfit }, riskAdjusted(hedged, alphaAnnual)],
      }),
    ],
  };
}

interface Bar {
  readonly value: number;
  readonly interval: readonly [low: number, high: number] | null;
}

/** The P&L that is α's has its interval; a total with the premium in it has none. Of a hedged position all is α. */
const riskAdjusted = ({ dollars: position, riskAdjustedProfit }: Position, { interval: [low, high] }: Estimate): Bar => ({ value: riskAdjustedProfit, interval: [low * position, high * position] });

function panel(title: string, categories: readonly string[], { unhedged, hedged }: { readonly unhedged: readonly Bar[]; readonly hedged: readonly Bar[] }): Panel {
  return {
    title,
    x: { label: "", format: "category", categories },
    y: { label: "", format: "dollars" },
    layers: [bars("Unhedged", "asset", unhedged), bars("Hedged", "hedged", hedged)],
  };
}

const bars = (label: string, role: "asset" | "hedged", drawn: readonly Bar[]): BarsLayer => ({
  type: "bars",
  label,
  role,
  values: drawn.map(({ value }) => value),
  texts: drawn.map(({ value }) => shortDollars(value)),
  intervals: drawn.map(({ interval }) => interval),
});

function positionWords({ asset, budget, unhedged, hedged, gainFromHedging }: PositionSize): string {
  return [
    `Bars for ${dollars(budget.dollars)} of volatility a ${budget.horizon}: ${asset} ${shortDollars(unhedged.dollars)} unhedged, ${shortDollars(hedged.dollars)} hedged (${number(gainFromHedging, 3)} times).`,
    `Expected P&L a year, total: ${shortDollars(unhedged.expectedProfit)} unhedged, ${shortDollars(hedged.expectedProfit)} hedged;`,
    `risk-adjusted: ${shortDollars(unhedged.riskAdjustedProfit)} unhedged, ${shortDollars(hedged.riskAdjustedProfit)} hedged.`,
  ].join(" ");
}

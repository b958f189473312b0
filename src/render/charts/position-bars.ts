import type { PositionSize } from "../../engine/position-size.ts";
import type { BarsLayer, ChartSpec, Panel } from "../chart/chart-spec.ts";
import { dollars, number, shortDollars } from "../numbers.ts";
import type { Picture } from "../reply.ts";

/** Position and expected P&L, unhedged against hedged, side by side (chapter 6.8). */
export function positionBars(size: PositionSize): Picture {
  return { filename: "positions.png", spec: positionSpec(size), description: positionWords(size) };
}

export function positionSpec({ asset, budget, unhedged, hedged }: PositionSize): ChartSpec {
  return {
    width: 1000,
    height: 600,
    title: `${asset} for a budget of ${dollars(budget.dollars)} a ${budget.horizon}`,
    panels: [
      panel("Position", [asset], { unhedged: [unhedged.dollars], hedged: [hedged.dollars] }),
      panel("Expected P&L a year", ["total", "risk-adjusted"], {
        unhedged: [unhedged.expectedProfit, unhedged.riskAdjustedProfit],
        hedged: [hedged.expectedProfit, hedged.riskAdjustedProfit],
      }),
    ],
  };
}

interface Heights {
  readonly unhedged: readonly number[];
  readonly hedged: readonly number[];
}

function panel(title: string, categories: readonly string[], { unhedged, hedged }: Heights): Panel {
  return {
    title,
    x: { label: "", format: "category", categories },
    y: { label: "", format: "dollars" },
    layers: [bars("Unhedged", "asset", unhedged), bars("Hedged", "hedged", hedged)],
  };
}

const bars = (label: string, role: "asset" | "hedged", values: readonly number[]): BarsLayer => ({
  type: "bars",
  label,
  role,
  values,
  texts: values.map((value) => shortDollars(value)),
});

function positionWords({ asset, budget, unhedged, hedged, gainFromHedging }: PositionSize): string {
  return [
    `Bars for ${dollars(budget.dollars)} of volatility a ${budget.horizon}: ${asset} ${shortDollars(unhedged.dollars)} unhedged, ${shortDollars(hedged.dollars)} hedged (${number(gainFromHedging, 3)} times).`,
    `Expected P&L a year, total: ${shortDollars(unhedged.expectedProfit)} unhedged, ${shortDollars(hedged.expectedProfit)} hedged;`,
    `risk-adjusted: ${shortDollars(unhedged.riskAdjustedProfit)} unhedged, ${shortDollars(hedged.riskAdjustedProfit)} hedged.`,
  ].join(" ");
}

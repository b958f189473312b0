import { dateOf } from "../../calendar.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { ChartSpec, LineLayer } from "../chart/chart-spec.ts";
import { dollars, shortDollars } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** What 1 dollar has become after each day or period. */
export interface Growth {
  readonly days: Int32Array;
  readonly unhedged: Float64Array;
  readonly hedged: Float64Array;
}

/** Growth of $1 in the asset's excess return, unhedged and hedged, on a logarithmic axis. */
export function growthLines(fit: FactorFit, growth: Growth): Picture {
  return { filename: "growth.png", spec: growthSpec(fit, growth), description: growthDescription(fit, growth) };
}

export function growthSpec({ asset, sample }: FactorFit, growth: Growth): ChartSpec {
  return {
    width: 1000,
    height: 600,
    title: `Growth of $1 in ${asset}, over the risk-free rate`,
    panels: [
      {
        x: { label: "", format: "date" },
        y: { label: `Excess returns, ${sample.frequency}, compounded`, format: "growth" },
        layers: [
          line(`${asset} unhedged`, "asset", growth.days, growth.unhedged),
          line(`${asset} hedged, α + ε`, "hedged", growth.days, growth.hedged),
        ],
      },
    ],
  };
}

/** A lost dollar has no place on a logarithmic axis: its line ends where it was lost. */
function line(label: string, role: "asset" | "hedged", days: Int32Array, values: Float64Array): LineLayer {
  const lost = values.indexOf(0);
  const rows = rowsToDraw(lost < 0 ? values.length : lost);
  return { type: "line", label, role, x: rows.map((row) => days[row] ?? 0), y: rows.map((row) => values[row] ?? 0) };
}

/** Every row, or as many of them as the eye can tell apart; the last one always. */
function rowsToDraw(rows: number): readonly number[] {
  const step = Math.ceil(rows / 450);
  return Array.from({ length: Math.ceil(rows / step) }, (_, place) => Math.max(0, rows - 1 - place * step)).reverse();
}

function growthDescription({ asset, sample }: FactorFit, { unhedged, hedged }: Growth): string {
  return [
    `Lines: $1 in ${asset}, excess returns compounded (cash would stay at $1), became ${shortDollars(unhedged.at(-1) ?? 1)} unhedged and ${shortDollars(hedged.at(-1) ?? 1)} hedged, ${windowWords(sample)}.`,
    `Logarithmic axis, ${sample.frequency} rows.`,
    `Lowest: ${dollars(lowest(unhedged))} unhedged, ${dollars(lowest(hedged))} hedged.`,
  ].join(" ");
}

/** The two lines read at the end of every few years. */
export function growthWords({ asset }: FactorFit, growth: Growth): string {
  const ends = yearEnds(growth.days);
  const yearStep = [1, 2, 5, 10, 20].find((step) => ends.length / step <= 12) ?? 50;
  const read = ends
    .filter(({ year }, place) => year % yearStep === 0 || place === ends.length - 1)
    .map(({ year, row }) => `${String(year)}: ${dollars(growth.unhedged[row] ?? 0)} and ${dollars(growth.hedged[row] ?? 0)}`);
  return `$1 in ${asset}, excess returns compounded, at the end of the year, unhedged and hedged. ${read.join("; ")}.`;
}

/** The last row of each calendar year. */
function yearEnds(days: Int32Array): readonly { readonly year: number; readonly row: number }[] {
  const last = new Map<number, number>();
  days.forEach((day, row) => last.set(dateOf(day).getUTCFullYear(), row));
  return [...last].map(([year, row]) => ({ year, row }));
}

const lowest = (values: Float64Array): number => values.reduce((low, value) => Math.min(low, value), 1);

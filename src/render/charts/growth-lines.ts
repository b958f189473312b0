import { dateOf } from "../../calendar.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Drawdown } from "../../engine/drawdowns.ts";
import type { BandLayer, ChartSpec, LineLayer } from "../chart/chart-spec.ts";
import { dollars, share, shortDollars } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** What 1 dollar has become after each day or period. */
export interface Growth {
  readonly days: Int32Array;
  readonly unhedged: Float64Array;
  readonly hedged: Float64Array;
}

/** Growth of $1 in the asset's excess return, unhedged and hedged, on a logarithmic axis; the unhedged one's drawdowns shaded. */
export function growthLines(fit: FactorFit, growth: Growth, drawdown: Drawdown): Picture {
  return { filename: "growth.png", spec: growthSpec(fit, growth), description: growthDescription(fit, growth, drawdown) };
}

export function growthSpec({ asset, sample }: FactorFit, growth: Growth): ChartSpec {
  return {
    width: 1000,
    height: 600,
    title: `Growth of $1 in ${asset}, over the risk-free rate`,
    panels: [
      {
        x: { label: "", format: "date" },
        y: { label: `compounded ${sample.frequency === "annual" ? "yearly" : sample.frequency}`, format: "growth" },
        layers: [
          belowPeak("below its peak", "asset", growth.days, growth.unhedged),
          line(`${asset} unhedged`, "asset", growth.days, growth.unhedged),
          line(`${asset} hedged, α + ε`, "hedged", growth.days, growth.hedged),
        ],
      },
    ],
  };
}

function line(label: string, role: "asset" | "hedged", days: Int32Array, values: Float64Array): LineLayer {
  const rows = rowsToDraw(values);
  return { type: "line", label, role, x: withStart(rows, days, startOf(days)), y: withStart(rows, values, 1) };
}

/** From a line up to what it had reached before, the starting dollar included: its drawdowns. */
function belowPeak(label: string, role: "asset" | "hedged", days: Int32Array, values: Float64Array): BandLayer {
  let peak = 1;
  const peaks = values.map((value) => (peak = Math.max(peak, value)));
  const { x, y } = line("", role, days, values);
  return { type: "band", label, role, x, low: y, high: withStart(rowsToDraw(values), peaks, 1) };
}

/** The dollar is there one period before its first return. */
const startOf = (days: Int32Array): number => (days[0] ?? 0) - Math.max(1, (days[1] ?? 0) - (days[0] ?? 0));

const withStart = (rows: readonly number[], column: ArrayLike<number>, start: number): readonly number[] => [start, ...rows.map((row) => column[row] ?? 0)];

/**
 * Every row, or as many of them as the eye can tell apart; the last one always. A lost dollar has no place on a
 * logarithmic axis: its line ends where it was lost.
 */
function rowsToDraw(values: Float64Array): readonly number[] {
  const lost = values.indexOf(0);
  const rows = lost < 0 ? values.length : lost;
  const step = Math.ceil(rows / 450);
  return Array.from({ length: Math.ceil(rows / step) }, (_, place) => Math.max(0, rows - 1 - place * step)).reverse();
}

function growthDescription({ asset, sample }: FactorFit, { unhedged, hedged }: Growth, { depth, peak, trough }: Drawdown): string {
  return [
    `Lines: $1 in ${asset}, excess returns compounded (cash would stay at $1), became ${shortDollars(unhedged.at(-1) ?? 1)} unhedged and ${shortDollars(hedged.at(-1) ?? 1)} hedged, ${windowWords(sample)}.`,
    `Logarithmic axis, ${sample.frequency} rows.`,
    ...(depth === 0 ? [] : [`Shaded: ${asset} unhedged below its peak; largest drawdown ${share(depth)}, ${peak ?? "the start"} to ${trough}.`]),
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

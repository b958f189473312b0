/**
 * What a panel costs through chartjs-node-canvas, and by Chart.js itself on the same canvas, in turns in one run.
 * Processor time, so that other programs of the machine count little; the median of each.
 */
import { Chart } from "chart.js/auto";
import { createCanvas } from "../../src/render/chart/canvas.ts";
import type { Panel } from "../../src/render/chart/chart-spec.ts";
import { registerFonts } from "../../src/render/chart/fonts.ts";
import { panelConfiguration } from "../../src/render/chart/panel-configuration.ts";
import { renderPanel } from "../../src/render/chart/render-panel.ts";

const [width, height, rounds, warmUpRounds] = [1000, 548, 100, 20];
const x = Float64Array.from({ length: 9778 }, (_, row) => Math.sin(row) * 0.05);
const y = Float64Array.from(x, (value, row) => value + Math.sin(row * 7.3) * 0.04);
const panel: Panel = {
  x: { label: "SPY", format: "percent" },
  y: { label: "JPM", format: "percent" },
  layers: [
    { type: "points", label: "days", role: "asset", x, y },
    { type: "line", label: "fit", role: "fit", x: [-0.05, 0.05], y: [-0.05, 0.05] },
  ],
};

function directly(): Buffer {
  const canvas = createCanvas(width, height);
  const chart = new Chart(canvas, panelConfiguration(panel, { width, height }));
  const pixels = canvas.toBuffer("raw");
  chart.destroy();
  return pixels;
}

function cost(draw: () => unknown): number {
  const before = process.cpuUsage();
  draw();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

registerFonts();
const through: number[] = [];
const direct: number[] = [];
for (let round = 0; round < warmUpRounds + rounds; round++) {
  const costs = [cost(() => renderPanel(panelConfiguration(panel, { width, height }), width, height)), cost(directly)] as const;
  if (round >= warmUpRounds) [through, direct].forEach((times, side) => times.push(costs[side]!));
  await new Promise(setImmediate);
}
const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
const [ours, its] = [median(through), median(direct)];
console.log(`chartjs-node-canvas ${ours.toPrecision(3)} ms, Chart.js itself ${its.toPrecision(3)} ms per panel: ${(ours / its).toPrecision(3)} times`);

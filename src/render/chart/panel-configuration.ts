import { dateOf, dayOfUtc } from "../../calendar.ts";
import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Chart, ChartConfiguration, Plugin, ScaleOptionsByType } from "chart.js";
import type { Axis, Layer, Panel } from "./chart-spec.ts";
import { axisTick } from "./axis-tick.ts";
import { colourOf, grid, ground, ink } from "./colours.ts";
import { drawSquares } from "./draw-squares.ts";
import { extentOf } from "./extent.ts";
import { drawBars } from "./draw-bars.ts";
import { drawLayer, type Pen } from "./draw-layer.ts";

/** A panel as Chart.js draws it: axes, ticks, legend and title are its own, the layers are drawn by a plugin. */
export function panelConfiguration(panel: Panel): ChartConfiguration<"scatter"> {
  const named = panel.layers.filter((layer) => layer.label !== "");
  return {
    type: "scatter",
    data: { datasets: named.map((layer) => ({ label: layer.label, data: [], ...legendStyle(layer) })) },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
      layout: { padding: { left: 12, right: 28, top: 4, bottom: 12 } },
      scales: { x: axis(panel, "x"), y: axis(panel, "y") },
      plugins: {
        legend: {
          display: named.length > 1,
          position: "top",
          labels: { usePointStyle: true, boxHeight: 10, padding: 18, color: ink },
        },
        title: { display: panel.title !== undefined, text: panel.title ?? "", color: ink, font: { size: 20, weight: 600 } },
      },
    },
    plugins: [layersPlugin(panel)],
  };
}

/** Squares that come first lie below the axes, straight in the pixels; the grid then only darkens what is lighter. */
function layersPlugin({ layers }: Panel): Plugin<"scatter"> {
  const above = layers.findIndex((layer) => layer.type !== "points");
  const squares = (above < 0 ? layers : layers.slice(0, above)).filter((layer) => layer.type === "points");
  const others = layers.slice(squares.length);
  return {
    id: "layers",
    beforeDraw(chart) {
      const ctx = chart.ctx as unknown as SKRSContext2D;
      ctx.fillStyle = ground;
      ctx.fillRect(0, 0, chart.width, chart.height);
      const pen = penOf(chart);
      if (pen && squares.length > 0) drawSquares(squares, pen);
      ctx.globalCompositeOperation = "darken";
    },
    afterDatasetsDraw(chart) {
      const pen = penOf(chart);
      if (!pen) return;
      const { ctx, area } = pen;
      ctx.save();
      ctx.globalCompositeOperation = "source-over";
      ctx.beginPath();
      ctx.rect(area.left, area.top, area.width, area.height);
      ctx.clip();
      drawBars(layers, pen);
      for (const layer of others) drawLayer(layer, pen);
      ctx.restore();
    },
  };
}

function penOf({ ctx, scales: { x, y }, chartArea }: Chart): Pen | null {
  return x && y ? { ctx: ctx as unknown as SKRSContext2D, x, y, area: chartArea } : null;
}

function axis(panel: Panel, side: "x" | "y"): ScaleOptionsByType<"linear"> {
  const { label, format, min, max, categories }: Axis = panel[side];
  const extent = extentOf(panel, side);
  const options = {
    type: format === "growth" ? "logarithmic" : "linear",
    ...(categories
      ? { min: -0.5, max: categories.length - 0.5, reverse: side === "y" }
      : format === "date"
        ? { min: extent[0], max: extent[1] }
        : { suggestedMin: min ?? extent[0], suggestedMax: max ?? extent[1] }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    grid: { color: grid, display: !categories },
    border: { color: ink },
    title: { display: label !== "", text: label, color: ink, font: { size: 18 } },
    ticks: {
      color: ink,
      maxRotation: 0,
      maxTicksLimit: categories ? categories.length + 2 : side === "x" ? 9 : 8,
      ...(categories ? { stepSize: 1, autoSkip: false } : {}),
      callback: (value: number | string) => axisTick(Number(value), panel[side]),
    },
    ...(format === "date" ? { afterBuildTicks: yearTicks } : {}),
    ...(format === "growth" ? { afterBuildTicks: growthTicks } : {}),
    ...(categories ? { afterBuildTicks: categoryTicks(categories.length) } : {}),
  };
  return options as unknown as ScaleOptionsByType<"linear">;
}

interface TickScale {
  min: number;
  max: number;
  ticks: { value: number }[];
}

/** A tick at the first of January, every year or every few, at most nine. */
function yearTicks(scale: TickScale): void {
  const year = (day: number): number => dateOf(day).getUTCFullYear();
  const first = year(scale.min);
  const last = year(scale.max);
  const step = [1, 2, 5, 10, 20, 50].find((years) => (last - first) / years <= 9) ?? 100;
  const ticks: { value: number }[] = [];
  for (let tickYear = Math.ceil(first / step) * step; tickYear <= last; tickYear += step) {
    const value = dayOfUtc(tickYear, 0, 1);
    if (value >= scale.min && value <= scale.max) ticks.push({ value });
  }
  scale.ticks = ticks.length > 1 ? ticks : [{ value: scale.min }, { value: scale.max }];
}

/**
 * Ticks at 1, 2 and 5 times the powers of ten, at the powers alone where the axis spans more than three of them; five
 * at equal ratios where it is too short for those.
 */
function growthTicks(scale: TickScale): void {
  const [low, high] = [Math.floor(Math.log10(scale.min)), Math.ceil(Math.log10(scale.max))];
  const steps = high - low > 3 ? [1] : [1, 2, 5];
  const round = Array.from({ length: high - low + 1 }, (_, place) => 10 ** (low + place))
    .flatMap((power) => steps.map((step) => ({ value: Number((step * power).toPrecision(3)) })))
    .filter(({ value }) => value >= scale.min && value <= scale.max);
  const ratios = Array.from({ length: 5 }, (_, place) => ({
    value: Number((scale.min * (scale.max / scale.min) ** (place / 4)).toPrecision(3)),
  }));
  scale.ticks = round.length > 1 ? round : ratios;
}

const categoryTicks =
  (count: number) =>
  (scale: TickScale): void => {
    scale.ticks = Array.from({ length: count }, (_, value) => ({ value }));
  };

function legendStyle(layer: Layer): object {
  const colour = colourOf[layer.role];
  const line = layer.type === "line" || layer.type === "rule";
  return { pointStyle: line ? "line" : "rect", borderColor: colour, backgroundColor: colour, borderWidth: line ? 4 : 0 };
}

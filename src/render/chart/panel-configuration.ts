import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Chart, ChartConfiguration, LegendItem, Plugin } from "chart.js";
import type { Axis, Layer, Panel } from "./chart-spec.ts";
import { axisTick } from "./axis-tick.ts";
import { drawable } from "./drawable.ts";
import { fontStack, textSize } from "./fonts.ts";
import { colourOf, grid, ground, ink, paleOf } from "./colours.ts";
import { drawSquares } from "./draw-squares.ts";
import { extentOf } from "./extent.ts";
import { drawBars } from "./draw-bars.ts";
import { drawLayer } from "./draw-layer.ts";
import type { Pen } from "./pen.ts";
import { wrapLabel } from "./wrap-label.ts";
import { categoryTicks, dateTicks, growthTicks } from "./axis-ticks.ts";

/** Pixels. */
interface PanelSize {
  readonly width: number;
  readonly height: number;
}

const padding = { left: 12, right: 28, top: 4, bottom: 12 } as const;

/** A panel as Chart.js draws it: axes, ticks, legend and title are its own, the layers are drawn by a plugin. */
export function panelConfiguration(panel: Panel, size: PanelSize): ChartConfiguration<"scatter"> {
  const named = panel.layers.filter((layer) => layer.label !== "");
  return {
    type: "scatter",
    data: { datasets: [] },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
      layout: { padding },
      scales: { x: axis(panel, "x", size), y: axis(panel, "y", size) },
      plugins: {
        legend: {
          display: named.length > 1,
          position: "top",
          labels: { usePointStyle: true, boxHeight: 12, padding: 14, color: ink, generateLabels: () => named.map(legendItem) },
        },
        title: { display: panel.title !== undefined, text: drawable(panel.title ?? ""), color: ink, padding: { top: 8, bottom: 16 }, font: { size: textSize, weight: 600 } },
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
      const ctx = contextOf(chart);
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

function penOf(chart: Chart): Pen | null {
  const { x, y } = chart.scales;
  return x && y ? { ctx: contextOf(chart), x, y, area: chart.chartArea } : null;
}

/** Chart.js' types name the browser's context; what it draws on here is @napi-rs/canvas's. */
function contextOf({ ctx }: { readonly ctx: unknown }): SKRSContext2D {
  if (!isContext(ctx)) throw new Error("the chart has no canvas to be drawn on");
  return ctx;
}

const isContext = (ctx: unknown): ctx is SKRSContext2D => typeof ctx === "object" && ctx !== null && "putImageData" in ctx && "globalCompositeOperation" in ctx;

function axis(panel: Panel, side: "x" | "y", size: PanelSize): AxisOptions {
  const { label, format, min, max, step, categories }: Axis = panel[side];
  const extent = extentOf(panel, side, textShareOf(size));
  return {
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
    title: { display: label !== "", text: drawable(label), color: ink, font: { size: textSize } },
    ticks: {
      color: ink,
      maxRotation: 0,
      maxTicksLimit: categories ? categories.length + 2 : ticksThatFit(side, size),
      ...(categories ? { stepSize: 1, autoSkip: false } : {}),
      ...(step === undefined ? {} : { stepSize: step, maxTicksLimit: 12, autoSkip: false }),
      callback(this: TickMeasure, value: number | string): string | string[] {
        const text = drawable(axisTick(Number(value), panel[side]));
        return categories && side === "x" ? [...wrapLabel(text, categoryWidth(size, categories.length / slotsOf(categories, Number(value))), (part) => textWidth(part, this.ctx))] : text;
      },
    },
    // Numbers of different widths must not shift one time axis against the other.
    ...(side === "y" && panel.x.format === "date" ? { afterFit: (scale: { width: number }) => void (scale.width = Math.max(scale.width, widestNumbers)) } : {}),
    ...(format === "date" ? { afterBuildTicks: dateTicks(datesThatFit(size), Math.max(3, datesThatFit(size))) } : {}),
    ...(format === "growth" ? { afterBuildTicks: growthTicks } : {}),
    ...(categories ? { afterBuildTicks: categoryTicks(categories.length) } : {}),
  };
}

/** Pixels of a panel's title, legend, ticks and label above each other. */
const besidePlot = 190;

/** The share of a low panel's plot that a line of text takes; of a high one what is usual. */
const textShareOf = ({ height }: PanelSize): number => Math.max(0.16, (1.5 * textSize) / (height - besidePlot));

type AxisOptions = NonNullable<NonNullable<ChartConfiguration<"scatter">["options"]>["scales"]>[string];

/** Pixels of a vertical axis with its title and numbers like "−200%". */
const widestNumbers = 140;

/** So many numbers have room beside each other, or above each other. */
const ticksThatFit = (side: "x" | "y", { width, height }: PanelSize): number =>
  side === "x" ? Math.max(3, Math.floor(width / 125)) : Math.max(3, Math.floor(height / 60));

/** So many months with their years have room beside each other; of years alone three at least. */
const datesThatFit = ({ width }: PanelSize): number => Math.max(2, Math.floor((width - widestNumbers) / 130));

interface TickMeasure {
  readonly ctx: Pick<SKRSContext2D, "font" | "measureText">;
}

/** Pixels for the name of one of so many categories beside each other, with a gap to the next. */
export const categoryWidth = ({ width }: PanelSize, categories: number): number => (width - widestNumbers - padding.left - padding.right) / Math.max(1, categories) - 12;

/** How many categories' room a name has: up to the nearest one that has a name too. */
export function slotsOf(categories: readonly string[], index: number): number {
  const gaps = categories.flatMap((name, other) => (other === index || name === "" ? [] : [Math.abs(other - index)]));
  return Math.min(...gaps, Math.max(1, categories.length));
}

export function textWidth(text: string, ctx: TickMeasure["ctx"]): number {
  ctx.font = `${String(textSize)}px ${fontStack}`;
  return ctx.measureText(text).width;
}

function legendItem(layer: Layer, index: number): LegendItem {
  const colour = layer.type === "band" || layer.type === "spans" ? paleOf(layer.role) : colourOf[layer.role];
  const isLine = layer.type === "line" || layer.type === "rule";
  return { text: drawable(layer.label), fontColor: ink, pointStyle: isLine ? "line" : "rect", strokeStyle: colour, fillStyle: colour, lineWidth: isLine ? 4 : 0, datasetIndex: index };
}

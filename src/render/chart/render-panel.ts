import type { ChartConfiguration } from "chart.js";
import { ChartJSNodeCanvas, type ChartCallback } from "chartjs-node-canvas";
import { createCanvas } from "./canvas.ts";
import { ink } from "./colours.ts";
import { fontStack, textSize } from "./fonts.ts";

declare module "chartjs-node-canvas/dist/chartJSNodeCanvas.js" {
  interface ChartJSNodeCanvas {
    /** Its documentation names this format of `canvas`, its types do not: a pixel is four bytes, row by row. */
    renderToBufferSync(configuration: ChartConfiguration, mimeType: "raw"): Buffer;
  }
}

const renderers = new Map<string, ChartJSNodeCanvas>();

/** The pixels of a configuration drawn by Chart.js: red, green, blue and opacity, a byte each, row by row. */
export function renderPanel(configuration: ChartConfiguration, width: number, height: number): Buffer {
  const key = `${String(width)}×${String(height)}`;
  const renderer = renderers.get(key) ?? newRenderer(width, height);
  renderers.set(key, renderer);
  return renderer.renderToBufferSync(configuration, "raw");
}

function newRenderer(width: number, height: number): ChartJSNodeCanvas {
  const renderer = new ChartJSNodeCanvas({ width, height, chartCallback: setDefaults });
  // Bundled it has this function already (fresh-require.ts). From node_modules, as in tests, it has one of the package
  // `canvas`, which the overrides in package.json make @napi-rs/canvas: a new canvas each time, without "raw".
  Object.assign(renderer, { _createCanvas: createCanvas });
  return renderer;
}

/** What Chart.js would ask at every step of a drawing, for data of its own and a pointer: it has neither. */
const pluginsWithoutWork = ["colors", "decimation", "filler", "subtitle", "tooltip"];
const relieved = new WeakSet<object>();

/** From node_modules each renderer loads a Chart.js of its own, so that each is given the defaults; in the bundle all have one. */
const setDefaults: ChartCallback = (chartJs) => {
  const { defaults, registry } = chartJs;
  if (!relieved.has(chartJs)) chartJs.unregister(...pluginsWithoutWork.flatMap((id) => registry.getPlugin(id) ?? []));
  relieved.add(chartJs);
  defaults.font.family = fontStack;
  defaults.font.size = textSize;
  defaults.color = ink;
};

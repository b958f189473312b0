import { createCanvas, type Canvas } from "@napi-rs/canvas";
import { Chart, Legend, LinearScale, LogarithmicScale, PointElement, ScatterController, Title } from "chart.js";
import type { ChartSpec } from "./chart-spec.ts";
import { ground, ink } from "./colours.ts";
import { fontStack, registerFonts } from "./fonts.ts";
import { indexedPng } from "./indexed-png.ts";
import { panelConfiguration } from "./panel-configuration.ts";

Chart.register(ScatterController, PointElement, LinearScale, LogarithmicScale, Legend, Title);
Chart.defaults.font.family = fontStack;
Chart.defaults.font.size = 18;
Chart.defaults.color = ink;

const titleHeight = 52;

/** One canvas a size for the life of the process: a new one for each chart costs twice the time and leaks. */
const canvases = new Map<string, Canvas>();

/** The PNG of a specification. The same specification gives the same bytes on one machine. */
export function drawChart(spec: ChartSpec): Buffer {
  registerFonts();
  const canvas = canvasOf(spec.width, spec.height, "whole");
  const context = canvas.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, spec.width, spec.height);
  context.fillStyle = ink;
  context.font = `600 24px ${fontStack}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(spec.title, spec.width / 2, titleHeight / 2 + 4, spec.width - 40);
  const columns = spec.columns ?? spec.panels.length;
  const width = Math.floor(spec.width / columns);
  const height = Math.floor((spec.height - titleHeight) / Math.ceil(spec.panels.length / columns));
  spec.panels.forEach((panel, place) => {
    const drawn = canvasOf(width, height, "panel");
    // Chart.js asks for a browser's canvas; this one has what it uses of it.
    const chart = new Chart(drawn, panelConfiguration(panel));
    context.drawImage(drawn, (place % columns) * width, titleHeight + Math.floor(place / columns) * height);
    chart.destroy();
  });
  return indexedPng(canvas.data(), spec.width, spec.height);
}

function canvasOf(width: number, height: number, use: "whole" | "panel"): Canvas {
  const key = `${use} ${String(width)}×${String(height)}`;
  const canvas = canvases.get(key) ?? createCanvas(width, height);
  canvases.set(key, canvas);
  const context = canvas.getContext("2d");
  context.reset();
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  return canvas;
}

import { createCanvas, type Canvas } from "@napi-rs/canvas";
import { Chart, Legend, LinearScale, LogarithmicScale, PointElement, ScatterController, Title } from "chart.js";
import type { ChartSpec } from "./chart-spec.ts";
import { ground, ink } from "./colours.ts";
import { fontStack, registerFonts } from "./fonts.ts";
import { indexedPng } from "./indexed-png.ts";
import { panelConfiguration } from "./panel-configuration.ts";
import { channelsOf, wordOf } from "./pixel.ts";

Chart.register(ScatterController, PointElement, LinearScale, LogarithmicScale, Legend, Title);
Chart.defaults.font.family = fontStack;
Chart.defaults.font.size = 18;
Chart.defaults.color = ink;

const titleHeight = 52;
const groundWord = wordOf(channelsOf(ground));

/** One canvas a size for the life of the process: a new one for each chart costs twice the time and leaks. */
const canvases = new Map<string, Canvas>();

/** The PNG of a specification. The same specification gives the same bytes on one machine. */
export function drawChart({ width, height, title, panels, columns = panels.length }: ChartSpec): Buffer {
  registerFonts();
  const picture = emptyPicture(width * height);
  paste(drawTitle(title, width), picture, { width, left: 0, top: 0 });
  const panelWidth = Math.floor(width / columns);
  const panelHeight = Math.floor((height - titleHeight) / Math.ceil(panels.length / columns));
  panels.forEach((panel, index) => {
    const canvas = canvasOf(panelWidth, panelHeight);
    // Chart.js asks for a browser's canvas; this one has what it uses of it.
    const chart = new Chart(canvas, panelConfiguration(panel));
    const [left, top] = [(index % columns) * panelWidth, titleHeight + Math.floor(index / columns) * panelHeight];
    paste(canvas, picture, { width, left, top });
    chart.destroy();
  });
  return indexedPng(picture, width, height);
}

/** Kept from picture to picture: memory that is new costs more than filling it. */
let pixels = new Uint32Array(0);

function emptyPicture(size: number): Uint32Array {
  if (pixels.length < size) pixels = new Uint32Array(size);
  return pixels.subarray(0, size).fill(groundWord);
}

function drawTitle(title: string, width: number): Canvas {
  const canvas = canvasOf(width, titleHeight);
  const context = canvas.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, width, titleHeight);
  context.fillStyle = ink;
  context.font = `600 24px ${fontStack}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(title, width / 2, titleHeight / 2 + 4, width - 40);
  return canvas;
}

/** Copies a canvas into its place of the picture. */
function paste(canvas: Canvas, picture: Uint32Array, place: { width: number; left: number; top: number }): void {
  const bytes = canvas.data();
  const drawn = new Uint32Array(bytes.buffer, bytes.byteOffset, canvas.width * canvas.height);
  for (let row = 0; row < canvas.height; row++) {
    const start = (place.top + row) * place.width + place.left;
    picture.set(drawn.subarray(row * canvas.width, (row + 1) * canvas.width), start);
  }
}

function canvasOf(width: number, height: number): Canvas {
  const key = `${String(width)}×${String(height)}`;
  const canvas = canvases.get(key) ?? createCanvas(width, height);
  canvases.set(key, canvas);
  canvas.getContext("2d").reset();
  return canvas;
}

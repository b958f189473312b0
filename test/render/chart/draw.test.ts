import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import type { ChartSpec, Layer, PointsLayer } from "../../../src/render/chart/chart-spec.ts";
import { drawChart } from "../../../src/render/chart/draw.ts";

const x = Float64Array.from({ length: 4000 }, (_, row) => Math.sin(row) * 0.1);
const y = Float64Array.from(x, (value, row) => value + Math.sin(row * 7.3) * 0.04);
const squares: PointsLayer = { type: "points", label: "days", role: "asset", x, y };
const line: Layer = { type: "line", label: "fit", role: "fit", x: [-0.1, 0.1], y: [-0.1, 0.1] };

const chart = (...panels: (readonly Layer[])[]): ChartSpec => ({
  width: 1000,
  height: 600,
  title: "A title",
  panels: panels.map((layers) => ({
    x: { label: "across", format: "percent", min: -0.15, max: 0.15 },
    y: { label: "up", format: "percent", min: -0.15, max: 0.15 },
    layers,
  })),
});

/** How many pixels have each colour. */
async function coloursOf(png: Buffer): Promise<ReadonlyMap<string, number>> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = Buffer.from(data.subarray(at, at + 4)).toString("hex");
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

test("the same specification gives the same bytes, whatever was drawn in between", () => {
  const first = drawChart(chart([squares, line]));
  drawChart(chart([line], [squares]));
  expect(drawChart(chart([squares, line])).equals(first)).toBe(true);
});

test("one square covers 35% of what is below, two on each other 58%", async () => {
  const at = (...values: readonly number[]): PointsLayer => ({ ...squares, x: values, y: values });
  expect((await coloursOf(drawChart(chart([at(0.0731)])))).get("a6cee4ff")).toBe(9);
  expect((await coloursOf(drawChart(chart([at(0.0731, 0.0731)])))).get("6caed3ff")).toBe(9);
});

test("the fit is drawn over the points, and the points over nothing but the ground", async () => {
  const without = await coloursOf(drawChart(chart([{ ...squares, x: [], y: [] }, line])));
  const crowded = await coloursOf(drawChart(chart([squares, line])));
  const fit = "d55e00ff";
  expect(crowded.get(fit)).toBeGreaterThan(0.95 * without.get(fit)!);
});

test("every pixel is opaque, at any size and number of panels", async () => {
  const odd = { ...chart([squares], [squares], [line]), width: 901, height: 501 };
  const colours = await coloursOf(drawChart(odd));
  expect([...colours.keys()].filter((colour) => !colour.endsWith("ff"))).toEqual([]);
  expect(colours.get("ffffffff")).toBeGreaterThan(0.8 * 901 * 501);
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChartSpec } from "../../../src/render/chart/chart-spec.ts";
import { drawChart } from "../../../src/render/chart/draw.ts";
import { drawingPool, type DrawingPool } from "../../../src/render/chart/drawing-pool.ts";
import { specKey } from "../../../src/render/chart/spec-key.ts";

const bundled = pathToFileURL(resolve("dist/draw-worker.js"));
const fragile = new URL("fragile-worker.mjs", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "factor-ta-drawing-"));

/** Equal to another of the same slope, and another object. */
const chart = (slope: number, title = "A line"): ChartSpec => ({
  width: 300,
  height: 200,
  title,
  panels: [
    {
      x: { label: "x", format: "number" },
      y: { label: "y", format: "number" },
      layers: [
        { type: "points", label: "", role: "asset", x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, slope, 2 * slope) },
        { type: "line", label: "", role: "fit", x: Array.from({ length: 100 }, (_, at) => at / 50), y: Array.from({ length: 100 }, (_, at) => (slope * at) / 50) },
      ],
    },
  ],
});

let pool: DrawingPool;

beforeAll(() => {
  execFileSync("node", ["scripts/build.mjs", "--if-changed"]);
  pool = drawingPool({ worker: bundled, threads: 2 });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

test("a thread draws the same bytes as the program itself", async () => {
  expect(Buffer.from(await pool.draw(chart(1))).equals(drawChart(chart(1)))).toBe(true);
});

test("the bundle has one Chart.js, and chartjs-node-canvas draws on the canvas that we ship", () => {
  const texts = readdirSync("dist").filter((name) => name.endsWith(".js")).map((name) => readFileSync(join("dist", name), "utf8"));
  const holding = (words: string): number => texts.join("\n").split(words).length - 1;
  expect(holding("Canvas is already in use.")).toBe(1);
  expect(holding("A width option is required")).toBe(1);
  expect(texts.filter((text) => /require\d*\("canvas"\)/u.test(text))).toEqual([]);
});

test("fifty who ask for the same picture at once, and all after them, share one drawing", async () => {
  const before = pool.counts.drawn;
  await Promise.all(Array.from({ length: 50 }, () => pool.draw(chart(2))));
  await pool.draw(chart(2));
  expect(pool.counts.drawn - before).toBe(1);
  expect(pool.counts.waiting).toBe(0);
});

test("specifications that differ in one value, one title or the kind of one list have keys of their own", () => {
  const bits = (list: Float64Array | Int32Array): ChartSpec => {
    const spec = chart(1);
    const [panel] = spec.panels;
    return { ...spec, panels: [{ ...panel!, layers: [{ type: "points", label: "", role: "asset", x: list, y: list }] }] };
  };
  const keys = [chart(1), chart(1 + 1e-15), chart(1, "Another"), bits(new Float64Array(4)), bits(new Int32Array(8))].map(specKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(specKey(chart(1))).toBe(keys[0]);
});

test("finished pictures are kept up to the limit of bytes", async () => {
  const size = (await pool.draw(chart(3))).byteLength;
  const small = drawingPool({ worker: bundled, threads: 1, cacheBytes: Math.floor(2.5 * size) });
  for (const slope of [3, 4, 5, 6]) await small.draw(chart(slope));
  expect(small.counts.keptBytes).toBeLessThanOrEqual(2.5 * size);
  await small.draw(chart(6));
  expect(small.counts.drawn).toBe(4);
  await small.draw(chart(3));
  expect(small.counts.drawn).toBe(5);
  await small.close();
});

test("a thread that breaks down is replaced, and its picture drawn by another", async () => {
  const breaking = drawingPool({ worker: fragile, threads: 1 });
  const picture = await breaking.draw(chart(1, join(folder, "first")));
  expect(Buffer.from(picture).toString()).toBe("drawn");
  await breaking.close();
});

test("a picture that no thread can draw is an error for its asker, not kept, and the next is drawn", async () => {
  const breaking = drawingPool({ worker: fragile, threads: 1 });
  await expect(breaking.draw(chart(1, "impossible"))).rejects.toThrow();
  await expect(breaking.draw(chart(1, "impossible"))).rejects.toThrow();
  expect(breaking.counts).toMatchObject({ drawn: 2, waiting: 0, keptBytes: 0 });
  expect(Buffer.from(await breaking.draw(chart(1, join(folder, "second")))).toString()).toBe("drawn");
  await breaking.close();
});

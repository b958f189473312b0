import { createCanvas as newCanvas, type Canvas } from "@napi-rs/canvas/node-canvas.js";

/**
 * What chartjs-node-canvas uses of the package `canvas`, from @napi-rs/canvas: its `node-canvas` names the same
 * functions, and a canvas of it has `toBuffer("raw")`.
 */
export { Image, loadImage, registerFont } from "@napi-rs/canvas/node-canvas.js";

/** One canvas per size for the life of the thread: a new one for each chart costs twice the time and leaks. */
const canvases = new Map<string, Canvas>();

/** An empty canvas. The one returned before for the same size is emptied by this. */
export function createCanvas(width: number, height: number): Canvas {
  const key = `${String(width)}×${String(height)}`;
  const canvas = canvases.get(key) ?? ofFixedSize(newCanvas(width, height));
  canvases.set(key, canvas);
  canvas.getContext("2d").reset();
  return canvas;
}

/** Chart.js sets the size that a canvas has already, for which it would be given new memory, twice a picture. */
function ofFixedSize(canvas: Canvas): Canvas {
  const { width, height } = canvas;
  return Object.defineProperties(canvas, { width: fixed(width), height: fixed(height) });
}

const fixed = (pixels: number): PropertyDescriptor => ({
  get: () => pixels,
  set(value: number) {
    if (value !== pixels) throw new RangeError("a canvas that is kept has one size");
  },
});

import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { indexedPng } from "../../../src/render/chart/indexed-png.ts";

async function readBack(png: Buffer): Promise<Uint8ClampedArray> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}

test("a picture of few colours is read back exactly", async () => {
  const pixels = new Uint8Array(7 * 5 * 4).map((_, at) => (at % 4 === 3 ? 255 : (Math.floor(at / 4) * 37 + at) % 251));
  expect(new Uint8Array(await readBack(indexedPng(pixels, 7, 5)))).toEqual(pixels);
});

test("of more than 256 colours the frequent ones stay as they are, and each other is near", async () => {
  const [width, height] = [100, 40];
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const grey = at < 3000 ? 255 : Math.floor(at / 4) % 100;
    pixels.set([grey, at < 3000 ? 255 : at % 4, 128, 255], at * 4);
  }
  const back = await readBack(indexedPng(pixels, width, height));
  expect([...back.slice(0, 4)]).toEqual([255, 255, 128, 255]);
  expect(Math.max(...back.map((value, at) => Math.abs(value - pixels[at]!)))).toBeLessThan(4);
});

test("the same pixels give the same bytes", () => {
  const pixels = new Uint8Array(64 * 64 * 4).fill(255);
  expect(indexedPng(pixels, 64, 64).equals(indexedPng(pixels.slice(), 64, 64))).toBe(true);
});

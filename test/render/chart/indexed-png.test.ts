import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { indexedPng } from "../../../src/render/chart/indexed-png.ts";

async function readBack(png: Buffer): Promise<Uint8ClampedArray> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}

const wordsOf = (pixels: Uint8Array<ArrayBuffer>): Uint32Array => new Uint32Array(pixels.buffer);

test("a picture of few colours is read back exactly", async () => {
  const pixels = new Uint8Array(7 * 5 * 4).map((_, at) => (at % 4 === 3 ? 255 : (Math.floor(at / 4) * 37 + at) % 251));
  expect(new Uint8Array(await readBack(indexedPng(wordsOf(pixels), 7, 5)))).toEqual(pixels);
});

test("of more than 256 colours the frequent ones stay as they are, and each other is near", async () => {
  const [width, height] = [100, 40];
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const grey = at < 3000 ? 255 : Math.floor(at / 4) % 100;
    pixels.set([grey, at < 3000 ? 255 : at % 4, 128, 255], at * 4);
  }
  const back = await readBack(indexedPng(wordsOf(pixels), width, height));
  expect([...back.slice(0, 4)]).toEqual([255, 255, 128, 255]);
  expect(Math.max(...back.map((value, at) => Math.abs(value - pixels[at]!)))).toBeLessThan(4);
});

test("a picture with a colour of its own for each pixel keeps every channel within a coarse step", async () => {
  const [width, height] = [160, 120];
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    pixels.set([at % width, Math.floor(at / width), (at * 7) % 256, 255], at * 4);
  }
  const back = await readBack(indexedPng(wordsOf(pixels), width, height));
  expect(Math.max(...back.map((value, at) => Math.abs(value - pixels[at]!)))).toBeLessThan(64);
});

test("the same pixels give the same bytes, whatever was encoded in between", () => {
  const pixels = new Uint32Array(64 * 64).fill(0xff00ff00);
  const first = indexedPng(pixels, 64, 64);
  indexedPng(Uint32Array.from({ length: 90 * 90 }, (_, at) => at * 7919), 90, 90);
  expect(indexedPng(pixels.slice(), 64, 64).equals(first)).toBe(true);
});

import { crc32, deflateSync } from "node:zlib";

/**
 * A PNG with a palette of at most 256 colours: two to three times smaller than one of full colour, as charts have few.
 * Colours beyond the 256 most frequent (the blends at the edges of letters) take the nearest of those. The same pixels
 * give the same bytes. `pixels` are opaque RGBA, row by row.
 */
export function indexedPng(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): Buffer {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const { palette, indexOf } = paletteOf(colours);
  const stride = width + 1;
  const rows = Buffer.alloc(stride * height);
  let last = -1;
  let index = 0;
  for (let at = 0, row = 0; row < height; row++) {
    for (let column = 1; column <= width; column++, at++) {
      const colour = colours[at]!;
      if (colour !== last) {
        index = indexOf.get(colour) ?? 0;
        last = colour;
      }
      rows[row * stride + column] = index;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(channelsOf))),
    chunk("IDAT", deflateSync(rows, { level: 7 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The most frequent colours first, equal ones by value, and where each colour of the picture is among them. */
function paletteOf(colours: Uint32Array): {
  readonly palette: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
} {
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length;) {
    const colour = colours[at]!;
    const start = at;
    while (at < colours.length && colours[at] === colour) at++;
    counts.set(colour, (counts.get(colour) ?? 0) + at - start);
  }
  const byFrequency = [...counts].sort(([a, often], [b, seldom]) => seldom - often || a - b).map(([colour]) => colour);
  const palette = byFrequency.slice(0, 256);
  return { palette, indexOf: new Map(byFrequency.map((colour, place) => [colour, place < 256 ? place : nearest(colour, palette)])) };
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  let smallest = Infinity;
  palette.forEach((known, place) => {
    const red = (known & 0xff) - (colour & 0xff);
    const green = ((known >>> 8) & 0xff) - ((colour >>> 8) & 0xff);
    const blue = ((known >>> 16) & 0xff) - ((colour >>> 16) & 0xff);
    const distance = red * red + green * green + blue * blue;
    if (distance < smallest) {
      smallest = distance;
      best = place;
    }
  });
  return best;
}

/** Red, green and blue of a pixel as it lies in memory (little-endian RGBA). */
const channelsOf = (colour: number): readonly number[] => [colour & 0xff, (colour >>> 8) & 0xff, (colour >>> 16) & 0xff];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

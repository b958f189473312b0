import { wordOf } from "./pixel.ts";

/** The colours of a picture, reduced to at most 256. */
export interface Palette {
  /** Red, green and blue of each colour, the most frequent first. */
  readonly bytes: Uint8Array;
  /** The picture as runs of one colour: where each ends, and its colour's place in `indices`. Valid until the next picture. */
  readonly ends: Uint32Array;
  readonly slots: Uint16Array;
  /** The palette's index of each slot. */
  readonly indices: Uint8Array;
}

/** More different colours than this are first rounded to 5 bits a channel, of which there are 32,768 at most. */
const manyColours = 8192;
const tableSize = 1 << 16;
const exactMask = wordOf([255, 255, 255]);
const roundedMask = wordOf([0xf8, 0xf8, 0xf8]);
const alikeMask = wordOf([255 - 3, 255 - 3, 255 - 3]);

/** An open-addressed table of the colours met, kept from picture to picture; `counts` 0 is a free place. */
const colours = new Int32Array(tableSize);
const counts = new Uint32Array(tableSize);
let ends = new Uint32Array(0);
let slots = new Uint16Array(0);

/** Where there are too many colours, this many places go to those that the frequent ones are farthest from. */
const reservedColours = 64;

/** The most frequent colours, equal ones by value; where there are more than 256, each other takes the nearest kept. */
export function mostFrequent(pixels: Uint32Array): Palette {
  if (slots.length < pixels.length) {
    ends = new Uint32Array(pixels.length);
    slots = new Uint16Array(pixels.length);
  }
  const usedSlots = countColours(pixels, exactMask, manyColours) ?? countColours(pixels, roundedMask, tableSize) ?? [];
  const ordered = [...usedSlots].sort((first, second) => counts[second]! - counts[first]! || (colours[first]! >>> 0) - (colours[second]! >>> 0));
  const keptSlots = ordered.slice(0, ordered.length > 256 ? 256 - reservedColours : 256);
  const indices = new Uint8Array(tableSize);
  keptSlots.forEach((slot, index) => (indices[slot] = index));
  keepFarthest(ordered.slice(keptSlots.length), keptSlots, indices);
  const words = Int32Array.from(keptSlots, (slot) => colours[slot]!);
  return { bytes: new Uint8Array(words.buffer).filter((_, at) => at % 4 !== 3), ends, slots, indices };
}

/** Gives each of the others the nearest colour kept, and keeps the worst served one, until 256 are kept. */
function keepFarthest(others: readonly number[], kept: number[], indices: Uint8Array): void {
  const likes = alike(others);
  keepFarthestOf([...likes.values()].map(([most]) => most!), kept, indices);
  for (const [most, ...rarer] of likes.values()) for (const slot of rarer) indices[slot] = indices[most!]!;
}

/** Slots whose colours differ by 3 of 255 at most, the most frequent first: only that one looks for the nearest colour. */
function alike(slotsInOrder: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const cells = new Map<number, number[]>();
  for (const slot of slotsInOrder) {
    const cell = colours[slot]! & alikeMask;
    const before = cells.get(cell);
    if (before) before.push(slot);
    else cells.set(cell, [slot]);
  }
  return cells;
}

function keepFarthestOf(others: readonly number[], kept: number[], indices: Uint8Array): void {
  const words = Int32Array.from(others, (slot) => colours[slot]!);
  const distances = new Uint32Array(others.length).fill(0xffffffff);
  /** Gives the colours near to the kept colour `index` that index; returns the candidate farthest from all that are kept. */
  function assignNearest(index: number): number {
    const word = colours[kept[index]!]!;
    let worst = 0;
    for (let candidate = 0; candidate < words.length; candidate++) {
      const distance = distanceOf(words[candidate]!, word);
      if (distance < distances[candidate]!) {
        distances[candidate] = distance;
        indices[others[candidate]!] = index;
      }
      if (distances[candidate]! > distances[worst]!) worst = candidate;
    }
    return worst;
  }
  let worst = 0;
  for (let index = 0; index < kept.length; index++) worst = assignNearest(index);
  while (kept.length < 256 && others.length > 0) {
    kept.push(others[worst]!);
    worst = assignNearest(kept.length - 1);
  }
}

/** The squared distance of two opaque colours; the order of their channels in memory does not matter to it. */
function distanceOf(a: number, b: number): number {
  const first = (a & 255) - (b & 255);
  const second = ((a >>> 8) & 255) - ((b >>> 8) & 255);
  const third = ((a >>> 16) & 255) - ((b >>> 16) & 255);
  const fourth = (a >>> 24) - (b >>> 24);
  return first * first + second * second + third * third + fourth * fourth;
}

/** Fills the table and the runs; the slots in use, or null where there are more than `most`. */
function countColours(pixels: Uint32Array, mask: number, most: number): readonly number[] | null {
  counts.fill(0);
  const used: number[] = [];
  // Signed words are compared as they are; unsigned ones would be made floating-point numbers first.
  const words = new Int32Array(pixels.buffer, pixels.byteOffset, pixels.length);
  for (let at = 0, run = 0; at < words.length; run++) {
    const word = words[at]!;
    const start = at;
    do at++;
    while (at < words.length && words[at] === word);
    const colour = word & mask;
    // Knuth's multiplicative hash: the high bits of a product with the golden ratio's.
    let slot = Math.imul(colour, 0x9e3779b1) >>> 16;
    while (counts[slot] !== 0 && colours[slot] !== colour) slot = (slot + 1) & (tableSize - 1);
    if (counts[slot] === 0) {
      if (used.length === most) return null;
      colours[slot] = colour;
      used.push(slot);
    }
    counts[slot]! += at - start;
    ends[run] = at;
    slots[run] = slot;
  }
  return used;
}

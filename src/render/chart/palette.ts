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
/** Bits of a slot's number: twice as many slots as colours, so that the next free one is near. */
const exactBits = 14;
const roundedBits = 16;
const exactMask = wordOf([255, 255, 255]);
const roundedMask = wordOf([0xf8, 0xf8, 0xf8]);
const alikeMask = wordOf([255 - 3, 255 - 3, 255 - 3]);

/** An open-addressed table of the colours met, kept from picture to picture; `counts` 0 is a free place. */
const colours = new Int32Array(1 << roundedBits);
const counts = new Uint32Array(1 << roundedBits);
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
  const usedSlots = countColours(pixels, exactMask, exactBits, manyColours) ?? countColours(pixels, roundedMask, roundedBits, Infinity) ?? [];
  const ordered = byFrequency(usedSlots);
  const kept = Array.from(ordered.subarray(0, ordered.length > 256 ? 256 - reservedColours : 256));
  const indices = new Uint8Array(colours.length);
  kept.forEach((slot, index) => (indices[slot] = index));
  if (ordered.length > kept.length) keepFarthest(ordered.subarray(kept.length), kept, indices);
  const words = Int32Array.from(kept, (slot) => colours[slot]!);
  return { bytes: new Uint8Array(words.buffer).filter((_, at) => at % 4 !== 3), ends, slots, indices };
}

/** Most pixels that are told apart in a count: with 32 bits of colour behind it, it is exact in a double. */
const countLimit = 2 ** 20 - 1;

/** The slots of the most frequent colours first, of equally frequent ones that of the lower word. */
function byFrequency(usedSlots: readonly number[]): Uint16Array {
  const slotOf = new Map<number, number>();
  const keys = new Float64Array(usedSlots.length);
  usedSlots.forEach((slot, place) => {
    keys[place] = (countLimit - Math.min(counts[slot]!, countLimit)) * 2 ** 32 + (colours[slot]! >>> 0);
    slotOf.set(colours[slot]!, slot);
  });
  return Uint16Array.from(keys.sort(), (key) => slotOf.get(key | 0)!);
}

/** Gives each of the others the nearest colour kept, and keeps the worst served one, until 256 are kept. */
function keepFarthest(others: Uint16Array, kept: number[], indices: Uint8Array): void {
  const { leaders, leaderOf } = alike(others);
  keepFarthestOf(leaders, kept, indices);
  others.forEach((slot, place) => (indices[slot] = indices[leaders[leaderOf[place]!]!]!));
}

/** Colours that differ by 3 of 255 at most have one leader, the most frequent: only that one looks for the nearest colour. */
function alike(slotsInOrder: Uint16Array): { readonly leaders: readonly number[]; readonly leaderOf: Uint16Array } {
  const cells = new Map<number, number>();
  const leaders: number[] = [];
  const leaderOf = slotsInOrder.map((slot) => {
    const cell = colours[slot]! & alikeMask;
    const known = cells.get(cell);
    if (known !== undefined) return known;
    cells.set(cell, leaders.length);
    return leaders.push(slot) - 1;
  });
  return { leaders, leaderOf };
}

/** Each of `others` is given the index of the nearest colour kept, and the one farthest from all is kept, until 256 are. */
function keepFarthestOf(others: readonly number[], kept: number[], indices: Uint8Array): void {
  const words = Int32Array.from(others, (slot) => colours[slot]!);
  const distances = new Int32Array(words.length).fill(0x7fffffff);
  const nearest = new Uint8Array(words.length);
  const assign = (index: number): void => {
    approach(words, colours[kept[index]!]!, index, distances, nearest);
  };
  for (let index = 0; index < kept.length; index++) assign(index);
  while (kept.length < 256) {
    let worst = 0;
    for (let candidate = 1; candidate < distances.length; candidate++) if (distances[candidate]! > distances[worst]!) worst = candidate;
    kept.push(others[worst]!);
    assign(kept.length - 1);
  }
  others.forEach((slot, candidate) => (indices[slot] = nearest[candidate]!));
}

/** The index for those of `words` to which `word` is nearer than any before; the order of channels in memory does not matter to it. */
function approach(words: Int32Array, word: number, index: number, distances: Int32Array, nearest: Uint8Array): void {
  const [first, second, third, fourth] = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24];
  for (let candidate = 0; candidate < words.length; candidate++) {
    const other = words[candidate]!;
    const one = (other & 255) - first;
    const two = ((other >>> 8) & 255) - second;
    const three = ((other >>> 16) & 255) - third;
    const four = (other >>> 24) - fourth;
    const distance = one * one + two * two + three * three + four * four;
    if (distance >= distances[candidate]!) continue;
    distances[candidate] = distance;
    nearest[candidate] = index;
  }
}

/** Fills the table and the runs; the slots in use, or null where there are more than `most`. */
function countColours(pixels: Uint32Array, mask: number, bits: number, most: number): readonly number[] | null {
  const [shift, last] = [32 - bits, (1 << bits) - 1];
  counts.fill(0, 0, last + 1);
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
    let slot = Math.imul(colour, 0x9e3779b1) >>> shift;
    while (counts[slot] !== 0 && colours[slot] !== colour) slot = (slot + 1) & last;
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

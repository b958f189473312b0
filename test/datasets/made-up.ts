import fc from "fast-check";
import { readDataFile } from "../../src/datasets/data-file.ts";
import type { DataFile } from "../../src/datasets/file-contents.ts";
import type { ReadOptions } from "../../src/datasets/read-options.ts";
import type { FileProblem } from "../../src/datasets/problem.ts";

/** The bytes of a made-up file. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A kind alone, or several options. */
const optionsOf = (said: ReadOptions | ReadOptions["kind"]): ReadOptions => (typeof said === "string" ? { kind: said } : (said ?? {}));

/** Reads made-up text that is right. */
export function readGood(file: string, text: string, said?: ReadOptions | ReadOptions["kind"]): DataFile {
  const read = readDataFile(file, bytesOf(text), optionsOf(said));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** Reads made-up text that is wrong. */
export function readBad(file: string, text: string, said?: ReadOptions | ReadOptions["kind"]): FileProblem {
  const read = readDataFile(file, bytesOf(text), optionsOf(said));
  if (read.ok) throw new Error(`${file} was read`);
  return read.problem;
}

/** A day as French's files write it: yyyymmdd. */
export const compactDay = (day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");

/** A table of made-up values: strictly increasing days, none missing for long, and cells that may be blank. */
export const madeUpTable = fc
  .record({
    start: fc.integer({ min: -40_000, max: 50_000 }),
    steps: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 }),
    width: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ start, steps, width }) => {
    const days = steps.reduce((all, step) => [...all, all.at(-1)! + step], [start]);
    // Text has no minus zero.
    const value = fc.double({ min: -0.049, max: 0.049, noNaN: true }).map((number) => (number === 0 ? 0 : number));
    const cell = fc.option(value, { nil: null, freq: 6 });
    const row = fc.array(cell, { minLength: width, maxLength: width });
    return fc.record({ days: fc.constant(days), rows: fc.array(row, { minLength: days.length, maxLength: days.length }) });
  });

import { AsyncLocalStorage } from "node:async_hooks";
import type { ChartSpec, Layer } from "./chart/chart-spec.ts";
import type { Reply } from "./reply.ts";

/**
 * What a reply prints, declared where it is written: every writer in `numbers.ts` notes the value that it turns into
 * text, so no reply can leave one out. Hiding the keys of open checks compares these values, at full precision, only of a
 * reply that says of no series and rows that its figures are of them (`Reply.subjects`); it never reads words.
 *
 * The list belongs to the call that is being answered: without `recordingPrints` around it nothing is noted.
 */
const lists = new AsyncLocalStorage<number[]>();

export function notePrinted(value: number): void {
  lists.getStore()?.push(value);
}

/** Runs what writes a reply, with the numbers that it printed. */
export async function recordingPrints<T>(write: () => T | Promise<T>): Promise<{ readonly written: T; readonly numbers: readonly number[] }> {
  const numbers: number[] = [];
  const written = await lists.run(numbers, write);
  return { written, numbers };
}

/** All that can be read in a reply: its words and buttons, its pictures and its files. */
export function printedIn({ prints, pictures, files }: Reply): readonly number[] {
  return [...(prints ?? []), ...pictures.flatMap(({ spec }) => drawnNumbers(spec)), ...files.flatMap((file) => [...file.numbers()])];
}

/** Lines and clouds of more points than this are looked at, not read. */
const readablePoints = 40;

/** The values that a chart shows one by one. */
export const drawnNumbers = ({ panels }: ChartSpec): readonly number[] => panels.flatMap(({ layers }) => layers.flatMap(layerNumbers));

/** Every number of a layer, whichever field it stands in, but those that are looked at: a new field is read until it is excepted here. */
function layerNumbers(layer: Layer): readonly number[] {
  if (layer.type === "spans" || ("x" in layer && layer.type !== "names" && layer.x.length > readablePoints)) return [];
  const lengths = layer.type === "steps" ? layer.steps.map(({ from, to }) => to - from) : [];
  const read = layer.type === "points" ? { ...layer, size: null } : layer;
  return [...numbersIn(read), ...lengths];
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

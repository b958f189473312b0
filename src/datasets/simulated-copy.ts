import type { Series } from "../engine/series.ts";
import type { DataFile } from "./file-contents.ts";
import type { SampleFolder } from "./load-datasets.ts";

/** A series of a file that is one of the bundled sample's. */
interface SimulatedCopy {
  readonly series: string;
  /** Its name in the sample. */
  readonly sample: string;
}

/** Rows of a series that are looked up, spread over it. */
const lookedUp = 40;
/** Fewer shared days can agree by chance. */
const fewest = 5;
/** Half a unit of the fourth decimal, in which French's files are written. */
const sameWithin = 6e-5;

/**
 * The first series of a file that has the sample's numbers on the sample's days, whatever it is called: a file of the
 * sample, a part of one, or what a student downloaded with `/data get`. Imported, it would stand as the market's. Rates
 * are not compared: on a quiet day every rate is alike. Null for a file of other numbers.
 */
export function simulatedCopy({ series }: DataFile, { files, stocks }: SampleFolder): SimulatedCopy | null {
  const simulated = [...files.flatMap((file) => file.series), ...stocks].filter(({ kind }) => kind !== "rate");
  for (const one of series) {
    if (one.kind === "rate") continue;
    const copied = simulated.find((candidate) => candidate.frequency === one.frequency && isCopy(one, candidate));
    if (copied !== undefined) return { series: one.id, sample: copied.id };
  }
  return null;
}

/** The sample's own French files say so above their header. */
export const saysSimulated = (bytes: Uint8Array): boolean => /^\W*SIMULATED\b.*\bNot market data\b/u.test(new TextDecoder().decode(bytes.subarray(0, 300)));

function isCopy(one: Pick<Series, "days" | "values">, of: Pick<Series, "days" | "values">): boolean {
  const step = Math.max(1, Math.floor(one.days.length / lookedUp));
  let [shared, same] = [0, 0];
  for (let row = 0; row < one.days.length; row += step) {
    const at = rowOf(of.days, one.days[row]!);
    if (at === null) continue;
    shared++;
    if (Math.abs(of.values[at]! - one.values[row]!) < sameWithin) same++;
  }
  return shared >= fewest && same >= 0.8 * shared;
}

/** By halving: days are in order. */
function rowOf(days: Int32Array, day: number): number | null {
  let [low, high] = [0, days.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = days[middle]!;
    if (found === day) return middle;
    if (found < day) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

import { mean, sampleStandardDeviation } from "simple-statistics";

/** Shares of rows in equal bins, and those of a normal distribution with the same mean and standard deviation. */
export interface Histogram {
  /** The bins' edges in the values' unit: one more than there are bins. */
  readonly edges: readonly number[];
  /** Share of all rows, those outside the edges included. */
  readonly shares: readonly number[];
  /** The normal distribution from the first edge to the last, in equal steps: its density times a bin's width. */
  readonly normalCurve: { readonly at: readonly number[]; readonly shares: readonly number[] };
  /** Rows below the first and above the last edge. */
  readonly outside: number;
}

const curvePoints = 121;

/**
 * Counts values in `bins` equal bins over ± `reach` standard deviations about their mean.
 *
 * @example
 * ```ts
 * const { shares, outside } = histogram(Float64Array.of(-1, 0, 1), { bins: 3, reach: 1.5 });
 * shares.map((share) => Math.round(3 * share)); // → [1, 1, 1]
 * outside; // → 0
 * ```
 */
export function histogram(values: Float64Array, { bins = 60, reach: halfRange = 5 } = {}): Histogram {
  const sample = Array.from(values);
  const centre = mean(sample);
  const deviation = sampleStandardDeviation(sample);
  const width = (2 * halfRange * deviation) / bins;
  const counts = Array.from({ length: bins }, () => 0);
  let outside = 0;
  for (const value of values) {
    const bin = width === 0 ? Math.floor(bins / 2) : Math.floor((value - centre) / width + bins / 2);
    if (bin >= 0 && bin < bins) counts[bin]!++;
    else outside++;
  }
  const deviations = Array.from({ length: curvePoints }, (_, point) => (point / (curvePoints - 1) - 0.5) * 2 * halfRange);
  return {
    edges: Array.from({ length: bins + 1 }, (_, edge) => centre + (edge - bins / 2) * width),
    shares: counts.map((rows) => rows / values.length),
    normalCurve: {
      at: deviations.map((z) => centre + z * deviation),
      shares: deviations.map((z) => (Math.exp(-z * z * 0.5) / Math.sqrt(2 * Math.PI)) * ((2 * halfRange) / bins)),
    },
    outside,
  };
}

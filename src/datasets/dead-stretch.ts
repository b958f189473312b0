/**
 * A stretch in which a series stands still: prices that were copied forward, a halt, a share after its delisting.
 *
 * A row repeats where its return equals that of the row before (0 after 0). In a healthy series repeats come as a Markov
 * chain: one begins with probability p01 and goes on with p11, which is high for a share that seldom trades. A run of L
 * repeats is expected N·p01·p11^(L−1) times by chance; it is dead where that is below `chance`. Both probabilities are
 * those of the other rows of the series, but for the longest other run, and p11 the largest of the whole series' and of the rows around, near and
 * nearer, each drawn towards 1/2 as if by six more rows. And it stands out: at most one other run is longer than
 * 1/2.5 of it, and less than a third of all other rows repeat.
 *
 * How often healthy series of many kinds are accused is measured in docs/accuracy.md.
 */

/** Expected number of such runs in a healthy series from which on it is one of these. */
const chance = 1e-4;
/** Rows on either side that are a neighbourhood. */
const neighbourhoods = [250, 60, 30] as const;
/** A series of which more rows than this share repeat seldom trades, and may stand still for any time. */
const seldomTrades = 1 / 3;
/** How much longer it is than the runs that are usual in the series. */
const standsOut = 2.5;
/** A series that hardly does anything else says nothing of what is usual. */
const fewestOthers = 60;
/** No shorter run is looked at, whatever the odds. */
const fewest = { daily: 15, weekly: 10, monthly: 8 } as const;

export interface Stretch {
  /** Index of the first row, and of the row behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Runs of equal returns that chance does not explain, oldest first. */
export function deadStretches(values: Float64Array, frequency: keyof typeof fewest): readonly Stretch[] {
  const runs = repeatRuns(values);
  const usual = runs.map(lengthOf).toSorted((one, other) => other - one)[2] ?? 0;
  return runs.filter((run) => {
    const length = lengthOf(run);
    if (length < fewest[frequency] || length < standsOut * usual) return false;
    if (values.length - length < fewestOthers) return false;
    // Another stretch of that kind says nothing of the healthy rows.
    const longestOther = runs.filter((other) => other !== run).toSorted((one, other) => lengthOf(other) - lengthOf(one))[0] ?? run;
    const both = [run, longestOther];
    const { begun, repeated, probability } = goesOn(values, 0, values.length, both);
    if (repeated > seldomTrades * (values.length - length)) return false;
    const near = neighbourhoods.map((rows) => goesOn(values, Math.max(0, run.from - rows), Math.min(values.length, run.to + rows), both).probability);
    return (begun + 1) * Math.max(probability, ...near) ** (length - 2) < chance;
  });
}

const lengthOf = ({ from, to }: Stretch): number => to - from;

/** Longest runs of equal values, of two rows and more. */
function repeatRuns(values: Float64Array): readonly Stretch[] {
  const runs: Stretch[] = [];
  let from = 0;
  for (let row = 1; row <= values.length; row++) {
    if (row < values.length && values[row] === values[from]) continue;
    if (row - from > 1) runs.push({ from, to: row });
    from = row;
  }
  return runs;
}

/** How often a repeat begins, and how likely it goes on, among the rows of a window that are outside of some runs. */
function goesOn(values: Float64Array, from: number, to: number, except: readonly Stretch[]): { readonly begun: number; readonly repeated: number; readonly probability: number } {
  let [begun, repeated, further] = [0, 0, 0];
  for (let row = Math.max(from, 1); row < to; row++) {
    if (except.some((run) => row >= run.from && row <= run.to)) continue;
    if (values[row] !== values[row - 1]) continue;
    if (row > 1 && values[row - 1] === values[row - 2]) further++;
    else begun++;
    repeated++;
  }
  return { begun, repeated, probability: (further + 3) / (repeated + 6) };
}

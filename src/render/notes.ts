import type { Sample } from "../engine/factor-fit.ts";
import { count } from "./numbers.ts";

/** What a person should know about the rows before trusting a number: RF subtracted, a sample made shorter. */
export function sampleNotes(facts: {
  readonly sample: Sample;
  readonly riskFreeSubtracted: readonly string[];
}): readonly string[] {
  const { sample, riskFreeSubtracted } = facts;
  return [
    ...riskFreeSubtracted.map((id) => `${id} is a total return: I subtracted RF to make it an excess return.`),
    ...sample.shortenedBy.map(
      ({ series, rows }) => `${series} has no return on ${count(rows)} of the asset's ${periods[sample.frequency]}: those rows are left out.`,
    ),
  ];
}

const periods = { daily: "days", monthly: "months", annual: "years" } as const;

/** Beside the first line of a reply from few rows: what they can't tell, and what would be needed. `needed` null: enough. */
export function fewRowsCaution({ observations, frequency }: Pick<Sample, "observations" | "frequency">, needed: number | null): string | null {
  if (needed === null) return null;
  return `⚠️ Only ${count(observations)} ${periods[frequency]}: on others these numbers would come out quite differently, and their intervals are rough. From ${count(needed)} on they begin to say something.`;
}

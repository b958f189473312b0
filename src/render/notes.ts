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

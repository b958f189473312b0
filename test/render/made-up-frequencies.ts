import type { FrequencyFigures } from "../../src/engine/frequency-figures.ts";
import type { Frequency } from "../../src/engine/series.ts";
import { madeUpEstimate, madeUpFit, madeUpSample } from "./made-up-fit.ts";

const rows = { daily: 7974, weekly: 1665, monthly: 383, annual: 32 } as const;
const root = { daily: 1, weekly: Math.sqrt(5), monthly: Math.sqrt(21), annual: Math.sqrt(252) } as const;

/** One frequency's figures, its β with the interval that is given. */
export function madeUpFrequency(frequency: Frequency, value: number, interval: readonly [number, number]): FrequencyFigures {
  const beta = madeUpEstimate("SPY", value, 0.05, { interval });
  return {
    frequency,
    fit: madeUpFit({ betas: [beta], sample: { ...madeUpSample, frequency, observations: rows[frequency] } }),
    beta,
    volatility: 0.0232 * root[frequency],
    volatilityAnnual: 0.3686,
    sharpe: 0.438,
    predicted: { alpha: 0.000159 * root[frequency] ** 2, volatility: 0.023 * root[frequency] },
  };
}

import type { CaptureRatios } from "../../engine/capture-ratios.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import type { MarketTiming } from "../../engine/market-timing.ts";
import type { Performance, RegimeBeta } from "../../engine/performance.ts";
import type { UpDownBeta } from "../../engine/up-down-beta.ts";
import { periodOf } from "../analysis-reply.ts";
import { estimate, interval, number, pValue, rounded, share } from "../numbers.ts";
import { errorsName, errorsWords, isSignificant } from "../robust.ts";
import type { PerformanceResult } from "../results.ts";

export function upDownWords({ difference, deciding: decided }: UpDownBeta): string {
  if (!isSignificant(decided)) return "the rows don't show that they differ";
  return difference.value > 0 ? "β is higher when it rises" : "β is higher when it falls";
}

export function upDownLines(upDown: UpDownBeta | null): readonly string[] {
  if (!upDown) return [];
  const { value, standardError, interval: ends, pValue: p, inference } = upDown.deciding;
  return [`Rose less fell: ${rounded(value, standardError)} · 95% interval ${interval(ends, standardError)} (${errorsWords(inference)}, ${pValue(p)}): ${upDownWords(upDown)}`];
}

export function drawdownLine({ maximumDrawdown: { depth, peak, trough, recovered } }: Performance): string {
  if (depth === 0) return "Largest drawdown: none, it never fell";
  return `Largest drawdown of the compounded excess returns: ${share(depth)}, ${peak ?? "from the start"} to ${trough}, ${recovered === null ? "not recovered" : `recovered ${recovered}`}`;
}

const ranks = ["Second", "Third", "Fourth", "Fifth"];

/** The next largest, one line each. */
export const furtherDrawdowns = ({ drawdowns: [, ...others] }: Performance): readonly string[] =>
  others.map(({ depth, peak, trough, recovered }, place) => `${ranks[place] ?? "Another"} largest: ${share(depth)}, ${peak ?? "from the start"} to ${trough}, ${recovered === null ? "not recovered" : `recovered ${recovered}`}`);

export function captureLines(capture: CaptureRatios | null, { sample }: FactorFit): readonly string[] {
  if (!capture) return [];
  const { benchmark, up, down } = capture;
  const written = ({ value, standardError, interval: ends }: Estimate): string => `${estimate(value, standardError)} · 95% interval ${interval(ends, standardError)}`;
  return [
    `Up capture, the mean on ${periodOf(sample)}s when ${benchmark} rose over ${benchmark}'s own: ${written(up)}`,
    `Down capture, the same on ${periodOf(sample)}s when it fell: ${written(down)}`,
  ];
}

export function timingWords({ benchmark, gamma }: MarketTiming): string {
  if (!isSignificant(gamma)) return `the rows don't show that β moves with ${benchmark}`;
  return gamma.value > 0 ? `β is higher the more ${benchmark} rises` : `β is higher the more ${benchmark} falls`;
}

export function timingLines(timing: MarketTiming | null, fit: FactorFit): readonly string[] {
  if (!timing) return [];
  const { benchmark, gamma } = timing;
  const { value, standardError, interval: ends, tStat, pValue: p, inference } = gamma;
  return [`Treynor–Mazuy timing, γ of ${benchmark}² beside ${benchmark}${alone(fit)}: ${rounded(value, standardError)} · 95% interval ${interval(ends, standardError)} (t = ${number(tStat, 3)}, ${pValue(p)}, ${errorsWords(inference)}): ${timingWords(timing)}`];
}

/** Of several factors these measures use the first. */
export const alone = ({ factors }: FactorFit): string => (factors.length > 1 ? " (no other factor beside it)" : "");

/** With the errors that were asked for. */
export function regimeWords(regimeBeta: RegimeBeta | null, { fit, inference: { upDown } }: PerformanceResult, pick: (sides: UpDownBeta["sides"]) => Estimate): string {
  if (upDown && fit.inference.covariance !== "classical") {
    const { value, standardError } = pick(upDown.sides);
    return `${estimate(value, standardError)} (${errorsName(upDown.difference.inference)} s.e. ${number(standardError, 2)})`;
  }
  return regimeBeta ? `${estimate(regimeBeta.beta, regimeBeta.standardError)} (classical s.e. ${number(regimeBeta.standardError, 2)})` : "too few rows";
}

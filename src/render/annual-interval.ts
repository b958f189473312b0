import type { Estimate, Sample } from "../engine/factor-fit.ts";
import { periodsPerYearOf } from "./analysis-reply.ts";
import { interval } from "./numbers.ts";

/** " · 95% interval 8.5% to 28.6%" a year, of an estimate per period; nothing where the rows don't allow one. */
export function annualInterval(estimate: Estimate | null | undefined, sample: Sample): string {
  if (!estimate) return "";
  const periods = periodsPerYearOf(sample);
  const [low, high] = estimate.interval;
  return ` · 95% interval ${interval([low * periods, high * periods], estimate.standardError * periods, "%")}`;
}

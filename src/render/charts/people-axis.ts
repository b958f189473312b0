import type { Axis } from "../chart/chart-spec.ts";

/** An axis that counts people, with even ticks from 0 to at least `most`. */
export function peopleAxis(most: number): Axis {
  const step = evenStep(most / 4);
  return { label: "People", format: "number", min: 0, max: Math.max(1, Math.ceil(most / step)) * step, step };
}

/** The least of 1, 2, 5, 10, 20, 50 … that is not below. */
function evenStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}

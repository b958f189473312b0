import type { BetaChange } from "../../engine/beta-change.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { partNames } from "../beta-change-words.ts";
import { count, estimate } from "../numbers.ts";
import type { ReturnsName } from "../recipe.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";
import { specOf, straightLine } from "./scatter-with-fit.ts";

/** All points with the lines of the two parts whose βs are compared. */
export function splitScatter(fit: FactorFit, change: BetaChange, returns: ReturnsName): Picture {
  const { inside, outside, isSince, span } = change;
  const slope = ({ betas: [beta] }: FactorFit): string => estimate(beta.value, beta.standardError);
  const names = partNames(change);
  const labels = isSince ? { inside: `since ${span.first}`, outside: "before" } : names;
  return {
    filename: "scatter.png",
    spec: specOf(fit, returns, `${fit.asset} vs ${fit.factors[0]}: β = ${slope(inside)} and ${slope(outside)}`, [
      straightLine(fit, { label: `${labels.inside}: β = ${slope(inside)}`, role: "fit" }, inside.alpha.value, inside.betas[0].value),
      straightLine(fit, { label: `${labels.outside}: β = ${slope(outside)}`, role: "hedged", dashed: true }, outside.alpha.value, outside.betas[0].value),
    ]),
    description: `Scatter of ${fit.asset} against ${fit.factors[0]} with two lines: β = ${slope(inside)} ${names.inside}, dashed β = ${slope(outside)} ${names.outside}, n = ${count(fit.sample.observations)}. Returns: ${fit.sample.frequency} ${returns}, ${windowWords(fit.sample)}.`,
  };
}

import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { annualFactorOf } from "../analysis-reply.ts";
import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { cut } from "../message.ts";
import { estimate, interval, percentEstimate } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** α per year and the betas, each a dot with its interval; two panels, as α and β have different units. */
export function coefficientsChart(fit: FactorFit): Picture {
  return { filename: "coefficients.png", spec: coefficientsSpec(fit), description: coefficientWords(fit) };
}

export function coefficientsSpec(fit: FactorFit): ChartSpec {
  return {
    width: 1000,
    height: 600,
    title: cut(`${fit.asset} on ${fit.factors.join(", ")}: 95% intervals`, 70),
    panels: [
      panel([{ ...fit.alphaAnnual, term: "α" }], `α a year (${annualFactorOf(fit.sample)})`, "percent"),
      panel(fit.betas, "β", "number"),
    ],
  };
}

function panel(terms: readonly Estimate[], label: string, format: "percent" | "number"): Panel {
  return {
    x: { label, format },
    y: { label: "", format: "category", categories: terms.map(({ term }) => cut(term, 14)) },
    layers: [
      { type: "rule", label: "", role: "zero", axis: "x", at: 0 },
      {
        type: "intervals",
        label: "",
        role: "fit",
        values: terms.map(({ value }) => value),
        low: terms.map(({ interval: [low] }) => low),
        high: terms.map(({ interval: [, high] }) => high),
        texts: terms.map(({ value, standardError }) => (format === "percent" ? percentEstimate(value, standardError) : estimate(value, standardError))),
      },
    ],
  };
}

function coefficientWords({ asset, alphaAnnual, betas, sample }: FactorFit): string {
  const words = betas.map(
    (beta) => `${beta.term} ${estimate(beta.value, beta.standardError)} (${interval(beta.interval, beta.standardError)})`,
  );
  return [
    `Dots with 95% intervals: ${asset}'s β on ${words.join(", ")}.`,
    `α a year ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} (${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}).`,
    `Where an interval crosses the dashed zero line, the coefficient could be 0.`,
    `Returns: ${sample.frequency} excess, ${windowWords(sample)}.`,
  ].join(" ");
}

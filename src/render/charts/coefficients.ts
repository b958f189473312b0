import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { annualFactorOf } from "../analysis-reply.ts";
import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { cut } from "../message.ts";
import { estimate, interval, percentEstimate } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import type { ReturnsName } from "../recipe.ts";
import { readFit, type RobustPair } from "../robust.ts";
import { windowWords } from "../window-words.ts";

/** α per year and the betas, each a dot with the interval that the reply reads it by; two panels, as α and β have different units. */
export function coefficientsChart(pair: RobustPair, returns: ReturnsName): Picture {
  return { filename: "coefficients.png", spec: coefficientsSpec(pair), description: coefficientWords(pair, returns) };
}

export function coefficientsSpec(pair: RobustPair): ChartSpec {
  const { asset, factors, sample } = pair.fit;
  const { alphaAnnual, betas } = termsOf(pair);
  return {
    width: 1000,
    height: 600,
    title: cut(`${asset} on ${factors.join(", ")}: 95% intervals`, 70),
    panels: [panel([alphaAnnual], `α a year (${annualFactorOf(sample)})`, "percent"), panel(betas, "β", "number")],
  };
}

/** A coefficient as it is printed, and the interval that stands last beside it. */
interface Term {
  readonly term: string;
  readonly printed: Estimate;
  readonly read: Estimate;
  /** Whose errors the interval is by, where they are not the fit's own. */
  readonly by: string;
}

function termsOf(pair: RobustPair): { readonly alphaAnnual: Term; readonly betas: readonly Term[] } {
  const termOf = (term: string, printed: Estimate, pick: (fit: FactorFit) => Estimate | undefined): Term => {
    const fit = readFit(pair, pick);
    return { term, printed, read: pick(fit) ?? printed, by: fit === pair.fit ? "" : fit === pair.robust ? "robust " : "small-sample " };
  };
  return {
    alphaAnnual: termOf("α", pair.fit.alphaAnnual, (each) => each.alphaAnnual),
    betas: pair.fit.betas.map((beta, place) => termOf(beta.term, beta, ({ betas }) => betas[place])),
  };
}

function panel(terms: readonly Term[], label: string, format: "percent" | "number"): Panel {
  return {
    x: { label, format },
    y: { label: "", format: "category", categories: terms.map(({ term }) => cut(term, 14)) },
    layers: [
      { type: "rule", label: "", role: "zero", axis: "x", at: 0 },
      {
        type: "intervals",
        label: "",
        role: "fit",
        values: terms.map(({ printed }) => printed.value),
        low: terms.map(({ read: { interval: [low] } }) => low),
        high: terms.map(({ read: { interval: [, high] } }) => high),
        texts: terms.map(({ printed: { value, standardError } }) => (format === "percent" ? percentEstimate(value, standardError) : estimate(value, standardError))),
      },
    ],
  };
}

function coefficientWords(pair: RobustPair, returns: ReturnsName): string {
  const { asset, sample } = pair.fit;
  const { alphaAnnual, betas } = termsOf(pair);
  const words = betas.map(({ term, printed, read, by }) => `${term} ${estimate(printed.value, printed.standardError)} (${by}${interval(read.interval, read.standardError)})`);
  return [
    `Dots with 95% intervals: ${asset}'s β on ${words.join(", ")}.`,
    `α a year ${percentEstimate(alphaAnnual.printed.value, alphaAnnual.printed.standardError)} (${alphaAnnual.by}${interval(alphaAnnual.read.interval, alphaAnnual.read.standardError, "%")}).`,
    `Where an interval crosses the dashed zero line, the coefficient could be 0.`,
    `Returns: ${sample.frequency} ${returns}, ${windowWords(sample)}.`,
  ].join(" ");
}

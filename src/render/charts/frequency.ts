import type { Estimate } from "../../engine/factor-fit.ts";
import type { FrequencyFigures } from "../../engine/frequency-figures.ts";
import type { BarsLayer, ChartSpec, Panel } from "../chart/chart-spec.ts";
import { cut } from "../message.ts";
import { count, estimate, interval, percent, share } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** β at every frequency, which does not scale, with the interval that the reply reads it by, and σ per period, which does. */
export function frequencyChart(figures: readonly FrequencyFigures[], betas: readonly Estimate[]): Picture {
  return { filename: "frequency.png", spec: frequencySpec(figures, betas), description: frequencyWords(figures, betas) };
}

export function frequencySpec(figures: readonly FrequencyFigures[], betas: readonly Estimate[]): ChartSpec {
  const [first] = figures;
  const names = figures.map(({ frequency }) => (frequency === "annual" ? "yearly" : frequency));
  const beta: Panel = {
    title: "β by frequency",
    x: { label: "β with its 95% interval (dashed: 1)", format: "number" },
    y: { label: "", format: "category", categories: names },
    layers: [
      { type: "rule", label: "", role: "zero", axis: "x", at: 1 },
      {
        type: "intervals",
        label: "",
        role: "fit",
        values: betas.map(({ value }) => value),
        low: betas.map(({ interval: [low] }) => low),
        high: betas.map(({ interval: [, high] }) => high),
        texts: figures.map(({ beta: { value, standardError } }) => estimate(value, standardError)),
      },
    ],
  };
  const volatility: Panel = {
    title: "σ, and what the days foretell",
    x: { label: "", format: "category", categories: names },
    y: { label: "σ a period", format: "percent", min: 0 },
    layers: [
      bars("σ of the returns", "asset", figures.map((each) => each.volatility)),
      bars("daily σ by the root of time", "idiosyncratic", figures.map(({ predicted: foretold }) => foretold.volatility)),
    ],
  };
  return {
    width: 1000,
    height: 600,
    title: `${cut(first?.fit.asset ?? "", 20)} on ${cut(first?.fit.factors[0] ?? "", 20)} at several frequencies`,
    panels: [beta, volatility],
  };
}

const bars = (label: string, role: "asset" | "idiosyncratic", values: readonly number[]): BarsLayer => ({
  type: "bars",
  label,
  role,
  values,
  texts: values.map((value) => share(value)),
});

function frequencyWords(figures: readonly FrequencyFigures[], betas: readonly Estimate[]): string {
  const each = figures.map(
    ({ beta, fit, frequency, volatility, predicted: foretold }, place) =>
      `${frequency} β ${estimate(beta.value, beta.standardError)} (${interval((betas[place] ?? beta).interval, (betas[place] ?? beta).standardError)}), σ ${percent(volatility, 3)} (daily scaled: ${percent(foretold.volatility, 3)}), n = ${count(fit.sample.observations)}`,
  );
  const [first] = figures;
  return [
    `Two panels: ${each.join("; ")}.`,
    "Top, β with its interval at each frequency; below, bars of σ per period.",
    first ? `${first.fit.asset} on ${first.fit.factors.join(", ")}, ${windowWords(first.fit.sample)}.` : "",
  ].join(" ");
}

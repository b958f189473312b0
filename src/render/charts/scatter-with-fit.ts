import type { FactorFit } from "../../engine/factor-fit.ts";
import type { ChartSpec } from "../chart/chart-spec.ts";
import { rangeOf } from "../chart/extent.ts";
import { squareSize } from "../chart/square-size.ts";
import { count, estimate, fixed, interval, number } from "../numbers.ts";
import type { Picture } from "../reply.ts";

/** The asset's excess returns against the factor's, the fitted line over the points (chapter 6.4.5). */
export function scatterWithFit(fit: FactorFit): Picture {
  return { filename: "scatter.png", spec: scatterSpec(fit), description: scatterWords(fit) };
}

export function scatterSpec(fit: FactorFit): ChartSpec {
  const factor = fit.factors[0];
  const x = fit.rows.factors[0];
  const slope = fit.betas[0].value;
  const ends = rangeOf(x);
  return {
    width: 1000,
    height: 600,
    title: `${fit.asset} vs ${factor} (β = ${fixed(slope, 2)})`,
    panels: [
      {
        x: { label: `${factor} excess return, ${fit.sample.frequency}`, format: "percent" },
        y: { label: `${fit.asset} excess return, ${fit.sample.frequency}`, format: "percent" },
        layers: [
          { type: "points", label: `${fit.asset}, one square a ${period(fit)}`, role: "asset", x, y: fit.rows.asset, size: squareSize(x.length) },
          {
            type: "line",
            label: `α + β · ${factor}`,
            role: "fit",
            x: ends,
            y: ends.map((end) => fit.alpha.value + slope * end),
          },
        ],
      },
    ],
  };
}

function scatterWords(fit: FactorFit): string {
  const beta = fit.betas[0];
  const outlierRows = outliers(fit);
  return [
    `Scatter: ${fit.asset} ${beta.value < 0 ? "falls" : "rises"} with ${beta.term}, β = ${estimate(beta.value, beta.standardError)},`,
    `R² = ${number(fit.rSquared, 3)}, n = ${count(fit.sample.observations)}.`,
    `95% interval of β ${interval(beta.interval, beta.standardError)}.`,
    `The fitted line lies over the points. Points more than 4 residual standard deviations from it: ${count(outlierRows)}.`,
    `Returns: ${fit.sample.frequency} excess, ${fit.sample.first} to ${fit.sample.last}.`,
  ].join(" ");
}

function outliers({ rows, moments }: FactorFit): number {
  const limit = 4 * moments.residualStandardError;
  return rows.residuals.reduce((outlierRows, residual) => outlierRows + (Math.abs(residual) > limit ? 1 : 0), 0);
}

const period = ({ sample }: FactorFit): string => ({ daily: "day", monthly: "month", annual: "year" })[sample.frequency];

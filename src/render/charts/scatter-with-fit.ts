import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import type { ChartSpec } from "../chart/chart-spec.ts";
import { rangeOf } from "../chart/extent.ts";
import { squareSize } from "../chart/square-size.ts";
import { count, estimate, interval, number } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { deciding, robustInterval, type RobustPair } from "../robust.ts";
import { windowWords } from "../window-words.ts";

/** The asset's excess returns against the factor's, the fitted line over the points (chapter 6.4.5). */
export function scatterWithFit(pair: RobustPair): Picture {
  return { filename: "scatter.png", spec: scatterSpec(pair.fit), description: scatterWords(pair) };
}

export function scatterSpec(fit: FactorFit): ChartSpec {
  const factor = fit.factors[0];
  const x = fit.rows.factors[0];
  const slope = fit.betas[0].value;
  const ends = rangeOf(x);
  return {
    width: 1000,
    height: 600,
    title: `${fit.asset} vs ${factor} (β = ${slopeText(fit)})`,
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

/** The digits of the reply beside it. */
const slopeText = ({ betas: [beta] }: FactorFit): string => estimate(beta.value, beta.standardError);

/** The direction is that of the interval: one that holds 0 has none. */
function directionOf({ interval: [low, high], value }: Estimate): string {
  if (low <= 0 && high >= 0) return "neither surely rises nor falls";
  return value < 0 ? "falls" : "rises";
}

function scatterWords(pair: RobustPair): string {
  const { fit } = pair;
  const beta = fit.betas[0];
  const outlierRows = outliers(fit);
  return [
    `Scatter: ${fit.asset} ${directionOf(deciding(pair).betas[0])} with ${beta.term}, β = ${estimate(beta.value, beta.standardError)},`,
    `R² = ${number(fit.rSquared, 3)}, n = ${count(fit.sample.observations)}.`,
    `95% interval of β ${interval(beta.interval, beta.standardError)}${robustInterval(pair, ({ betas }) => betas[0])}.`,
    `The fitted line lies over the points. Points more than 4 residual standard deviations from it: ${count(outlierRows)}.`,
    `Returns: ${fit.sample.frequency} excess, ${windowWords(fit.sample)}.`,
  ].join(" ");
}

function outliers({ rows, moments }: FactorFit): number {
  const limit = 4 * moments.residualStandardError;
  return rows.residuals.reduce((outlierRows, residual) => outlierRows + (Math.abs(residual) > limit ? 1 : 0), 0);
}

const period = ({ sample }: FactorFit): string => ({ daily: "day", monthly: "month", annual: "year" })[sample.frequency];

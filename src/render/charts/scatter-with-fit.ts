import { isoDay } from "../../calendar.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { largestMoves, type Move } from "../../engine/largest-moves.ts";
import { lineBand } from "../../engine/line-band.ts";
import type { ChartSpec, Layer } from "../chart/chart-spec.ts";
import { rangeOf } from "../chart/extent.ts";
import { squareSize } from "../chart/square-size.ts";
import { count, estimate, interval, number, percent } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import type { ReturnsName } from "../recipe.ts";
import { deciding, readFit, robustInterval, type RobustPair } from "../robust.ts";
import { isMarket } from "../sensitivity.ts";
import { windowWords } from "../window-words.ts";

interface Shown {
  readonly returns: ReturnsName;
  /** When the reply has another interval of β beside the fit's own, as in `robustInterval`. */
  readonly decides?: (one: Estimate, other: Estimate) => boolean;
}

/** The asset's returns against the factor's, the fitted line over the points (chapter 6.4.5). */
export function scatterWithFit(pair: RobustPair, shown: Shown): Picture {
  return { filename: "scatter.png", spec: scatterSpec(pair, shown), description: scatterWords(pair, shown) };
}

/** With the line's band by the errors that the reply reads β by, the line of the market's own β, and the largest moves by their dates. */
export function scatterSpec(pair: RobustPair, { returns, decides }: Shown): ChartSpec {
  const { fit } = pair;
  const moves = largestMoves(fit, datedMoves);
  return specOf(fit, returns, `${fit.asset} vs ${fit.factors[0]} (β = ${slopeText(fit)})`, [
    ...marketLine(fit),
    ...bandLayers(readFit(pair, betaOf, decides)),
    straightLine(fit, { label: fit.exact ? `α + β · ${fit.factors[0]}` : `α + β · ${fit.factors[0]}, 95% band`, role: "fit" }, fit.alpha.value, fit.betas[0].value),
    { type: "names", label: "", role: "zero", x: moves.map(({ factor }) => factor), y: moves.map(({ asset }) => asset), names: moves.map((move) => periodName(move, fit)) },
  ]);
}

/** The points alone, or with the layers that a title speaks of. */
export function specOf(fit: FactorFit, returns: ReturnsName, title: string, layers: readonly Layer[]): ChartSpec {
  const factor = fit.factors[0];
  const x = fit.rows.factors[0];
  return {
    width: 1000,
    height: 600,
    title,
    panels: [
      {
        x: { label: `${factor} ${returns} return, ${fit.sample.frequency}`, format: "percent" },
        y: { label: `${fit.asset} ${returns} return, ${fit.sample.frequency}`, format: "percent" },
        layers: [
          { type: "points", label: `one square a ${period(fit)}`, role: "asset", x, y: fit.rows.asset, size: squareSize(x.length) },
          ...layers,
        ],
      },
    ],
  };
}

/** Across the points, from the factor's lowest return to its highest. */
export function straightLine({ rows }: FactorFit, style: { readonly label: string; readonly role: "fit" | "zero" | "hedged"; readonly dashed?: boolean }, intercept: number, slope: number): Layer {
  const ends = rangeOf(rows.factors[0]);
  return { type: "line", ...style, x: ends, y: ends.map((end) => intercept + slope * end) };
}

/** The days that are named. */
const datedMoves = 3;

/** Where an asset would lie that moves as the market does; a β of 1 on another factor is nothing special. */
const marketLine = (fit: FactorFit): readonly Layer[] => (isMarket(fit.factors[0]) ? [straightLine(fit, { label: "β = 1", role: "zero", dashed: true }, 0, 1)] : []);

/** The line's 95% band by the fit's own errors; an exact line has none. */
export function bandLayers(fit: FactorFit): readonly Layer[] {
  if (fit.exact) return [];
  const [first, last] = rangeOf(fit.rows.factors[0]);
  const x = Array.from({ length: 41 }, (_, place) => first + ((last - first) * place) / 40);
  return [{ type: "band", label: "", role: "fit", x, ...lineBand(fit, x) }];
}

/** The digits of the reply beside it. */
const slopeText = ({ betas: [beta] }: FactorFit): string => estimate(beta.value, beta.standardError);

/** The direction is that of the interval: one that holds 0 has none. */
function directionOf({ interval: [low, high], value }: Estimate): string {
  if (low <= 0 && high >= 0) return "neither surely rises nor falls";
  return value < 0 ? "falls" : "rises";
}

const betaOf = ({ betas }: FactorFit): Estimate => betas[0];

function scatterWords(pair: RobustPair, { returns, decides }: Shown): string {
  const { fit } = pair;
  const beta = fit.betas[0];
  const outlierRows = outliers(fit);
  return [
    `Scatter: ${fit.asset} ${directionOf(deciding(pair).betas[0])} with ${beta.term}, β = ${estimate(beta.value, beta.standardError)},`,
    `R² = ${number(fit.rSquared, 3)}, n = ${count(fit.sample.observations)}.`,
    `95% interval of β ${interval(beta.interval, beta.standardError)}${robustInterval(pair, betaOf, decides ? { decides } : {})}.`,
    `The fitted line lies over the points${fit.exact ? "" : " with its 95% band"}${isMarket(beta.term) ? ", a dashed line has β = 1" : ""}.`,
    `Points more than 4 residual standard deviations from it: ${count(outlierRows)}.`,
    largestMoveWords(fit),
    `Returns: ${fit.sample.frequency} ${returns}, ${windowWords(fit.sample)}.`,
  ].join(" ");
}

/** "Largest moves of JPM: 2009-01-21 22.7% (SPY 4.35%), …": those that the picture dates. */
export function largestMoveWords(fit: FactorFit): string {
  const moves = largestMoves(fit, datedMoves).map((move) => `${periodName(move, fit)} ${percent(move.asset, 3)} (${fit.factors[0]} ${percent(move.factor, 3)})`);
  return `Largest moves of ${fit.asset}: ${moves.join(", ")}.`;
}

/** A month has no day; a week is named by its Friday. */
const periodName = ({ day }: Move, { sample }: FactorFit): string => isoDay(day).slice(0, sample.frequency === "daily" || sample.frequency === "weekly" ? 10 : 7);

function outliers({ rows, moments }: FactorFit): number {
  const limit = 4 * moments.residualStandardError;
  return rows.residuals.reduce((outlierRows, residual) => outlierRows + (Math.abs(residual) > limit ? 1 : 0), 0);
}

const period = ({ sample }: FactorFit): string => ({ daily: "day", weekly: "week", monthly: "month", annual: "year" })[sample.frequency];

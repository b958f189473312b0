/** What stands beside the market in a summary of several factors: its β, α, R² and the residuals' volatility. */
import { isoDay } from "../../calendar.ts";
import { alignSeries } from "../align-series.ts";
import { leastSquares } from "../least-squares.ts";
import { standardDeviation } from "../moments.ts";
import { periodEnds } from "./recipe-columns.ts";
import { severalFactorFigures } from "./recipe-figures.ts";
import { libraryPeriods, rowOdds, type RecipeInputs } from "./recipe-tables.ts";
import { answerKey, type RecipeFigure, type RecipeSample } from "./recipe.ts";

const minimumModelRows = 60;

/** The market's β beside other factors, on the chapter's rows, on the asset's own, and by the library's months. */
export function* modelFigures({ factors, weight }: RecipeInputs["models"][number], inputs: RecipeInputs): Generator<readonly RecipeFigure[], void, undefined> {
  const { asset, usual, joined, rate } = inputs;
  const ids = factors.map(({ id }) => id);
  const course = joined.length === 0 ? [] : [usual, ...joined].filter(({ id }) => id !== asset.id && !ids.includes(id));
  for (const rows of course.length === 0 ? (["joined"] as const) : (["joined", "own"] as const)) {
    const aligned = alignSeries(asset, [...factors, ...(rate ? [rate] : []), ...(rows === "joined" ? course : [])]);
    if (!aligned.ok) continue;
    const { days, asset: column, others } = aligned.value;
    const base = { asset: asset.id, factors: ids, isUsualFactor: false, returns: "excess", rows, convention: null, window: { kind: "full" }, partialDropped: false } as const;
    const rowsWeight = weight * (rows === "own" ? rowOdds.ownRows : 1);
    yield fittedFigures(column, others.slice(0, factors.length), { ...base, frequency: "daily", periods: null, ...extent(days) }, rowsWeight, 1);
    const months = libraryPeriods({ asset: column, rate: rate ? others[factors.length]! : null }, ids, periodEnds(days, "monthly"), "monthly", inputs);
    if (months !== null) yield fittedFigures(months.asset, months.factors, { ...base, frequency: "monthly", periods: "library", ...extent(months.days) }, rowsWeight * rowOdds.frequency.monthly, 2);
  }
}

function fittedFigures(asset: Float64Array, factors: readonly Float64Array[], sample: RecipeSample, weight: number, departures: number): readonly RecipeFigure[] {
  if (asset.length < minimumModelRows) return [];
  const { coefficients, residuals, rSquared, sines } = leastSquares(asset, factors);
  if (sines.includes(0)) return [];
  const figures = severalFactorFigures({ beta: coefficients[1]!, alpha: coefficients[0]!, rSquared, hedgedVolatility: standardDeviation(residuals) }, sample.frequency);
  return figures.map(({ departs, ...figure }) => ({ ...figure, weight: weight * figure.weight, departures: departures + Number(departs), sample, answer: answerKey({ ...figure, sample }) }));
}

const extent = (days: Int32Array) => ({ first: isoDay(days[0]!), last: isoDay(days.at(-1)!), observations: days.length });

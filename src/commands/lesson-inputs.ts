import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { LessonInputs } from "../glossary/lesson-results.ts";
import { within, type Window } from "../engine/align-series.ts";
import { costsNothing } from "../datasets/costs-nothing.ts";
import { success, type Outcome } from "../outcome.ts";
import { periodsInWindow } from "./periods-in-window.ts";
import { regressionInputs, type InputProblem, type RegressionInputs } from "./analysis-inputs.ts";

/** The daily pair of excess returns, inside the window, that fills a lesson, with the rate and the monthly pair where they are loaded. */
export function lessonInputs(
  ticker: DataSeries,
  factor: DataSeries,
  datasets: Datasets,
  window: Window = {},
): Outcome<LessonInputs & Pick<RegressionInputs, "sources">, InputProblem> {
  const daily = regressionInputs(ticker, [factor], "daily", datasets);
  if (!daily.ok) return daily;
  const monthly = regressionInputs(ticker, [factor], "monthly", datasets);
  const months = periodsInWindow({ from: window.from ?? null, to: window.to ?? null }, "monthly", datasets);
  const rate = datasets.find("RF", "daily");
  const { asset, factors, sources } = daily.value;
  return success({
    asset,
    factor: factors[0],
    // No money earns a rate on a position that costs nothing.
    rate: rate.ok && !costsNothing(ticker) && rate.value.provenance.origin === ticker.provenance.origin ? within(rate.value, window) : null,
    monthly: monthly.ok && months.ok ? { asset: monthly.value.asset, factor: monthly.value.factors[0], window: months.value.window } : null,
    window,
    sources,
  });
}

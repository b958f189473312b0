import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { LessonInputs } from "../glossary/lesson-results.ts";
import { success, type Outcome } from "../outcome.ts";
import { regressionInputs, type InputProblem, type RegressionInputs } from "./analysis.ts";

/** The daily pair of excess returns that fills a lesson, with the rate and the monthly pair where they are loaded. */
export function lessonInputs(
  ticker: DataSeries,
  factor: DataSeries,
  datasets: Datasets,
): Outcome<LessonInputs & Pick<RegressionInputs, "sources">, InputProblem> {
  const daily = regressionInputs(ticker, [factor], "daily", datasets);
  if (!daily.ok) return daily;
  const monthly = regressionInputs(ticker, [factor], "monthly", datasets);
  const rate = datasets.find("RF", "daily");
  const { asset, factors, sources } = daily.value;
  return success({
    asset,
    factor: factors[0],
    rate: rate.ok && rate.value.provenance.origin === ticker.provenance.origin ? rate.value : null,
    monthly: monthly.ok ? { asset: monthly.value.asset, factor: monthly.value.factors[0] } : null,
    sources,
  });
}

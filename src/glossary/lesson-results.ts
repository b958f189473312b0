import type { Window } from "../engine/align-series.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import type { EngineProblem } from "../engine/problem.ts";
import type { Series } from "../engine/series.ts";
import { engineResults, type EngineResults } from "../figures/engine-results.ts";
import { attempt, type Outcome } from "../outcome.ts";

/** Daily excess returns; the monthly pair and the rate where there are any. */
export interface LessonInputs {
  readonly asset: Series;
  readonly factor: Series;
  readonly rate: Series | null;
  /** The days that they are taken of; all where it names none. */
  readonly window?: Window;
  readonly monthly: { readonly asset: Series; readonly factor: Series; readonly window?: Window } | null;
}

/** The words a lesson's template may name besides figures: the ids of the asset and its factor. */
export const lessonWords = ["asset", "factor"] as const;

const chapterBudget = 1_000_000;
const exampleShare = 0.2;

/** What fills a lesson: the chapter's budget of $1M, a partial hedge to a share of 20%. Errors: those of `fitFactors` for the daily pair. */
export const lessonResults = ({ asset, factor, rate, monthly, window = {} }: LessonInputs): Outcome<EngineResults, EngineProblem> =>
  attempt(function* () {
    return engineResults({
      fit: yield* fitFactors(asset, [factor], window),
      rate,
      budget: chapterBudget,
      share: exampleShare,
      monthlyBeta() {
        const fit = monthly && fitFactors(monthly.asset, [monthly.factor], monthly.window ?? window);
        return fit?.ok ? fit.value.betas[0].value : null;
      },
      rawAlpha: () => null,
      otherBeta: () => null,
      parts: () => null,
    });
  });

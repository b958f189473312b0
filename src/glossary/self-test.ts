/**
 * Every figure printed in the chapter against what the engine computes from the loaded series, and β(SPY, SPY) = 1.
 * Checked against the printed text itself: a figure is reproduced where it prints the same, digit for digit.
 */
import type { FactorFit } from "../engine/factor-fit.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import type { Series } from "../engine/series.ts";
import type { EngineResults } from "../figures/engine-results.ts";
import { figureValue, isFigureKey } from "../figures/figures.ts";
import { lessonResults, type LessonInputs } from "./lesson-results.ts";
import type { PrintedFigure } from "./printed-figures.ts";

export interface CheckedFigure extends PrintedFigure {
  /** A number, a date or names as the data have them; null where the series are missing. */
  readonly computed: number | string | null;
  /** Whether its series are loaded: where nothing could be computed, they then have no rate or no days in common. */
  readonly isLoaded: boolean;
}

export interface SelfTest {
  readonly figures: readonly CheckedFigure[];
  /** What the figures rest on. */
  readonly regressions: readonly Pick<FactorFit, "asset" | "factors" | "sample">[];
  /** β, α and R² of SPY on a copy of itself; null where SPY is not loaded. */
  readonly selfRegression: { readonly beta: number; readonly alpha: number; readonly rSquared: number } | null;
}

/** What the loaded data offer to the test; null where a series is missing. */
export interface SelfTestInputs {
  pair(asset: string, factor: string): LessonInputs | null;
  readonly spy: Series | null;
  isLoaded(id: string): boolean;
  /** First and last day and the columns of the course's first file. */
  readonly file: { readonly first: string; readonly last: string; readonly tickers: readonly string[] } | null;
}

export function selfTest(figures: readonly PrintedFigure[], inputs: SelfTestInputs): SelfTest {
  const pairs = new Map<string, EngineResults | null>();
  const resultsOf = (asset: string, factor: string): EngineResults | null => {
    const key = `${asset} ${factor}`;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const pairInputs = inputs.pair(asset, factor);
    const computed = pairInputs && lessonResults(pairInputs);
    const results = computed?.ok ? computed.value : null;
    pairs.set(key, results);
    return results;
  };
  const checked = figures.map((figure) => ({
    ...figure,
    computed: figure.factor === null ? fileFigure(figure, inputs.file) : pairFigure(figure, resultsOf(figure.asset, figure.factor)),
    isLoaded: figure.factor === null ? inputs.file !== null : inputs.isLoaded(figure.asset) && inputs.isLoaded(figure.factor),
  }));
  return {
    figures: checked,
    regressions: [...pairs.values()].flatMap((results) => {
      if (results === null) return [];
      const { asset, factors, sample } = results.fit;
      return [{ asset, factors, sample }];
    }),
    selfRegression: inputs.spy && regressOnItself(inputs.spy),
  };
}

function fileFigure({ quantity }: PrintedFigure, file: SelfTestInputs["file"]): string | null {
  if (!file) return null;
  if (quantity === "fileFirst") return file.first;
  return quantity === "fileLast" ? file.last : `[${file.tickers.map((ticker) => `'${ticker}'`).join(", ")}]`;
}

function pairFigure({ quantity }: PrintedFigure, results: EngineResults | null): number | string | null {
  if (!results) return null;
  if (isFigureKey(quantity)) return figureValue(quantity, results);
  if (quantity === "first" || quantity === "last") return results.fit.sample[quantity];
  return null;
}

/** It holds for any series, with the risk-free rate in it or without. */
function regressOnItself(series: Series): SelfTest["selfRegression"] {
  const spy = { ...series, kind: "excess" } as const;
  const fit = fitFactors(spy, [{ ...spy, id: "SPY again" }]);
  return fit.ok ? { beta: fit.value.betas[0].value, alpha: fit.value.alpha.value, rSquared: fit.value.rSquared } : null;
}

/**
 * Every figure printed in the chapter against what the engine computes from the loaded series, and β(SPY, SPY) = 1.
 * Checked against the printed text itself: a figure is reproduced where it prints the same, digit for digit.
 */
import { fitFactors } from "../engine/fit-factors.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import type { Series } from "../engine/series.ts";
import type { LessonNumbers } from "../figures/lesson-numbers.ts";
import { lessonNumbers, type LessonInputs } from "../figures/lesson-numbers.ts";
import type { FurtherQuantity, PrintedFigure } from "./printed-figures.ts";

export interface CheckedFigure extends PrintedFigure {
  /** A number, a date or names as the data have them; null where the series are missing. */
  readonly computed: number | string | null;
}

export interface SelfTest {
  readonly figures: readonly CheckedFigure[];
  /** β, α and R² of SPY on a copy of itself; null where SPY is not loaded. */
  readonly selfRegression: { readonly beta: number; readonly alpha: number; readonly rSquared: number } | null;
}

/** What the loaded data offer to the test; null where a series is missing. */
export interface SelfTestInputs {
  pair(asset: string, factor: string): LessonInputs | null;
  readonly spy: Series | null;
  /** First and last day and the columns of the course's first file. */
  readonly file: { readonly first: string; readonly last: string; readonly tickers: readonly string[] } | null;
}

export function selfTest(figures: readonly PrintedFigure[], inputs: SelfTestInputs): SelfTest {
  const pairs = new Map<string, ReturnType<typeof lessonNumbers> | null>();
  const numbersOf = (asset: string, factor: string) => {
    const key = `${asset} ${factor}`;
    if (!pairs.has(key)) {
      const pairInputs = inputs.pair(asset, factor);
      pairs.set(key, pairInputs && lessonNumbers(pairInputs));
    }
    const fitted = pairs.get(key);
    return fitted?.ok ? fitted.value : null;
  };
  return {
    figures: figures.map((figure) => ({
      ...figure,
      computed:
        figure.factor === null ? fileFigure(figure, inputs.file) : pairFigure(figure, numbersOf(figure.asset, figure.factor)),
    })),
    selfRegression: inputs.spy && regressOnItself(inputs.spy),
  };
}

function fileFigure({ quantity }: PrintedFigure, file: SelfTestInputs["file"]): string | null {
  if (!file) return null;
  if (quantity === "fileFirst") return file.first;
  return quantity === "fileLast" ? file.last : `[${file.tickers.map((ticker) => `'${ticker}'`).join(", ")}]`;
}

function pairFigure(
  { quantity }: PrintedFigure,
  fitted: { readonly fit: FactorFit; readonly numbers: LessonNumbers } | null,
): number | string | null {
  if (!fitted) return null;
  return isFurther(quantity) ? furtherFigures[quantity](fitted.fit) : fitted.numbers[quantity];
}

/** What the summary table prints besides the lessons' quantities. */
const furtherFigures: Readonly<Record<FurtherQuantity, (fit: FactorFit) => number | string | null>> = {
  fileFirst: () => null,
  fileLast: () => null,
  fileTickers: () => null,
  first: ({ sample }) => sample.first,
  last: ({ sample }) => sample.last,
  slopes: ({ betas }) => betas.length,
  alphaLow: ({ alpha }) => alpha.interval[0],
  alphaHigh: ({ alpha }) => alpha.interval[1],
  pBeta: ({ betas }) => betas[0]!.pValue,
  pF: ({ fTest }) => fTest.pValue,
  omnibus: ({ diagnostics }) => diagnostics.omnibus.statistic,
  pOmnibus: ({ diagnostics }) => diagnostics.omnibus.pValue,
  pJarqueBera: ({ diagnostics }) => diagnostics.jarqueBera.pValue,
};

const isFurther = (quantity: PrintedFigure["quantity"]): quantity is FurtherQuantity => quantity in furtherFigures;

function regressOnItself(spy: Series): SelfTest["selfRegression"] {
  const fit = fitFactors(spy, [{ ...spy, id: "SPY again" }]);
  return fit.ok ? { beta: fit.value.betas[0]!.value, alpha: fit.value.alpha.value, rSquared: fit.value.rSquared } : null;
}

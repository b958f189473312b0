/**
 * Every figure printed in the chapter against what the engine computes from the loaded series, and β(SPY, SPY) = 1.
 * Checked against the printed text itself: a figure is reproduced where it prints the same, digit for digit.
 */
import { fitFactors } from "../engine/fit-factors.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import type { Series } from "../engine/series.ts";
import type { LessonNumbers } from "../figures/lesson-numbers.ts";
import { lessonNumbers, type LessonMaterial } from "../figures/lesson-numbers.ts";
import type { FurtherQuantity, PrintedFigure } from "./printed-figures.ts";

export interface CheckedFigure extends PrintedFigure {
  /** A number, a date or names as the data have them; null where the series are missing. */
  readonly computed: number | string | null;
}

export interface SelfTest {
  readonly figures: readonly CheckedFigure[];
  /** β, α and R² of SPY on a copy of itself; null where SPY is not loaded. */
  readonly onItself: { readonly beta: number; readonly alpha: number; readonly rSquared: number } | null;
}

/** What the loaded data offer to the test; null where a series is missing. */
export interface SelfTestMaterial {
  pair(asset: string, factor: string): LessonMaterial | null;
  readonly spy: Series | null;
  /** First and last day and the columns of the course's first file. */
  readonly file: { readonly first: string; readonly last: string; readonly tickers: readonly string[] } | null;
}

export function selfTest(figures: readonly PrintedFigure[], material: SelfTestMaterial): SelfTest {
  const pairs = new Map<string, ReturnType<typeof lessonNumbers> | null>();
  const numbersOf = (asset: string, factor: string) => {
    const key = `${asset} ${factor}`;
    if (!pairs.has(key)) {
      const found = material.pair(asset, factor);
      pairs.set(key, found && lessonNumbers(found));
    }
    const made = pairs.get(key);
    return made?.ok ? made.value : null;
  };
  return {
    figures: figures.map((figure) => ({
      ...figure,
      computed:
        figure.factor === null ? ofFile(figure, material.file) : ofPair(figure, numbersOf(figure.asset, figure.factor)),
    })),
    onItself: material.spy && onItself(material.spy),
  };
}

function ofFile({ quantity }: PrintedFigure, file: SelfTestMaterial["file"]): string | null {
  if (!file) return null;
  if (quantity === "fileFirst") return file.first;
  return quantity === "fileLast" ? file.last : `[${file.tickers.map((ticker) => `'${ticker}'`).join(", ")}]`;
}

function ofPair(
  { quantity }: PrintedFigure,
  made: { readonly fit: FactorFit; readonly numbers: LessonNumbers } | null,
): number | string | null {
  if (!made) return null;
  return isFurther(quantity) ? further[quantity](made.fit) : made.numbers[quantity];
}

/** What the summary table prints besides the lessons' quantities. */
const further: Readonly<Record<FurtherQuantity, (fit: FactorFit) => number | string | null>> = {
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

const isFurther = (quantity: PrintedFigure["quantity"]): quantity is FurtherQuantity => quantity in further;

function onItself(spy: Series): SelfTest["onItself"] {
  const fit = fitFactors(spy, [{ ...spy, id: "SPY again" }]);
  return fit.ok ? { beta: fit.value.betas[0]!.value, alpha: fit.value.alpha.value, rSquared: fit.value.rSquared } : null;
}

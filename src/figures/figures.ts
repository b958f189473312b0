/**
 * The one table of the course's figures. Lessons, exercises, the self-test and the printed figures name its keys;
 * an exercise's key is the figure's value. One factor; per-day figures assume daily rows.
 */
import type { EngineResults } from "./engine-results.ts";
import type { Figure, Unit } from "./figure.ts";
import { meanFigures, varianceFigures } from "./moment-figures.ts";
import { hedgeFigures, positionFigures, ratioFigures } from "./portfolio-figures.ts";
import { alphaFigures, betaFigures, summaryFigures } from "./regression-figures.ts";

export const figures = {
  ...alphaFigures,
  ...betaFigures,
  ...summaryFigures,
  ...meanFigures,
  ...varianceFigures,
  ...ratioFigures,
  ...hedgeFigures,
  ...positionFigures,
};

export type FigureKey = keyof typeof figures;

export const isFigureKey = (name: string): name is FigureKey => Object.hasOwn(figures, name);

export const figureValue = (key: FigureKey, results: EngineResults): number | null => figures[key].value(results);

/** As a text writes it: what is 0 by construction is 0, and not the rounding that is left of it. */
export function writtenFigure(key: FigureKey, results: EngineResults): { readonly value: number | null; readonly unit: Unit } {
  const { unit, zeroByConstruction, value }: Figure = figures[key];
  return { value: zeroByConstruction ? 0 : value(results), unit };
}

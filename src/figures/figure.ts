import type { ChapterSection } from "./chapter-sections.ts";
import type { EngineResults } from "./engine-results.ts";

/** How a figure is written: the unit says whether percent, dollars or a plain number, so a text carries no sign of its own. */
export type Unit =
  /** Decimal of a period: 0.01 is 1%. */
  | "return"
  /** Decimal of a whole. */
  | "share"
  /** A plain number. */
  | "ratio"
  /** Decimal squared. */
  | "variance"
  | "probability"
  | "dollars"
  | "count"
  | "years";

/** One figure of the course, defined once: what it means, how it is written and how the engine's results give it. */
export interface Figure {
  /** As the chapter writes it; null where it has no sign of its own. */
  readonly symbol: string | null;
  /** Its name in words, with its period. */
  readonly meaning: string;
  readonly unit: Unit;
  /** Where the chapter teaches it. */
  readonly section: ChapterSection;
  readonly formula: string;
  /** Null where the data or the engine's refusals do not give it. */
  readonly value: (results: EngineResults) => number | null;
  /** In theory exactly 0, so what is computed is rounding: texts write 0. */
  readonly zeroByConstruction?: true;
}

/** A part of the table; keeps its keys in its type. */
export const defineFigures = <K extends string>(figures: Readonly<Record<K, Figure>>): Readonly<Record<K, Figure>> => figures;

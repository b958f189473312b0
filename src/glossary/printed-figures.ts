import type { LessonQuantity } from "../figures/lesson-quantities.ts";
import { lessonQuantities } from "../figures/lesson-quantities.ts";

/** One figure printed in the chapter: where it stands, and what the program has to compute to print the same. */
export interface PrintedFigure {
  readonly section: string;
  readonly label: string;
  readonly asset: string;
  /** null for a figure of the file itself: its first day, its columns. */
  readonly factor: string | null;
  readonly quantity: PrintedQuantity;
  readonly printed: string;
  readonly format: PrintedFormat;
}

/** The lessons' quantities, and those that only the summary table and the data's description print. */
export type PrintedQuantity = LessonQuantity | FurtherQuantity;

export type FurtherQuantity = (typeof furtherQuantities)[number];

const furtherQuantities = [
  "fileFirst",
  "fileLast",
  "fileTickers",
  "first",
  "last",
  "slopes",
  "alphaLow",
  "alphaHigh",
  "pBeta",
  "pF",
  "omnibus",
  "pOmnibus",
  "pJarqueBera",
] as const;

/** Python's and statsmodels' ways to print: fixed3 is {:.3f}, significant4 is %#.4g, percent1 is {:.1%}. */
export type PrintedFormat = "date" | "names" | "count" | "dollars" | `${"fixed" | "significant" | "percent"}${number}`;

const knownQuantities: ReadonlySet<string> = new Set([...furtherQuantities, ...lessonQuantities.map(({ key }) => key)]);

/** The list, checked. Throws naming the entry: it is a file of ours. */
export function readPrintedFigures(content: unknown): readonly PrintedFigure[] {
  if (!Array.isArray(content)) throw new Error("printed-figures.json: is not a list");
  return (content as readonly PrintedFigure[]).map((figure, index) => {
    const texts = [figure.section, figure.label, figure.asset, figure.printed, figure.format];
    if (texts.some((text) => typeof text !== "string") || !knownQuantities.has(figure.quantity)) {
      throw new Error(`printed-figures.json: entry ${String(index + 1)} (${figure.label}) can't be read`);
    }
    return figure;
  });
}

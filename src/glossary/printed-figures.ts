import { figures, type FigureKey } from "../figures/figures.ts";

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

/** A figure, or a day or names that the data's description prints. */
export type PrintedQuantity = FigureKey | (typeof printedWords)[number];

const printedWords = ["fileFirst", "fileLast", "fileTickers", "first", "last"] as const;

/** Python's and statsmodels' ways to print: fixed3 is {:.3f}, significant4 is %#.4g, percent1 is {:.1%}. */
export type PrintedFormat = "date" | "names" | "count" | "dollars" | `${"fixed" | "significant" | "percent"}${number}`;

const knownQuantities: ReadonlySet<string> = new Set([...printedWords, ...Object.keys(figures)]);

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

import * as v from "valibot";
import { figures, type FigureKey } from "../figures/figures.ts";
import { FaultyTexts } from "../written-text.ts";

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
type PrintedQuantity = FigureKey | (typeof printedWords)[number];

const printedWords = ["fileFirst", "fileLast", "fileTickers", "first", "last"] as const;

/** Python's and statsmodels' ways to print: fixed3 is {:.3f}, significant4 is %#.4g, percent1 is {:.1%}. */
export type PrintedFormat = "date" | "names" | "count" | "dollars" | `${"fixed" | "significant" | "percent"}${number}`;

const knownQuantities: ReadonlySet<string> = new Set([...printedWords, ...Object.keys(figures)]);

const isPrintedQuantity = (value: unknown): value is PrintedQuantity => typeof value === "string" && knownQuantities.has(value);
const isPrintedFormat = (value: unknown): value is PrintedFormat =>
  typeof value === "string" && /^(?:date|names|count|dollars|(?:fixed|significant|percent)\d+)$/u.test(value);

const printedFigure: v.GenericSchema<unknown, PrintedFigure> = v.strictObject({
  section: v.string(),
  label: v.string(),
  asset: v.string(),
  factor: v.nullable(v.string()),
  quantity: v.custom<PrintedQuantity>(isPrintedQuantity, "is no quantity that the program computes"),
  printed: v.string(),
  format: v.custom<PrintedFormat>(isPrintedFormat, "is no way to print a figure"),
});

/** The list, checked. Throws naming every entry and field at fault: it is a file of ours. */
export function readPrintedFigures(content: unknown): readonly PrintedFigure[] {
  if (!Array.isArray(content)) throw new FaultyTexts("printed figures", ["printed-figures.json: is not a list"]);
  const read = v.safeParse(v.array(printedFigure), content);
  if (read.success) return read.output;
  const faults = read.issues.map((issue) => {
    const [index = 0, ...field] = (v.getDotPath(issue) ?? "").split(".");
    return `printed-figures.json: entry ${String(Number(index) + 1)}: ${field.join(".")}: ${issue.message}`;
  });
  throw new FaultyTexts("printed figures", faults);
}

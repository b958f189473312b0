/** What a cell holds: a number, nothing (NaN), or text (null). */
type CellNumber = number | null;

const blank = /^(?:|\.|-|--|na|n\/a|#n\/a|#n\/a n\/a|nan|null|none|nat)$/iu;
const plainDecimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u;
/** Longer cells are no numbers, and no pattern is tried on them. */
const longestNumber = 60;

/** The number of a cell: with a currency's or a percent sign, with thousands marked, with either decimal mark. */
export function cellNumber(text: string, decimal: "." | ","): CellNumber {
  if (text.length > longestNumber) return null;
  // Most cells are plain decimals already.
  if (decimal === "." && plainDecimal.test(text)) return finite(Number(text));
  const cell = text.trim();
  if (blank.test(cell)) return NaN;
  const bare = cell.replace("\u2212", "-").replace(/^([+-]?)[$€£]/u, "$1").replace(/%$/u, "").trim();
  const pointed = decimal === "," ? bare.replaceAll(/[.,]/gu, (mark) => (mark === "," ? "." : ",")) : bare;
  const digits = grouped.test(pointed) ? pointed.replaceAll(",", "") : pointed;
  if (!plainDecimal.test(digits)) return null;
  return finite(Number(digits));
}

const finite = (value: number): CellNumber => (Number.isFinite(value) ? value : null);

/**
 * The decimal mark of a file's cells: the later of two in one cell, else the only one there is. Commas that could all
 * mark thousands ("1,100") do so between columns that commas part, and are decimal otherwise.
 */
export function decimalMark(cells: Iterable<string>, delimiter: string): "." | "," {
  let commas = 0;
  let points = 0;
  let thousands = 0;
  for (const cell of cells) {
    if (cell.length > longestNumber || !/^[\s+\-$€£%\d.,]+$/u.test(cell) || !/\d/u.test(cell)) continue;
    const [comma, point] = [cell.lastIndexOf(","), cell.lastIndexOf(".")];
    if (comma > point && point >= 0) commas += 1000;
    else if (point > comma) points += comma >= 0 ? 1000 : 1;
    else if (comma >= 0) {
      commas++;
      if (/^[^\d]*[1-9]\d{0,2}(?:,\d{3})+[^\d]*$/u.test(cell)) thousands++;
    }
  }
  if (commas === 0 || points > commas) return ".";
  return thousands === commas && (delimiter === "," || points > 0) ? "." : ",";
}

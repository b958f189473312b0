import type { ImportFacts } from "./import-facts.ts";
import { importNotes } from "./import-notes.ts";
import { count } from "./numbers.ts";

const layouts = {
  course: "the course's file",
  french: "French's library, percent made decimal",
  prices: "prices, made simple returns",
  returns: "decimal returns",
} as const;

/** The terminal's report on an imported file: a title, one line per series, then notes. */
export function importWords(facts: ImportFacts): readonly string[] {
  const { file, sha256, series } = facts;
  const widest = Math.max(...series.map(({ id }) => id.length));
  return [
    `${file}: ${formWords(facts)} (sha ${sha256.slice(0, 7)})`,
    ...series.map((one) => `  ${one.id.padEnd(widest)}  ${seriesLine(one)}`),
    ...importNotes(facts).map((note) => `  ${note}`),
  ];
}

/** "daily excess returns, 7,974 rows, 1993-02-01 to 2024-12-31, no blanks". */
export function seriesLine(one: ImportFacts["series"][number]): string {
  const nature = one.kind === "rate" ? "rate" : `${one.kind} returns`;
  return `${one.frequency} ${nature}, ${count(one.rows)} rows, ${one.first} to ${one.last}, ${blankWords(one)}`;
}

/** "yfinance: prices, made simple returns", or the layout alone where the table is a plain one. */
export function formWords({ form, layout, vintage, series, notes, holdsPrices }: Pick<ImportFacts, "form" | "layout" | "vintage" | "series" | "notes" | "holdsPrices">): string {
  const edition = vintage === null ? "" : `, ${vintage}`;
  const isRates = series.every(({ kind }) => kind === "rate");
  const isDecimalFrench = layout === "french" && notes.some(({ kind }) => kind === "decimal");
  const isPercent = layout === "returns" && notes.some((note) => note.kind === "divided" && note.divisor === 100);
  const content = isRates ? "rates per row, decimal" : isDecimalFrench ? "French's factors, decimal already" : layout === "returns" && holdsPrices ? "prices, made simple returns, and other columns" : isPercent ? "returns" : layouts[layout];
  return `${form === "table" || layout === "french" ? "" : `${form}: `}${content}${edition}`;
}

/** "no blanks", or "63 blank inside, 6,042 blank before". */
function blankWords({ blanks, blanksBefore, blanksAfter }: ImportFacts["series"][number]): string {
  const parts = [
    ...(blanks > 0 ? [`${count(blanks)} blank inside`] : []),
    ...(blanksBefore > 0 ? [`${count(blanksBefore)} blank before`] : []),
    ...(blanksAfter > 0 ? [`${count(blanksAfter)} blank after`] : []),
  ];
  return parts.length === 0 ? "no blanks" : parts.join(", ");
}

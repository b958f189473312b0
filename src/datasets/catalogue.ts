import type { Frequency, Series } from "../engine/series.ts";
import { regions } from "./read-options.ts";

/** Facts about a series that follow from its id. */
interface CatalogueEntry {
  readonly name: string;
  /** The kind of a published factor, part of its definition; null for an asset. */
  readonly kind: Series["kind"] | null;
}

const asset = (name: string): CatalogueEntry => ({ name, kind: null });
const factor = (name: string): CatalogueEntry => ({ name, kind: "excess" });

/** In the order of the course: its assets, other assets a class meets, then the factors. */
const entries: Readonly<Record<string, CatalogueEntry>> = {
  SPY: asset("SPDR S&P 500 ETF"),
  WMT: asset("Walmart"),
  JPM: asset("JPMorgan Chase"),
  MSFT: asset("Microsoft"),
  AAPL: asset("Apple"),
  AMD: asset("Advanced Micro Devices"),
  AMZN: asset("Amazon"),
  BABA: asset("Alibaba"),
  BAC: asset("Bank of America"),
  BBY: asset("Best Buy"),
  "BRK-B": asset("Berkshire Hathaway"),
  COST: asset("Costco"),
  CVX: asset("Chevron"),
  GE: asset("General Electric"),
  GM: asset("General Motors"),
  GOOG: asset("Alphabet (Google)"),
  HD: asset("Home Depot"),
  JNJ: asset("Johnson & Johnson"),
  KO: asset("Coca-Cola"),
  LLY: asset("Eli Lilly"),
  MA: asset("Mastercard"),
  META: asset("Meta Platforms (Facebook)"),
  MRK: asset("Merck"),
  NVDA: asset("NVIDIA"),
  PEP: asset("PepsiCo"),
  PFE: asset("Pfizer"),
  PG: asset("Procter & Gamble"),
  RRC: asset("Range Resources"),
  SBUX: asset("Starbucks"),
  T: asset("AT&T"),
  TSLA: asset("Tesla"),
  UAA: asset("Under Armour"),
  UNH: asset("UnitedHealth"),
  XOM: asset("ExxonMobil"),
  "Mkt-RF": factor("Market minus the risk-free rate"),
  SMB: factor("Size: small minus big (3-factor file)"),
  HML: factor("Value: high minus low book-to-market"),
  RF: { name: "Risk-free rate (Treasury bill)", kind: "rate" },
  SMB5: factor("Size: small minus big (5-factor file)"),
  RMW: factor("Profitability: robust minus weak"),
  CMA: factor("Investment: conservative minus aggressive"),
  MOM: factor("Momentum: winners minus losers"),
  ST_Rev: factor("Short-term reversal"),
  LT_Rev: factor("Long-term reversal"),
};

const ids = Object.keys(entries);

/** A display name: "JPMorgan Chase"; the id where none is known. */
export function nameOf(id: string): string {
  return entries[id]?.name ?? id;
}

/** The kind of a published factor ("Mkt-RF" is an excess return, "RF" a rate), null for anything else. */
export function factorKind(id: string): Series["kind"] | null {
  return entries[id]?.kind ?? null;
}

/** A published factor, of the US or (Europe_SMB) of another region. */
export function isPublishedFactor(id: string): boolean {
  const region = regions.find((one) => id.startsWith(`${one}_`));
  return factorKind(region === undefined ? id : id.slice(region.length + 1)) !== null;
}

/** A portfolio long one leg and short another (SMB), which no rate funds; the market's excess return is no such one. */
export const isZeroCost = (id: string): boolean => factorKind(id) === "excess" && id !== "Mkt-RF";

const frequencies: readonly Frequency[] = ["daily", "weekly", "monthly", "annual"];

/** Assets before factors, each in the course's order; assets that the course does not list come last among assets. */
export function compareByCatalogue(a: Pick<Series, "id" | "frequency">, b: Pick<Series, "id" | "frequency">): number {
  const position = (id: string) => (id in entries ? ids.indexOf(id) : ids.indexOf("Mkt-RF") - 0.5);
  return position(a.id) - position(b.id) || frequencies.indexOf(a.frequency) - frequencies.indexOf(b.frequency);
}

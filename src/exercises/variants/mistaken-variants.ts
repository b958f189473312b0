/** Variants that people work on by mistake in place of their own: another stock, another column, a window half cut, a neighbour's variant. */
import { budgetsGivenOut, chapterPairs, decades, fullSample, isTicker, sharesGivenOut, tickers } from "./variant.ts";
import type { Variant, YearWindow } from "./variant.ts";

/** The chapter uses both for the market. */
export function otherFactor(variant: Variant): Variant | null {
  if (variant.factor === "SPY") return { ...variant, factor: "Mkt-RF" };
  return variant.factor === "Mkt-RF" ? { ...variant, factor: "SPY" } : null;
}

/** The course's other stocks but the one it is compared with, each on the factor of its own and on the variant's. */
export function thirdStocks(variant: Variant): readonly (readonly Variant[])[] {
  const third = tickers.filter((ticker) => ticker !== variant.asset && ticker !== variant.comparison?.asset);
  return third.map((asset) => [...new Set([variant.factor, chapterPairs[asset].factor])].map((factor) => onPair(variant, asset, factor)));
}

/** Columns that lie beside the factor's: those of the same file, and the stock that it is compared with. */
export function otherColumns(variant: Variant): readonly Variant[] {
  const columns = [...frenchColumns, ...(variant.comparison === null ? [] : [variant.comparison.asset])];
  return columns.filter((column) => column !== variant.asset && column !== variant.factor).map((factor) => ({ ...variant, factor }));
}

const frenchColumns = ["SMB", "HML", "RF"] as const;

/** Cut at one end only; none where the window has not two. */
export function halfCutWindows({ id, from, to }: YearWindow): { readonly endNotCut: YearWindow; readonly startNotCut: YearWindow } | null {
  if (from === undefined || to === undefined) return null;
  return { endNotCut: { id: `${id} and on`, from }, startNotCut: { id: `until ${id}`, to } };
}

/** The chapter's variants that differ from this one in more than one choice: what differs in one has a name of its own. */
export function neighboursVariants(variant: Variant): readonly Variant[] {
  if (!isTicker(variant.asset)) return [];
  const budgets = variant.budget === null ? [null] : budgetsGivenOut;
  const shares = variant.share === null ? [null] : sharesGivenOut;
  const all = tickers.flatMap((asset) =>
    [fullSample, ...decades].flatMap((window) => budgets.flatMap((budget) => shares.map((share) => ({ ...onPair(variant, asset, chapterPairs[asset].factor), window, budget, share })))),
  );
  return all.filter((other) => differences(variant, other) > 1);
}

const differences = (one: Variant, other: Variant): number =>
  [one.asset !== other.asset, one.window.from !== other.window.from || one.window.to !== other.window.to, one.budget !== other.budget, one.share !== other.share].filter(Boolean).length;

function onPair(variant: Variant, asset: (typeof tickers)[number], factor: string): Variant {
  const { other } = chapterPairs[asset];
  return { ...variant, asset, factor, comparison: { asset: other, factor: chapterPairs[other].factor } };
}

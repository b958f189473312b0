import { asTyped } from "../numbers.ts";
import { escaped, plain } from "../plain.ts";
import { timestamp } from "../timestamp.ts";

/** What a correction made of one part's key and tolerance. */
interface ChangedKey {
  /** Null where the check has no other part. */
  readonly label: string | null;
  readonly key: { readonly from: string; readonly to: string } | null;
  /** Relative. */
  readonly tolerance: { readonly from: number; readonly to: number } | null;
}

/** A correction of a check that stands; `at` in epoch milliseconds. */
export interface ShownCorrection {
  readonly at: number;
  /** What the instructor gave; null where nothing was given, or the class may not read it yet. */
  readonly reason: string | null;
  readonly changes: readonly ChangedKey[];
}

/** "β 1.188 → 1.118, right within 1% → 2% of the key". */
export function keyChangeWords({ label, key, tolerance }: ChangedKey): string {
  const words = [
    ...(key === null ? [] : [`${plain(key.from)} → ${plain(key.to)}`]),
    ...(tolerance === null ? [] : [`right within ${toleranceText(tolerance.from)} → ${toleranceText(tolerance.to)} of the key`]),
  ].join(", ");
  return label === null || label === key?.from ? words : `${escaped(label)} ${words}`;
}

export const toleranceText = (relative: number): string => `${asTyped(Number((relative * 100).toPrecision(10)))}%`;

/** One line for each correction, for the class. `withKeys`: whether it may read the keys. */
export const correctionLines = (corrections: readonly ShownCorrection[], withKeys: boolean): readonly string[] =>
  corrections.map(({ at, reason, changes }) => {
    const isKey = changes.length === 0 || changes.some(({ key }) => key !== null);
    const shown = withKeys ? changes : isKey ? [] : changes.map((change) => ({ ...change, key: null }));
    const what = shown.length === 0 ? "" : `: ${shown.map(keyChangeWords).join("; ")}`;
    return `**${isKey ? "Key" : "Tolerance"} corrected** ${timestamp(at, "f")}${what}. All answers were marked again; the better mark counts.${reason === null ? "" : ` Reason: ${plain(reason, 300)}`}`;
  });

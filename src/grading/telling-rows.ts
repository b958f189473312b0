/**
 * Which rows tell a key. What is withheld while a check is open is decided by the stock and the days that a reply rests
 * on, and never by whether one of its numbers happens to be the key's: else the refusals themselves would say the key.
 *
 * A window that holds a fifth of a question's days or more tells too much. Measured on eight questions on JPM, WMT, MSFT
 * and KO (all rows, and eight to ten years), with 40 windows of each length inside each: of the windows with half of the
 * days 8% have β within 1% of the key and 11% R², in the worst question 35 and 38%; of those with a fifth 4 and 5%, of
 * those with a tenth 4 and 2%; α is in 1% and less. Two windows that are answered hold less than two fifths of the days
 * together, so that no two of them pool to the keys; nor does a wider one less a narrower, since a window with all of the
 * days in it is withheld however many others it has.
 */
import { msPerDay } from "../calendar.ts";

/** ISO dates. */
export interface Rows {
  readonly first: string;
  readonly last: string;
}

/** The share of a question's days from which on an analysis of its stock is withheld. */
export const tellingShare = 0.2;

/** Share of the days of two windows that is in both: from this on they are one window, for which others' variants are withheld. */
export const sameWindow = 0.8;

/** The share of a question's days, 0 to 1, that lies in a window. It never falls when the window grows. */
export function shareOfQuestion(window: Rows, question: Rows): number {
  const [from, to, start, end] = dayNumbers(window, question);
  return Math.max(0, Math.min(to, end) - Math.max(from, start) + 1) / (end - start + 1);
}

/** Days in both windows, over days in either. */
export function windowOverlap(one: Rows, other: Rows): number {
  const [a, b, c, d] = dayNumbers(one, other);
  return Math.max(0, Math.min(b, d) - Math.max(a, c) + 1) / (Math.max(b, d) - Math.min(a, c) + 1);
}

const dayNumbers = (one: Rows, other: Rows): readonly [number, number, number, number] =>
  [one.first, one.last, other.first, other.last].map((date) => Date.parse(date) / msPerDay) as [number, number, number, number];

/** Whether rows tell a question's key: of the question that its reader has, by the share of its days; of a neighbour's variant, as the same window. */
export const tellsRows = (window: Rows, question: Rows, isOwn: boolean): boolean =>
  isOwn ? shareOfQuestion(window, question) >= tellingShare : windowOverlap(window, question) >= sameWindow;

/** The same stock, or the pair the other way round. */
export const isOfPair = ({ asset, factors }: { readonly asset: string; readonly factors: readonly string[] }, pair: { readonly asset: string; readonly factor: string }): boolean =>
  asset === pair.asset || (asset === pair.factor && factors.includes(pair.asset));

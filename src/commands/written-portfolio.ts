import { findTyped } from "./options/find-typed.ts";
import { namedSeries } from "./options/named-series.ts";
import { isWeighted } from "./options/series-list.ts";
import type { AppContext } from "./app-context.ts";
import type { Option, RawOption } from "./options/option.ts";

/** A portfolio that stands among other words. */
interface WrittenPortfolio {
  readonly text: string;
  /** The options' texts with `portfolioMark` in its place: one word. */
  readonly marked: Readonly<Record<string, RawOption>>;
}

/** Of Unicode's private use: nobody types it. */
export const portfolioMark = "\uE000";

const name = String.raw`\p{L}[\p{L}\p{N}.&_]*(?:-(?:RF|B|A)\b)?`;
const weight = String.raw`(?:(?:\d+\.?\d*|\.\d+)\s*(?:[*×]|%\s*(?:of\b)?)\s*)`;
const sum = String.raw`[-−]?\(?${weight}?${name}(?:(?:\s*[-+−]\s*|\s+(?:plus|minus)\s+)${weight}?${name})+\)?(?:\s*\/\s*\d+)?`;
const shares = String.raw`${weight}${name}(?:\s*(?:,|&|\band\b)?\s*${weight}${name})*`;
const expression = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${sum}|${shares})(?![\p{L}\p{N}])`, "iu");

/**
 * "0.6*JPM + 0.4*WMT" in "0.6*JPM + 0.4*WMT 2008 monthly": the first sum of names in the open texts that an option of one
 * series reads, of a weighted sum also one of a list, and that is no name by itself. Null where there is none.
 */
export function writtenPortfolio(
  options: Readonly<Record<string, Option<unknown>>>,
  raw: Readonly<Record<string, RawOption>>,
  open: readonly string[],
  context: AppContext,
): WrittenPortfolio | null {
  const names = Object.keys(options).filter((each) => options[each]?.series !== undefined);
  const reader = names.find((each) => options[each]?.series?.max === 1) ?? names[0];
  const isList = reader !== undefined && options[reader]?.series?.max !== 1;
  for (const each of reader === undefined ? [] : open) {
    const whole = raw[each];
    const text = typeof whole === "string" ? expression.exec(whole)?.[0] : undefined;
    if (reader === undefined || typeof whole !== "string" || text === undefined || namedSeries(text, context) !== null) continue;
    // Between names alone a plus sign parts a list.
    const isRead = isList ? isWeighted.test(text) && findTyped(text, context).ok : options[reader]?.read(text, reader, context).ok === true;
    if (isRead) return { text, marked: { ...raw, [each]: whole.replace(text, ` ${portfolioMark} `) } };
  }
  return null;
}

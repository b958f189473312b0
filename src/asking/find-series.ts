import { spellingDistance } from "../spelling-distance.ts";
import type { KnownSeries } from "./understanding.ts";

/** What stands in the text for an asset once it is found. */
export const assetWord = "thisasset";

export interface FoundSeries {
  /** Ids in the order they stand in; an unknown ticker as it was written. */
  readonly assets: readonly string[];
  readonly rest: string;
}

interface SeriesMention {
  readonly index: number;
  readonly length: number;
  readonly id: string;
}

/** Other ways people write a company or a fund than its ticker and its name. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  SPY: ["S&P 500", "S&P500", "S and P 500", "SP500", "S&P", "SPDR"],
  JPM: ["J.P. Morgan", "J P Morgan", "JP Morgan", "JPMorgan", "JP Morgan Chase", "JPMC", "Chase"],
  WMT: ["Wal-Mart", "Wal Mart", "Wallmart"],
  GOOG: ["Google", "Alphabet"],
  META: ["Facebook"],
  BAC: ["BofA"],
  XOM: ["Exxon", "Exxon Mobil"],
  "Mkt-RF": ["Mkt RF", "MktRF", "Mkt - RF", "the Fama-French market", "market minus rf"],
  MOM: ["UMD"],
};

/** Finds the series by id, by name, by a mistyped name, and tickers that are written like one but not loaded. */
export function findSeries(text: string, known: readonly KnownSeries[], isWord: (word: string) => boolean): FoundSeries {
  const assets = known.filter(({ role }) => role === "asset");
  const mentions = [
    ...assets.flatMap((series) => mentionsOf(text, series)),
    ...misspelledMentions(text, assets, isWord),
    ...unknownTickers(text, isWord),
  ].sort((one, other) => one.index - other.index || other.length - one.length);
  const distinctMentions = mentions.filter((mention, index) =>
    mentions.slice(0, index).every(({ index, length }) => mention.index >= index + length),
  );
  let rest = "";
  let end = 0;
  for (const { index, length } of distinctMentions) {
    rest += `${text.slice(end, index)} ${assetWord} `;
    end = index + length;
  }
  return {
    assets: [...new Set(distinctMentions.map(({ id }) => id))],
    rest: rest + text.slice(end),
  };
}

function mentionsOf(text: string, { id, name }: KnownSeries): readonly SeriesMention[] {
  const anyCase = [name, ...firstWords(name), ...(otherNames[id] ?? []), ...(id.length > 2 ? [id] : [])];
  return anyCase
    .map((written) => ({ written, flags: "giu" }))
    .concat(id.length > 2 ? [] : [{ written: id, flags: "gu" }])
    .flatMap(({ written, flags }) => {
      const pattern = written.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
      return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags))].map(
        ({ index, 0: found }) => ({ index, length: found.length, id }),
      );
    });
}

/** "Walmart" of "Walmart", "ExxonMobil" of "ExxonMobil": the first word where it can be nothing but the name. */
const firstWords = (name: string): readonly string[] => {
  const [first = ""] = name.split(" ");
  return first.length >= 6 && !/^(?:market|general|short|profitability|investment|momentum|advanced|under|range)/iu.test(first) ? [first] : [];
};

function misspelledMentions(text: string, assets: readonly KnownSeries[], isWord: (word: string) => boolean): readonly SeriesMention[] {
  const names = assets.flatMap(({ id, name }) =>
    [...firstWords(name), ...(otherNames[id] ?? [])].filter((one) => /^\p{L}{6,}$/u.test(one)).map((one) => ({ id, one: one.toLowerCase() })),
  );
  return [...text.matchAll(/\p{L}{6,}/gu)].flatMap(({ index, 0: word }): SeriesMention[] => {
    if (isWord(word.toLowerCase())) return [];
    const near = names.find(({ one }) => spellingDistance(word.toLowerCase(), one) <= (one.length >= 9 ? 2 : 1));
    return near ? [{ index, length: word.length, id: near.id }] : [];
  });
}

/** Two to five capital letters that are no word of the course, in a text that is not all capitals. */
function unknownTickers(text: string, isWord: (word: string) => boolean): readonly SeriesMention[] {
  if (!/\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(/(?<![\p{L}\p{N}/.-])[A-Z]{2,5}(?![\p{L}\p{N}/-])/gu)]
    .filter(({ 0: word }) => !isWord(word.toLowerCase()))
    .map(({ index, 0: word }) => ({ index, length: word.length, id: word }));
}

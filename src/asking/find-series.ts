import { spellingDistance } from "../spelling-distance.ts";
import type { KnownCompany, KnownSeries } from "./understanding.ts";

/** What stands in the text for an asset once it is found. */
export const assetWord = "thisasset";

interface FoundSeries {
  /** Ids in the order they stand in; an unknown ticker as it was written. */
  readonly assets: readonly string[];
  /** Those that are said not to be meant: "JPM instead of WMT". */
  readonly refused: readonly string[];
  readonly rest: string;
}

interface SeriesMention {
  readonly index: number;
  readonly length: number;
  readonly id: string;
}

/** What a mention is looked for by: an asset that is loaded, or a company that people ask for and that is not. */
interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** Other ways people write a factor; a company's and a fund's are in companies.json. */
const factorNames: Readonly<Record<string, readonly string[]>> = {
  "Mkt-RF": ["Mkt RF", "MktRF", "Mkt - RF", "the Fama-French market", "market minus rf"],
  MOM: ["UMD"],
};

/** Tickers that are words when they are written small: they count in capitals alone. */
const wordTickers: ReadonlySet<string> = new Set("UPS COST MA ALL ARE IT ON SO NOW KEY LOW HAS CAN ANY BIG FAST REAL WELL SEE PM MO CL MS DE SNAP UBER COIN COP HON F C T V A MU SHOP HOOD SPOT SAP EA CI GIS TM BP UL DB KR GD MAR NEE LIN SQ ABT DAL LUV PARA".split(" "));

/** Finds the series by id, by name, by a mistyped name, and tickers that are written like one but not loaded. */
export function findSeries(text: string, known: readonly KnownSeries[], companies: readonly KnownCompany[], isWord: (word: string) => boolean): FoundSeries {
  const loaded = known.filter(({ role }) => role === "asset").map(({ id, name }): Named => ({ id, names: [name, ...firstWords(name), ...(factorNames[id] ?? [])] }));
  const aliases = new Map(companies.map(({ ticker, aliases: written }) => [ticker, written]));
  const loadedIds = new Set(loaded.map(({ id }) => id));
  const assets = [
    ...loaded.map(({ id, names }) => ({ id, names: [...names, ...(aliases.get(id) ?? [])] })),
    ...companies.filter(({ ticker }) => !loadedIds.has(ticker)).map(({ ticker, name, aliases: written }): Named => ({ id: ticker, names: [name, ...written] })),
  ];
  const factors = new Set(known.filter(({ role }) => role === "factor").map(({ id }) => id));
  const sure = [
    ...assets.flatMap((asset) => mentionsOf(text, asset)),
    ...misspelledMentions(text, assets, isWord),
    ...unknownTickers(text, isWord).filter(({ id }) => !factors.has(id)),
  ];
  const mentions = [
    ...sure,
    ...smallWordTickers(text, assets, sure),
  ].sort((one, other) => one.index - other.index || other.length - one.length);
  const distinctMentions = mentions.filter((mention, index) =>
    mentions.slice(0, index).every(({ index: earlier, length }) => mention.index >= earlier + length || mention.index < earlier),
  );
  // "Tesla, no wait, Nike": what was taken back is not meant.
  const corrected = [...text.matchAll(/\b(?:no wait|wait u|wait you|i mean|i meant|sorry|scratch that|you(?:'ve| have)? only)\b/giu)].filter(({ index, 0: words }) => distinctMentions.some((mention) => mention.index > index && mention.index < index + words.length + (/only$/iu.test(words) ? 40 : 18))).at(-1) ?? null;
  const isRefused = ({ index }: SeriesMention): boolean => /\b(?:not|instead of|rather than|dont use|do not use)(?: with| on| the)? ?$/iu.test(text.slice(0, index));
  // "80% CI for JPM" and "on zoom" name no company.
  const isNone = ({ index, length, id }: SeriesMention, _at: number, all: readonly SeriesMention[]): boolean => isTerm(text, index, length, all.some((other) => other.id !== id)) || isPlace(text, index, length);
  const named = distinctMentions.filter((mention, at, all) => !isNone(mention, at, all));
  const meant = (corrected === null ? named : named.filter(({ index }) => index > corrected.index)).filter((mention) => !isRefused(mention));
  const kept = meant.length > 0 ? meant : named;
  let rest = "";
  let end = 0;
  for (const { index, length } of named) {
    rest += `${text.slice(end, index)} ${assetWord} `;
    end = index + length;
  }
  return { assets: [...new Set(kept.map(({ id }) => id))], refused: [...new Set(named.filter(isRefused).map(({ id }) => id))], rest: rest + text.slice(end) };
}

/** A name or ticker on its own, with a plural s as students type it; letters of other scripts may touch it. */
function mentionsOf(text: string, { id, names }: Named): readonly SeriesMention[] {
  const anyCase = [...names, ...(id.length > 1 && !wordTickers.has(id) ? [id] : [])];
  return anyCase
    .map((written) => ({ written, flags: "giu" }))
    .concat(wordTickers.has(id) && id.length > 1 ? [{ written: id, flags: "gu" }] : [])
    // One letter is a ticker only where a series can stand.
    .concat(id.length === 1 ? [{ written: `(?:(?<=\\b(?:of|for|alpha|beta|vol|on|with|in|hedge|is|does) )${id}(?= \\(|[,?.]|$| (?:alpha|beta|vol|on|with|against|vs|versus|since|weekly|monthly|over|before|after|without|excluding)\\b| (?:from|in|during) (?:19|20)\\d\\d)|^${id}(?= (?:alpha|beta|vol)\\b(?:[,?]|$| (?:since|before|after|over)\\b| (?:from|in|during)? ?(?:19|20)\\d\\d)))`, flags: "gu" }] : [])
    .flatMap(({ written, flags }) => {
      const pattern = written.startsWith("(?:(?<=") ? written : written.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
      // "c" and "d" behind an apostrophe are parts of words.
      return [...text.matchAll(new RegExp(`(?<![A-Za-z0-9'])${pattern}(?:'?s)?(?![A-Za-z0-9])`, flags))].map(({ index, 0: found }) => ({ index, length: found.length, id }));
    });
}

/** Of these, small letters are never the ticker: they are in any sentence. */
const functionWords: ReadonlySet<string> = new Set("ALL ARE IT ON SO NOW HAS CAN ANY BIG FAST REAL WELL SEE PM MO MA MS DE SAP CI MU TM UL DB PARA LIN EA ABT DAL MAR".split(" "));
const asked = String.raw`(?:betas?|alphas?|sharpe|vol|volatility|r2|r\^2|drawdown|regression|residuals?|correlation|appraisal|treynor)`;

/**
 * A word that is a ticker too, written small, where a name is due: behind "beta of" with nothing but conditions after it,
 * before "'s alpha", or beside another asset in a list. "The cost of hedging" stays a cost.
 */
function smallWordTickers(text: string, assets: readonly Named[], sure: readonly SeriesMention[]): readonly SeriesMention[] {
  const ids = assets.map(({ id }) => id).filter((id) => id.length > 2 && wordTickers.has(id) && !functionWords.has(id));
  if (ids.length === 0) return [];
  return [...text.matchAll(new RegExp(`(?<![A-Za-z0-9'$-])(${ids.join("|").toLowerCase()})('?s)?(?![A-Za-z0-9-])`, "gu"))].flatMap(({ index, 0: found, 1: word = "" }): readonly SeriesMention[] => {
    const [before, after] = [text.slice(0, index).toLowerCase(), text.slice(index + found.length).toLowerCase()];
    const endsThere = new RegExp(`^\\s*(?:$|[?!,.;)(]|(?:on|in|with|since|from|vs\\.?|versus|and|against|over|monthly|weekly|daily|before|after|during|until|without|excluding|between|to|w|ff\\d|for|using|please|pls|the last|last|19|20|is|was|higher|lower|bigger|greater|smaller)(?![A-Za-z]))`, "u").test(after);
    const isDue = new RegExp(`\\b(?:${asked}|regress\\w*|hedge|hedging|describe|returns?|stats?|table|share) (?:(?:of|for|on|in) )?(?:the )?$|\\b(?:run|do|try|use|compare|same for|what about|how about|and|for) $`, "u").test(before) && endsThere;
    const isOwner = found.includes("'") ? new RegExp(`^ ${asked}\\b`, "u").test(after) : word !== "low" && word !== "key" && /(?:^|\b(?:is|are|does|did|has|what is|compute|get) )$/u.test(before) && new RegExp(`^ ${asked}\\b`, "u").test(after);
    const isListed = sure.some(({ index: other, length }) => (other > index ? beside : besideBefore).test(other > index ? text.slice(index + found.length, other) : text.slice(other + length, index)) && (other > index || endsThere || beside.test(after.slice(0, 5))));
    return isDue || isOwner || isListed ? [{ index, length: found.length, id: word.toUpperCase() }] : [];
  });
}

const beside = /^ ?(?:,|,? and|vs\.?|versus|or|&|\/|\+|-|than)? ?$/iu;
const besideBefore = /^(?:'?s)? ?(?:,|,? and|vs\.?|versus|or|&|\/|\+|-|than)? ?$/iu;

/** "Walmart" of "Walmart", "ExxonMobil" of "ExxonMobil": the first word where it can be nothing but the name. */
const firstWords = (name: string): readonly string[] => {
  const [first = ""] = name.split(" ");
  return first.length >= 6 && !/^(?:market|general|short|profitability|investment|momentum|advanced|under|range|american|united|international|target|invesco|ishares|vanguard|taiwan|philip|texas)/iu.test(first) ? [first] : [];
};

function misspelledMentions(text: string, assets: readonly Named[], isWord: (word: string) => boolean): readonly SeriesMention[] {
  const names = assets.flatMap(({ id, names: written }) => written.filter((one) => /^\p{L}{6,}$/u.test(one)).map((one) => ({ id, one: one.toLowerCase() })));
  return [...text.matchAll(/[A-Za-z]{6,}/gu)].flatMap(({ index, 0: word }): SeriesMention[] => {
    if (isWord(word.toLowerCase())) return [];
    const near = names.find(({ one }) => spellingDistance(word.toLowerCase(), one) <= (one.length >= 9 ? 2 : 1));
    return near ? [{ index, length: word.length, id: near.id }] : [];
  });
}

/** Capital letters that are an abbreviation of something else. */
const abbreviations: ReadonlySet<string> = new Set("OLS HAC SE CI PNL TA HW PF FF IR DW JB CAPM GRS VAR SD STD ROI ETF USD EUR IMO FAQ LOL BTW TL DR OK CSV API NAN RF EQ VIF AIC BIC GFC COVID NYSE FOMC PM PDF ML SQL ELI VIX ESG GPA PHD MBA CEO ALM LTCM MPT HFT FAANG AI PD LGD NYC EU GDP CPI AUM NAV BPS QA HR HIPAA ABC SEC IRS USA UK EU AM TE DD SR AR ADF SER OLSR NB ATM DC AC".split(" "));

/** Whether capital letters are the course's own term there and not the company of that ticker. */
function isTerm(text: string, index: number, length: number, isOtherNamed: boolean): boolean {
  return abbreviations.has(text.slice(index, index + length).replace(/'?s$/u, "")) && (isOtherNamed || /\d ?%? ?$/u.test(text.slice(0, index)) || /^ (?:for|of|on|around)\b/u.test(text.slice(index + length)));
}

/** Whether it is where people meet: "on zoom", "the zoom link". */
function isPlace(text: string, index: number, length: number): boolean {
  return /^zoom$/iu.test(text.slice(index, index + length)) && (/\b(?:on|via|over|by|through|a|the|in) $/iu.test(text.slice(0, index)) || /^ (?:links?|calls?|meetings?|rooms?|ids?|sessions?|recordings?)\b/iu.test(text.slice(index + length)));
}

/** Two to five capital letters that are no word of the course, in a text that is not all capitals. */
function unknownTickers(text: string, isWord: (word: string) => boolean): readonly SeriesMention[] {
  if (!/\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(/(?<![\p{L}\p{N}/.'_-])[A-Z]{2,5}(?![\p{L}\p{N}/_(-])/gu)]
    .filter(({ 0: word }) => !isWord(word.toLowerCase()) && !abbreviations.has(word))
    .map(({ index, 0: word }) => ({ index, length: word.length, id: word }));
}

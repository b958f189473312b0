import { foldName } from "../glossary/fold-name.ts";
import { askedQuantity } from "./asked-quantity.ts";
import { changeSupposed, comparesTimes, nowInChange, testsChange } from "./asked-change.ts";
import { cleanQuestion } from "./clean-question.ts";
import { commonWords } from "./common-words.ts";
import { matterOf } from "./course-matters.ts";
import { courseWords } from "./course-words.ts";
import { findAims } from "./find-aims.ts";
import { findConditions } from "./find-conditions.ts";
import { findFactors } from "./find-factors.ts";
import { findGiven } from "./find-given.ts";
import { assetWord, findSeries } from "./find-series.ts";
import { findHedgeRatio } from "./find-hedge-ratio.ts";
import { findMoney, moneyWord } from "./find-money.ts";
import { findPortfolio } from "./find-portfolio.ts";
import { findRows } from "./find-rows.ts";
import { findSettings, type Settings } from "./find-settings.ts";
import { findWindow } from "./find-window.ts";
import { dateWord } from "./relative-window.ts";
import { spellingCorrector } from "./spelling.ts";
import { termTranslator } from "./translate-terms.ts";
import type { Topics } from "./topic-index.ts";
import { withoutManner } from "./without-manner.ts";
import { wordForm } from "./word-form.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge } from "./understanding.ts";

const placeholders: readonly string[] = [assetWord, dateWord, moneyWord];

/** Takes questions apart with what is known of series and of the course's words. */
export function questionParser(knowledge: Omit<Knowledge, "classifier">, topics: Topics): (question: string) => ParsedQuestion {
  const isWord = (word: string): boolean => isEveryday(word) || topics.isGlossaryWord(word) || topics.isCourseWord(word);
  const names = knowledge.lessons.all.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const vocabulary = [...courseWords, ...names.flatMap((name) => foldName(name).split(" "))];
  const correctSpelling = spellingCorrector(vocabulary, (word) => isWord(word) || placeholders.includes(word));
  const translate = termTranslator(knowledge.terms);
  return (question) => {
    const cleaned = withoutManner(cleanQuestion(translate(question)));
    const { shares, rest: withoutShares } = findShares(withoutCorrected(cleaned));
    const found = findRows(withoutShares);
    const without = findSeries(found.rest, knowledge.series, knowledge.companies, isWord);
    // Who is named in the condition alone is whom the question is about; of nobody's rows it is no condition but the matter.
    const named = found.conditions.length > 0 && without.assets.length === 0 ? findSeries(cleaned, knowledge.series, knowledge.companies, isWord) : without;
    const mix = findPortfolio(named.rest, named.assets);
    const series = mix.expression === null ? named : { assets: [mix.expression, ...mix.others], rest: mix.rest };
    const window = findWindow(series.rest, knowledge.lastDay, (word) => courseWords.has(word) || topics.isGlossaryWord(word), (rows) => knowledge.dayOfRow?.(rows, series.assets[0] ?? null) ?? null);
    const money = findMoney(window.rest);
    const written = money.rest
      .replaceAll(/[αβρσε]/gu, (letter) => ` ${foldName(letter)} `)
      .replaceAll(/\binfo(?= ratios?\b)/gu, "information")
      // "More than twice as sensitive as the market": a β above 2.
      .replaceAll(/\btwice as (?=(?:sensitive|exposed|aggressive|reactive)\b.{0,12}\b(?:market|mkt|index)\b)/gu, "two as ")
      .replaceAll(/\p{L}{2,}/gu, correctSpelling)
      .replaceAll(/\s+/gu, " ")
      .trim();
    const { extreme, isOverTime, supposedAlpha, targetVolatility } = findAims(written);
    const text = extreme === null ? written : comparedQuantity(written);
    // A decimal is a number of the asker's own, unless it is one that the glossary speaks of ("0.0736").
    const glossaryText = text.replaceAll(/\d*\.(\d+)/gu, (whole, decimals: string) => (topics.isGlossaryWord(decimals) ? whole : " "));
    const words = foldName(glossaryText).split(" ").filter((word) => word !== "" && !placeholders.includes(word));
        const { given, rest: withoutGiven } = findGiven(text);
    const ofHedge = findHedgeRatio(withoutGiven);
    // What a move makes of such a hedge is no command's, and would turn the question round.
    const hasRatio = ofHedge.ratio !== null && series.assets.length > 0 && !/\d ?(?:%|percent|pct)/u.test(ofHedge.rest) && (money.dollars === null || money.dollars === 1);
    const ungiven = hasRatio ? ofHedge.rest : withoutGiven;
    // A premium that is given is of whatever factor the regression has.
    const factors = findFactors(ungiven).filter((id) => knowledge.series.some((known) => known.id === id));
    const { level, hypothesis, tTarget, move, supposed: ifClause, unsupported, unanswered } = findConditions(ungiven);
    const supposed = given.rf === null && given.premium === null && !hasRatio ? ifClause : null;
    // "What if I leave out October 2008": the call does what is supposed.
    const isHeld = window.without.length > 0 || window.from !== null || window.to !== null;
    const isLevered = mix.expression !== null && /\blever|\bborrow|\bmargin\b/iu.test(cleaned);
    const isSupposed = isLevered || supposedAlpha !== null || targetVolatility !== null;
    const suppositions = supposed !== null && !isHeld && !isSupposed ? [supposed] : [];
    const quantity = hasRatio ? "hedged-moments" : isOverTime ? "rolling" : askedQuantity(ungiven, { hasMove: move !== null, hasAmount: money.dollars !== null, hasTargetVolatility: targetVolatility !== null, hasSupposedAlpha: supposedAlpha !== null });
    const isBudgetPeriod = money.dollars !== null && money.horizon !== null && /\bbudget\b|\bposition\b|\bsize\b/u.test(text);
    const isTested = hypothesis !== null && hypothesis.value !== null && !testsChange.test(cleaned.toLowerCase());
    const isOneWindow = (window.unused.length === 0 || window.against !== null) && window.firstMonths === null && (window.from !== null || window.to !== null);
    const isComparable = isOneWindow && quantity !== "cumulative-return" && !isTested && extreme === null && move === null && series.assets.length === 1;
    const asksChange = isComparable && (window.against !== null || comparesTimes(cleaned.toLowerCase(), quantity !== null));
    const isAmongUsual = extreme !== null && series.assets.length === 0 && factors.length === 0 && amongAssets.test(text) && !amongAll.test(text);
    const assets = isAmongUsual ? usualAssets(knowledge) : series.assets;
    return {
      question,
      text,
      words,
      assets,
      refused: named.refused,
      isAmongUsual,
      factors,
      from: window.from,
      to: window.to,
      against: window.against,
      listed: window.listed,
      without: window.without,
      unclear: window.unclear.map((words) => asWritten(words, cleaned)),
      firstMonths: window.firstMonths,
      dollars: money.dollars,
      horizon: money.horizon,
      settings: withPeriod(settingsWithout(findSettings(ungiven), level ?? targetVolatility, move), text, move),
      quantity,
      level,
      hypothesis: /\beconomic(?:al(?:ly)?)? signific/u.test(text) ? null : hypothesis,
      tTarget,
      asksChange,
      changeSupposed: asksChange ? changeSupposed(cleaned.toLowerCase(), window) : null,
      given,
      hedgeRatio: hasRatio ? ofHedge.ratio : null,
      move,
      extreme,
      supposedAlpha,
      targetVolatility,
      unheld: [...suppositions, ...unanswered],
      unused: [
        ...found.conditions,
        ...shares,
        ...window.unused,
        ...(asksChange && window.against === null ? nowInChange(cleaned.toLowerCase()) : []),
        ...money.furtherAmounts,
        ...strayNumbers(ungiven, [level, hypothesis?.value ?? null, tTarget, move, supposedAlpha, targetVolatility]),
        ...suppositions,
        ...furtherModels(text),
        ...unsupported.filter((words) => !(mix.expression !== null && /^(?:portfolio|mix) of$/u.test(words)) && !(isBudgetPeriod && /week|quarter/u.test(words)) && !(asksChange && /\b(?:before|after(?:wards?)?|earlier|later|previously|chang\w+|rest of|structural break)\b/u.test(words))),
      ].map((words) => asWritten(words, cleaned)).filter((words, index, all) => !all.some((other, at) => other.length > words.length && other.includes(words) && at !== index)),
    };
  };
}

/** "Under CAPM and FF5", "FF3 vs FF5": a regression has one model, the last that is named. */
function furtherModels(text: string): readonly string[] {
  const models = [...text.matchAll(/\b(?:capm|carhart|ff ?-?[3-6])\b/gu)].map(([name]) => name.replaceAll(/[ -]/gu, ""));
  return /\b(?:capm|carhart|ff ?-?[3-6])(?: model)?,? ?(?:and|vs\.?|versus|or|to|,|&|\/|\+) ?(?:the )?(?:capm|carhart|ff ?-?[3-6])\b/u.test(text) ? [...new Set(models)].slice(0, -1) : [];
}

/** A position counted in shares: its dollars need a price, and the data are returns. */
function findShares(text: string): { readonly shares: readonly string[]; readonly rest: string } {
  const pattern = /(?<![\p{L}\p{N}.,$])(?:\d[\d,.]*k?|a (?:hundred|thousand)|(?:one|two|five|ten) (?:hundred|thousand)) shares?\b(?! (?:of (?:the )?(?:variance|risk)))/giu;
  const shares = [...text.matchAll(pattern)].map(([found]) => `${found}: these data have no prices, say how many dollars`);
  return { shares, rest: text.replaceAll(pattern, " a position ") };
}

/** "P&G no wait, Pfizer", "citi.. wait you do not have citi": what somebody takes back. */
const withoutCorrected = (text: string): string =>
  text
    .replaceAll(/(?<=^|\s)(\S+?)[.,…]* wait,? you do not have \1\b[.,…]*/giu, " ")
    .replaceAll(/(?<=^|\s)\S+[.,…]* (?:no wait|scratch that|no,? i mean(?:t)?)\b[,.:]*/giu, " ");

/** Decimals that no condition holds: "hedged with 1.395 when β is really 1.2". */
function strayNumbers(text: string, held: readonly (number | null)[]): readonly string[] {
  const isHeld = (value: number): boolean => held.some((one) => one !== null && [one, 100 * one, 100 * (1 - one)].some((same) => Math.abs(Math.abs(same) - value) < 1e-9));
  return [...text.matchAll(/(?<![\p{L}\p{N}.,$^])(?:\d+\.\d+|\.\d+)(?!\.?\d| ?(?:%|percent|pct|bps?|years?|yrs?|months?|days?|lags?|k\b|m\b|million)|[\p{L}])/gu)].map(([written]) => written).filter((written) => !isHeld(Number(written)));
}

/** "Which stock …", where none is named: the course's own. */
const amongAssets = /\b(?:which|what|who|whose|rank|best|riskiest|safest|sort|order)\b.*\b(?:stocks?|assets?|company|companies|firms?|shares?|tickers?|of (?:the|these|those|our) (?:three|3|four|4|two|2))\b|\bof (?:the|these|those|our) (?:three|3|four|4|two|2)\b|\b(?:stocks?|assets?|companies) by\b/u;

/** The whole list, and not the course's own few. */
const amongAll = /\ball\b|\b(?:you|we) (?:have|know|cover|got)\b|\b(?:in|from|on|of) (?:the|your|our|this) (?:whole |entire |full )?(?:list|data(?:set| set)?|database|universe)\b|\bloaded\b|\bevery\b/u;

function usualAssets({ series }: Pick<Knowledge, "series">): readonly string[] {
  const factors = new Set(series.map(({ usualFactor }) => usualFactor));
  const usual = series.filter(({ id, isUsual }) => isUsual && !factors.has(id)).map(({ id }) => id);
  return usual.length < 2 || usual.length > 4 ? [] : usual;
}

/** "Riskiest" and "moved most with the market" name no quantity and mean one. */
function comparedQuantity(text: string): string {
  if (/\b(?:riskiest|safest)\b/u.test(text)) return `${text} volatility`;
  return /\b(?:mov\w+|react\w*|respond\w*|sensitive|exposed|follow\w*)\b.*\b(?:most|least|more|less)\b|\b(?:most|least) (?:sensitive|exposed|responsive|reactive|aggressive|defensive|cyclical)\b/u.test(text) && !/\bbetas?\b/u.test(text) ? `${text} beta` : text;
}

/** Words in which an asset, a date or an amount is a placeholder, as they stand in the question. */
function asWritten(words: string, question: string): string {
  if (!placeholders.some((placeholder) => words.includes(placeholder))) return words;
  const pattern = words
    .split(/\s+/u)
    .map((word) => (placeholders.includes(word) ? "\\S+(?: \\S+){0,3}?" : word.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")))
    .join("\\s+");
  return new RegExp(pattern, "iu").exec(question)?.[0] ?? words.replaceAll(/\bthis(asset|date|money)\b/gu, (_, kind: string) => ({ asset: "that asset", date: "that date" })[kind] ?? "that amount");
}

/** "Falls 10% in a month": the β is one of months. */
function withPeriod(settings: Settings, text: string, move: number | null): Settings {
  const period = move === null || settings.frequency !== null ? undefined : /\b(?:in|over|within|during) (?:a|one|1|the|any|some)(?: single| next| whole)? (month|week)\b/u.exec(text)?.[1];
  return period === undefined ? settings : { ...settings, frequency: period === "month" ? "monthly" : "weekly" };
}

/** A percentage that is a level of confidence or a move of the market is no target of a hedge. */
function settingsWithout(settings: Settings, level: number | null, move: number | null): Settings {
  return level !== null || move !== null ? { ...settings, target: null } : settings;
}

/** The words that neither the course nor everyday speech accounts for: what a question may really be about. */
export function unknownWords(words: readonly string[], topics: Topics): readonly string[] {
  return words.filter((word) => /\p{L}{2}/u.test(word) && !isEveryday(word) && !topics.isGlossaryWord(word) && !topics.isCourseWord(word));
}

/**
 * Under which questions are counted that mean the same: the words of the course in them, each once, in the order of the
 * alphabet. Names, numbers and words of anything else are not among them.
 */
export function countedWords({ words, assets }: Pick<ParsedQuestion, "words" | "assets">, topics: Topics): string {
  const counted = words.filter((word) => /\p{L}{2}/u.test(word) && !commonWords.has(word) && (courseWords.has(word) || topics.isGlossaryWord(word) || topics.isCourseWord(word) || matterOf(word) !== null));
  return [...new Set([...counted, ...(assets.length > 0 ? ["asset"] : [])])].sort().slice(0, mostCounted).join(" ");
}

const mostCounted = 10;

const everydayForms: ReadonlySet<string> = new Set([...commonWords, ...courseWords].map(wordForm));

/** Whether it is one of the words, in any of its forms, that a question about the course is made of. */
const isEveryday = (word: string): boolean => commonWords.has(word) || everydayForms.has(wordForm(word));

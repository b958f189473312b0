import { unknownWords, type ParsedQuestion } from "./parsed-question.ts";
import { commandCues, comparisonPattern, explanationPattern } from "./command-cues.ts";
import type { Topics } from "./topic-index.ts";
import type { Knowledge, Reading } from "./understanding.ts";

/** What each word that nothing accounts for takes off a reading's confidence. */
const unknownWordPenalty = 0.04;
/** What it takes off a command that the question asks to understand a thing, not to compute it. */
const explanationPenalty = 0.3;

/** The questions about assets: every command that a word of the question points at. */
export function commandReadings(question: ParsedQuestion, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const { text, assets } = question;
  if (assets.length === 0) return [];
  const penalty = explanationPattern.test(text) ? explanationPenalty : 0;
  const matches = commandCues.flatMap(({ command, confidence, words }) => {
    const match = words.exec(text);
    if (!match) return [];
    const unknownCount = unknownWords(question.words.filter((word) => !match[0].includes(word)), topics).length;
    return [{ command: refineCommand(command, question), confidence: confidence - unknownWordPenalty * unknownCount - penalty }];
  });
  const unknownCount = unknownWords(question.words, topics).length;
  if (question.settings.model !== null && question.settings.model !== "capm") {
    matches.push({ command: "regress", confidence: (isSingleFactorBeta(question) ? 0.6 : 0.85) - unknownWordPenalty * unknownCount - penalty });
  }
  const comparedIds = comparedAssets(question, knowledge);
  if (comparedIds.length >= 2 && comparisonPattern.test(text)) {
    // /compare is about β: what else is asked of several assets is no comparison that it makes.
    const others = matches.some(({ command, confidence }) => !["beta", "regress", "compare"].includes(command) && confidence > 0.8);
    matches.push({ command: "compare", confidence: others ? 0.5 : (comparedIds.length === assets.length ? 0.93 : 0.9) - unknownWordPenalty * unknownCount - penalty });
  }
  return matches.flatMap(({ command, confidence }) => readingsOf(command, confidence, question, knowledge));
}

/** A named model turns a question for α or β into the regression on it. */
function refineCommand(command: string, question: ParsedQuestion): string {
  const { settings, text } = question;
  if (command === "beta" && settings.model !== null && settings.model !== "capm" && !isSingleFactorBeta(question)) return "regress";
  if (command === "beta" && settings.errors !== null && /\b(?:table|output|errors)\b/u.test(text)) return "regress";
  return command;
}

/** β on one published factor, and not what a model with it says. */
function isSingleFactorBeta({ factors, text }: ParsedQuestion): boolean {
  return factors.length === 1 && !/\bff ?\d|\bfama\b|\bfactors\b|\b(?:control|account|adjust|surviv|load|tilt|add|includ)\w*|\bmodel\b/u.test(text);
}

/** The assets of a comparison: the market's fund is one only where the words set it beside the others. */
function comparedAssets({ assets, text }: ParsedQuestion, { series }: Knowledge): readonly string[] {
  const usualFactors = new Set(series.map(({ usualFactor }) => usualFactor));
  const withoutFactors = assets.filter((id) => !usualFactors.has(id));
  return withoutFactors.length < assets.length && /\b(?:compare|vs|versus|or|than|which|who)\b/u.test(text) ? assets : withoutFactors;
}

/** The readings of a question as one command, whatever made it that command; more than one where several assets are named. */
export function readingsOf(command: string, confidence: number, question: ParsedQuestion, knowledge: Knowledge): readonly Reading[] {
  const compared = comparedAssets(question, knowledge);
  const sharedSettings = sharedOptions(question);
  const monthly = frequencyOf(command, question);
  switch (command) {
    case "compare":
      return compared.length < 2 ? [] : [readingOf("compare", { tickers: compared.slice(0, 4).join(" "), ...factorOf(command, question, knowledge), ...sharedSettings, ...monthly }, confidence)];
    case "alphas":
      return [readingOf("alphas", { tickers: compared.length > 1 ? compared.join(" ") : "", ...sharedSettings, ...monthly }, confidence)];
    case "variance":
      return [readingOf(command, { ticker: subjectAssets(question, knowledge).join(" "), ...factorOf(command, question, knowledge), ...sharedSettings, ...monthly }, confidence)];
    default: {
      const subjectIds = subjectAssets(question, knowledge);
      // One command answers for one asset: which of several is meant is the asker's to say.
      const cappedConfidence = subjectIds.length > 1 ? Math.min(confidence, 0.55) : confidence;
      return subjectIds.map((ticker, index) =>
        readingOf(command, { ticker, ...commandOptions(command, question, knowledge), ...sharedSettings, ...monthly }, cappedConfidence - index / 100),
      );
    }
  }
}

/** Whom the question is about: all assets but the one that is meant as the factor. */
function subjectAssets({ assets }: ParsedQuestion, { series }: Knowledge): readonly string[] {
  const usualFactors = new Set(series.map(({ usualFactor }) => usualFactor));
  const withoutFactors = assets.filter((id) => !usualFactors.has(id));
  return withoutFactors.length > 0 ? withoutFactors : assets.slice(0, 1);
}

function commandOptions(command: string, question: ParsedQuestion, knowledge: Knowledge): Readonly<Record<string, string>> {
  const { settings, dollars, horizon } = question;
  switch (command) {
    case "size":
      return { ...(dollars === null ? {} : { budget: String(dollars) }), ...(horizon === null ? {} : { horizon }), ...factorOf(command, question, knowledge) };
    case "hedge":
      return { ...(settings.target === null ? {} : { target: `${String(settings.target)}%` }), ...factorOf(command, question, knowledge) };
    case "rolling":
      return { ...(settings.window === null ? {} : { window: String(settings.window) }), ...factorOf(command, question, knowledge) };
    case "regress":
      return modelOf(question, knowledge);
    default:
      return factorOf(command, question, knowledge);
  }
}

/** The model of a regression: by its name, or the factors that it is said to be on. */
function modelOf(question: ParsedQuestion, knowledge: Knowledge): Readonly<Record<string, string>> {
  const { factors, settings, text } = question;
  const isList = factors.length > 1 || (factors.length === 1 && /\bregress\w*\b.*\bon\b/u.test(text));
  if (isList && !/\bfactors?\b|\bff ?\d/u.test(text)) return { model: modelName(factors, text) };
  if (settings.model !== null) return { model: settings.model };
  const { factor } = factorOf("beta", question, knowledge);
  return factor === undefined ? {} : { model: factor };
}

/** The factors as a model: by its name where they are those of one. */
function modelName(factors: readonly string[], text: string): string {
  const own = factors.filter((id) => id !== "Mkt-RF");
  const hasMarket = own.length < factors.length || /\bmarket\b/u.test(text);
  if (hasMarket && own.join(" ") === "SMB HML") return "ff3";
  return (hasMarket && own.length > 0 ? ["Mkt-RF", ...own] : factors).join(" ");
}

/** A factor in a list with the market. */
const marketInList = /\bmarket(?: factor| exposure)?(?:,| and| plus|, and) (?:also |then )?(?:the )?(?:size|value|momentum|profitability|investment|smb|hml|rmw|cma|mom)\b/u;

/** What takes a model of several factors; the rest takes one series. */
const commandsWithModel: ReadonlySet<string> = new Set(["expected", "track", "hedge", "size", "performance", "variance"]);

/** The factor or factors that are named and are not the usual one anyway. */
function factorOf(command: string, question: ParsedQuestion, knowledge: Knowledge): { readonly factor?: string } {
  if (commandsWithModel.has(command)) {
    const { model } = question.settings;
    if (model !== null && /\bff ?-?\d|\bfama\b|\bfactors?\b|\bcarhart\b/u.test(question.text) && model !== "capm" && question.factors.length !== 1) return { factor: model };
    if (question.factors.length > 1 || marketInList.test(question.text)) return { factor: modelName(question.factors, question.text) };
  }
  const [subject] = subjectAssets(question, knowledge);
  const usualFactor = knowledge.series.find(({ id }) => id === subject)?.usualFactor;
  const funds = question.assets.filter((id) => id !== subject && knowledge.series.some((known) => known.usualFactor === id));
  const named = [...funds, ...question.factors];
  const factor = named.find((id) => id !== usualFactor && id !== subject);
  return factor === undefined ? {} : { factor };
}

function sharedOptions({ from, to, settings }: ParsedQuestion): Readonly<Record<string, string>> {
  return {
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(settings.errors === null ? {} : { errors: settings.errors }),
    ...(settings.errors === null || settings.lags === null ? {} : { lags: String(settings.lags) }),
    ...(settings.wantsCode ? { show: "code" } : {}),
    ...(settings.isPrivate ? { private: "true" } : {}),
  };
}

/** Daily is what everything is unless said otherwise; /frequency and a budget's period are about other things. */
function frequencyOf(command: string, { settings, dollars }: ParsedQuestion): Readonly<Record<string, string>> {
  return settings.frequency === "monthly" && command !== "frequency" && !(command === "size" && dollars !== null) ? { frequency: "monthly" } : {};
}

function readingOf(command: string, options: Readonly<Record<string, string>>, confidence: number): Reading {
  const nonEmptyOptions = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ""));
  return { call: { command, options: nonEmptyOptions }, confidence };
}

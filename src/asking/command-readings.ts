import { strangeWords, type Asked } from "./asked.ts";
import { commandCues, comparing, understanding } from "./command-cues.ts";
import type { Topics } from "./topics.ts";
import type { Knowledge, Reading } from "./understanding.ts";

/** What each word that nothing accounts for takes off a reading's confidence. */
const strangeness = 0.04;
/** What it takes off a command that the question asks to understand a thing, not to compute it. */
const curiosity = 0.3;

/** The questions about assets: every command that a word of the question points at. */
export function commandReadings(asked: Asked, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const { text, assets } = asked;
  if (assets.length === 0) return [];
  const toUnderstand = understanding.test(text) ? curiosity : 0;
  const found = commandCues.flatMap(({ command, sureness, words }) => {
    const match = words.exec(text);
    if (!match) return [];
    const strange = strangeWords(asked.words.filter((word) => !match[0].includes(word)), topics).length;
    return [{ command: refined(command, asked), confidence: sureness - strangeness * strange - toUnderstand }];
  });
  const strange = strangeWords(asked.words, topics).length;
  if (asked.settings.model !== null && asked.settings.model !== "capm") {
    found.push({ command: "regress", confidence: (isOnOne(asked) ? 0.6 : 0.85) - strangeness * strange - toUnderstand });
  }
  const sides = comparedAssets(asked, knowledge);
  if (sides.length >= 2 && comparing.test(text)) {
    // /compare is about β: what else is asked of several assets is no comparison that it makes.
    const others = found.some(({ command, confidence }) => !["beta", "regress", "compare"].includes(command) && confidence > 0.8);
    found.push({ command: "compare", confidence: others ? 0.5 : (sides.length === assets.length ? 0.93 : 0.9) - strangeness * strange - toUnderstand });
  }
  return found.flatMap(({ command, confidence }) => readingsOf(command, confidence, asked, knowledge));
}

/** A named model turns a question for α or β into the regression on it. */
function refined(command: string, asked: Asked): string {
  const { settings, text } = asked;
  if (command === "beta" && settings.model !== null && settings.model !== "capm" && !isOnOne(asked)) return "regress";
  if (command === "beta" && settings.errors !== null && /\b(?:table|output|errors)\b/u.test(text)) return "regress";
  return command;
}

/** β on one published factor, and not what a model with it says. */
function isOnOne({ factors, text }: Asked): boolean {
  return factors.length === 1 && !/\bff ?\d|\bfama\b|\bfactors\b|\b(?:control|account|adjust|surviv|load|tilt|add|includ)\w*|\bmodel\b/u.test(text);
}

/** The assets of a comparison: the market's fund is one only where the words set it beside the others. */
function comparedAssets({ assets, text }: Asked, { series }: Knowledge): readonly string[] {
  const usual = new Set(series.map(({ usualFactor }) => usualFactor));
  const own = assets.filter((id) => !usual.has(id));
  return own.length < assets.length && /\b(?:compare|vs|versus|or|than|which|who)\b/u.test(text) ? assets : own;
}

/** The readings of a question as one command, whatever made it that command; more than one where several assets are named. */
export function readingsOf(command: string, confidence: number, asked: Asked, knowledge: Knowledge): readonly Reading[] {
  const compared = comparedAssets(asked, knowledge);
  const shared = common(asked);
  const monthly = frequencyOf(command, asked);
  switch (command) {
    case "compare":
      return compared.length < 2 ? [] : [reading("compare", { tickers: compared.slice(0, 4).join(" "), ...factorOf(command, asked, knowledge), ...shared, ...monthly }, confidence)];
    case "alphas":
      return [reading("alphas", { tickers: compared.length > 1 ? compared.join(" ") : "", ...shared, ...monthly }, confidence)];
    case "variance":
      return [reading(command, { ticker: subjects(asked, knowledge).join(" "), ...factorOf(command, asked, knowledge), ...shared, ...monthly }, confidence)];
    default: {
      const several = subjects(asked, knowledge);
      // One command answers for one asset: which of several is meant is the asker's to say.
      const sure = several.length > 1 ? Math.min(confidence, 0.55) : confidence;
      return several.map((ticker, place) =>
        reading(command, { ticker, ...ownOptions(command, asked, knowledge), ...shared, ...monthly }, sure - place / 100),
      );
    }
  }
}

/** Whom the question is about: all assets but the one that is meant as the factor. */
function subjects({ assets }: Asked, { series }: Knowledge): readonly string[] {
  const usual = new Set(series.map(({ usualFactor }) => usualFactor));
  const own = assets.filter((id) => !usual.has(id));
  return own.length > 0 ? own : assets.slice(0, 1);
}

function ownOptions(command: string, asked: Asked, knowledge: Knowledge): Readonly<Record<string, string>> {
  const { settings, dollars, horizon } = asked;
  switch (command) {
    case "size":
      return { ...(dollars === null ? {} : { budget: String(dollars) }), ...(horizon === null ? {} : { horizon }), ...factorOf(command, asked, knowledge) };
    case "hedge":
      return { ...(settings.target === null ? {} : { target: `${String(settings.target)}%` }), ...factorOf(command, asked, knowledge) };
    case "rolling":
      return { ...(settings.window === null ? {} : { window: String(settings.window) }), ...factorOf(command, asked, knowledge) };
    case "regress":
      return modelOf(asked, knowledge);
    default:
      return factorOf(command, asked, knowledge);
  }
}

/** The model of a regression: by its name, or the factors that it is said to be on. */
function modelOf(asked: Asked, knowledge: Knowledge): Readonly<Record<string, string>> {
  const { factors, settings, text } = asked;
  const isList = factors.length > 1 || (factors.length === 1 && /\bregress\w*\b.*\bon\b/u.test(text));
  if (isList && !/\bfactors?\b|\bff ?\d/u.test(text)) return { model: modelOn(factors, text) };
  if (settings.model !== null) return { model: settings.model };
  const { factor } = factorOf("beta", asked, knowledge);
  return factor === undefined ? {} : { model: factor };
}

/** The factors as a model: by its name where they are those of one. */
function modelOn(factors: readonly string[], text: string): string {
  const own = factors.filter((id) => id !== "Mkt-RF");
  const hasMarket = own.length < factors.length || /\bmarket\b/u.test(text);
  if (hasMarket && own.join(" ") === "SMB HML") return "ff3";
  return (hasMarket && own.length > 0 ? ["Mkt-RF", ...own] : factors).join(" ");
}

/** A factor in a list with the market. */
const withMarket = /\bmarket(?: factor| exposure)?(?:,| and| plus|, and) (?:also |then )?(?:the )?(?:size|value|momentum|profitability|investment|smb|hml|rmw|cma|mom)\b/u;

/** What takes a model of several factors; the rest takes one series. */
const takesModel: ReadonlySet<string> = new Set(["expected", "track", "hedge", "size", "performance", "variance"]);

/** The factor or factors that are named and are not the usual one anyway. */
function factorOf(command: string, asked: Asked, knowledge: Knowledge): { readonly factor?: string } {
  if (takesModel.has(command)) {
    const { model } = asked.settings;
    if (model !== null && /\bff ?-?\d|\bfama\b|\bfactors?\b|\bcarhart\b/u.test(asked.text) && model !== "capm" && asked.factors.length !== 1) return { factor: model };
    if (asked.factors.length > 1 || withMarket.test(asked.text)) return { factor: modelOn(asked.factors, asked.text) };
  }
  const [subject] = subjects(asked, knowledge);
  const usual = knowledge.series.find(({ id }) => id === subject)?.usualFactor;
  const funds = asked.assets.filter((id) => id !== subject && knowledge.series.some((one) => one.usualFactor === id));
  const named = [...funds, ...asked.factors];
  const factor = named.find((id) => id !== usual && id !== subject);
  return factor === undefined ? {} : { factor };
}

function common({ from, to, settings }: Asked): Readonly<Record<string, string>> {
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
function frequencyOf(command: string, { settings, dollars }: Asked): Readonly<Record<string, string>> {
  return settings.frequency === "monthly" && command !== "frequency" && !(command === "size" && dollars !== null) ? { frequency: "monthly" } : {};
}

function reading(command: string, options: Readonly<Record<string, string>>, confidence: number): Reading {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ""));
  return { call: { command, options: given }, confidence };
}

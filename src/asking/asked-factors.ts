import type { AskableCommand } from "./askable-command.ts";
import { secondAsFactor, subjectAssets } from "./asked-assets.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge } from "./understanding.ts";

/** The factors that a question names, as the options of a command. */
export function factorOptions(command: AskableCommand, question: ParsedQuestion, knowledge: Knowledge): Readonly<Record<string, string>> {
  const name = command.options["model"] ? "model" : "factor";
  const other = secondAsFactor(question);
  const isFund = (id: string | undefined): boolean => knowledge.series.some((series) => series.usualFactor === id);
  // "SPY's beta on JPM": the fund itself is what is regressed.
  if (other !== null && !isFund(other) && (!isFund(question.assets[0]) || /\b(?:on|onto|against) ?thisasset\b/u.test(question.text))) return { [name]: other };
  const isModel = command.options["model"] ?? (command.options["factor"]?.series?.as === "model");
  if (isModel && /\bcarhart\b|\bff ?-?4\b|\b(?:four|4)[ -]factors?\b|\b(?:ff ?3|three factors?)\b(?:.{0,12}\b(?:plus|and|with) | ?\+ ?)(?:momentum|mom|umd)\b/u.test(question.text)) return { [name]: "carhart" };
  if (isModel && /\bff ?-?[56]\b.{0,20}\bpublished\b|\bpublished\b.{0,20}\b(?:ff ?-?5|five[ -]factors?)\b/u.test(question.text)) return { [name]: question.settings.model === "ff6" ? "ff6-published" : "ff5-published" };
  // "on SPY and HML": the fund takes the market's place in the list.
  const fund = question.assets.slice(1).find((id) => knowledge.series.some((series) => series.usualFactor === id));
  if (isModel && fund !== undefined && question.factors.length > 0 && question.settings.model !== null && !/\bff ?-?\d|\bfactors?\b/u.test(question.text)) return { [name]: [fund, ...question.factors.filter((id) => id !== "Mkt-RF")].join(" ") };
  if (command.options["model"]) return modelOf(question, knowledge);
  return (command.options["factor"]?.series?.as === "model" ? namedModel(question) : null) ?? unusualFactor(question, knowledge);
}

/** A named model other than the market's own, which is any command's default. */
export const namesModel = ({ settings }: ParsedQuestion): boolean => settings.model !== null && settings.model !== "capm";

/** The model of a regression: by its name, or the factors that it is said to be on. */
function modelOf(question: ParsedQuestion, knowledge: Knowledge): Readonly<Record<string, string>> {
  const { factors, settings, text } = question;
  const isList = factors.length > 1 || (factors.length === 1 && /\bregress\w*\b.*\bon\b/u.test(text));
  if (isList && (factors.length > 1 && /\b(?:mkt|just|only|as factors)\b/u.test(text) || !/\bfactors?\b|\bff ?\d/u.test(text))) return { model: modelName(factors, text) };
  if (settings.model !== null) return { model: settings.model };
  const { factor } = unusualFactor(question, knowledge);
  return factor === undefined ? {} : { model: factor };
}

/** The factors as a model: by its name where they are those of one. */
function modelName(factors: readonly string[], text: string): string {
  const own = factors.filter((id) => id !== "Mkt-RF");
  const hasMarket = own.length < factors.length || /\b(?:market|mkt)\b/u.test(text);
  if (hasMarket && own.join(" ") === "SMB HML") return "ff3";
  return (hasMarket && own.length > 0 ? ["Mkt-RF", ...own] : factors).join(" ");
}

/** A factor in a list with the market. */
const marketInList = /\bmarket(?: factor| exposure)?(?:,| and| plus|, and) (?:also |then )?(?:the )?(?:size|value|momentum|profitability|investment|smb|hml|rmw|cma|mom)\b/u;

/** The model that is asked for instead of one factor: by its name, or as a list. */
function namedModel(question: ParsedQuestion): { readonly factor: string } | null {
  const { factors, settings, text } = question;
  if (settings.model !== null && namesModel(question) && /\bff ?-?\d|\bfama\b|\bfactors?\b|\bcarhart\b/u.test(text) && factors.length !== 1) return { factor: settings.model };
  return factors.length > 1 || marketInList.test(text) ? { factor: modelName(factors, text) } : null;
}

/** The factor that is named and is not the usual one anyway. */
function unusualFactor(question: ParsedQuestion, knowledge: Knowledge): { readonly factor?: string } {
  const [subject] = subjectAssets(question, knowledge);
  const usualFactor = knowledge.series.find(({ id }) => id === subject)?.usualFactor;
  const funds = question.assets.filter((id) => id !== subject && knowledge.series.some((known) => known.usualFactor === id));
  // "SPY short for zero market exposure": the fund is said to be the market.
  const factors = funds.length > 0 && funds.includes(usualFactor ?? "") ? question.factors.filter((id) => id !== "Mkt-RF") : question.factors;
  const factor = [...funds, ...factors].find((id) => id !== usualFactor && id !== subject);
  return factor === undefined ? {} : { factor };
}

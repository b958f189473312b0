import { isAbout, type AnsweredQuantities, type AssetCommand } from "./askable-command.ts";
import { findFactors } from "./find-factors.ts";
import { namesModel } from "./asked-factors.ts";
import { comparedAssets, subjectAssets } from "./asked-assets.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge } from "./understanding.ts";

/** The commands about assets that a question may be for. */
export const assetCommands = (knowledge: Knowledge): readonly AssetCommand[] => knowledge.commands.filter(isAbout("assets"));

/** The series that a question is about: its assets, else the factors or the rate that it names as such. */
export function subjectSeries(question: ParsedQuestion, knowledge: Knowledge): readonly string[] {
  const { text, factors, assets } = question;
  if (assets.length > 0) return assets;
  const isLoaded = (id: string): boolean => knowledge.series.some((series) => series.id === id);
  const regressand = /\b(?:against|on|controlling for|relative to|given|after)\b|(?<=\bbetween\b.*)\band\b/u.exec(text);
  if (regressand !== null && factors.length > 1 && /alpha|beta|r-squared|regression|loading/u.test(question.quantity ?? "")) {
    const before = findFactors(text.slice(0, regressand.index)).filter(isLoaded);
    if (before.length > 0) return before;
  }
  const isListed = /\b(?:all|each|every)(?: of)?(?: the)?(?: \w+)? factors?\b|\bff factors\b/u.test(text) ? ["Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM"] : [];
  const market = /\b(?:mkt|market)(?: factor| portfolio| index)?(?:'s| excess return| return| mean| average| sharpe| vol\w*| premium| drawdown)|\b(?:of|for|did|in|on|is) (?:the )?(?:us |overall )?(?:market|mkt)(?: factor| portfolio)?\b|\b(?:equity|market) (?:risk )?premium\b|\bmarket\b.*\b(?:sharpe|volatility|vol|average|mean)\b|\b(?:mom|smb|hml|rmw|cma|momentum)\b.*\b(?:vs|and|with|against) (?:the )?(?:market|mkt)\b/u.test(text) ? ["Mkt-RF"] : [];
  const rate = /\b(?:risk[- ]?free(?: rate)?|rf|t-?bill)\b/u.test(text) && !/\bmkt ?-? ?rf\b/u.test(text) ? ["RF"] : [];
  return [...new Set([...isListed, ...(factors.length > 0 ? factors : []), ...market, ...(factors.length === 0 ? rate : [])])].filter(isLoaded);
}

/** What is asked about: one series or several, on one factor or several, or a factor itself. */
function situationOf(question: ParsedQuestion, knowledge: Knowledge): keyof AnsweredQuantities {
  const { quantity, text, factors, assets } = question;
  if (assets.length === 0) return "factor";
  const isSeveral = comparedAssets(question, knowledge).length > 1;
  // A correlation with a factor or a fund by name is one of two series.
  const isPair = quantity === "correlation" && (assets.length > 1 || factors.length > 0 || /\b(?:market|mkt)\b/u.test(text));
  if (isSeveral || isPair || ((quantity === "sharpe" || quantity === "drawdown") && subjectAssets(question, knowledge).length > 1)) return "several";
  const style = factors.filter((id) => id !== "Mkt-RF");
  return namesModel(question) || style.length > 1 || (style.length === 1 && factors.length > 1) ? "multiple" : "one";
}

/** The command whose reply has the quantity, for the series and the model of the question; null where it asks for none. */
export function commandOfQuantity(question: ParsedQuestion, knowledge: Knowledge): string | null {
  const { quantity } = question;
  if (quantity === null) return null;
  const situation = situationOf(question, knowledge);
  const answering = (asked: keyof AnsweredQuantities): string | null => assetCommands(knowledge).find(({ asking }) => asking.answers[asked]?.includes(quantity) === true)?.name ?? null;
  const isOnMarket = question.assets.length === 1 && question.factors.every((id) => id === "Mkt-RF");
  if (question.asksChange && (situation === "one" || (situation === "several" && isOnMarket))) return answering("change") ?? answering("one");
  const { text } = question;
  const isOfTwo = situation === "several" && question.hypothesis?.value === null && !/\bsame (?:thing|for|but|again|question|with)\b/u.test(text) && comparedAssets(question, knowledge).length === 2;
  return (isOfTwo ? answering("difference") : null) ?? answering(situation) ?? answering("one");
}

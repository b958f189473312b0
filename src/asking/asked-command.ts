import type { Quantity } from "./asked-quantity.ts";
import { findFactors } from "./find-factors.ts";
import { namesModel } from "./asked-factors.ts";
import { comparedAssets, subjectAssets } from "./asked-assets.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge } from "./understanding.ts";

/** The series that a question is about: its assets, else the factors or the rate that it names as such. */
export function subjectSeries(question: ParsedQuestion, knowledge: Knowledge): readonly string[] {
  const { text, factors, assets } = question;
  if (assets.length > 0) return assets;
  const isLoaded = (id: string): boolean => knowledge.series.some((series) => series.id === id);
  const regressand = /\b(?:against|on|controlling for|relative to|given|after)\b/u.exec(text);
  if (regressand !== null && factors.length > 1 && /alpha|beta|r-squared|regression|loading/u.test(question.quantity ?? "")) {
    const before = findFactors(text.slice(0, regressand.index)).filter(isLoaded);
    if (before.length > 0) return before;
  }
  const isListed = /\b(?:all|each|every)(?: of)?(?: the)?(?: \w+)? factors?\b|\bff factors\b/u.test(text) ? ["Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM"] : [];
  const market = /\b(?:mkt|market)(?: factor| portfolio| index)?(?:'s| excess return| return| mean| average| sharpe| vol\w*| premium| drawdown)|\b(?:of|for|did|in|on|is) (?:the )?(?:us |overall )?(?:market|mkt)(?: factor| portfolio)?\b|\b(?:equity|market) (?:risk )?premium\b|\bmarket\b.*\b(?:sharpe|volatility|vol|average|mean)\b|\b(?:mom|smb|hml|rmw|cma|momentum)\b.*\b(?:vs|and|with|against) (?:the )?(?:market|mkt)\b/u.test(text) ? ["Mkt-RF"] : [];
  const rate = /\b(?:risk[- ]?free(?: rate)?|rf|t-?bill)\b/u.test(text) && !/\bmkt ?-? ?rf\b/u.test(text) ? ["RF"] : [];
  return [...new Set([...isListed, ...(factors.length > 0 ? factors : []), ...market, ...(factors.length === 0 ? rate : [])])].filter(isLoaded);
}

/** What a table of moments answers for several series, or for one that is a factor. */
const described: ReadonlySet<Quantity> = new Set<Quantity>(["sharpe", "drawdown", "volatility", "mean-return", "correlation", "covariance", "skewness", "kurtosis", "residual-correlation", "variance", "cumulative-return"]);
const perAsset: ReadonlySet<Quantity> = new Set<Quantity>(["appraisal", "residual-volatility", "idiosyncratic-share", "factor-share"]);
const ofSeveral: ReadonlySet<Quantity> = new Set<Quantity>(["beta", "r-squared", "t-beta", "p-beta", "se-beta", "ci-beta"]);

/** The command whose reply has the quantity, for the series and the model of the question; null where it asks for none. */
export function commandOfQuantity(question: ParsedQuestion, knowledge: Knowledge): string | null {
  const { quantity, text, factors, assets, settings } = question;
  if (quantity === null) return null;
  const compared = comparedAssets(question, knowledge);
  const isFactorSubject = assets.length === 0;
  const isSeveral = compared.length > 1;
  const style = factors.filter((id) => id !== "Mkt-RF");
  const isMultiple = namesModel(question) || (!isFactorSubject && (style.length > 1 || (style.length === 1 && factors.length > 1)));
  if (isFactorSubject && (described.has(quantity) || quantity === "alpha" || quantity === "beta")) return described.has(quantity) ? "describe" : isMultiple ? "regress" : "beta";
  switch (quantity) {
    case "residual-correlation":
      return isSeveral ? "describe" : "residuals";
    case "correlation":
      return isSeveral || assets.length > 1 || factors.length > 0 || /\b(?:market|mkt)\b/u.test(text) ? "describe" : "beta";
    case "volatility":
    case "mean-return":
      // Of a hedged position they are what /hedge measures.
      return /\bhedged\b/u.test(text) && !isSeveral ? "hedge" : "describe";
    case "covariance":
      return "describe";
    case "skewness":
    case "kurtosis":
      return /\bresid/u.test(text) ? "residuals" : "describe";
    case "normality":
    case "autocorrelation":
    case "residual":
      return "residuals";
    case "durbin-watson":
    case "adjusted-r-squared":
    case "f-statistic":
    case "regression":
    case "loading":
      return "regress";
    case "rolling":
      return "rolling";
    case "variance":
    case "factor-share":
    case "idiosyncratic-share":
      return "variance";
    case "expected-return":
      return "expected";
    case "tracking":
    case "what-if":
    case "dollar-volatility":
      return "track";
    case "hedge-amount":
      return "hedge";
    case "position-size":
      return "size";
    case "expected-pnl":
      return question.dollars !== null && !/\bbudget\b|\blimit\b/u.test(text) ? "track" : "size";
    case "sharpe":
    case "drawdown":
      return isSeveral || subjectAssets(question, knowledge).length > 1 ? "describe" : "performance";
    case "hedged-sharpe":
    case "appraisal":
    case "residual-volatility":
      return isSeveral && perAsset.has(quantity) ? "describe" : "performance";
    case "information-ratio":
    case "treynor":
    case "years-needed":
    case "up-down-beta":
    case "tracking-error":
    case "cumulative-return":
      return "performance";
    case "alpha":
    case "alpha-annual":
    case "t-alpha":
    case "p-alpha":
    case "se-alpha":
    case "ci-alpha":
      return isSeveral ? "alphas" : isMultiple ? "regress" : "beta";
    case "beta":
    case "t-beta":
    case "p-beta":
    case "se-beta":
    case "ci-beta":
    case "r-squared":
    case "observations":
      if (/\bmonthly\b/u.test(text) && /\bdaily\b/u.test(text) && quantity === "beta" && !isSeveral) return "frequency";
      if (isSeveral && ofSeveral.has(quantity) && !(isMultiple && settings.model !== null)) return "compare";
      return isMultiple ? "regress" : "beta";
  }
}

const things = "(?:data(?: ?sets?| ?files?)?|csvs?|excel|xlsx|spreadsheets?|files?|prices?|tickers?|series|returns)";
/** Somebody brings data: "upload my data", "can I use my own csv", "import prices from yahoo", "add a ticker that you don't have". */
const patterns: readonly RegExp[] = [
  new RegExp(`\\b(?:upload|import)(?:ing|ed|s)?\\b.{0,40}\\b${things}\\b`, "u"),
  new RegExp(`\\b(?:add|load|bring|use|put|feed|attach|include|give|provide|get|supply|share)(?:ing)?\\b(?: you| it| in)?(?: some of)? (?:my|our) (?:own )?(?:\\w+ )?(?:data(?: ?sets?| ?files?)?|csvs?|excel|xlsx|spreadsheets?|files?)\\b`, "u"),
  new RegExp(`\\b(?:add|load|bring|use|put|feed|attach|include|get|supply)(?:ing)?\\b.{0,20}\\bown ${things}\\b`, "u"),
  new RegExp(`\\b(?:add|load|fetch|download)(?:ing)?\\b (?:(?:a|an|another|more|other|new|some|further|additional) )+(?:tickers?|data(?: ?sets?| ?files?)?|csvs?|series)\\b`, "u"),
  new RegExp(`\\b(?:upload|import) (?:it|them|one|this|from (?:excel|yahoo|csv))\\b`, "u"),
];
/** Code's imports, graded work, the roster, and what a model or a portfolio holds. */
const others = /\b(?:pandas|numpy|statsmodels|python|jupyter|notebooks?|colab|modules?|packages?|homework|assignments?|problem sets?|psets?|solutions?|roster|grades?|gradebook|canvas|portfolios?|models?|regressions?|charts?)\b/u;

/** Whether somebody asks how data of their own come in. `question` in lower case. */
export const bringsOwnData = (question: string): boolean => patterns.some((pattern) => pattern.test(question)) && !others.test(question);

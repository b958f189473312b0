/** How questions name the published factors in words; a word of many meanings counts only where a factor is meant. */
const factorPatterns: readonly (readonly [string, RegExp])[] = [
  ["Mkt-RF", /\bmkt(?: ?- ?| )?rf\b|\bmkt\b/u],
  ["SMB", factorPattern("size|smb|small minus big")],
  ["HML", factorPattern("value|hml|high minus low")],
  ["RMW", factorPattern("profitability|rmw|robust minus weak")],
  ["CMA", factorPattern("investment|cma|conservative minus aggressive")],
  ["MOM", /\b(?:momentum|mom|umd|winners minus losers)\b/u],
];

/** The symbol and the long name wherever they stand; the first word only as "the … factor", behind "on" or "to", or in a list. */
function factorPattern(names: string): RegExp {
  const [word = "", ...others] = names.split("|");
  const listed = "market|mkt|size|value|profitability|investment|momentum";
  return new RegExp(
    `\\b(?:${others.join("|")})\\b|\\b${word}(?= (?:factor|premium|exposure|loading|tilt)\\b)|\\b(?:on|to|onto|against|versus|vs|out|beta|correlated with|correlation with) (?:the )?${word}\\b(?! (?:of|at)\\b)|\\b(?:${listed})(?: factor)?(?:,| and| or|, and) (?:also )?(?:the )?${word}\\b|\\b${word}(?:,| and|, and) (?:the )?(?:${listed})\\b`,
    "u",
  );
}

/** The factors that a question in lower case speaks of, the market's first. */
export function findFactors(text: string): readonly string[] {
  return factorPatterns.filter(([, pattern]) => pattern.test(text)).map(([id]) => id);
}

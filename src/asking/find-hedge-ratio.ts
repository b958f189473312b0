const number = String.raw`(\d+(?:\.\d+)?|\.\d+)`;
const factor = String.raw`(?:the )?(?:market|mkt(?: ?- ?rf)?|factor|index|thisasset)`;
const shortWord = String.raw`(?:short(?:s|ed|ing)?|sell|sold|selling)`;

/** Dollars of the factor for each dollar. */
const ratios: readonly RegExp[] = [
  new RegExp(String.raw`\bhedge ratio(?: (?:is|was|of|at|were|to|=|only|exactly|instead))* ?=? ?${number}(?![\d.]| ?%)`, "u"),
  new RegExp(String.raw`\b${shortWord} (?:only |just |exactly )?\$? ?${number} ?(?:x|times|dollars?)? (?:of |in )?${factor} (?:per|for (?:each|every|a)|against (?:each|every|a)) (?:\$ ?1|thismoney|1|one|each|every|dollar|a dollar)(?: dollar)?(?: (?:of|in) thisasset)?`, "u"),
  new RegExp(String.raw`\b(?:hedg(?:e|ed|ing)|run)\b[^,.?;]{0,25}\b(?:with|w|using|at) (?:an? )?(?:beta|ratio|hedge ratio)(?: of| =)? ?${number}(?![\d.]| ?%)`, "u"),
];
/** Parts of β. */
const half = new RegExp(String.raw`\b(?:hedg(?:e|ed|ing)|cut(?: the)? hedge)\b[^,.?;]{0,12}\b(?:only )?half(?: of)?(?: (?:the|its|my))?(?: thisasset)?(?: (?:the |its )?(?:betas?|exposure|position|it))?\b(?!.{0,12}\b(?:variance|risk)\b)|\b(?:cut|halve)\b[^,.?;]{0,25}\bhedge\b(?:[^,.?;]{0,12}\bin half)?`, "u");
const byPercent = new RegExp(String.raw`\b(over|under)-?hedg\w*\b[^,.?;]{0,20}?\bby ${number} ?(?:%|percent|pct)`, "u");
const partOfBeta = new RegExp(String.raw`\bhedg(?:e|ed|ing)\b[^,.?;]{0,12}\b${number} ?(?:%|percent|pct) of (?:the |its |my )?(?:thisasset )?(?:betas?|market exposure|exposure|position)\b`, "u");

/** What the estimate is, beside what is sold. */
const insteadOf = /\b(?:rather than|instead of|and not|not) (?:beta |the )?\d+(?:\.\d+)?x?(?![\d.%])/gu;

/** Finds "hedge ratio 1.5", "over-hedged by 50%", "hedge only half" as the option is typed, and the text without it; null where β is what is sold. */
export function findHedgeRatio(text: string): { readonly ratio: string | null; readonly rest: string } {
  const found = (match: RegExpExecArray, ratio: string) => ({ ratio, rest: text.replace(match[0], " hedged ").replaceAll(insteadOf, " ").replaceAll(/\b(?:over|under)-?hedg\w*/gu, "hedged").replaceAll(/\s+/gu, " ").trim() });
  for (const pattern of ratios) {
    const match = pattern.exec(text);
    if (match?.[1] !== undefined) return found(match, String(Number(match[1])));
  }
  const by = byPercent.exec(text);
  if (by) return found(by, `${String(100 + (by[1] === "over" ? 1 : -1) * Number(by[2]))}%`);
  const part = partOfBeta.exec(text);
  if (part) return found(part, `${String(Number(part[1]))}%`);
  const halved = half.exec(text);
  return halved ? found(halved, "50%") : { ratio: null, rest: text };
}

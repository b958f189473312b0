/**
 * Readings that would turn a question round: a short position hedged as a long one, the move of an asset taken for its
 * factor's, what is held taken for a budget, a hedged position moved as an unhedged one. No command has a place for what
 * they leave out, and its number would have the wrong sign or size, so they are not run.
 */
import type { CommandCall } from "../render/reply.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { moneyWord } from "./find-money.ts";

const asset = "thisasset";
const isShort = new RegExp(String.raw`(?<!\b(?:do|should|must|can|could|would|to) )\b(?:i|we)(?: am| are)? short(?:ed)?\b|\bshort (?:position\b|in ${asset}\b)|\b${moneyWord} short\b`, "u");
const isHedged = /\bhedged\b|\bneutral\b/u;
const verbs = String.raw`(?:rises?|rose|falls?|fell|drops?|dropped|los(?:es?|t)|gains?|gained|moves?|moved|jump(?:s|ed)?|crash(?:es|ed)?|climb(?:s|ed)?|declin(?:es?|ed)|(?:goes?|went|is|was) (?:up|down))`;
const movedAsset = new RegExp(String.raw`\b${asset} (?:to )?${verbs} (?:by )?[-−+]?\d[\d.]* ?(?:%|percent|pct)`, "u");
const soldAsset = new RegExp(String.raw`\bhow (?:much|many)(?: of)? ${asset} (?:do|should|must|would|to) ?(?:i|we)? ?(?:have to |need to )?(?:short|sell)\b`, "u");
const isHeld = new RegExp(String.raw`\b(?:have|hold|holding|own|long|bought|invested|position)\b|\b(?:on|of|of a|with a) ${moneyWord} (?:un)?hedged\b`, "u");
const isBudget = new RegExp(String.raw`\b(?:budget\w*|limit|cap|can|could|may|how (?:big|large|much|many)|allowed|allowance|target|siz\w+|swing|risk of|what position|${moneyWord} (?:of )?(?:vol(?:atility)?|risk|standard deviation))\b`, "u");

/** The asset in whose place the pattern's "thisasset" stands; null where it does not fit. */
function assetAt(pattern: RegExp, { text, assets }: Pick<ParsedQuestion, "text" | "assets">): string | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const before = text.slice(0, match.index + match[0].indexOf(asset)).split(asset).length - 1;
  return assets[before] ?? null;
}

export function turnsRound({ options }: CommandCall, parsed: Pick<ParsedQuestion, "text" | "assets" | "quantity">): boolean {
  const { text, quantity } = parsed;
  const isOfPosition = ["amount", "budget", "move"].some((option) => option in options) || /^hedge/u.test(quantity ?? "");
  if (isOfPosition && isShort.test(text)) return true;
  if (options["ticker"] !== undefined && assetAt(soldAsset, parsed) === options["ticker"]) return true;
  if ("move" in options && (isHedged.test(text) || assetAt(movedAsset, parsed) === options["ticker"])) return true;
  return "budget" in options && isHeld.test(text) && !isBudget.test(text);
}

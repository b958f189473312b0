/**
 * Readings that would turn a question round: a short position hedged as a long one, the move of an asset taken for its
 * factor's, what is held taken for a budget, a hedged position moved as an unhedged one. No command has a place for what
 * they leave out, and its number would have the wrong sign or size, so they are not run.
 */
import type { CommandCall } from "../render/reply.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { moneyWord } from "./find-money.ts";

const asset = "thisasset";
const isShort = new RegExp(String.raw`(?<!\b(?:do|should|must|can|could|would|to) )\b(?:i|im|we)(?: am| are)? (?:already |currently |now )?short(?:ed)?\b|\bshort (?:position\b|in ${asset}\b)|\b${moneyWord} short\b`, "u");
const isHedged = /\bhedged\b|\bneutral\b|\bdespite (?:(?:the|my|a|this) )?hedg(?:e|ing)\b|\b(?:with|after) (?:(?:the|my|a|this) )?hedg(?:e|ing)\b|\bhedge (?:was|is|has|had|used|ratio)\b/u;
/** Who is short of the asset loses where its holder gains. */
const shortAsset = new RegExp(String.raw`\bshort(?:ed|ing)? (?:${moneyWord} (?:of |in )?)?${asset}\b`, "u");
const verbs = String.raw`(?:rises?|rose|falls?|fell|drops?|dropped|los(?:es?|t)|gains?|gained|moves?|moved|jump(?:s|ed)?|crash(?:es|ed)?|climb(?:s|ed)?|declin(?:es?|ed)|(?:goes?|went|is|was) (?:up|down))`;
const movedAsset = new RegExp(String.raw`\b${asset} (?:(?:to|actually|only|itself|really|instead|then|alone) )*${verbs} (?:by )?[-−+]?\d[\d.]* ?(?:%|percent|pct)`, "u");
const soldAsset = new RegExp(String.raw`\bhow (?:much|many)(?: of)? ${asset} (?:do|should|must|would|to) ?(?:i|we)? ?(?:have to |need to )?(?:short|sell)\b`, "u");
const isHeld = new RegExp(String.raw`\b(?:have|hold|holding|own|long|bought|invested|position)\b|\b(?:on|of|of a|with a|for|for a) ${moneyWord} (?:of )?(?:un)?hedged\b|\b(?:on|with) (?:a )?${moneyWord} (?:of |in )?${asset}\b`, "u");
/** What moves by so much: where two do, one move is not what is asked. */
const moved = new RegExp(String.raw`\b(?:${asset}|market|mkt|mkt-rf|factor|index|smb|hml|rmw|cma|mom)\b[^,;.?]{0,22}?\d+(?:\.\d+)? ?(?:%|percent|pct)`, "gu");
const isBudget = new RegExp(String.raw`\b(?:budget\w*|limit|cap|can|could|may|how (?:big|large|much|many)|allowed|allowance|target|siz\w+|swing|risk of|what position|${moneyWord} (?:of )?(?:vol(?:atility)?|risk|standard deviation))\b`, "u");

/** The assets in whose places the pattern's "thisasset" stands. */
const assetsAt = (pattern: RegExp, { text, assets }: Pick<ParsedQuestion, "text" | "assets">): readonly (string | undefined)[] =>
  [...text.matchAll(new RegExp(pattern, "gu"))].map(({ index, 0: found }) => assets[text.slice(0, index + found.indexOf(asset)).split(asset).length - 1]);

/** Whether the question is of a position that is sold and not held. */
export const isOfShort = ({ text }: Pick<ParsedQuestion, "text">): boolean => isShort.test(text);

export function turnsRound({ options }: CommandCall, parsed: Pick<ParsedQuestion, "text" | "assets" | "quantity">): boolean {
  const { text, quantity } = parsed;
  const isOfPosition = ["amount", "budget", "move"].some((option) => option in options) || /^hedge/u.test(quantity ?? "");
  if (isOfPosition && isShort.test(text)) return true;
  // What a hedged position swings by is another number than what it swings by unhedged.
  if ("amount" in options && quantity === "dollar-volatility" && /\bhedged\b/u.test(text)) return true;
  const { ticker } = options;
  if (ticker === undefined) return false;
  if (assetsAt(soldAsset, parsed).includes(ticker)) return true;
  if ("move" in options && [...text.matchAll(moved)].length > 1) return true;
  if ("move" in options && (isHedged.test(text) || [shortAsset, movedAsset].some((pattern) => assetsAt(pattern, parsed).includes(ticker)))) return true;
  return "budget" in options && isHeld.test(text) && !isBudget.test(text);
}

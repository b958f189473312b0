import type { ParsedQuestion } from "./parsed-question.ts";
import { wordForm } from "./word-form.ts";

/** So many different features are told apart: a power of two. */
export const featureCount = 1 << 15;

type FeatureSource = Pick<ParsedQuestion, "text" | "assets" | "factors" | "quantity" | "dollars" | "from" | "to" | "move" | "hypothesis">;

/**
 * What the classifier sees of a question, as numbers below `featureCount`: its words' forms, pairs of neighbours, runs
 * of three and four letters, and what the grammar found in it. Equal features of any question have equal numbers
 * (FNV-1a, 32 bits, folded), so that nothing has to be stored of the words themselves.
 */
export function questionFeatures(question: FeatureSource): readonly number[] {
  const features = new Set<number>();
  const add = (feature: string): void => void features.add(hash(feature));
  const text = question.text.toLowerCase();
  const words = (text.match(/\p{L}+|\d+(?:[.,]\d+)*|[?]/gu) ?? []).map((word) => (/\d/u.test(word) ? (/^\d*\.\d/u.test(word) ? "#.#" : "#") : wordForm(word)));
  const padded = ["^", ...words, "$"];
  for (const word of words) add(`w:${word}`);
  for (let index = 1; index < padded.length; index++) add(`p:${padded[index - 1] ?? ""} ${padded[index] ?? ""}`);
  for (let index = 2; index < padded.length; index++) add(`s:${padded[index - 2] ?? ""} * ${padded[index] ?? ""}`);
  for (const word of new Set((text.match(/[\p{L}_']{3,}/gu) ?? []).slice(0, 60))) {
    const bounded = `<${word}>`;
    for (const length of [3, 4]) for (let start = 0; start + length <= bounded.length; start++) add(`c:${bounded.slice(start, start + length)}`);
  }
  const { assets, factors, quantity, hypothesis } = question;
  add(`assets:${String(Math.min(assets.length, 3))}`);
  add(`factors:${String(Math.min(factors.length, 2))}`);
  add(`quantity:${quantity ?? "-"}`);
  add(`quantity:${quantity ?? "-"} assets:${String(Math.min(assets.length, 2))}`);
  add(`first:${words[0] ?? ""}`);
  add(`last:${words.at(-1) ?? ""}`);
  add(`length:${String(Math.min(6, Math.floor(words.length / 3)))}`);
  if (question.dollars !== null) add("has:money");
  if (question.from !== null || question.to !== null) add("has:window");
  if (question.move !== null) add("has:move");
  if (hypothesis !== null) add(`has:hypothesis`);
  if (/\d+\.\d+|\.\d+/u.test(text)) add("has:decimal");
  if (/error\b|traceback|exception|warning:|\bnan\b|\w\(.*\)|\[['"]/iu.test(question.text)) add("has:code");
  return [...features];
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return ((value >>> 16) ^ value) & (featureCount - 1);
}

import { plainLatex } from "./plain-latex.ts";

/**
 * The question in one way of writing: plain quotes and dashes, contractions written out, possessives, mentions and
 * addresses taken away. Letter case stays: it tells a ticker from a word.
 */
export function cleanQuestion(question: string): string {
  return plainLatex(question)
    .normalize("NFKC")
    .replaceAll(/<[@#&!:a-z]*\d*>/giu, " ")
    .replaceAll(/https?:\/\/\S+/giu, " webaddress ")
    .replaceAll(/[‘’ʼ`´]/gu, "'")
    .replaceAll(/[“”«»]/gu, '"')
    .replaceAll(/[‐‑‒–—―−]/gu, "-")
    .replaceAll(/\b(?:wh?at|wut)'?s\b/giu, "what is")
    .replaceAll(/\b(?:wat|wut)\b/giu, "what")
    .replaceAll(/\bu\b/gu, "you")
    .replaceAll(/\bur\b/gu, "your")
    .replaceAll(/\b(how|who|where|when|that|it|here|there)'s\b/giu, "$1 is")
    .replaceAll(/\b(do|does|did|is|are|was|were|has|have|had|could|would|should)n'?t\b/giu, "$1 not")
    .replaceAll(/\b(can|won)'?t\b/giu, (_, verb: string) => (verb.toLowerCase() === "can" ? "can not" : "will not"))
    .replaceAll(/n't\b/giu, " not")
    .replaceAll(/\b(i)m\b(?! ?[&/])/gu, "$1")
    .replaceAll(/\b(they|you|we)re\b(?<!were)/giu, "$1 are")
    .replaceAll(/'(?:ve|re|ll|d|m)\b/giu, " ")
    .replaceAll(/(?<=\p{L})'s?(?![\p{L}\p{N}])/giu, "")
    .replaceAll(/\b(?:go|goes|going|went|come|comes|came) down\b/giu, "fall")
    .replaceAll(/\b(?:go|goes|going|went|come|comes|came) up\b/giu, "rise")
    // "beta_AAPL" and "alpha_jpm", as in a formula.
    .replaceAll(/\b(alpha|beta|sigma|mu|rho)_(?=\p{L})/giu, "$1 ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

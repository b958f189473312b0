import { expect, test } from "vitest";
import { readTerms, termTranslator } from "../../src/asking/translate-terms.ts";
import { parserOf } from "../../src/asking/question-reader.ts";
import { unlearntKnowledge } from "./known.ts";

const knowledge = unlearntKnowledge();
const parse = parserOf(knowledge);

test.each([
  ["JPM的贝塔是多少", "JPM", "beta", null],
  ["JPM का बीटा क्या है", "JPM", "beta", null],
  ["quel est le bêta de MSFT depuis 2010", "MSFT", "beta", "2010-01-01"],
  ["cuál es el alfa de WMT desde 2005", "WMT", "alpha", "2005-01-01"],
  ["SPYに対するJPMのベータ", "JPM", "beta", null],
  ["MSFTの2010年以降のベータ", "MSFT", "beta", "2010-01-01"],
  ["wie hoch ist die Volatilität von KO seit 2012", "KO", "volatility", "2012-01-01"],
  ["ما هي بيتا MSFT منذ عام 2010", "MSFT", "beta", "2010-01-01"],
])("%s asks for %s's %s", (question, asset, quantity, from) => {
  const parsed = parse(question);
  expect(parsed.assets).toContain(asset);
  expect([parsed.quantity, parsed.from]).toEqual([quantity, from]);
});

test("English stays as it is", () => {
  const translate = termTranslator(knowledge.terms);
  for (const question of ["is it true that alpha is zero", "what is the sale price per share", "compare con and pro", "beta in mars 2010 no"]) expect(translate(question)).toBe(question);
});

test("a word that stands for two terms is refused", () => {
  expect(() => readTerms([{ term: "a", written: ["x"] }, { term: "b", written: ["x"] }])).toThrow('"x" stands for a and for b');
});

import { expect, test } from "vitest";
import { claimAgreement } from "../../src/asking/claim-agreement.ts";
import { questionReader } from "../../src/asking/question-reader.ts";
import { courseKnowledge } from "./known.ts";

const knowledge = courseKnowledge();
const read = questionReader(knowledge);
const agreementWith = (id: string) => {
  const stated = knowledge.claims.find((claim) => claim.id === id);
  if (!stated) throw new Error(`there is no statement ${id}`);
  return claimAgreement([stated.claim, ...stated.wordings]);
};

test("every statement agrees with itself and with its own wordings, asked in any way", () => {
  for (const { id, claim, wordings } of knowledge.claims) {
    const agrees = agreementWith(id);
    for (const said of [claim, ...wordings]) {
      for (const asked of [said, `${said}, right?`, `is it true that ${said}`]) expect([id, asked, agrees(asked)]).toEqual([id, asked, true]);
    }
  }
});

test("a statement denied, or with the opposite word, is another one", () => {
  const r2 = agreementWith("r2-is-factor-share");
  expect(r2("R2 is the factor share, right?")).toBe(true);
  expect(r2("R2 is not the factor share, right?")).toBe(false);
  expect(r2("isn't R2 the factor share?")).toBe(true);
  expect(r2("factor share equals 1 - R2, right?")).toBe(false);
  const larger = agreementWith("hedging-larger-position");
  expect(larger("hedged, I can hold a larger position")).toBe(true);
  expect(larger("hedged, I can hold a smaller position")).toBe(false);
  expect(larger("a more volatile stock gets a bigger position")).toBe(false);
  const uncorrelated = agreementWith("hedge-zero-in-sample");
  expect(uncorrelated("hedged portfolio has correlation 0 with the market")).toBe(true);
  expect(uncorrelated("hedged portfolio has correlation 1 with the market")).toBe(false);
});

test.each([
  "the hedged portfolio has the same sharpe as the stock, right?",
  "the sharpe ratio of the hedged portfolio is higher than the stock's, right?",
  "the appraisal ratio is the sharpe ratio of the unhedged stock, right?",
  "a more volatile stock gets a bigger position, right?",
  "hedged portfolio has correlation 1 with the market, right?",
  "factor share equals 1 - R2, right?",
  "R2 is not the factor share, right?",
])("%s gets no verdict of another statement, and an entry", (question) => {
  const found = read(question);
  expect(found.kind === "confident" ? found.reading.call.command : found.kind).not.toBe("claim");
});

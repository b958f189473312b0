import { expect, test } from "vitest";
import { answerFirst, type AnswerFocus } from "../../src/commands/answer-first.ts";
import { reply } from "../../src/render/reply.ts";
import { madeUpEstimate, madeUpFit } from "../render/made-up-fit.ts";

const focus = (quantity: string, more: Partial<AnswerFocus> = {}): AnswerFocus => ({ quantity, level: null, hypothesis: null, tTarget: null, ...more });
const replyWith = (result: Readonly<Record<string, unknown>>) => reply({ embed: {}, result });

test("a hypothesis about β is answered yes beyond the critical value, and not before", () => {
  const answered = (value: number) => answerFirst(focus("beta", { hypothesis: { value: 1, side: "two" } }), replyWith({ fit: madeUpFit({ betas: [madeUpEstimate("SPY", value, 0.01)] }) }), null);
  expect(answered(1.03)).toMatch(/^Yes: JPM's β differs from 1\. β = 1\.030/u);
  expect(answered(1.01)).toMatch(/^No: these rows don't show that JPM's β differs from 1\./u);
});

test("where robust errors decide otherwise they decide, and both tests are said", () => {
  const classical = madeUpFit({ betas: [madeUpEstimate("SPY", 1.03, 0.01)] });
  const robust = madeUpFit({ betas: [madeUpEstimate("SPY", 1.03, 0.03)] });
  const answered = answerFirst(focus("beta", { hypothesis: { value: 1, side: "two" } }), replyWith({ fit: classical }), robust);
  expect(answered).toMatch(/^No: .*with robust errors \(classical t = 3/u);
});

test("an interval has the level that was asked for", () => {
  const fit = madeUpFit({ betas: [madeUpEstimate("SPY", 1.2, 0.1)] });
  expect(answerFirst(focus("ci-beta", { level: 0.99 }), replyWith({ fit }), null)).toContain("99% interval 0.94 to 1.46");
});

test("what has no such figure says nothing first", () => {
  expect(answerFirst(focus("up-down-beta"), replyWith({ fit: madeUpFit() }), null)).toBeNull();
  expect(answerFirst(focus("beta"), replyWith({ topic: "alpha" }), null)).toBeNull();
});

import { expect, test } from "vitest";
import { findConditions } from "../../src/asking/find-conditions.ts";

test.each([
  ["is thisasset alpha different from 0", { value: 0, side: "two" }],
  ["is thisasset beta significantly different from 1", { value: 1, side: "two" }],
  ["can i say thisasset beta is less than 1", { value: 1, side: "less" }],
  ["test h0: beta of thisasset = 1.2", { value: 1.2, side: "two", stance: "equal" }],
  ["is the beta of thisasset greater than 1.3", { value: 1.3, side: "greater" }],
  ["alpha of thisasset bigger than 5% a year, significant?", { value: 0.05, side: "greater" }],
  ["is thisasset alpha significant", { value: 0, side: "two" }],
  ["thisasset beta = thisasset beta? test", { value: null, side: "two", stance: "equal" }],
  ["is the alpha of thisasset positive", { value: 0, side: "greater" }],
  ["is thisasset alpha significantly positive", { value: 0, side: "greater" }],
  ["does thisasset have a negative mean", { value: 0, side: "less" }],
  ["is thisasset mean return greater than zero", { value: 0, side: "greater" }],
  ["is the sharpe ratio of thisasset above 0.5", { value: 0.5, side: "greater" }],
  ["is alpha of thisasset zero", { value: 0, side: "two", stance: "equal" }],
  ["is the beta of thisasset 1?", { value: 1, side: "two", stance: "equal" }],
])("%s states its hypothesis", (text, hypothesis) => {
  expect(findConditions(text).hypothesis).toEqual(hypothesis);
});

test.each(["is the alpha of thisasset positive or negative", "what does a positive alpha of thisasset mean", "beta of thisasset on positive days"])("%s states none", (text) => {
  expect(findConditions(text).hypothesis).toBeNull();
});

test("a plain question for a number states none", () => {
  expect(findConditions("beta of thisasset thisdate").hypothesis).toBeNull();
});

test.each([
  ["if the market falls 3%, what do i lose on thisasset", -0.03],
  ["what happens to my thisasset if spy drops 3% tmrw", -0.03],
  ["market goes up 2 percent, thisasset expected move?", 0.02],
  ["mkt +5% in a month what does thisasset do", 0.05],
  ["what if thisasset crashes 20%", -0.2],
  ["market crash -20% what happens to thisasset", -0.2],
  ["thisasset up 1%, thisasset?", 0.01],
  ["what would a 200bp drop in the market do to thismoney of thisasset", -0.02],
  ["market tanks ten percent, damage on thismoney thisasset", -0.1],
  ["what if the s&p loses half a percent, thismoney of thisasset", -0.005],
  ["thisasset -10 , i hold thismoney thisasset", -0.1],
])("%s moves the factor by %d", (text, move) => {
  expect(findConditions(text).move).toBeCloseTo(move, 12);
});

test.each([
  ["99% interval for beta of thisasset", 0.99],
  ["90 % ci for alpha of thisasset", 0.9],
  ["can i reject that alpha of thisasset is zero at the 1% level", 0.99],
])("%s has the level %d", (text, level) => {
  expect(findConditions(text).level).toBeCloseTo(level, 12);
});

test.each(["beta of thisasset without intercept", "half hedge of thisasset", "beta of thisasset before and after thisdate", "expected return of thisasset with premium 6%"])("%s names what can't be done", (text) => {
  expect(findConditions(text).unsupported).not.toEqual([]);
});

test.each([
  ["was thisasset's beta higher before thisdate than after", "than after"],
  ["was thisasset's sharpe better after thisdate than before", "than before"],
  ["thisasset's beta since thisdate compared to the years before", "compared to the years before"],
])("%s compares two windows, which is said to be left out", (text, left) => {
  expect(findConditions(text).unsupported.map((words) => words.trim())).toContain(left);
});

test.each([
  ["is thisasset beta different from 1", undefined],
  ["is thisasset alpha significant", undefined],
  ["is not thisasset beta above 1", undefined],
  ["is thisasset alpha not zero", undefined],
  ["is thisasset beta equal to 1", "equal"],
  ["is thisasset beta exactly 1", "equal"],
  ["is thisasset alpha zero", "equal"],
  ["test whether thisasset beta equals 1", "equal"],
  ["is thisasset beta the same as thisasset", "equal"],
  ["thisasset alpha no longer significant thisdate, right?", "denied"],
  ["thisasset alpha not significant thisdate?", "denied"],
  ["is thisasset alpha insignificant", "denied"],
  ["is thisasset beta not above 1 thisdate", "open"],
  ["why is thisasset beta higher than thisasset", "open"],
  ["why is not thisasset alpha significant", "open"],
  ["how is thisasset alpha not significant", "open"],
  ["is the beta of thisasset above or below 1", "open"],
  ["is thisasset beta higher or lower than thisasset", "open"],
])("%s stands to its test as %s", (text, stance) => {
  const { hypothesis } = findConditions(text);
  expect(hypothesis).not.toBeNull();
  expect(hypothesis?.stance).toBe(stance);
});

test("a fraction is one number", () => {
  expect(findConditions("does thisasset beta equal 1/1.25").hypothesis?.value).toBeCloseTo(0.8, 12);
});

test.each(["beta of thisasset in crash days only (market below -2%)", "is thisasset beta up 20% thisdate"])("%s moves nothing", (text) => {
  expect(findConditions(text).move).toBeNull();
});

test.each(["var 99% one day of thismoney in thisasset", "sortino ratio of thisasset", "rolling 1yr vol of thisasset", "with what probability is thisasset negative"])("%s asks for a measure that no command has", (text) => {
  expect(findConditions(text).unsupported).toHaveLength(1);
});

test.each(["vol of thisasset", "rolling beta of thisasset", "variance of thisasset", "var of the market"])("%s does not", (text) => {
  expect(findConditions(text).unsupported).toEqual([]);
});

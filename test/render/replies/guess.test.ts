import { expect, test } from "vitest";
import { guessAnswer, guessForm, guessQuestion } from "../../../src/render/replies/guess.ts";
import { madeUpEstimate, madeUpFit } from "../made-up-fit.ts";
import { linesOf, madeUpContext, replyText } from "../reply-text.ts";

const context = madeUpContext("beta");
const fitOf = (value: number, low: number, high: number) => madeUpFit({ betas: [madeUpEstimate("SPY", value, 0.01, { interval: [low, high] })] });
const verdict = (guess: number, fit = fitOf(1.4, 1.37, 1.43)) => linesOf(guessAnswer(fit, guess, context))[0];

test("a guess is well seen inside the interval, close within a tenth of β, else too steep or too flat", () => {
  expect([1.37, 1.43].map((guess) => verdict(guess))).toEqual(Array(2).fill("**Well seen: your slope lies in the interval, so these rows can't tell it from β.**"));
  expect(verdict(1.3699)).toBe("**Close: 0.030 below β.**");
  expect(verdict(1.53)).toBe("**Close: 0.13 above β.**");
  expect(verdict(1.55)).toBe("**Too steep: 0.15 above β.**");
  expect(verdict(1.25)).toBe("**Too flat: 0.15 below β.**");
});

test("of a falling line steep and flat are sizes, above and below are not", () => {
  const falling = fitOf(-1, -1.05, -0.95);
  expect(verdict(-2, falling)).toBe("**Too steep: 1.0 below β.**");
  expect(verdict(-0.5, falling)).toBe("**Too flat: 0.50 above β.**");
  expect(verdict(0.5, falling)).toBe("**The other way: your line rises and the fitted one falls.**");
  expect(verdict(-0.5)).toBe("**The other way: your line falls and the fitted one rises.**");
});

test("the cloud's long axis is named where the guess is nearer to it than to β", () => {
  const fit = fitOf(1.4, 1.37, 1.43);
  const axis = Math.sqrt(fit.moments.asset.variance / fit.moments.factors[0].variance);
  const halfway = (axis + 1.4) / 2;
  const says = (guess: number, of = fit) => linesOf(guessAnswer(of, guess, context)).some((line) => line.includes("long axis"));
  expect([halfway - 0.001, halfway + 0.001].map((guess) => says(guess))).toEqual([false, true]);
  expect(says(axis, { ...fit, exact: true })).toBe(false);
});

test("the question prints no figure of the data, and its slopes are the same for any data", () => {
  const labels = (value: number) => guessQuestion(fitOf(value, value - 0.1, value + 0.1), context).nextSteps.map(({ label }) => label);
  expect(labels(1.4)).toEqual(["0.5", "1", "1.5", "2", "Type a slope"]);
  expect(labels(-3)).toEqual(labels(1.4));
  const asked = guessQuestion(fitOf(1.4, 1.37, 1.43), context);
  expect(replyText(asked)).not.toMatch(/1\.4|1\.37|0\.497|R²/u);
  expect(asked.pictures[0]?.spec.panels[0]?.layers.map(({ type }) => type)).toEqual(["points"]);
  expect(asked.pictures[0]?.description).not.toMatch(/β|1\.4/u);
});

test("an answer is for the asker alone, with both lines through the means", () => {
  const fit = fitOf(1.4, 1.37, 1.43);
  const answered = guessAnswer(fit, 1, context);
  expect(answered.audience).toBe("asker");
  const lines = answered.pictures[0]!.spec.panels[0]!.layers.flatMap((layer) => (layer.type === "line" ? [layer] : []));
  expect(lines.map(({ label }) => label)).toEqual(["you: 1", "β = 1.400"]);
  const slopes = lines.map(({ x, y }) => (y[1]! - y[0]!) / (x[1]! - x[0]!));
  expect(slopes.map((slope) => Number(slope.toFixed(9)))).toEqual([1, 1.4]);
  const [guessed] = lines;
  const { asset, factors } = fit.moments;
  expect(guessed!.y[0]! + slopes[0]! * (factors[0].mean - guessed!.x[0]!)).toBeCloseTo(asset.mean, 12);
});

test("the form asks for one number and submits it with the rows it is about", () => {
  expect(guessForm({ ticker: "JPM", factor: "SPY", from: "2008-01-01" })).toMatchObject({
    text: "When SPY moves 1%, by how many % does JPM move on average?",
    fields: [{ option: "guess", required: true }],
    submit: { command: "beta", options: { ticker: "JPM", factor: "SPY", from: "2008-01-01" } },
  });
});

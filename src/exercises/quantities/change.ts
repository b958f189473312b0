/** β before and since a day that the question names: chapter 6.4.4, and Chow's test with the parts' own errors. */
import { criticalValue } from "../../engine/tail-probability.ts";
import { partsOf } from "../variants/parts.ts";
import type { Model } from "../variants/model.ts";
import type { Workings } from "../variants/workings.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";
import type { ChoiceQuantity, Recipe } from "./quantity.ts";

/** The quantities of days that a question divides: one that names no day to divide them has none. */
export const ofDividedDays: ReadonlySet<string> = new Set(["betaBefore", "betaSince", "betaChangeT"]);

/** A number of both parts; NaN where the days can't be divided. */
type OfParts = (before: Model, since: Model, whole: Model) => number;

const ofParts =
  (number: OfParts): Recipe =>
  (model, _variant, workings) => {
    const [before, since] = partsOf(workings);
    return before === null || since === null ? Number.NaN : number(before, since, model);
  };

const change = (first: Model, second: Model): number => second.beta - first.beta;

/** β of one part; `part` chooses it. */
const betaMistakes = (part: (before: Model, since: Model) => Model, other: (before: Model, since: Model) => Model): Readonly<Record<string, Recipe>> => {
  const own = (number: (model: Model) => number): Recipe => ofParts((before, since) => number(part(before, since)));
  return {
    "other-part": ofParts((before, since) => other(before, since).beta),
    "days-not-divided": ofParts((_before, _since, whole) => whole.beta),
    "correlation-for-beta": own(({ correlation }) => correlation),
    "r-squared-for-beta": own(({ rSquared }) => rSquared),
    "alpha-for-beta": own(({ alpha }) => alpha),
    "volatility-ratio": own(({ assetVariance, factorVariance }) => Math.sqrt(assetVariance / factorVariance)),
    "reversed-regression": own(({ rSquared, beta }) => rSquared / beta),
    "covariance-for-beta": own(({ beta, factorVariance }) => beta * factorVariance),
    "error-for-beta": own(({ betaError }) => betaError),
    "t-for-beta": own(({ beta, betaError }) => beta / betaError),
    "beta-one": () => 1,
  };
};

const before = (first: Model): Model => first;
const since = (_first: Model, second: Model): Model => second;

export const betaBefore = defineFigureQuantity("betaBefore", {
  id: "betaBefore",
  decimals: 3,
  recipe: ofParts((first) => first.beta),
  refitMistakes: ["other-ticker", "whole-sample"],
  indistinguishable: ["days-not-divided"],
  formulaMistakes: betaMistakes(before, since),
});

export const betaSince = defineFigureQuantity("betaSince", {
  id: "betaSince",
  decimals: 3,
  recipe: ofParts((_first, second) => second.beta),
  refitMistakes: ["other-ticker", "whole-sample"],
  indistinguishable: ["days-not-divided"],
  formulaMistakes: betaMistakes(since, before),
});

/** t of the change: since less before, by the two classical errors. */
export const betaChangeT = defineFigureQuantity("tBetaChange", {
  id: "betaChangeT",
  decimals: 2,
  relative: 0.02,
  recipe: ofParts((first, second) => change(first, second) / Math.hypot(first.betaError, second.betaError)),
  refitMistakes: ["other-ticker", "whole-sample"],
  formulaMistakes: {
    "errors-added": ofParts((first, second) => change(first, second) / (first.betaError + second.betaError)),
    "errors-averaged": ofParts((first, second) => (2 * change(first, second)) / (first.betaError + second.betaError)),
    "errors-subtracted": ofParts((first, second) => change(first, second) / Math.abs(first.betaError - second.betaError)),
    "variances-not-rooted": ofParts((first, second) => change(first, second) / (first.betaError ** 2 + second.betaError ** 2)),
    "error-of-before": ofParts((first, second) => change(first, second) / first.betaError),
    "error-of-since": ofParts((first, second) => change(first, second) / second.betaError),
    "error-of-whole": ofParts((first, second, whole) => change(first, second) / whole.betaError),
    "against-whole": ofParts((_first, second, whole) => (second.beta - whole.beta) / second.betaError),
    "estimate-for-t": ofParts(change),
    "t-squared": ofParts((first, second) => change(first, second) ** 2 / (first.betaError ** 2 + second.betaError ** 2)),
    "t-of-before": ofParts((first) => first.beta / first.betaError),
    "t-of-since": ofParts((_first, second) => second.beta / second.betaError),
    "critical-for-t": () => criticalValue(0.95, { distribution: "normal" }),
  },
});

export const betaChanged: ChoiceQuantity = {
  kind: "choice",
  id: "betaChanged",
  guessable: true,
  choices: [
    { id: "yes", words: ["changed", "significant", "yes", "yeah", "yep", "true", "y"] },
    { id: "no", words: ["not changed", "not significant", "insignificant", "unchanged", "nope", "false", "no", "n"] },
  ],
  key: (workings) => (Math.abs(tOfChange(workings)) > criticalValue(0.95, { distribution: "normal" }) ? "yes" : "no"),
};

/** NaN where the days can't be divided. */
export function tOfChange(workings: Workings): number {
  const [first, second] = partsOf(workings);
  return first === null || second === null ? Number.NaN : change(first, second) / Math.hypot(first.betaError, second.betaError);
}

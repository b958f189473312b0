import { tradingDaysPerYear } from "../../calendar.ts";
import { ownNumber, type OwnNumber, type StudentNumbers } from "../quantities/student-numbers.ts";
import type { Model } from "../variants/model.ts";
import type { Variant } from "../variants/variant.ts";

/** An equation that holds between the parts of a correct submission on any data. */
export interface Identity {
  /** data/lessons/exercises/diagnoses.json has words for it holding and for it failing. */
  readonly id: string;
  /** The parts it needs. */
  readonly parts: readonly string[];
  /** Both sides, from the student's own numbers and what the variant gives. */
  readonly sides: (studentNumbers: StudentNumbers, model: Model, variant: Variant) => readonly [left: number, right: number];
}

/** An identity whose equation can name no other parts than the ones it says it needs. */
function defineIdentity<const P extends string>(definition: {
  readonly id: string;
  readonly parts: readonly P[];
  readonly sides: (own: OwnNumber<P>, model: Model, variant: Variant) => readonly [left: number, right: number];
}): Identity {
  return { ...definition, sides: (studentNumbers, model, variant) => definition.sides(ownNumber(studentNumbers), model, variant) };
}

/** Rounding of both sides to three digits, and a little more. */
const identityTolerance = 0.02;

export function identityHolds({ sides }: Identity, studentNumbers: StudentNumbers, model: Model, variant: Variant): boolean {
  const [leftSide, rightSide] = sides(studentNumbers, model, variant);
  return Math.abs(leftSide - rightSide) <= identityTolerance * Math.max(Math.abs(leftSide), Math.abs(rightSide)) + 1e-9;
}

/** R² = β²·Var(f)/Var(r). */
export const rSquaredOfBeta = (beta: string, rSquared: string): Identity => defineIdentity({
  id: "r-squared-of-beta",
  parts: [beta, rSquared],
  sides: (own, { factorVariance, assetVariance }) => [
    own(rSquared),
    (own(beta) ** 2 * factorVariance) / assetVariance,
  ],
});

/** α = mean of r − β·mean of f. */
export const alphaOfBeta = defineIdentity({
  id: "alpha-of-beta",
  parts: ["alpha", "beta"],
  sides: (own, { assetMean, factorMean }) => [assetMean, own("alpha") + own("beta") * factorMean],
});

/** The factor's share of the variance is R². */
export const shareIsRSquared = defineIdentity({
  id: "share-is-r-squared",
  parts: ["factorShare", "rSquared"],
  sides: (own) => [own("factorShare"), own("rSquared")],
});

/** Hedged over unhedged dollars = 1/√(1 − R²). */
export const hedgingGain = defineIdentity({
  id: "hedging-gain",
  parts: ["positionUnhedged", "positionHedged"],
  sides: (own, { rSquared }) => [own("positionHedged") / own("positionUnhedged"), 1 / Math.sqrt(1 - rSquared)],
});

/** The P&Ls are in the proportion of the positions. */
export const profitsAsPositions = defineIdentity({
  id: "profits-as-positions",
  parts: ["positionUnhedged", "positionHedged", "pnlUnhedged", "pnlHedged"],
  sides: (own) => [
    own("pnlHedged") * own("positionUnhedged"),
    own("pnlUnhedged") * own("positionHedged"),
  ],
});

/** The parts of an expected return add up. */
export const partsAddUp = defineIdentity({
  id: "parts-add-up",
  parts: ["riskFreeAnnual", "factorPremium", "alphaAnnual", "expectedReturn"],
  sides: (own) => [own("riskFreeAnnual") + own("factorPremium") + own("alphaAnnual"), own("expectedReturn")],
});

/** The interval is 2 × 1.96 standard errors wide. */
export const intervalWidth = defineIdentity({
  id: "interval-width",
  parts: ["alphaLow", "alphaHigh"],
  sides: (own, { alphaInterval: [low, high] }) => [own("alphaHigh") - own("alphaLow"), high - low],
});

/** The two α differ by the mean of the risk-free rate, per year. */
export const rawLessExcess = defineIdentity({
  id: "raw-less-excess",
  parts: ["alphaRaw", "alphaExcess"],
  sides: (own, { riskFreeMean }) => [own("alphaRaw") - own("alphaExcess"), riskFreeMean * tradingDaysPerYear],
});

/** Years until t = 2: (2/AR)². */
export const yearsOfAppraisal = defineIdentity({
  id: "years-of-appraisal",
  parts: ["appraisalRatio", "yearsToTwo"],
  sides: (own) => [own("yearsToTwo") * own("appraisalRatio") ** 2, 4],
});

/** The hedged Sharpe ratio is the appraisal ratio. */
export const sharpeIsAppraisal = defineIdentity({
  id: "sharpe-is-appraisal",
  parts: ["sharpeHedged", "appraisalRatio"],
  sides: (own) => [own("sharpeHedged"), own("appraisalRatio")],
});

/** t(α) ≈ appraisal ratio × √years. */
export const tOfAppraisal = defineIdentity({
  id: "t-of-appraisal",
  parts: ["alphaT", "appraisalRatio"],
  sides: (own, { observations }) => [own("alphaT"), own("appraisalRatio") * Math.sqrt(observations / tradingDaysPerYear)],
});

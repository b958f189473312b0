/** The exercises, in the order in which they are suggested. A new one: its definition here, its words in data/lessons/exercises. */
import { tradingDaysPerYear } from "../../calendar.ts";
import { defineExercise } from "../exercise.ts";
import type { ExerciseDefinition } from "../exercise.ts";
import * as identity from "../marking/identity.ts";
import * as returns from "../quantities/frequency-and-returns.ts";
import * as change from "../quantities/change.ts";
import * as inference from "../quantities/inference.ts";
import * as performance from "../quantities/performance.ts";
import * as portfolios from "../quantities/portfolios.ts";
import * as regression from "../quantities/regression.ts";
import * as sizing from "../quantities/sizing.ts";
import type { Model } from "../variants/model.ts";

const million = 1_000_000;

/** Beside the chapter's stocks: a low beta and a high one. Each ticker more is worked out at the first question. */
const others = ["KO", "BAC"] as const;
const jpmFirst = ["JPM", "WMT", "MSFT", ...others] as const;
const msftFirst = ["MSFT", "JPM", "WMT", ...others] as const;

/** α so near 0 that nobody would size a position on it, and rounding decides its digits. */
const hasMaterialAlpha = ({ alpha, alphaError }: Model): boolean => Math.abs(alpha / alphaError) > 0.3;

/** Not so near the limit that the degrees of freedom decide, nor so near 0 that rounding does. */
const isClearOrNot = (t: number): boolean => Math.abs(t) > 0.3 && (Math.abs(t) < 1.8 || Math.abs(t) > 2.1);

export const definitions: readonly ExerciseDefinition[] = [
  defineExercise({
    id: "jpm-regression",
    section: "6.11.1",
    quantities: [regression.alpha, regression.beta, regression.rSquared, regression.sensitivity],
    identities: [identity.alphaOfBeta, identity.rSquaredOfBeta("beta", "rSquared")],
    plan: { assets: jpmFirst },
    coincidences: ["rSquared/idiosyncratic-share"],
  }),
  defineExercise({
    id: "reading-a-table",
    section: "6.7.2",
    quantities: [inference.alphaT, inference.alphaLow, inference.alphaHigh, inference.significant],
    identities: [identity.intervalWidth],
    plan: { assets: msftFirst },
  }),
  defineExercise({
    id: "raw-or-excess",
    section: "6.7.2",
    quantities: [returns.alphaExcess, returns.alphaRaw],
    identities: [identity.rawLessExcess],
    plan: { assets: ["MSFT", ...others] },
    coincidences: ["alphaRaw/beta-one"],
    suits: ({ model, treated }) => treated("rf-kept") !== null && model.riskFreeMean * tradingDaysPerYear > 0.005,
  }),
  defineExercise({
    id: "annualise-alpha",
    section: "6.7.5",
    quantities: [performance.alphaAnnual],
    plan: { assets: msftFirst },
    suits: ({ model }) => hasMaterialAlpha(model),
  }),
  defineExercise({
    id: "tracking-portfolio",
    section: "6.7.4",
    quantities: [portfolios.trackingHolding, portfolios.factorPremium],
    plan: { assets: msftFirst },
  }),
  defineExercise({
    id: "hedged-portfolio",
    section: "6.11.2",
    quantities: [performance.hedgedCorrelation, performance.sharpeHedged, performance.sharpeUnhedged],
    plan: { assets: jpmFirst },
    suits: ({ model }) => hasMaterialAlpha(model),
  }),
  defineExercise({
    id: "expected-return",
    section: "6.6.2",
    quantities: [portfolios.riskFreeAnnual, portfolios.factorPremium, performance.alphaAnnual, portfolios.expectedReturn],
    identities: [identity.partsAddUp],
    plan: { assets: msftFirst },
    suits: ({ model }) => hasMaterialAlpha(model) && model.riskFreeMean * tradingDaysPerYear > 0.005,
  }),
  defineExercise({
    id: "factor-share",
    section: "6.10.1",
    quantities: [portfolios.factorVariance, portfolios.factorShare, regression.rSquared],
    identities: [identity.shareIsRSquared],
    plan: { assets: msftFirst },
  }),
  defineExercise({
    id: "monthly-position",
    section: "6.8.1",
    quantities: [sizing.positionMonthly],
    plan: { assets: msftFirst, budgets: [million, 2 * million, 3 * million] },
  }),
  defineExercise({
    id: "annual-budget",
    section: "6.11.3",
    quantities: [sizing.positionUnhedged, sizing.positionHedged, sizing.pnlUnhedged, sizing.pnlHedged],
    identities: [identity.hedgingGain, identity.profitsAsPositions],
    plan: { assets: jpmFirst, budgets: [5 * million, 2 * million, 8 * million] },
    coincidences: ["positionHedged/factor-part", "pnlHedged/factor-part"],
    suits: ({ model }) => hasMaterialAlpha(model),
  }),
  defineExercise({
    id: "appraisal-ratio",
    section: "6.9.2",
    quantities: [performance.appraisalRatio, performance.sharpeHedged, inference.alphaT, performance.yearsToSignificance],
    identities: [identity.sharpeIsAppraisal, identity.tOfAppraisal, identity.yearsOfAppraisal],
    plan: { assets: msftFirst },
    suits: ({ model }) => hasMaterialAlpha(model),
  }),
  defineExercise({
    id: "beta-frequency",
    section: "6.12",
    quantities: [returns.betaDaily, returns.betaMonthly],
    plan: { assets: jpmFirst },
    coincidences: ["betaMonthly/month-end-days"],
  }),
  defineExercise({
    id: "beta-change",
    section: "6.4.4",
    quantities: [change.betaBefore, change.betaSince, change.betaChangeT, change.betaChanged],
    plan: { assets: jpmFirst },
    suits: (workings) => isClearOrNot(change.tOfChange(workings)),
  }),
  defineExercise({
    id: "target-factor-share",
    section: "6.10.1",
    quantities: [portfolios.partialHedge],
    plan: { assets: msftFirst, shares: [0.2, 0.1, 0.3] },
    suits: ({ model, variant }) => model.rSquared > (variant.share ?? 0) + 0.05,
  }),
];

import type { BetaChange } from "../engine/beta-change.ts";
import type { PortfolioRisk } from "../engine/holding-risk.ts";
import type { BetaAgreement } from "../engine/beta-agreement.ts";
import type { BetaComparison } from "../engine/compare-betas.ts";
import type { SeriesDescription } from "../engine/describe-series.ts";
import type { DimsonBeta } from "../engine/dimson-beta.ts";
import type { Estimate, FactorFit, TestResult } from "../engine/factor-fit.ts";
import type { FrequencyFigures } from "../engine/frequency-figures.ts";
import type { GrsTest } from "../engine/grs-test.ts";
import type { HedgeInference } from "../engine/hedge-inference.ts";
import type { OwnHedge } from "../engine/own-hedge.ts";
import type { HedgedPortfolio } from "../engine/hedged-portfolio.ts";
import type { FactorShare, FactorShareGap } from "../engine/factor-share.ts";
import type { PerformanceInference } from "../engine/performance-inference.ts";
import type { Performance } from "../engine/performance.ts";
import type { ResidualReport } from "../engine/residual-report.ts";
import type { RollingReview } from "../engine/rolling-review.ts";
import type { SecurityMarketLine } from "../engine/security-market-line.ts";
import type { Frequency } from "../engine/series.ts";
import type { ResidualPair } from "../engine/correlation-interval.ts";
import type { JointAlphaTest } from "../engine/robust-joint-alpha.ts";
import type { SharpeDifference } from "../engine/sharpe-difference.ts";
import type { VasicekBeta } from "../engine/vasicek-beta.ts";
import type { VarianceDecomposition } from "../engine/variance-decomposition.ts";
import type { TwoPass } from "../engine/two-pass.ts";
import type { Growth } from "./charts/growth-lines.ts";
import type { TestedStability } from "./charts/rolling.ts";
import type { Problem } from "./problem.ts";
import type { SeriesProvenance } from "./recipe.ts";
import type { RobustPair } from "./robust.ts";

/* What the replies and the code that they show are made from. */

/** Hedged against unhedged: a test, or what it would need. */
export type ComparedRatios = { readonly test: SharpeDifference } | { readonly needed: number };

export interface PerformanceResult extends RobustPair {
  readonly performance: Performance;
  readonly inference: PerformanceInference;
  readonly comparison: ComparedRatios;
  /** Beside Blume's adjusted β, or how many other stocks there are; null of several factors, and where it is not shown. */
  readonly vasicek?: VasicekBeta | { readonly others: number } | null;
  readonly growth: Growth;
}

export interface HedgeResult extends RobustPair {
  readonly hedged: HedgedPortfolio;
  /** With other dollars than β sold; absent or null where none were named. */
  readonly own?: OwnHedge | null;
  /** Intervals of the hedge and of the hedged mean; null of an exact fit. */
  readonly inference: HedgeInference | null;
  /** How many rows an interval of the dollars of a hedge in part takes; null where the sample has them. */
  readonly rowsNeeded: number | null;
  /** Dollars of the asset; null for each one. */
  readonly amount: number | null;
}

export interface BetaResult extends RobustPair {
  /** Of the days that were set against the others; null where none were. */
  readonly change?: BetaChange | null;
}

export interface AlphasResult {
  readonly fits: readonly FactorFit[];
  /** Each with robust errors, in the order of the fits; null as in `RobustPair`. */
  readonly robust: readonly (FactorFit | null)[];
  /** Each with the errors that verdicts rest on, as in `RobustPair`. */
  readonly deciding?: readonly FactorFit[];
  /** The p-values of the αs that verdicts rest on, as several were tested (Holm), in the order of the fits. */
  readonly corrected: readonly number[];
  readonly joint: GrsTest;
  /** The same question without normal residuals, which decides; null with few rows, or where GRS is not applicable. */
  readonly robustJoint: JointAlphaTest | null;
  /** The same question by robust errors that were asked for; null where they are classical. */
  readonly wald: TestResult | null;
  readonly line: SecurityMarketLine;
  /** The line through the assets with its errors; null with few of them. */
  readonly twoPass: TwoPass | null;
}

export interface RollingResult {
  readonly review: RollingReview;
  /** All rows with robust errors, and with those that verdicts rest on, as in `RobustPair`. */
  readonly robust: FactorFit | null;
  readonly deciding?: FactorFit;
  /** Whether β was the same all the time. */
  readonly stability: TestedStability;
}

export interface CompareResult {
  readonly comparison: BetaComparison;
  /** The same with robust errors; null where the comparison has them, or has too few rows. */
  readonly robust: BetaComparison | null;
  /** Each with the errors that verdicts rest on, as in `RobustPair`. */
  readonly deciding?: readonly FactorFit[];
}

export interface VarianceResult {
  readonly fits: readonly FactorFit[];
  /** One a fit, in the same order. */
  readonly decompositions: readonly VarianceDecomposition[];
  /** The factor share of each with its error; null of an exact fit. */
  readonly shares: readonly (FactorShare | null)[];
  /** The largest share less the smallest, of several assets; null where the rows don't allow one. */
  readonly gap: FactorShareGap | null;
  /** How many rows a verdict on shares takes; null where the sample has them. */
  readonly rowsNeeded: number | null;
  /** Of the assets that are portfolios: their risk by holding. */
  readonly portfolios?: readonly PortfolioRisk[];
}

export interface RegressResult extends RobustPair {
  /** With classical errors, where the fit's own are robust; null elsewhere, and of an exact fit. */
  readonly classical: FactorFit | null;
  /** Correlation of a residual with the one before; null of an exact fit. */
  readonly neighbours: Estimate | null;
  /** Of a model with RMW, CMA and one size factor; absent or null of others. */
  readonly otherSize: OtherSize | null;
  /** On the factors as they are, where the fit has each without the ones before it; else null. */
  readonly plain?: FactorFit | null;
}

/** A β on the way from the course's to a provider's: what was changed last, and the regression with it. */
export interface BetaStep {
  readonly change: "course" | "factor" | "window" | "period" | "rate";
  readonly fit: FactorFit;
}

/** The regression with the other of French's two size factors, or the one that is not loaded. */
export type OtherSize = { readonly fit: FactorFit; readonly sources: readonly SeriesProvenance[]; readonly size: string; readonly insteadOf: string } | { readonly missing: string };

export interface ResidualsResult extends RobustPair {
  readonly report: ResidualReport;
  /** Correlation of a residual with the one before; null of an exact fit. */
  readonly neighbours: Estimate | null;
}

export interface FrequencyResult {
  readonly figures: readonly FrequencyFigures[];
  /** Whether one β fits all of them, by the intervals that decide. */
  readonly agreement: BetaAgreement;
  /** Each regression with robust errors, in the order of the figures; null as in `RobustPair`. */
  readonly robust: readonly (FactorFit | null)[];
  /** Each with the errors that verdicts rest on, as in `RobustPair`. */
  readonly deciding?: readonly FactorFit[];
  /** How many rows each of the figures would need to say something; null where it has them, and where nothing is said of it. */
  readonly rowsNeeded?: readonly (number | null)[];
  /** Of the days, on the days around too; null where there are none, or too few. */
  readonly dimson?: DimsonBeta | null;
  /** What could not be fitted, and why. */
  readonly missing: readonly { readonly period: Frequency; readonly problem: Problem }[];
  /** The provenance of each of the figures, in their order. */
  readonly sources: readonly (readonly SeriesProvenance[])[];
}

export interface DescribeResult extends SeriesDescription {
  /** Of the assets on the market, for what a hedge would leave. */
  readonly fits: readonly FactorFit[];
  /** The residuals of two assets beside each other. */
  readonly residualPairs: readonly ResidualPair[];
  readonly market: string | null;
}

import type { ResidualPair } from "../engine/correlation-interval.ts";
import type { BetaChange } from "../engine/beta-change.ts";
import type { BetaComparison } from "../engine/compare-betas.ts";
import type { SeriesDescription } from "../engine/describe-series.ts";
import type { ExpectedReturn } from "../engine/expected-return.ts";
import type { Estimate, FactorFit } from "../engine/factor-fit.ts";
import type { FrequencyFigures } from "../engine/frequency-figures.ts";
import type { GrsTest } from "../engine/grs-test.ts";
import type { HedgedPortfolio } from "../engine/hedged-portfolio.ts";
import type { SampledEstimate } from "../engine/influence-estimate.ts";
import type { PerformanceInference } from "../engine/performance-inference.ts";
import type { Performance } from "../engine/performance.ts";
import type { PositionSize } from "../engine/position-size.ts";
import type { ResidualReport } from "../engine/residual-report.ts";
import type { RollingReview } from "../engine/rolling-review.ts";
import type { JointAlphaTest } from "../engine/robust-joint-alpha.ts";
import type { SharpeDifference } from "../engine/sharpe-difference.ts";
import type { TrackingPortfolio } from "../engine/tracking-portfolio.ts";
import type { VarianceDecomposition } from "../engine/variance-decomposition.ts";

interface OneRegression {
  readonly fit: FactorFit;
  /** The same with the errors that verdicts rest on, whatever the number of rows; the fit itself where it is exact. */
  readonly deciding: FactorFit;
}

interface Further {
  readonly beta: { readonly change?: BetaChange | null };
  readonly regress: { readonly neighbours: Estimate | null };
  readonly residuals: { readonly report: ResidualReport; readonly neighbours: Estimate | null };
  readonly performance: { readonly performance: Performance; readonly inference: PerformanceInference; readonly difference: SharpeDifference | null };
  readonly hedge: { readonly hedged: HedgedPortfolio; readonly amount: number | null; readonly isOwn?: boolean };
  readonly track: { readonly tracking: TrackingPortfolio; readonly amount: number | null; readonly move: number | null };
  readonly size: { readonly size: PositionSize };
  readonly expected: { readonly expected: ExpectedReturn; readonly total: SampledEstimate | null; readonly isGiven?: boolean };
}

interface OfSeveral {
  readonly compare: { readonly comparison: BetaComparison };
  readonly alphas: { readonly fits: readonly FactorFit[]; readonly deciding: readonly FactorFit[]; readonly joint: GrsTest; readonly robustJoint: JointAlphaTest | null };
  readonly variance: { readonly decompositions: readonly VarianceDecomposition[] };
  readonly rolling: { readonly review: RollingReview };
  readonly frequency: { readonly figures: readonly FrequencyFigures[] };
  readonly describe: SeriesDescription & {
    readonly fits: readonly FactorFit[];
    readonly residualPairs: readonly ResidualPair[];
    /** Of two series, first less second; null of others, and where it can't be tested. */
    readonly sharpeGap: SharpeDifference | null;
  };
}

/**
 * The numbers behind a reply, under the name of the analysis that worked them out: the same name may stand for
 * different things in two of them. What a question asks for is answered from these.
 */
export type AnalysisFigures =
  | { readonly [Name in keyof Further]: { readonly of: Name } & OneRegression & Further[Name] }[keyof Further]
  | { readonly [Name in keyof OfSeveral]: { readonly of: Name } & OfSeveral[Name] }[keyof OfSeveral];

export type FiguresOf<Name extends AnalysisFigures["of"]> = Extract<AnalysisFigures, { readonly of: Name }>;

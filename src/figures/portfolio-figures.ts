/** Ratios, hedges and positions: chapter 6.7.4 to 6.11.3. */
import type { FactorFit } from "../engine/factor-fit.ts";
import { yearsToSignificance } from "../engine/performance.ts";
import { periodsPerYear } from "../engine/series.ts";
import { defineFigures } from "./figure.ts";

const periods = ({ sample }: FactorFit): number => periodsPerYear[sample.frequency];
const factorOf = (fit: FactorFit) => fit.moments.factors[0];

export const ratioFigures = defineFigures({
  sharpe: { symbol: null, meaning: "Sharpe ratio, per year", unit: "ratio", section: "6.9.1", formula: "E[r] / σ(r) × √252", value: ({ performance }) => performance()?.sharpe ?? null },
  sharpeFactor: { symbol: null, meaning: "Sharpe ratio of the factor, per year", unit: "ratio", section: "6.9.1", formula: "E[f] / σ(f) × √252", value: ({ fit }) => (factorOf(fit).mean / Math.sqrt(factorOf(fit).variance)) * Math.sqrt(periods(fit)) },
  sharpeHedged: { symbol: null, meaning: "Sharpe ratio of the hedged returns r − β·f, per year", unit: "ratio", section: "6.9.2", formula: "α / σ(ε) × √252", value: ({ performance }) => performance()?.hedgedSharpe ?? null },
  appraisal: { symbol: null, meaning: "appraisal ratio, per year", unit: "ratio", section: "6.9.2", formula: "α / σ(ε) × √252", value: ({ performance }) => performance()?.appraisalRatio ?? null },
  informationRatio: { symbol: null, meaning: "information ratio against β = 1, per year", unit: "ratio", section: "6.9.2", formula: "mean of r − f / σ(r − f) × √252", value: ({ performance }) => performance()?.informationRatio ?? null },
  treynor: { symbol: null, meaning: "Treynor ratio: mean excess return per unit of beta, per year", unit: "return", section: "6.9.1", formula: "E[r] × 252 / β", value: ({ performance }) => performance()?.treynor ?? null },
  trackingErrorBenchmark: { symbol: null, meaning: "tracking error in its other meaning, per year", unit: "return", section: "6.7.4", formula: "σ(r − f) × √252", value: ({ performance }) => performance()?.activeTrackingError ?? null },
  maxDrawdown: { symbol: null, meaning: "deepest fall of compounded excess returns from a peak, below zero", unit: "return", section: "6.9.1", formula: "min of wealth / its highest before − 1", value: ({ performance }) => negative(performance()?.maximumDrawdown.depth) },
  yearsToTwo: { symbol: null, meaning: "years of such data until t(α) = 2", unit: "years", section: "6.9.2", formula: "(2 / appraisal ratio)²", value: ({ performance }) => yearsToTwo(performance()?.appraisalRatio) },
});

export const hedgeFigures = defineFigures({
  trackingHolding: { symbol: "β", meaning: "dollars of the factor that track one dollar of the asset", unit: "ratio", section: "6.7.4", formula: "β", value: ({ tracking }) => tracking().holdings[0].dollars },
  hedgeRatio: { symbol: "β", meaning: "dollars of the factor sold per dollar of the asset held", unit: "ratio", section: "6.7.5", formula: "β", value: ({ fit }) => fit.betas[0].value },
  share: { symbol: "s", meaning: "factor share that a partial hedge is to reach", unit: "share", section: "6.10.1", formula: "chosen", value: ({ share }) => share },
  exposureKept: { symbol: "b", meaning: "exposure to the factor that a partial hedge leaves", unit: "ratio", section: "6.10.1", formula: "√(s/(1 − s) · Var(ε) / Var(f))", value: ({ fit, share }) => (share === null ? null : Math.sqrt(((share / (1 - share)) * fit.moments.residualVariance) / factorOf(fit).variance)) },
  partialHedge: { symbol: null, meaning: "dollars of the factor to sell per dollar of the asset for that factor share", unit: "ratio", section: "6.10.1", formula: "β − b", value: ({ partialHedge }) => negative(partialHedge()?.hedges[0].dollars) },
});

export const positionFigures = defineFigures({
  budget: { symbol: null, meaning: "volatility budget", unit: "dollars", section: "6.8.1", formula: "chosen; the chapter's is $1,000,000", value: ({ budget }) => budget },
  sizeUnhedged: { symbol: "x", meaning: "position under a budget per month, unhedged", unit: "dollars", section: "6.8.1", formula: "budget / (σ(r) × √21)", value: ({ monthlySize }) => monthlySize()?.unhedged.dollars ?? null },
  sizeHedged: { symbol: null, meaning: "position under a budget per month, hedged", unit: "dollars", section: "6.8.3", formula: "budget / (σ(ε) × √21)", value: ({ monthlySize }) => monthlySize()?.hedged.dollars ?? null },
  sizeUnhedgedYear: { symbol: null, meaning: "position under a budget per year, unhedged", unit: "dollars", section: "6.11.3", formula: "budget / (σ(r) × √252)", value: ({ annualSize }) => annualSize()?.unhedged.dollars ?? null },
  sizeHedgedYear: { symbol: null, meaning: "position under a budget per year, hedged", unit: "dollars", section: "6.11.3", formula: "budget / (σ(ε) × √252)", value: ({ annualSize }) => annualSize()?.hedged.dollars ?? null },
  pnlTotal: { symbol: null, meaning: "expected P&L per year of the unhedged position, budget per month", unit: "dollars", section: "6.8.2", formula: "sizeUnhedged × (α + β · E[f]) × 252", value: ({ monthlySize }) => monthlySize()?.unhedged.expectedProfit ?? null },
  pnlRiskAdjusted: { symbol: null, meaning: "risk-adjusted P&L per year of the unhedged position, budget per month", unit: "dollars", section: "6.8.2", formula: "sizeUnhedged × α × 252", value: ({ monthlySize }) => monthlySize()?.unhedged.riskAdjustedProfit ?? null },
  pnlHedged: { symbol: null, meaning: "risk-adjusted P&L per year of the hedged position, budget per month", unit: "dollars", section: "6.8.3", formula: "sizeHedged × α × 252", value: ({ monthlySize }) => monthlySize()?.hedged.riskAdjustedProfit ?? null },
  pnlUnhedgedYear: { symbol: null, meaning: "risk-adjusted P&L per year of the unhedged position, budget per year", unit: "dollars", section: "6.11.3", formula: "sizeUnhedgedYear × α × 252", value: ({ annualSize }) => annualSize()?.unhedged.riskAdjustedProfit ?? null },
  pnlHedgedYear: { symbol: null, meaning: "risk-adjusted P&L per year of the hedged position, budget per year", unit: "dollars", section: "6.11.3", formula: "sizeHedgedYear × α × 252", value: ({ annualSize }) => annualSize()?.hedged.riskAdjustedProfit ?? null },
  hedgingGain: { symbol: null, meaning: "hedged position per dollar of the unhedged one", unit: "ratio", section: "6.8.3", formula: "sizeHedged / sizeUnhedged = 1 / √(1 − R²)", value: ({ monthlySize }) => monthlySize()?.gainFromHedging ?? null },
});

const negative = (value: number | undefined): number | null => (value === undefined ? null : -value);

const yearsToTwo = (appraisalRatio: number | undefined): number | null => (appraisalRatio === undefined ? null : yearsToSignificance(appraisalRatio));

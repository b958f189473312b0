/** The chapter's printed figures, each by the engine on the bundled sample. */
import type { Problem } from "../../src/render/problem.ts";
import { join } from "node:path";
import printedFigures from "../../data/lessons/printed-figures.json" with { type: "json" };
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { excessReturn } from "../../src/engine/excess-return.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { hedgedPortfolio } from "../../src/engine/hedged-portfolio.ts";
import { correlation } from "../../src/engine/moments.ts";
import { performanceOf } from "../../src/engine/performance.ts";
import { positionSize } from "../../src/engine/position-size.ts";
import type { Series } from "../../src/engine/series.ts";
import { varianceDecomposition } from "../../src/engine/variance-decomposition.ts";
import type { Outcome } from "../../src/outcome.ts";
import { asPrinted } from "../scripts/sample/as-printed.ts";

export interface ChapterFigure {
  readonly section: string;
  readonly label: string;
  readonly printed: string;
  readonly computed: string;
}

export function chapterFigures(): ChapterFigure[] {
  const datasets = value(loadDatasets({ sampleFolder: join(import.meta.dirname, "../../data/sample") }));
  const series = (id: string): Series => value(datasets.find(id, "daily"));
  const fits = new Map<string, Readonly<Record<string, number | string>>>();
  const quantitiesOf = (asset: string, factor: string): Readonly<Record<string, number | string>> => {
    const name = `${asset} on ${factor}`;
    const found = series(asset);
    const excess = found.kind === "total" ? value(excessReturn(found, series("RF"))) : found;
    const known = fits.get(name) ?? quantities(value(fitFactors(excess, [series(factor)])));
    fits.set(name, known);
    return known;
  };
  return printedFigures
    .filter(({ factor }) => factor !== null)
    .map(({ section, label, asset, factor, quantity, printed, format }) => {
      const computed = quantitiesOf(asset, factor!)[quantity];
      return {
        section,
        label,
        printed,
        computed: typeof computed === "number" ? asPrinted(computed, format) : (computed ?? "not computed"),
      };
    });
}

function value<T>(outcome: Outcome<T, Problem>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

function quantities(fit: FactorFit): Readonly<Record<string, number | string>> {
  const { alpha, alphaAnnual, moments, diagnostics, sample, rows } = fit;
  const beta = fit.betas[0];
  const hedged = value(hedgedPortfolio(fit));
  const performance = value(performanceOf(fit));
  const size = value(positionSize(fit, { dollars: 1_000_000, horizon: "month" }));
  const variance = varianceDecomposition(fit);
  return {
    n: sample.observations,
    first: sample.first,
    last: sample.last,
    degreesOfFreedom: fit.inference.degreesOfFreedom,
    slopes: fit.betas.length,
    alpha: alpha.value,
    beta: beta.value,
    alphaAnnual: alphaAnnual.value,
    seAlpha: alpha.standardError,
    seBeta: beta.standardError,
    tAlpha: alpha.tStat,
    tBeta: beta.tStat,
    pAlpha: alpha.pValue,
    pBeta: beta.pValue,
    alphaLow: alpha.interval[0],
    alphaHigh: alpha.interval[1],
    betaLow: beta.interval[0],
    betaHigh: beta.interval[1],
    rSquared: fit.rSquared,
    adjustedRSquared: fit.adjustedRSquared,
    fStatistic: fit.fTest.statistic,
    pF: fit.fTest.pValue,
    logLikelihood: fit.logLikelihood,
    aic: fit.aic,
    bic: fit.bic,
    correlation: correlation(rows.asset, rows.factors[0]),
    correlationResidual: hedged.exposures[0]!.correlation,
    durbinWatson: diagnostics.durbinWatson,
    skew: diagnostics.skew,
    kurtosis: diagnostics.kurtosis,
    jarqueBera: diagnostics.jarqueBera.statistic,
    pJarqueBera: diagnostics.jarqueBera.pValue,
    omnibus: diagnostics.omnibus.statistic,
    pOmnibus: diagnostics.omnibus.pValue,
    conditionNumber: diagnostics.conditionNumber,
    varAsset: moments.asset.variance,
    varFactor: moments.factors[0].variance,
    varResidual: moments.residualVariance,
    meanFactor: moments.factors[0].mean,
    varFactorPart: variance.factorVariance,
    factorShare: variance.factorShare,
    idiosyncraticShare: variance.idiosyncraticShare,
    meanHedgedAnnual: hedged.meanAnnual,
    volAssetAnnual: performance.volatilityAnnual,
    volHedgedMonthly: size.hedged.volatility,
    sharpe: performance.sharpe,
    sharpeHedged: performance.hedgedSharpe,
    appraisal: performance.appraisalRatio,
    pnlTotal: size.unhedged.expectedProfit,
    pnlRiskAdjusted: size.unhedged.riskAdjustedProfit,
  };
}

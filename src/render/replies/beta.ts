import type { FactorFit } from "../../engine/factor-fit.ts";
import { capitalized } from "../capitalized.ts";
import { analysisReply, annualFactorOf, periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { scatterWithFit } from "../charts/scatter-with-fit.ts";
import { fitCode } from "../code/fit-code.ts";
import { estimate, interval, number, percentEstimate, pValue, share } from "../numbers.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { sensitivityOf } from "../sensitivity.ts";

export interface BetaResult {
  readonly fit: FactorFit;
  /** The same regression with robust errors; null where the fit has them, or is exact. Verdicts rest on it. */
  readonly robust: FactorFit | null;
}

/** α, β and R² of one asset on one factor, as the chapter reads them (6.4.4). */
export function betaReply({ fit, robust }: BetaResult, context: AnalysisContext): Reply {
  const beta = fit.betas[0];
  const { alpha, alphaAnnual, asset, sample } = fit;
  const digits = estimate(beta.value, beta.standardError);
  return analysisReply(
    {
      title: `${asset} on ${beta.term}: β = ${digits}`,
      lines: [
        `**β = ${digits}** · 95% interval ${interval(beta.interval, beta.standardError)} (s.e. ${number(beta.standardError, 2)})${robustInterval(fit, robust)}`,
        `**α = ${percentEstimate(alpha.value, alpha.standardError)} per ${periodOf(sample)}** · 95% interval ${interval(alpha.interval, alpha.standardError, "%")} (${pValue(alpha.pValue)}${robustAlpha(fit, robust)})`,
        `α a year (${annualFactorOf(sample)}) = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} · 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}`,
        `**R² = ${number(fit.rSquared, 3)}** · ${share(fit.rSquared)} factor risk, ${share(1 - fit.rSquared)} idiosyncratic risk`,
        "",
        sensitivity(robust ?? fit),
      ],
      hint: hint(robust ?? fit, fit),
      recipe: recipeLine({
        formula: `${asset} ~ ${beta.term}`,
        sample,
        estimator: estimatorWords(fit.inference),
        sources: context.sources,
      }),
      picture: scatterWithFit(fit),
      code: fitCode(fit, context),
      lesson: "beta",
      nextSteps: [
        { label: "Residuals", command: "residuals", options: { ticker: asset, factor: beta.term, ...sameRows(context) } },
        { label: "Hedge it", command: "hedge", options: { ticker: asset, factor: beta.term, ...sameRows(context) } },
      ],
      result: { fit },
    },
    context,
  );
}

/**
 * Beside the classical interval, where the data speak against it: Breusch–Pagan, neighbouring residuals that correlate,
 * or a robust standard error that differs by more than a quarter (as with volatility clustering, which Breusch–Pagan
 * does not look for). And wherever the two would call β by different names, since the robust one decides.
 */
function robustInterval({ betas, diagnostics, sample }: FactorFit, robust: FactorFit | null): string {
  if (!robust) return "";
  const beta = robust.betas[0];
  const classical = betas[0];
  const { breuschPagan, durbinWatson } = diagnostics;
  // DW is about 2(1 − ρ), and ρ of independent residuals lies within 1.96/√n.
  const correlated = Math.abs(durbinWatson - 2) > (2 * 1.96) / Math.sqrt(sample.observations);
  const ratio = beta.standardError / classical.standardError;
  const differs = ratio > 1.25 || ratio < 1 / 1.25;
  const decides = sensitivityOf(beta) !== sensitivityOf(classical);
  if (breuschPagan.pValue >= 0.05 && !correlated && !differs && !decides) return "";
  return `, robust (${robust.inference.covariance.toUpperCase()}) ${interval(beta.interval, beta.standardError)}`;
}

/** Beside the classical p-value of α where the robust one, which decides, is on the other side of 5%. */
function robustAlpha({ alpha }: FactorFit, robust: FactorFit | null): string {
  if (!robust || robust.alpha.pValue < 0.05 === alpha.pValue < 0.05) return "";
  return `, robust ${pValue(robust.alpha.pValue)}`;
}

/** The chapter's reading of β (6.4.4), with what its interval allows to say. */
function sensitivity({ asset, betas }: FactorFit): string {
  const beta = betas[0];
  const moves = `when ${beta.term} moves 1%, ${asset} moves ${estimate(beta.value, beta.standardError)}% on average`;
  switch (sensitivityOf(beta)) {
    case "aggressive":
      return `${asset} is **aggressive**: ${moves}.`;
    case "defensive":
      return `${asset} is **defensive**: ${moves}.`;
    case "hedge":
      return `${asset} is **a hedge**: ${moves}.`;
    case "like the market":
      return `${asset}'s sensitivity can't be told apart from the market's own (β = 1): ${moves}.`;
    case "zero or the market":
      return `These rows don't tell ${asset}'s sensitivity apart from 0, nor from the market's own (β = 1): ${moves}, give or take.`;
    case "zero":
      return `${asset}'s sensitivity to ${beta.term} can't be told apart from 0: ${moves}, give or take.`;
    case "other":
      return `${capitalized(moves)}.`;
  }
}

function hint({ alpha, alphaAnnual, asset, betas, exact, inference }: FactorFit, classical: FactorFit): string {
  if (exact) return `${betas[0].term} explains every row of ${asset} exactly. What does that say about where ${asset} comes from?`;
  const by = alpha.pValue < 0.05 === classical.alpha.pValue < 0.05 ? "" : `By ${inference.covariance.toUpperCase()} errors `;
  const intervalOf = by === "" ? "The interval" : `${by}the interval`;
  return alpha.pValue < 0.05
    ? `${intervalOf} of α leaves out 0. Is an α of ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} a year a good bet? Look at what risk it takes to earn it.`
    : `${intervalOf} of α holds 0. How many years of data would an α of this size need before its t reaches 2?`;
}

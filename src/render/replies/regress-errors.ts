import type { Estimate, FactorFit, TestResult } from "../../engine/factor-fit.ts";
import { periodOf } from "../analysis-reply.ts";
import { count, fixed, number, pValue, rounded } from "../numbers.ts";
import { errorsName, isFarFromTwo, robustInterval, type RobustPair } from "../robust.ts";
import type { RegressResult } from "../results.ts";

/** What the tests of the residuals say of the errors above, and which errors decide. */
export function errorsSentence(result: RegressResult): string {
  const { fit, robust, classical, neighbours } = result;
  if (fit.exact) return `The factors explain ${fit.asset} exactly: nothing is left over to test.`;
  const several = fit.factors.length > 1 ? "s" : "";
  const against = [
    ...(fit.diagnostics.breuschPagan.pValue < 0.05 ? [`the size of the noise depends on the factor${several}`] : []),
    ...(goTogether(neighbours) ? [`neighbouring residuals ${neighbours.value > 0 ? "go together" : "reverse each other"}`] : []),
  ];
  if (against.length === 0 && classical) return comparedSentence(fit, classical);
  if (against.length === 0) return besideSentence({ fit, robust }) ?? `${noSign(fit)}${robust ? ", and the robust errors are within a quarter of the classical ones" : ""}.`;
  if (classical) return `The tests speak against classical errors: ${against.join(", and ")}. ${goTogether(neighbours) && fit.inference.lags === 0 ? `These are robust, but to the size of the noise alone: \`errors:hac\` allows for that too.` : "These are robust ones."}`;
  return `The tests speak against the classical errors: ${against.join(", and ")}. ${robust ? "The robust ones decide what is said here." : "These rows are too few for robust ones."}`;
}

/** What the two tests looked for and did not find: noise of other shapes, as one that grows with moves of either sign, passes both. */
const noSign = ({ factors }: FactorFit): string =>
  `No sign that the noise's size depends on the factor${factors.length > 1 ? "s" : ""} in a straight line, or that neighbouring residuals go together`;

const goTogether = (neighbours: Estimate | null): neighbours is Estimate => neighbours !== null && neighbours.pValue < 0.05;

interface ComparedError {
  readonly name: string;
  /** Of the standard errors. */
  readonly ratio: number;
}

/** Standard errors of one regression over another's of the same rows. */
const errorRatios = (one: FactorFit, other: FactorFit): readonly ComparedError[] => [
  { name: "α", ratio: one.alpha.standardError / other.alpha.standardError },
  ...one.betas.map(({ term, standardError }, place) => ({ name: `β ${term}`, ratio: standardError / (other.betas[place]?.standardError ?? NaN) })),
];

const furthestOf = (ratios: readonly ComparedError[]): ComparedError =>
  ratios.reduce((one, other) => (Math.abs(Math.log(other.ratio)) > Math.abs(Math.log(one.ratio)) ? other : one));

/** The tests find nothing, and robust errors were asked for: whether they are others is said all the same. */
function comparedSentence(fit: FactorFit, classical: FactorFit): string {
  const { name, ratio } = furthestOf(errorRatios(fit, classical));
  const errors = errorsName(fit.inference);
  return ratio > 1.25 || ratio < 1 / 1.25
    ? `${noSign(fit)}, yet these errors differ: the ${errors} error of ${name} is ${number(ratio, 2)} times the classical one.`
    : `${noSign(fit)}, and the ${errors} errors are near the classical ones: that of ${name} differs most, ${number(ratio, 3)} times the classical one.`;
}

/** Why robust intervals stand beside the classical ones where neither test of the residuals asks for them; null where none does. */
function besideSentence(pair: RobustPair): string | null {
  const terms: readonly { readonly name: string; readonly pick: (fit: FactorFit) => Estimate | undefined }[] = [
    { name: "α", pick: ({ alphaAnnual }) => alphaAnnual },
    ...pair.fit.betas.map(({ term }, place) => ({ name: `β ${term}`, pick: ({ betas }: FactorFit) => betas[place] })),
  ];
  const beside = terms
    .filter(({ pick }) => robustInterval(pair, pick) !== "")
    .map(({ name, pick }) => ({ name, ratio: (pair.robust ? (pick(pair.robust)?.standardError ?? NaN) : NaN) / (pick(pair.fit)?.standardError ?? NaN) }));
  if (beside.length === 0) return null;
  if (isFarFromTwo(pair.fit)) return `Durbin–Watson ${fixed(pair.fit.diagnostics.durbinWatson, 3)} is further from 2 than that of independent residuals of one size: robust intervals stand beside the classical ones, and decide what is said here.`;
  const furthest = furthestOf(beside);
  return `${noSign(pair.fit)}, yet robust intervals differ: the robust error of ${furthest.name} is ${number(furthest.ratio, 2)} times the classical one. The robust ones decide what is said here.`;
}

export function verdicts({ fit, neighbours }: RegressResult): readonly string[] {
  const { diagnostics, exact, sample } = fit;
  if (exact) return [];
  const { durbinWatson, breuschPagan, jarqueBera, kurtosis, skew } = diagnostics;
  return [
    `**Durbin–Watson ${fixed(durbinWatson, 3)}**: ${autocorrelationWords(neighbours, fit)}`,
    `**Breusch–Pagan ${tested(breuschPagan)}**: ${
      breuschPagan.pValue < 0.05
        ? `the noise is not of one size, it depends on the factor${fit.factors.length > 1 ? "s" : ""}. ${fit.inference.covariance === "classical" ? "Robust errors (`errors:hc1`) allow" : "These errors allow"} for that.`
        : `no sign that the size of the noise depends on the factor${fit.factors.length > 1 ? "s" : ""} in a straight line. Noise that grows with moves of either sign it does not see.`
    }`,
    `**Jarque–Bera ${tested(jarqueBera)}**: ${
      jarqueBera.pValue < 0.05
        ? `the residuals are not normal: skew ${fixed(skew, 3)} (0 for a normal), kurtosis ${fixed(kurtosis, 3)} (3 for a normal). ${
            sample.observations >= 100
              ? `α and β average over ${count(sample.observations)} rows and bear it; single bad ${periodOf(sample)}s don't.`
              : "With so few rows the t and F values above are rough."
          }`
        : "no sign in skew and kurtosis that the residuals are not normal."
    }`,
  ];
}

/** The statistic is about 2(1 − ρ); whether ρ is 0 is judged by an error that is right where volatility clusters. */
function autocorrelationWords(neighbours: Estimate | null, fit: FactorFit): string {
  if (!goTogether(neighbours)) return "no sign that a residual goes with the one before it. Their sizes may still go together.";
  const { value, standardError } = neighbours;
  const remedy = fit.inference.lags > 0 ? "These errors allow for that." : "`errors:hac` allows for that.";
  return `a residual ${value > 0 ? "resembles" : "tends to reverse"} the one before it, correlation ${rounded(value, standardError)} ± ${number(1.96 * standardError, 2)} (${pValue(neighbours.pValue)}). ${remedy}`;
}

const tested = ({ statistic, pValue: probability }: TestResult): string => `${number(statistic)} (${pValue(probability)})`;

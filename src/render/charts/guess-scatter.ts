import type { FactorFit } from "../../engine/factor-fit.ts";
import type { ChartSpec, Layer } from "../chart/chart-spec.ts";
import { asTyped, count, estimate } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import type { ReturnsName } from "../recipe.ts";
import { windowWords } from "../window-words.ts";
import { specOf, straightLine } from "./scatter-with-fit.ts";

/** The points without a line (chapter 6.4.2: what do you see?). Its words say nothing that the slope could be read from. */
export function scatterWithoutLine(fit: FactorFit, returns: ReturnsName): Picture {
  return { filename: "scatter.png", spec: specOf(fit, returns, `${fit.asset} vs ${fit.factors[0]}: what do you see?`, []), description: pointsWords(fit, returns) };
}

/** The points with the line that somebody saw in them, and the fitted one. */
export function scatterWithGuess(fit: FactorFit, guess: number, returns: ReturnsName): Picture {
  return { filename: "scatter.png", spec: guessSpec(fit, guess, returns), description: guessWords(fit, guess, returns) };
}

function guessSpec(fit: FactorFit, guess: number, returns: ReturnsName): ChartSpec {
  return specOf(fit, returns, `${fit.asset} vs ${fit.factors[0]}: your slope and the fitted one`, [
    guessedLine(fit, guess),
    straightLine(fit, { label: `β = ${slopeText(fit)}`, role: "fit" }, fit.alpha.value, fit.betas[0].value),
  ]);
}

/** Through the means, as the fitted line is, so that the slopes alone differ. */
function guessedLine(fit: FactorFit, guess: number): Layer {
  const { asset, factors } = fit.moments;
  return straightLine(fit, { label: `you: ${asTyped(guess)}`, role: "hedged", dashed: true }, asset.mean - guess * factors[0].mean, guess);
}

const slopeText = ({ betas: [beta] }: FactorFit): string => estimate(beta.value, beta.standardError);

function guessWords(fit: FactorFit, guess: number, returns: ReturnsName): string {
  return `${pointsWords(fit, returns)} Two lines through the means: dashed yours, with a slope of ${asTyped(guess)}; the fitted one, β = ${slopeText(fit)}.`;
}

const pointsWords = ({ asset, factors, sample }: FactorFit, returns: ReturnsName): string =>
  `Scatter: ${asset} up, ${factors[0]} across, n = ${count(sample.observations)}. Returns: ${sample.frequency} ${returns}, ${windowWords(sample)}.`;

import { listText } from "../../series-list.ts";
import type { BetaComparison } from "../../engine/compare-betas.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { explainStep } from "../explain-step.ts";
import { compareWithoutLines } from "../charts/compare.ts";
import { scatterWithGuess, scatterWithoutLine } from "../charts/guess-scatter.ts";
import { estimatorWords, fitRecipe, recipeLine, returnsNameOf } from "../recipe.ts";
import { asTyped, estimate, interval, number } from "../numbers.ts";
import { reply, type Form, type NextStep, type Reply } from "../reply.ts";

/** The slopes to choose from: always the same, so that they say nothing of the data. */
const offered = ["0.5", "1", "1.5", "2"] as const;

/** The points alone, and the question what slope lies in them. */
export function guessQuestion(fit: FactorFit, context: AnalysisContext): Reply {
  const { asset, factors: [factor], sample } = fit;
  const options = optionsOf(fit, context);
  return reply({
    embed: {
      title: `${asset} vs ${factor}: what do you see?`,
      description: [
        `Each square is a ${periodOf(sample)}: ${factor}'s ${returnsNameOf(context.sources)} return across, ${asset}'s up.`,
        `**When ${factor} moves 1%, by how many % does ${asset} move on average?** Picture the line through the cloud and say its slope.`,
        ...context.notes.map((note) => `-# ${note}`),
        "-# Your guess is answered for you alone, with both lines.",
      ].join("\n"),
      color: blue,
      footer: { text: fitRecipe(fit, context.sources) },
    },
    picture: scatterWithoutLine(fit, returnsNameOf(context.sources)),
    nextSteps: [
      ...offered.map((slope): NextStep => ({ label: slope, command: "beta", options: { ...options, guess: slope } })),
      { label: "Type a slope", command: "beta guess", options, style: "primary" },
    ],
    audience: context.audience,
    result: { fit },
  });
}

/** Several clouds on the same axes, and the question which is the steepest. */
export function compareQuestion(comparison: BetaComparison, context: AnalysisContext): Reply {
  const { fits, inference, sample } = comparison;
  const factor = fits[0]?.factors[0] ?? "";
  const assets = fits.map(({ asset }) => asset);
  return reply({
    embed: {
      title: `Who moves more with ${factor}: ${assets.join(" or ")}?`,
      description: [
        `Each square is a ${periodOf(sample)}: ${factor}'s ${returnsNameOf(context.sources)} return across, the asset's up, on the same axes.`,
        "**Which cloud is the steepest, and which is the tightest?** Steepness is β, tightness the correlation: not the same thing.",
        ...context.notes.map((note) => `-# ${note}`),
      ].join("\n"),
      color: blue,
      footer: { text: recipeLine({ formula: `${assets.join(", ")} ~ ${factor}`, sample, estimator: estimatorWords(inference), sources: context.sources }) },
    },
    picture: compareWithoutLines(comparison, returnsNameOf(context.sources)),
    nextSteps: [
      ...fits.map(({ asset }): NextStep => ({ label: `Guess ${asset}'s slope`, command: "beta", options: { ticker: asset, factor, ...sameRows(context), line: "false" } })),
      { label: "With the lines", command: "compare", options: { tickers: listText(assets), factor, ...sameRows(context) } },
    ],
    audience: context.audience,
    result: { comparison },
  });
}

/** How far off a slope is, by the regression and its interval. */
export function guessAnswer(fit: FactorFit, guess: number, context: AnalysisContext): Reply {
  const { asset, betas: [beta], factors: [factor] } = fit;
  const digits = estimate(beta.value, beta.standardError);
  const options = optionsOf(fit, context);
  return reply({
    embed: {
      title: `${asset} on ${factor}: you saw ${asTyped(guess)}, β = ${digits}`,
      description: [
        `**${verdict(fit, guess)}**`,
        `β = ${digits} · 95% interval ${interval(beta.interval, beta.standardError)}. Of a 1% move of ${factor} your line makes ${asTyped(guess)}% of ${asset}, the fitted one ${digits}%.`,
        ...longAxis(fit, guess),
      ].join("\n"),
      color: blue,
      footer: { text: fitRecipe(fit, context.sources) },
    },
    picture: scatterWithGuess(fit, guess, returnsNameOf(context.sources)),
    nextSteps: [
      { label: `β of ${asset}`, command: "beta", options },
      { label: "Look again", command: "beta", options: { ...options, line: "false" } },
      explainStep("beta", context),
    ],
    audience: "asker",
    result: { fit },
  });
}

const optionsOf = ({ asset, factors }: FactorFit, context: AnalysisContext): Readonly<Record<string, string>> => ({ ticker: asset, factor: factors[0], ...sameRows(context) });

/** A guess as near as this to β is close, as an eye can't do better: a tenth of it. */
const near = 0.1;

function verdict({ betas: [{ value, standardError, interval: [low, high] }] }: FactorFit, guess: number): string {
  const off = guess - value;
  if (guess >= low && guess <= high) return "Well seen: your slope lies in the interval, so these rows can't tell it from β.";
  const far = `${number(Math.abs(off), Math.abs(off) < standardError ? 1 : 2)} ${off > 0 ? "above" : "below"} β`;
  if (guess * value < 0) return `The other way: your line ${guess < 0 ? "falls" : "rises"} and the fitted one ${value < 0 ? "falls" : "rises"}.`;
  if (Math.abs(off) <= near * Math.abs(value)) return `Close: ${far}.`;
  return `${Math.abs(guess) > Math.abs(value) ? "Too steep" : "Too flat"}: ${far}.`;
}

/** An eye follows the cloud's long axis, whose slope is that of the volatilities: said where the guess is nearer to it than to β. */
function longAxis({ asset, betas: [beta], factors: [factor], moments, rSquared, exact }: FactorFit, guess: number): readonly string[] {
  if (exact || beta.value === 0) return [];
  const axis = Math.sign(beta.value) * Math.sqrt(moments.asset.variance / moments.factors[0].variance);
  if (Math.abs(guess - axis) >= Math.abs(guess - beta.value)) return [];
  return [
    `Your slope is nearer to σ(${asset})/σ(${factor}) = ${number(axis, 3)}, the cloud's long axis. A regression's line is flatter than that by the correlation, ${number(Math.sqrt(rSquared), 3)}: it answers what ${asset} does on average, given ${factor}.`,
  ];
}

export const guessForm = (options: Readonly<Record<string, string>>): Form => ({
  kind: "form",
  title: "Your guess at the slope",
  text: `When ${options["factor"] ?? "the factor"} moves 1%, by how many % does ${options["ticker"] ?? "the asset"} move on average?`,
  fields: [{ option: "guess", label: "The slope", placeholder: "like 1.2", required: true, maxLength: 40 }],
  submit: { command: "beta", options },
  result: {},
});

const blue = 0x0072b2;

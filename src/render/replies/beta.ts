import type { APIEmbed } from "discord-api-types/v10";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { scatterWithFit } from "../charts/scatter-with-fit.ts";
import { estimate, interval, number, percentEstimate, pValue, share } from "../numbers.ts";
import { estimatorWords, recipeLine, type Provenance } from "../recipe.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";

/** α, β and R² of one asset on one factor, as the chapter reads them (6.4.4). */
export function betaReply(
  fit: FactorFit,
  context: {
    readonly sources: readonly Provenance[];
    /** What the person should know about the series: RF subtracted, a shortened sample. */
    readonly notes: readonly string[];
    readonly nextSteps: readonly NextStep[];
    readonly audience: Reply["audience"];
  },
): Reply {
  const beta = fit.betas[0];
  if (!beta) throw new Error("a one-factor fit has one beta");
  const { alpha, alphaAnnual } = fit;
  const digits = estimate(beta.value, beta.standardError);
  const description = [
    `**β = ${digits}** · 95% interval ${interval(beta.interval, beta.standardError)} (s.e. ${number(beta.standardError, 2)})`,
    `**α = ${percentEstimate(alpha.value, alpha.standardError)} per ${period(fit)}** · 95% interval ${interval(alpha.interval, alpha.standardError, "%")} (${pValue(alpha.pValue)})`,
    `α a year (${annualWords(fit)}) = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} · 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}`,
    `**R² = ${number(fit.rSquared, 3)}** · ${share(fit.rSquared)} factor risk, ${share(1 - fit.rSquared)} idiosyncratic risk`,
    "",
    sentence(fit),
    ...context.notes.map((note) => `-# ${note}`),
    "",
    `💡 ${hint(fit)}`,
  ].join("\n");
  const embed: APIEmbed = {
    title: `${fit.asset} on ${beta.term}: β = ${digits}`,
    description,
    color: 0x0072b2,
    footer: {
      text: recipeLine({
        formula: `${fit.asset} ~ ${beta.term}`,
        sample: fit.sample,
        estimator: estimatorWords(fit.inference),
        sources: context.sources,
      }),
    },
  };
  return reply({
    embed,
    picture: scatterWithFit(fit),
    nextSteps: context.nextSteps,
    audience: context.audience,
    result: { fit },
  });
}

/** The chapter's reading of β (6.4.4), with what the interval allows to say. */
function sentence(fit: FactorFit): string {
  const beta = fit.betas[0];
  if (!beta) return "";
  const [low, high] = beta.interval;
  const moves = `when ${beta.term} moves 1%, ${fit.asset} moves ${estimate(beta.value, beta.standardError)}% on average`;
  if (low > 1) return `${fit.asset} is **aggressive**: ${moves}.`;
  if (high < 1) return `${fit.asset} is **${beta.value < 0 ? "a hedge" : "defensive"}**: ${moves}.`;
  return `${fit.asset} can't be told apart from the market's own sensitivity (β = 1): ${moves}.`;
}

function hint({ alpha, alphaAnnual, asset }: FactorFit): string {
  return alpha.pValue < 0.05
    ? `The interval of α leaves out 0. Is an α of ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} a year a good bet? Look at what risk it takes to earn it.`
    : `The interval of α holds 0. How many years of data would it take to be sure that ${asset}'s α is not luck?`;
}

const period = ({ sample }: FactorFit): string => ({ daily: "day", monthly: "month", annual: "year" })[sample.frequency];

const annualWords = ({ sample }: FactorFit): string => ({ daily: "×252", monthly: "×12", annual: "×1" })[sample.frequency];

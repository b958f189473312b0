import type { ExpectedPart, ExpectedReturn } from "../../engine/expected-return.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import type { GivenReturn } from "../../engine/given-return.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import { analysisReply, annualFactorOf, periodOf, periodsPerYearOf, rowsOf, type AnalysisContext } from "../analysis-reply.ts";
import { annualInterval } from "../annual-interval.ts";
import { expectedBars } from "../charts/expected-bars.ts";
import { expectedCode, givenCode, totalCode } from "../code/expected-code.ts";
import { robustCode } from "../code/fit-code.ts";
import { premiumCode } from "../code/inference-code.ts";
import { asTyped, estimate, interval, percent, percentEstimate, pValue, rounded } from "../numbers.ts";
import { plain } from "../plain.ts";
import { fitRecipe, type SeriesProvenance } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { deciding, readFit, robustResults, robustInterval, robustPValue, type RobustPair } from "../robust.ts";

interface ExpectedResult extends RobustPair {
  readonly expected: ExpectedReturn;
  /** E[r] and Σ β·E[f] per period with their errors; null where the rows don't allow one. */
  readonly total: SampledEstimate | null;
  readonly premium: SampledEstimate | null;
  /** With numbers of the asker's own, as they were typed; absent or null where none were. */
  readonly given?: (GivenReturn & { readonly typed: GivenNumbers }) | null;
}

/** Decimals a year; null: the sample's. */
interface GivenNumbers {
  readonly rf: number | null;
  readonly premium: number | null;
}

/** E[r] = rf + α + β·E[f], each part per year (chapter 6.6.2); without rf of a position that costs nothing. */
export function expectedReply(result: ExpectedResult, context: AnalysisContext): Reply {
  const { fit, expected, premium } = result;
  const { asset, total, parts } = expected;
  // Another command has no place for them.
  const { rf: _rf, premium: _premium, ...ownOptions } = context.call.options;
  const [first, ...others] = parts.filter(({ part }) => part === "premium");
  const periods = periodsPerYearOf(fit.sample);
  return analysisReply(
    {
      title: titleOf(result, periods),
      titleOfFewRows: `${asset}: ${rowsOf(fit.sample)} are too few to know an expected return`,
      lines: [
        ...givenLines(result),
        `${result.given ? "By the sample's own averages: " : ""}**E[r] = ${percent(total.annual)} a year** (${annualFactorOf(fit.sample)})${annualInterval(result.total, fit.sample)}`,
        ...(hasRate(expected) ? [] : [`No rf is in it: ${plain(asset)} is a position that costs nothing.`]),
        ...parts.filter(({ part }) => part !== "premium").map((part) => partLine(part, result)),
        first && others.length === 0
          ? `${partLine(first, result)}${annualInterval(premium, fit.sample)}`
          : `Σ β · E[f] = **${percent(sumOf([first, ...others]))}**${annualInterval(premium, fit.sample)}`,
        "",
        alphaSentence(deciding(result)),
      ],
      more: [
        `E[r] per ${periodOf(fit.sample)}: ${percent(total.perPeriod)}`,
        ...(others.length === 0 ? [] : [first, ...others].flatMap((part) => (part ? [partLine(part, result)] : []))),
        paidSentence(expected),
        ...(hasRate(expected) ? subtractedFrom(fit, context.sources) : []),
      ],
      hint: `Which of the ${String(parts.length)} parts would you trust to be there next year, and which one is the hardest to know?`,
      recipe: fitRecipe(fit, context.sources),
      picture: expectedBars(expected, { alphaAnnual: alphaOf(readFit(result, alphaOf)), alphaText: percentEstimate(fit.alphaAnnual.value, fit.alphaAnnual.standardError), total: result.total, premium }),
      code: [...expectedCode(fit, context, hasRate(expected)), ...givenCode(fit, result.given ?? null, hasRate(expected)), ...totalCode(result.total, hasRate(expected)), ...(premium ? premiumCode(premium) : []), ...robustCode(result)],
      lesson: "expected-return",
      nextSteps: [
        { label: "Track it", command: "track", options: ownOptions },
        { label: "Performance", command: "performance", options: ownOptions },
      ],
      result: { fit, ...robustResults(result), expected, rates: parts.flatMap(({ part, series }) => (part === "risk-free" ? [{ asset: series, sample: fit.sample }] : [])), ...(result.total ? { total: result.total } : {}), ...(premium ? { premium } : {}) },
    },
    context,
  );
}

const alphaOf = ({ alphaAnnual }: FactorFit): Estimate => alphaAnnual;

/** The answer with the asker's numbers, and its interval, which is β's. */
function givenLines({ given, expected }: ExpectedResult): readonly string[] {
  if (!given) return [];
  const { rf, premium } = given.typed;
  const rate = rf === null ? percent(given.rate) : `${asTyped(100 * rf)}%`;
  const pays = premium === null ? percent(given.premium) : `${asTyped(100 * premium)}%`;
  const sum = hasRate(expected) ? "rf + β · premium" : "β · premium";
  const numbers = `${hasRate(expected) ? `rf ${rate}${rf === null ? " (the sample's)" : ""} and ` : ""}a premium of ${pays}${premium === null ? " (the sample's)" : ""}`;
  const known = given.standardError > 0 ? ` · 95% interval ${interval(given.interval, given.standardError, "%")}, β's alone` : "";
  return [`With ${numbers} a year: **${sum} = ${percent(given.total)}**${known}. α is left out, as the CAPM says.`];
}

/** Rounded to what its error allows; the line below has the chapter's digits. */
const titleOf = ({ expected: { asset, total }, total: inferred, given }: ExpectedResult, periods: number): string =>
  given ? `${asset}: ${percent(given.total)} a year with your numbers` :
  `${asset}: E[r] = ${inferred ? rounded(total.annual, inferred.standardError * periods, "%") : percent(total.annual)} a year`;

const sumOf = (parts: readonly (ExpectedPart | undefined)[]): number => parts.reduce((sum, part) => sum + (part?.annual ?? 0), 0);

/** A good model of expected returns leaves an α of 0; what its interval says of that, and no more. */
function alphaSentence({ alpha, asset }: FactorFit): string {
  return alpha.pValue < 0.05
    ? `In a good model of expected returns α is 0. ${asset}'s interval leaves out 0: skill, mispricing, a factor that is missing, or luck and a ticker chosen after the fact.`
    : "In a good model of expected returns α is 0. The interval of α holds 0, so these rows don't speak against that; they don't prove it.";
}

const hasRate = ({ parts }: ExpectedReturn): boolean => parts.some(({ part }) => part === "risk-free");

/** What the parts paid for in these rows; a premium below 0 paid nobody. */
function paidSentence(expected: ExpectedReturn): string {
  const { parts } = expected;
  const premium = parts.filter(({ part }) => part === "premium").reduce((sum, { annual: aYear }) => sum + aYear, 0);
  const paid = parts.filter(({ part }) => part === "premium").length > 1 ? "Σ β · E[f]" : "β · E[f]";
  const [and, but] = hasRate(expected) ? [" waiting paid rf and", " waiting paid rf, and"] : ["", ""];
  const factorRisk = premium > 0 ? `In these rows${and} bearing **factor risk** paid ${paid}` : `In these rows${but} bearing **factor risk** cost: ${paid} is not above 0`;
  return `${factorRisk}; the rest is α. These are the sample's averages, not a forecast.`;
}

/** Which rate was subtracted, where it may be another one than RF. */
function subtractedFrom({ asset }: FactorFit, sources: readonly SeriesProvenance[]): readonly string[] {
  const own = sources.find(({ id }) => id === asset);
  if (own === undefined || own.kind !== "excess") return [];
  const rate = own.layout === "course" ? "the 3-month Treasury yield ÷ 252" : "a rate that is not in it";
  return [`rf is the mean of RF, and ${asset}'s file has excess returns, less ${rate}: E[r] is off by the difference of the two.`];
}

function partLine({ part, series, annual: aYear }: ExpectedPart, result: ExpectedResult): string {
  const { fit } = result;
  switch (part) {
    case "risk-free":
      return `rf = **${percent(aYear)}**, the mean of ${series}`;
    case "alpha": {
      const { value, standardError, interval: ends } = fit.alphaAnnual;
      return `α = **${percentEstimate(value, standardError)}** · 95% interval ${interval(ends, standardError, "%")}${robustInterval(result, alphaOf, { unit: "%" })} (${pValue(fit.alpha.pValue)}${robustPValue(result, (each) => each.alpha)})`;
    }
    case "premium": {
      const beta = fit.betas.find(({ term }) => term === series);
      const mean = fit.moments.factors.find(({ factor }) => factor === series)?.mean ?? 0;
      const digits = beta ? estimate(beta.value, beta.standardError) : "";
      return `β · E[${series}] = **${percent(aYear)}**: β = ${digits}, ${series}'s mean ${percent(mean, 3)} per ${periodOf(fit.sample)}`;
    }
  }
}

import { monthsPerYear, tradingDaysPerMonth, weeksPerYear } from "../../calendar.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { fewestOthers } from "../../engine/vasicek-beta.ts";
import { adjustedBeta, type Performance } from "../../engine/performance.ts";
import type { PowerYears } from "../../engine/power-years.ts";
import type { RatioInference } from "../../engine/sharpe-inference.ts";
import { analysisReply, annualFactorOf, periodOf, rowsOf, type AnalysisContext } from "../analysis-reply.ts";
import { growthLines, growthWords } from "../charts/growth-lines.ts";
import { robustCode } from "../code/fit-code.ts";
import { performanceCode, vasicekCode } from "../code/performance-code.ts";
import { count, estimate, interval, number, percent, percentEstimate, pValue, rounded, share } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { sumsCode, sumsOfRows, sumsWords, type SumsOfRows } from "../sums-of-rows.ts";
import { deciding, robustInterval, robustResults } from "../robust.ts";
import type { ComparedRatios, PerformanceResult } from "../results.ts";
import { sharpeVerdict } from "../sharpe-verdict.ts";
import { upDownLines, drawdownLine, furtherDrawdowns, captureLines, timingLines, alone, regimeWords } from "./ups-and-downs.ts";

export type { ComparedRatios, PerformanceResult } from "../results.ts";

/** What the asset earned for its risk, unhedged and hedged (chapter 6.9). */
export function performanceReply(result: PerformanceResult, context: AnalysisContext): Reply {
  const { fit, performance, inference, comparison, growth } = result;
  const { asset, benchmark, sharpe, hedgedSharpe, appraisalRatio } = performance;
  const { alphaAnnual, sample } = fit;
  return analysisReply(
    {
      title: `${asset}: Sharpe ratio ${roundedRatio(sharpe, inference.sharpe)}, hedged ${roundedRatio(hedgedSharpe, inference.appraisal)} a year`,
      titleOfFewRows: `${asset}: ${rowsOf(sample)} are too few to know a Sharpe ratio`,
      lines: [
        `**Sharpe ratio = ${number(sharpe, 3)}** a year${ratioInterval(inference.sharpe)}`,
        `**Hedged = appraisal ratio = ${number(appraisalRatio, 3)}** a year${ratioInterval(inference.appraisal)}`,
        `α a year = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} · 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}${robustInterval(result, (each) => each.alphaAnnual, { unit: "%" })} · t = ${number(fit.alpha.tStat)}`,
        "",
        verdict(performance, comparison, fit),
      ],
      more: [
        `Sharpe ratio: mean ${percent(performance.meanAnnual)} (${annualFactorOf(sample)}) over volatility ${percent(performance.volatilityAnnual)}`,
        `Appraisal ratio: α ${percent(alphaAnnual.value)} over σ(ε) ${percent(performance.residualTrackingError)}; the hedged Sharpe ratio, ${number(hedgedSharpe, 3)}, is the same by construction`,
        ...rootLines(fit, performance),
        ...testLines(comparison),
        yearsLine(performance, fit),
        ...powerLines(inference.power),
        "",
        `Information ratio against β = 1 (r − ${benchmark}): ${orNone(performance.informationRatio)}${performance.informationRatio === null ? "" : ratioInterval(inference.information)}`,
        `Tracking error, the course's σ(ε): ${percent(performance.residualTrackingError)} a year`,
        `Tracking error elsewhere, σ(r − ${benchmark}): ${percent(performance.activeTrackingError)} a year`,
        drawdownLine(performance),
        ...furtherDrawdowns(performance),
        `Treynor ratio, mean over β${besideOthers(fit)}: ${treynorWords(performance, inference.treynor, deciding(result))}`,
        `β when ${benchmark} rose${alone(fit)}: ${regimeWords(performance.upBeta, result, ({ up }) => up)}`,
        `β when ${benchmark} fell${alone(fit)}: ${regimeWords(performance.downBeta, result, ({ down }) => down)}`,
        ...upDownLines(inference.upDown),
        ...captureLines(inference.capture, fit),
        ...timingLines(inference.timing, fit),
        adjustedLine(performance, result),
        ...vasicekLines(result),
        ...methodLines(inference.sharpe),
      ],
      hint: "The Sharpe ratio counts all risk, the appraisal ratio only ε's. Which would you ask of a stock that you hold alone, and which of one among many?",
      recipe: fitRecipe(fit, context.sources),
      picture: growthLines(fit, growth, performance.maximumDrawdown),
      words: growthWords(fit, growth),
      code: [...performanceCode(result, context), ...sumsCode(fit, sumsInYear(fit)), ...robustCode(result), ...vasicekCode(result.vasicek ?? null)],
      lesson: "appraisal-ratio",
      nextSteps: [
        { label: "Hedge it", command: "hedge", options: context.call.options },
        { label: "Size it", command: "size", options: context.call.options },
      ],
      result: { fit, ...robustResults(result), performance, inference, ...(result.vasicek && "prior" in result.vasicek ? { vasicek: result.vasicek } : {}), ...("test" in comparison ? { comparison: comparison.test } : {}), ...sumsResult(fit) },
    },
    context,
  );
}

/** A month of days, a quarter of weeks, a year of months: sums of a year's days are too few to tell. */
const sumRows = { daily: tradingDaysPerMonth, weekly: weeksPerYear / 4, monthly: monthsPerYear, annual: 1 } as const;

const sumsInYear = (fit: FactorFit): SumsOfRows | null => sumsOfRows(fit, sumRows[fit.sample.frequency]);

function sumsResult(fit: FactorFit): { readonly sumsOverRoot?: number } {
  const sums = sumsInYear(fit);
  return sums === null ? {} : { sumsOverRoot: sums.times };
}

/** A year's ratio is √252 times a day's where days are uncorrelated; where neighbours go together, by how much it is off (Lo 2002). */
function rootLines(fit: FactorFit, { appraisalRatio }: Performance): readonly string[] {
  const sums = sumsInYear(fit);
  if (sums === null) return [];
  return [`${sumsWords(fit, sums, `√${count(sums.rows)}`, fit.asset)}: scaled by those sums a year's appraisal ratio is about ${number(appraisalRatio / sums.times, 2)}.`];
}

const roundedRatio = (value: number, inference: RatioInference | null): string =>
  inference ? rounded(value, inference.annual.standardError) : number(value, 3);

const ratioInterval = (inference: RatioInference | null): string =>
  inference ? ` · 95% interval ${interval(inference.annual.interval, inference.annual.standardError)}` : "";

/** Hedging changed the Sharpe ratio where the test says so; else what the rows don't show, or what a test would need. */
function verdict({ asset, benchmark, sharpe, hedgedSharpe }: Performance, comparison: ComparedRatios, { alpha, moments, sample }: FactorFit): string {
  const figures = `from ${number(sharpe, 3)} to ${number(hedgedSharpe, 3)}`;
  if ("needed" in comparison) return `Whether a hedge changes the Sharpe ratio (here ${figures}) can't be told from so few rows: a test needs ${count(comparison.needed)} ${periodOf(sample)}s.`;
  const { annual } = comparison.test;
  const { kind, pValue: p } = sharpeVerdict(comparison.test);
  switch (kind) {
    case "not shown":
      return `These rows don't show that hedging changes the Sharpe ratio: ${figures}, a difference of ${rounded(annual.value, annual.standardError)} (s.e. ${rounded(annual.standardError, annual.standardError)}, ${pValue(p)}).`;
    case "raised":
      // Of an α below 0 the ratio rose since less was lost: nothing was paid.
      return `Hedging **raised** the Sharpe ratio, ${figures} (${pValue(p)})${alpha.value > 0 ? `: what ${asset} earned beside its **factor risk** was paid better per unit of risk` : ""}.`;
    case "lowered":
      return `Hedging **lowered** the Sharpe ratio, ${figures} (${pValue(p)}).${moments.factors[0].mean > 0 ? ` A hedge also gives up the premium that ${benchmark} earned.` : ""}`;
  }
}

function testLines(comparison: ComparedRatios): readonly string[] {
  if (!("test" in comparison)) return [];
  const { annual, bootstrap, hac } = comparison.test;
  const resampled = bootstrap ? `, by ${count(bootstrap.resamples)} resamples of blocks of ${count(bootstrap.blockLength)} rows ${pValue(bootstrap.pValue)}` : "";
  return [
    `Hedged less unhedged (Ledoit and Wolf 2008): ${rounded(annual.value, annual.standardError)} a year · 95% interval ${interval(annual.interval, annual.standardError)}, ${pValue(hac.pValue)}${resampled}`,
  ];
}

/** What it takes to see such a ratio in most samples, not in half of them. */
function powerLines(power: PowerYears | null): readonly string[] {
  if (!power) return [];
  return [`By then a test sees such an α in half of all samples; in 80% of them after ${number(power.forPower, 3)} years`];
}

/** How the intervals of the ratios were made. */
function methodLines(sharpe: RatioInference | null): readonly string[] {
  if (!sharpe) return [];
  const errors = sharpe.method === "hac" ? `allow for fat tails and for rows that go together (${count(sharpe.lags)} lags; Lo 2002)` : "allow for fat tails, and take the rows as independent (Mertens 2002)";
  return [`-# The ratios' intervals ${errors}.`];
}

const orNone = (value: number | null): string => (value === null ? "none, r − f never varies" : `${number(value, 3)} a year`);

/** What an appraisal ratio like this one needs, and whether the t that is printed is there; nothing for an α that is not above 0. */
function yearsLine({ yearsToSignificance, appraisalRatio }: Performance, { alpha }: FactorFit): string {
  if (!(alpha.value > 0)) return "Years until t(α) = 2: none, α is not above 0";
  const needed = `An appraisal ratio of ${number(appraisalRatio, 3)} needs **${number(yearsToSignificance, 3)} years** for t(α) = 2`;
  return alpha.tStat >= 2 ? `${needed}; these rows are past it` : needed;
}

/** A mean over β means something where β is surely above 0. */
function treynorWords({ treynor }: Performance, inferred: Estimate | null, { betas }: FactorFit): string {
  const low = betas[0].interval[0];
  if (treynor === null || low <= 0) return "not meaningful, the interval of β is not above 0";
  return `${percent(treynor)} a year${inferred ? ` · 95% interval ${interval(inferred.interval, inferred.standardError, "%")}` : ""}`;
}

/** With several factors β is what the first adds to the others, which is not the asset's β on it alone. */
const besideOthers = ({ factors: [first, ...others] }: FactorFit): string => (others.length === 0 ? "" : ` on ${first} beside ${others.join(", ")}`);

/** Blume's is β brought a third nearer to 1: its interval is that of β, brought as near. */
/** Blume draws every β alike, Vasicek by how little it is known. */
function vasicekLines({ vasicek }: PerformanceResult): readonly string[] {
  if (!vasicek) return [];
  if (!("prior" in vasicek)) return [`Vasicek's β takes the βs of ${count(fewestOthers)} other stocks: ${vasicek.others === 0 ? "none has" : vasicek.others === 1 ? "1 has" : `${count(vasicek.others)} have`} rows enough here.`];
  const { value, standardError, shrinkage, prior } = vasicek;
  return [`Vasicek's β: ${estimate(value, standardError)} (s.e. ${number(standardError, 2)}), ${share(shrinkage)} of the way to the mean of ${count(prior.stocks.length)} other stocks' βs, ${number(prior.mean, 3)} (standard deviation ${number(prior.deviation, 2)})`];
}

function adjustedLine({ adjustedBeta: value }: Performance, result: PerformanceResult): string {
  const [beta] = result.fit.betas;
  const written = ({ interval: [low, high], standardError }: Estimate): string => interval([adjustedBeta(low), adjustedBeta(high)], (2 / 3) * standardError);
  const beside = robustInterval(result, ({ betas }) => betas[0], { written, decides: () => false });
  return `Adjusted β${besideOthers(result.fit)} (⅔ · β + ⅓): ${estimate(value, (2 / 3) * beta.standardError)} · 95% interval ${written(beta)}${beside}`;
}

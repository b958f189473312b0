import { listText } from "../../series-list.ts";
import type { Estimate } from "../../engine/factor-fit.ts";
import type { SecurityMarketLine } from "../../engine/security-market-line.ts";
import type { TwoPass } from "../../engine/two-pass.ts";
import { analysisReply, annualFactorOf, periodOf, sameFit, type AnalysisContext } from "../analysis-reply.ts";
import { marketLineChart } from "../charts/market-line.ts";
import { csv } from "../../csv.ts";
import { alphasCode } from "../code/alphas-code.ts";
import { count, estimate, interval, number, percent, percentEstimate, pValue } from "../numbers.ts";
import { listed } from "../listed.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import { numbersIn, type Reply, type TextFile } from "../reply.ts";
import { deciding, errorsWords, isSignificant, pairOf, readFit, robustPValue, robustResults } from "../robust.ts";
import type { AlphasResult } from "../results.ts";
import { assumptions, disagreementLines, testLine, titleOf, verdict, waldAssumptions, waldLines } from "./joint-alpha-words.ts";

export type { AlphasResult } from "../results.ts";

/** Every asset's α, the joint test that all are zero (6.5.2), and the security market line. */
export function alphasReply(result: AlphasResult, context: AnalysisContext): Reply {
  const { fits, joint, robustJoint, line } = result;
  const { sample, factor } = line;
  const assets = fits.map(({ asset }) => asset);
  const largest = [...fits].sort((one, other) => Math.abs(other.alpha.tStat) - Math.abs(one.alpha.tStat))[0];
  return analysisReply(
    {
      title: titleOf(result, factor),
      lines: [
        testLine(result),
        ...waldLines(result),
        ...disagreementLines(result),
        verdict(result),
        "",
        isLong(result) ? `α a year (${annualFactorOf(sample)}) of the ${count(shownOfMany)} furthest from 0 by their t, with 95% intervals:` : `α a year (${annualFactorOf(sample)}), one by one, with 95% intervals:`,
        ...shownPairs(result).map((pair) => {
          const { asset, alphaAnnual } = pair.fit;
          return `**${asset} ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)}** · ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}, ${pValue(alphaAnnual.pValue)}${robustPValue(pair, (each) => each.alphaAnnual)}`;
        }),
      ],
      more: [
        `Null: every α of ${isLong(result) ? `the ${count(assets.length)} assets` : assets.join(", ")} is zero.${assumptions(result)}`,
        ...waldAssumptions(result),
        ...severalLines(result),
        ...pickedLines(result),
        ...(isLong(result) ? ["Every α and β stands in the file."] : fits.map(({ asset, betas }) => `${asset}: β ${estimate(betas[0].value, betas[0].standardError)}`)),
        `Security market line: from 0 through ${factor} (β = 1, ${percent(line.premiumAnnual, 3)} a year). An asset's height over it is its α.`,
        ...fittedLine(line),
        ...twoPassLines(result.twoPass),
      ],
      hint: hint(result),
      recipe: recipeLine({
        formula: `${isLong(result) ? `${count(assets.length)} assets` : assets.join(", ")} ~ ${factor}`,
        sample,
        estimator: `${estimatorWords(fits[0]?.inference ?? joint.inference)}, GRS F test`,
        sources: context.sources,
      }),
      picture: marketLineChart(line, { named: shownPlaces(result), alphas: fits.map((fit, place) => readFit(pairOf(fit, place, result), (each) => each.alphaAnnual).alphaAnnual) }),
      ...(isLong(result) ? { files: [alphasFile(result)] } : {}),
      code: alphasCode(result, context),
      lesson: "grs-test",
      nextSteps: [
        ...(assets.length > 1 && assets.length <= 4
          ? [{ label: "Compare their βs", command: "compare", options: { tickers: listText(assets), factor, ...sameFit(context) } }]
          : []),
        ...(largest
          ? [{ label: `Only ${largest.asset}`, command: "beta", options: { ticker: largest.asset, factor, ...sameFit(context) } }]
          : []),
      ],
      result: { fits, errors: fits.map((fit, place) => robustResults(pairOf(fit, place, result))), corrected: result.corrected, joint, ...(robustJoint ? { robustJoint } : {}), ...(result.wald ? { wald: result.wald } : {}), line, ...(result.twoPass ? { twoPass: result.twoPass } : {}) },
    },
    context,
  );
}

/** More than a phone shows one by one: a file of portfolios. */
const isLong = ({ fits }: AlphasResult): boolean => fits.length > mostOneByOne;
const mostOneByOne = 12;
const shownOfMany = 5;

/** The places of the assets that are named: all, or of many those whose α is furthest from 0 by its t. */
function shownPlaces(result: AlphasResult): readonly number[] {
  const sized = result.fits.map((fit, place) => ({ place, size: Math.abs(deciding(pairOf(fit, place, result)).alpha.tStat) }));
  const shown = isLong(result) ? sized.toSorted((one, other) => other.size - one.size).slice(0, shownOfMany) : sized;
  return shown.map(({ place }) => place);
}

/** Those assets' fits. */
const shownPairs = (result: AlphasResult): ReturnType<typeof pairOf>[] =>
  shownPlaces(result).flatMap((place) => {
    const fit = result.fits[place];
    return fit === undefined ? [] : [pairOf(fit, place, result)];
  });

/** One row an asset, at full precision: the errors that were asked for, and the p-value that decides, alone and as one of several. */
function alphasFile(result: AlphasResult): TextFile {
  const rows = result.fits.map((fit, place) => {
    const { alpha, alphaAnnual, betas } = fit;
    return [fit.asset, betas[0].value, betas[0].standardError, alpha.value, alpha.standardError, alpha.tStat, alpha.pValue, ...alphaAnnual.interval, deciding(pairOf(fit, place, result)).alpha.pValue, result.corrected[place] ?? null];
  });
  const head = ["asset", "beta", "beta_se", "alpha", "alpha_se", "t", "p", "alpha_year_low_95", "alpha_year_high_95", "p_small_sample", "p_holm"];
  return { filename: "alphas.csv", parts: [csv(head, rows)], numbers: () => numbersIn(rows), description: "Every asset's β and α with its errors, one row each; decimal per period" };
}

const decidingAlphas = (result: AlphasResult): readonly { readonly asset: string; readonly alpha: Estimate; readonly corrected: number }[] =>
  result.fits.map((fit, place) => ({ asset: fit.asset, alpha: deciding(pairOf(fit, place, result)).alpha, corrected: result.corrected[place] ?? 1 }));

/** Where one of several αs is significant by itself: whether it is, as it is one of several. */
function severalLines(result: AlphasResult): readonly string[] {
  const all = decidingAlphas(result);
  if (all.length < 2 || !all.some(({ alpha }) => isSignificant(alpha))) return [];
  const kept = all.filter(({ corrected }) => corrected < 0.05);
  const smallest = all.reduce((least, one) => (one.alpha.pValue < least.alpha.pValue ? one : least));
  const shown = shownPairs(result).map((pair) => deciding(pair));
  const [first] = shown;
  return [
    `α one by one, by the errors that decide (${first === undefined ? "" : errorsWords(first.inference)}): ${shown.map(({ asset, alpha }) => `${asset} ${pValue(alpha.pValue)}`).join(", ")}.`,
    kept.length === 0
      ? `${count(all.length)} αs were tested: by Holm's correction (1979) none of them is significant at 5%, and the smallest p, ${smallest.asset}'s, becomes ${pValue(smallest.corrected).replace(/^p = /u, "")}.`
      : `${count(all.length)} αs were tested: by Holm's correction (1979) ${listed(kept.map(({ asset, corrected }) => `${asset}'s (${pValue(corrected)})`))} still ${kept.length === 1 ? "differs" : "differ"} from 0.`,
  ];
}

/** The t that an α should pass where it was looked for. */
const searchedT = 3;

/** Of αs that stay significant: those whose t is too small where they were found by a search. */
function pickedLines(result: AlphasResult): readonly string[] {
  const weak = decidingAlphas(result).filter(({ alpha, corrected }) => corrected < 0.05 && Math.abs(alpha.tStat) < searchedT);
  if (weak.length === 0) return [];
  const named = listed(weak.map(({ asset, alpha }) => `${asset}'s (${number(alpha.tStat, 3)})`));
  return [`t of ${named} ${weak.length === 1 ? "is" : "are"} nearer to 0 than ${count(searchedT)}. Where an asset or a strategy was picked among many by its returns, Harvey, Liu and Zhu (2016) ask for ${count(searchedT)}, as 1.96 is then often passed by luck.`];
}

function hint(result: AlphasResult): string {
  if (result.fits.length === 1) return "One asset says little about a model. Which other assets would you hold against it?";
  return result.fits.some((fit, place) => deciding(pairOf(fit, place, result)).alpha.pValue < 0.05)
    ? "One α of several often looks significant by luck alone. Which of them would you still believe after the joint test?"
    : "Not one of these αs is significant by itself. If all were zero, how many of 20 would be at 5%, by luck?";
}

function fittedLine({ fitted, premium, sample, points }: SecurityMarketLine): readonly string[] {
  if (!fitted || fitted.slope === 0) return [];
  const period = periodOf(sample);
  return [
    `-# A line fitted through the ${count(points.length)} assets themselves: intercept ${percent(fitted.intercept, 3)} per ${period}, slope ${percent(fitted.slope, 3)} per ${period} and unit of β; the market line's is ${percent(premium, 3)}.`,
  ];
}

/** How surely the line through the assets is known: with βs as if they were known, and as they are estimated. */
function twoPassLines(found: TwoPass | null): readonly string[] {
  if (!found) return [];
  const { intercept, slope, shanken } = found;
  const written = (one: Estimate): string => `t = ${number(one.tStat, 3)} (s.e. ${percent(one.standardError, 2)}, ${pValue(one.pValue)})`;
  return [
    `-# Its errors by Fama and MacBeth (1973): intercept ${written(intercept)}, slope ${written(slope)}. With Shanken's correction (1992), as βs are estimates: intercept ${written(shanken.intercept)}, slope ${written(shanken.slope)}.`,
  ];
}

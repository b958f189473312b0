import type { PortfolioRisk } from "../../engine/holding-risk.ts";
import type { FactorShare } from "../../engine/factor-share.ts";
import type { VarianceDecomposition } from "../../engine/variance-decomposition.ts";
import { analysisReply, periodOf, rowsOf, type AnalysisContext } from "../analysis-reply.ts";
import { varianceBars } from "../charts/variance-bars.ts";
import { varianceCode } from "../code/variance-code.ts";
import type { Estimate } from "../../engine/factor-fit.ts";
import { count, interval, number, share } from "../numbers.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { varianceTable } from "../tables/variance-table.ts";
import type { VarianceResult } from "../results.ts";

export type { VarianceResult } from "../results.ts";

/** Var(r) = β²·Var(f) + Var(ε), of one asset or several, with one factor or several (chapter 6.10). */
export function varianceReply(result: VarianceResult, context: AnalysisContext): Reply {
  const { fits, decompositions, shares, gap, portfolios = [] } = result;
  const [first] = fits;
  const [only, ...others] = decompositions;
  if (!first || !only) throw new Error("a variance decomposition has an asset");
  const single = others.length === 0;
  const asset = only.asset;
  const options = { ...context.call.options, ticker: asset };
  return analysisReply(
    {
      title: single
        ? `${only.asset}: ${share(only.factorShare)} factor risk, ${share(only.idiosyncraticShare)} idiosyncratic`
        : `Factor risk: ${decompositions.map((each) => `${each.asset} ${share(each.factorShare)}`).join(", ")}`,
      titleOfFewRows: `${decompositions.map((each) => each.asset).join(", ")}: ${rowsOf(first.sample)} are too few to split a variance by`,
      lines: [
        ...decompositions.map((each, place) => shareLine(each, shares[place])),
        ...portfolios.flatMap((portfolio) => ["", ...holdingLines(portfolio)]),
        "",
        reading(result),
      ],
      more: decompositions.flatMap((each, place) => [...(place === 0 ? [] : [""]), ...assetLines(each, first.factors), ...[shares[place] ?? []].flat().map(stretchesLine)]),
      hint: "A hedge removes the factor's part of the variance. By how much does the volatility fall? It is not the same share.",
      recipe: recipeLine({
        formula: `${fits.map((fit) => fit.asset).join(", ")} ~ ${first.factors.join(" + ")}`,
        sample: first.sample,
        estimator: estimatorWords(first.inference),
        sources: context.sources,
      }),
      picture: varianceBars(decompositions, shares),
      files: first.factors.length > 1 ? [varianceTable(decompositions)] : [],
      code: varianceCode(result, context),
      lesson: first.factors.length > 1 ? "several-factor-variance" : "variance-decomposition",
      nextSteps: [
        { label: single ? "Hedge it" : `Hedge ${asset}`, command: "hedge", options },
        { label: single ? "Size it" : `Size ${asset}`, command: "size", options },
      ],
      result: { fits, decompositions, shares, ...(gap ? { gap } : {}), ...(portfolios.length === 0 ? {} : { portfolios }) },
    },
    context,
  );
}

function assetLines(decomposition: VarianceDecomposition, factors: readonly string[]): readonly string[] {
  const { asset, totalVariance, factorVariance, factorShare, covarianceShare, parts, sample } = decomposition;
  const own = parts.filter(({ kind }) => kind === "factor");
  return [
    `**${asset}: factor risk ${share(factorShare)}** = ${number(factorVariance, 3)} · R² = ${number(factorShare, 3)}`,
    ...(factors.length === 1
      ? []
      : [
          `  of the total variance: ${own.map((part) => `${part.factors.join("")} ${share(part.share)}`).join(", ")}, covariances ${share(covarianceShare)}`,
        ]),
    `Idiosyncratic risk **${share(decomposition.idiosyncraticShare)}** = ${number(decomposition.idiosyncraticVariance, 3)}`,
    `Total variance ${number(totalVariance, 3)} per ${periodOf(sample)}`,
  ];
}

/** The risk of a portfolio by holding, and what uncorrelated residuals would leave of it. */
function holdingLines({ asset, holdings, idiosyncraticVariance, modelIdiosyncraticVariance, totalVariance, closest }: PortfolioRisk): readonly string[] {
  const [actual, model] = [idiosyncraticVariance / totalVariance, modelIdiosyncraticVariance / totalVariance];
  return [
    `**${asset} by holding**, of the total variance:`,
    ...holdings.map((holding) => `${holding.asset}: factor ${share(holding.factorShare)}, idiosyncratic ${share(holding.idiosyncraticShare)}`),
    ...(closest === null
      ? []
      : [
          share(actual) === share(model)
            ? `The model takes different residuals for uncorrelated, and here that costs nothing: ${share(model)} idiosyncratic either way.`
            : `The model takes different residuals for uncorrelated and gives ${share(model)} idiosyncratic; they are not (${closest.assets.join(" and ")} ${number(closest.correlation, 2)}), and it is ${share(actual)}.`,
        ]),
  ];
}

const shareLine = ({ asset, factorShare, idiosyncraticShare }: VarianceDecomposition, inferred: FactorShare | null | undefined): string =>
  `**${asset}: factor risk ${share(factorShare)}** (R²)${inferred ? ` · 95% interval ${share(inferred.interval[0])} to ${share(inferred.interval[1])}` : ""} · idiosyncratic ${share(idiosyncraticShare)}`;

/** Two shares between 0 and 100% differ by 100% at most. */
const gapInterval = ({ interval: ends, standardError }: Estimate): string => interval([Math.max(-1, ends[0]), Math.min(1, ends[1])], standardError, "%");

/** Where the interval of a share comes from. */
const stretchesLine = ({ stretches }: FactorShare): string =>
  `Factor share in four stretches of the rows, one after the other: ${stretches.map((each) => share(each)).join(", ")}. The interval rests on how far apart they are.`;

/** Which part is larger, or which asset's, where the shares of the rows' four stretches agree on it. */
function reading({ decompositions, shares, gap, rowsNeeded: needed }: VarianceResult): string {
  const [most, ...rest] = [...decompositions].sort((a, b) => b.factorShare - a.factorShare);
  if (!most) return "";
  const period = periodOf(most.sample);
  const least = rest.at(-1);
  if (least) {
    if (least.factorShare > 1 - 1e-12) return `All of the variance of ${decompositions.map(({ asset }) => asset).join(", ")} is **factor risk**, which a hedge can remove.`;
    const pairs = (decompositions.length * (decompositions.length - 1)) / 2;
    const isSure = gap !== null && pairs * gap.pValue < 0.05;
    if (needed !== null) return `Which factor share is the larger in the long run takes ${count(needed)} ${period}s to tell, as volatility comes in spells: here are ${count(most.sample.observations)}. Factor risk is what a hedge can remove.`;
    return isSure
      ? `${most.asset} has a larger factor share than ${least.asset}, by ${gapInterval(gap)} of the variance. Factor risk is what a hedge can remove.`
      : `The rows don't tell the factor shares apart${gap === null ? "" : `: ${most.asset} less ${least.asset} is ${gapInterval(gap)} of the variance by four stretches of the rows${pairs > 1 && gap.pValue < 0.05 ? `, too little for the largest of ${count(pairs)} gaps` : ""}`}. Factor risk is what a hedge can remove.`;
  }
  const [inferred] = shares;
  // An exact fit; few rows have no interval either.
  if (!inferred && most.factorShare > 1 - 1e-12) return `All of ${most.asset}'s variance is **factor risk**, which a hedge can remove.`;
  if (needed !== null) return `Which part of ${most.asset}'s variance is the larger in the long run takes ${count(needed)} ${period}s to tell, as volatility comes in spells: here are ${count(most.sample.observations)}. A hedge can remove the **factor risk** alone.`;
  if (!inferred) return "";
  if (inferred.half.pValue >= 0.05) return `The rows don't tell which part of ${most.asset}'s variance is the larger in the long run. A hedge can remove the **factor risk** alone.`;
  return inferred.value > 0.5
    ? `Most of ${most.asset}'s variance is **factor risk**, which a hedge can remove.`
    : `Most of ${most.asset}'s variance is **idiosyncratic**: a hedge leaves it, and only diversification makes it small.`;
}

import type { FactorFit } from "../../engine/factor-fit.ts";
import type { PortfolioRisk } from "../../engine/holding-risk.ts";
import type { VarianceDecomposition } from "../../engine/variance-decomposition.ts";
import { analysisReply, periodOf, type AnalysisContext } from "../analysis-reply.ts";
import { varianceBars } from "../charts/variance-bars.ts";
import { varianceCode } from "../code/variance-code.ts";
import { number, share } from "../numbers.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { varianceTable } from "../tables/variance-table.ts";

export interface VarianceResult {
  readonly fits: readonly FactorFit[];
  /** One a fit, in the same order. */
  readonly decompositions: readonly VarianceDecomposition[];
  /** Of the assets that are portfolios: their risk by holding. */
  readonly portfolios?: readonly PortfolioRisk[];
}

/** Var(r) = β²·Var(f) + Var(ε), of one asset or several, with one factor or several (chapter 6.10). */
export function varianceReply({ fits, decompositions, portfolios = [] }: VarianceResult, context: AnalysisContext): Reply {
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
      lines: [
        ...decompositions.flatMap((each, place) => [...(place === 0 ? [] : [""]), ...assetLines(each, first.factors)]),
        ...portfolios.flatMap((portfolio) => ["", ...holdingLines(portfolio)]),
        "",
        reading(decompositions),
      ],
      hint: "A hedge removes the factor's part of the variance. By how much does the volatility fall? It is not the same share.",
      recipe: recipeLine({
        formula: `${fits.map((fit) => fit.asset).join(", ")} ~ ${first.factors.join(" + ")}`,
        sample: first.sample,
        estimator: estimatorWords(first.inference),
        sources: context.sources,
      }),
      picture: varianceBars(decompositions),
      files: first.factors.length > 1 ? [varianceTable(decompositions)] : [],
      code: varianceCode(fits, context, portfolios),
      lesson: first.factors.length > 1 ? "several-factor-variance" : "variance-decomposition",
      nextSteps: [
        { label: single ? "Hedge it" : `Hedge ${asset}`, command: "hedge", options },
        { label: single ? "Size it" : `Size ${asset}`, command: "size", options },
      ],
      result: { fits, decompositions, ...(portfolios.length === 0 ? {} : { portfolios }) },
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

function reading(decompositions: readonly VarianceDecomposition[]): string {
  const [most, ...rest] = [...decompositions].sort((a, b) => b.factorShare - a.factorShare);
  if (!most) return "";
  const least = rest.at(-1);
  if (least) {
    return `Of these, ${most.asset} has the largest factor share and ${least.asset} the smallest. Factor risk is what a hedge can remove.`;
  }
  if (most.factorShare === 0.5) return `Half of ${most.asset}'s variance is factor risk, half is idiosyncratic.`;
  return most.factorShare > 0.5
    ? `Most of ${most.asset}'s variance is **factor risk**, which a hedge can remove.`
    : `Most of ${most.asset}'s variance is **idiosyncratic**: a hedge leaves it, and only diversification makes it small.`;
}

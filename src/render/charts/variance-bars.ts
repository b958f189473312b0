import type { VarianceDecomposition } from "../../engine/variance-decomposition.ts";
import type { BarsLayer, ChartSpec, Step } from "../chart/chart-spec.ts";
import { rolesOf } from "../chart/colours.ts";
import { shortName } from "../chart/short-name.ts";
import { share } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/**
 * Factor and idiosyncratic shares of each asset's variance, stacked to the whole (chapter 6.10). Of one asset on several
 * factors each part is a step, covariances too, which may take variance away: stacked, the bar would not end at the whole.
 */
export function varianceBars(decompositions: readonly VarianceDecomposition[]): Picture {
  return { filename: "variance.png", spec: varianceSpec(decompositions), description: varianceWords(decompositions) };
}

export function varianceSpec(decompositions: readonly VarianceDecomposition[]): ChartSpec {
  const [first, ...others] = decompositions;
  return first !== undefined && others.length === 0 && factorsOf(first).length > 1 ? stepsSpec(first) : stackedSpec(decompositions);
}

const factorsOf = ({ parts }: VarianceDecomposition): readonly string[] => parts.filter(({ kind }) => kind === "factor").flatMap(({ factors }) => factors);

const titleOf = (decompositions: readonly VarianceDecomposition[]): string => {
  const [first, ...others] = decompositions;
  return first === undefined || others.length > 0 ? "Factor risk and idiosyncratic risk" : `${shortName(first.asset, 40)}: ${share(first.factorShare)} factor risk`;
};

function stackedSpec(decompositions: readonly VarianceDecomposition[]): ChartSpec {
  const factors = decompositions[0] ? factorsOf(decompositions[0]) : [];
  const layer = (label: string, role: BarsLayer["role"], values: readonly number[]): BarsLayer => ({ type: "bars", label, role, values, stack: "variance", texts: values.map(share) });
  return {
    width: 1000,
    height: 600,
    title: titleOf(decompositions),
    panels: [
      {
        x: { label: "", format: "category", categories: decompositions.map(({ asset }) => shortName(asset, Math.floor(80 / decompositions.length))) },
        y: { label: "Share of total variance", format: "percent", min: 0, max: 1 },
        layers: [
          layer(`Factor risk (${factors.join(", ")})`, rolesOf(factors)[0] ?? "market", decompositions.map(({ factorShare }) => factorShare)),
          layer("Idiosyncratic risk", "idiosyncratic", decompositions.map(({ idiosyncraticShare }) => idiosyncraticShare)),
        ],
      },
    ],
  };
}

/** From nothing over the factors and their covariances to the factor risk, and from there to the whole. */
function stepsSpec(decomposition: VarianceDecomposition): ChartSpec {
  const { parts, covarianceShare, factorShare, idiosyncraticShare } = decomposition;
  const own = parts.filter(({ kind }) => kind === "factor").map((part) => ({ name: part.factors.join(" "), share: part.share }));
  const roles = rolesOf(factorsOf(decomposition));
  let from = 0;
  const steps = [...own, { name: "Covariances", share: covarianceShare }].map((part, place): Step & { readonly name: string } => {
    const start = from;
    from += part.share;
    return { name: part.name, from: start, to: from, role: roles[place] ?? "riskFree", text: share(part.share) };
  });
  return {
    width: 1000,
    height: 640,
    title: titleOf([decomposition]),
    panels: [
      {
        x: { label: "Share of total variance", format: "percent" },
        y: { label: "", format: "category", categories: [...steps.map(({ name }) => name), "Factor risk", "Idiosyncratic"] },
        layers: [
          {
            type: "steps",
            label: "",
            role: "zero",
            steps: [
              ...steps.map(({ name: _, ...step }) => step),
              { from: 0, to: factorShare, role: "zero", text: share(factorShare) },
              { from: factorShare, to: factorShare + idiosyncraticShare, role: "idiosyncratic", text: share(idiosyncraticShare) },
            ],
          },
        ],
      },
    ],
  };
}

function varianceWords(decompositions: readonly VarianceDecomposition[]): string {
  const [first] = decompositions;
  const factors = first ? factorsOf(first) : [];
  const isSteps = decompositions.length === 1 && factors.length > 1;
  const shares = decompositions.map(({ asset, factorShare, idiosyncraticShare }) => `${asset} ${share(factorShare)} and ${share(idiosyncraticShare)}`).join("; ");
  const parts = isSteps && first ? first.parts.filter(({ kind }) => kind === "factor").map((part) => `${part.factors.join(" ")} ${share(part.share)}`) : [];
  return [
    `${isSteps ? "Steps" : "Stacked bars"} of variance, factor risk against idiosyncratic risk: ${shares}.`,
    isSteps && first ? `Factor risk is made of ${parts.join(", ")} and their covariances, ${share(first.covarianceShare)}.` : `Factor risk is that of ${factors.join(", ")}.`,
    first ? `From ${first.sample.frequency} excess returns, ${windowWords(first.sample)}.` : "",
  ].join(" ");
}

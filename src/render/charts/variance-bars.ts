import type { FactorShare } from "../../engine/factor-share.ts";
import type { VarianceDecomposition } from "../../engine/variance-decomposition.ts";
import type { BarsLayer, ChartSpec, Panel, Step } from "../chart/chart-spec.ts";
import { rolesOf } from "../chart/colours.ts";
import { shortName } from "../chart/short-name.ts";
import { share } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** Of each decomposition, in its order, the factor share with its interval; null where the rows allow none. */
type Shares = readonly (FactorShare | null | undefined)[];

/**
 * Factor and idiosyncratic shares of each asset's variance, stacked to the whole (chapter 6.10). Of one asset each part is
 * a step, covariances too, which may take variance away; the factor share stands below with its interval, where it has one.
 */
export function varianceBars(decompositions: readonly VarianceDecomposition[], shares: Shares = []): Picture {
  return { filename: "variance.png", spec: varianceSpec(decompositions, shares), description: varianceWords(decompositions, shares) };
}

export function varianceSpec(decompositions: readonly VarianceDecomposition[], [inferred]: Shares = []): ChartSpec {
  const [first, ...others] = decompositions;
  return first !== undefined && others.length === 0 ? stepsSpec(first, inferred ?? null) : stackedSpec(decompositions);
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
function stepsSpec(decomposition: VarianceDecomposition, inferred: FactorShare | null): ChartSpec {
  const { parts, covarianceShare, factorShare, idiosyncraticShare } = decomposition;
  const own = parts.filter(({ kind }) => kind === "factor").map((part) => ({ name: part.factors.join(" "), share: part.share }));
  const roles = rolesOf(factorsOf(decomposition));
  const [only, ...others] = own;
  const isOne = only !== undefined && others.length === 0;
  let from = 0;
  const steps = (isOne ? [{ name: `Factor risk (${shortName(only.name, 14)})`, share: factorShare }] : [...own, { name: "Covariances", share: covarianceShare }]).map((part, place): Step & { readonly name: string } => {
    const start = from;
    from += part.share;
    return { name: part.name, from: start, to: from, role: roles[place] ?? "riskFree", text: share(part.share) };
  });
  return {
    width: 1000,
    height: inferred ? 800 : 640,
    ...(inferred && isOne ? { panelHeight: 400 } : {}),
    title: titleOf([decomposition]),
    panels: [
      {
        x: { label: "Share of total variance", format: "percent", ...(steps.every(({ from: start, to }) => Math.min(start, to) >= 0 && Math.max(start, to) <= 1) ? { min: 0, max: 1, step: 0.2 } : {}) },
        y: { label: "", format: "category", categories: [...steps.map(({ name }) => name), ...(isOne ? [] : ["Factor risk"]), isOne ? "Idiosyncratic risk" : "Idiosyncratic"] },
        layers: [
          {
            type: "steps",
            label: "",
            role: "zero",
            steps: [
              ...steps.map(({ name: _, ...step }) => step),
              ...(isOne ? [] : [{ from: 0, to: factorShare, role: "zero" as const, text: share(factorShare) }]),
              { from: factorShare, to: factorShare + idiosyncraticShare, role: "idiosyncratic", text: share(idiosyncraticShare) },
            ],
          },
        ],
      },
      ...(inferred ? [intervalPanel(inferred)] : []),
    ],
  };
}

const intervalPanel = ({ value, interval: [low, high] }: FactorShare): Panel => ({
  title: "How sure: 95% interval",
  x: { label: "Share of total variance", format: "percent", min: 0, max: 1, step: 0.2 },
  y: { label: "", format: "category", categories: ["Factor risk"] },
  layers: [{ type: "intervals", label: "", role: "fit", values: [value], low: [low], high: [high], texts: [share(value)] }],
});

function varianceWords(decompositions: readonly VarianceDecomposition[], [inferred]: Shares): string {
  const [first] = decompositions;
  const factors = first ? factorsOf(first) : [];
  const isSteps = decompositions.length === 1;
  const isSeveral = isSteps && factors.length > 1;
  const shares = decompositions.map(({ asset, factorShare, idiosyncraticShare }) => `${asset} ${share(factorShare)} and ${share(idiosyncraticShare)}`).join("; ");
  const parts = isSeveral && first ? first.parts.filter(({ kind }) => kind === "factor").map((part) => `${part.factors.join(" ")} ${share(part.share)}`) : [];
  return [
    `${isSteps ? "Steps" : "Stacked bars"} of variance, factor risk against idiosyncratic risk: ${shares}.`,
    isSeveral && first ? `Factor risk is made of ${parts.join(", ")} and their covariances, ${share(first.covarianceShare)}.` : `Factor risk is that of ${factors.join(", ")}.`,
    isSteps && inferred ? `Below, the factor share's 95% interval ${share(inferred.interval[0])} to ${share(inferred.interval[1])}.` : "",
    first ? `From ${first.sample.frequency} excess returns, ${windowWords(first.sample)}.` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

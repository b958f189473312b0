import type { VarianceDecomposition } from "../../engine/variance-decomposition.ts";
import type { BarsLayer, ChartSpec } from "../chart/chart-spec.ts";
import { rolesOf } from "../chart/colours.ts";
import { shortName } from "../chart/short-name.ts";
import { share } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** Factor and idiosyncratic shares stacked to the whole, one bar an asset, with percent labels (chapter 6.10). */
export function varianceBars(decompositions: readonly VarianceDecomposition[]): Picture {
  return { filename: "variance.png", spec: varianceSpec(decompositions), description: varianceWords(decompositions) };
}

export function varianceSpec(decompositions: readonly VarianceDecomposition[]): ChartSpec {
  const layers = layersOf(decompositions);
  const lowest = Math.min(0, ...layers.flatMap(({ values }) => values));
  return {
    width: 1000,
    height: 600,
    title: "Variance decomposition",
    panels: [
      {
        x: { label: "", format: "category", categories: decompositions.map(({ asset }) => shortName(asset, Math.floor(80 / decompositions.length))) },
        y: { label: "Share of total variance", format: "percent", ...(lowest < 0 ? {} : { min: 0, max: 1 }) },
        layers,
      },
    ],
  };
}

function layersOf(decompositions: readonly VarianceDecomposition[]): readonly BarsLayer[] {
  const factors = (decompositions[0]?.parts ?? []).filter(({ kind }) => kind === "factor").flatMap((part) => part.factors);
  const roles = rolesOf(factors);
  const layer = (label: string, role: BarsLayer["role"], values: readonly number[]): BarsLayer => ({
    type: "bars",
    label,
    role,
    values,
    stack: "variance",
    texts: values.map(share),
  });
  return [
    ...factors.map((factor, place) =>
      layer(
        factors.length === 1 ? `Factor risk (${factor})` : factor,
        roles[place] ?? "market",
        decompositions.map(({ parts }) => parts.find(({ kind, factors: [own] }) => kind === "factor" && own === factor)?.share ?? 0),
      ),
    ),
    ...(factors.length > 1
      ? [layer("Covariances", "riskFree", decompositions.map(({ covarianceShare }) => covarianceShare))]
      : []),
    layer("Idiosyncratic risk", "idiosyncratic", decompositions.map(({ idiosyncraticShare }) => idiosyncraticShare)),
  ];
}

function varianceWords(decompositions: readonly VarianceDecomposition[]): string {
  const [first] = decompositions;
  const factors = (first?.parts ?? []).filter(({ kind }) => kind === "factor").flatMap((part) => part.factors);
  return [
    `Stacked bars of variance, factor risk against idiosyncratic risk: ${decompositions.map(({ asset, factorShare, idiosyncraticShare }) => `${asset} ${share(factorShare)} and ${share(idiosyncraticShare)}`).join("; ")}.`,
    `Factor risk is that of ${factors.join(", ")}${factors.length > 1 ? ", their covariances drawn apart" : ""}.`,
    first ? `From ${first.sample.frequency} excess returns, ${windowWords(first.sample)}.` : "",
  ].join(" ");
}

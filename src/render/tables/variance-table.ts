import type { VarianceDecomposition, VariancePart } from "../../engine/variance-decomposition.ts";
import { csv } from "../../csv.ts";
import { numbersIn, type TextFile } from "../reply.ts";

/** Every term of every asset's variance at full precision: one line a term. */
export function varianceTable(decompositions: readonly VarianceDecomposition[]): TextFile {
  const rows = decompositions.flatMap(({ asset, parts }) => parts.map((part) => [asset, nameOf(part), part.variance, part.share]));
  return {
    filename: "variance.csv",
    parts: [csv(["asset", "term", "variance", "share"], rows)],
    numbers: () => numbersIn(rows),
    description: "Table: each asset's variance by term, with its share of the total",
  };
}

const nameOf = ({ kind, factors }: VariancePart): string =>
  kind === "idiosyncratic" ? "idiosyncratic" : kind === "factor" ? factors.join("") : `2 cov ${factors.join(" ")}`;

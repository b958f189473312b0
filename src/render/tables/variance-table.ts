import type { VarianceDecomposition, VariancePart } from "../../engine/variance-decomposition.ts";
import type { TextFile } from "../reply.ts";

/** Every term of every asset's variance at full precision: one line a term. */
export function varianceTable(decompositions: readonly VarianceDecomposition[]): TextFile {
  const rows = decompositions.flatMap(({ asset, parts }) =>
    parts.map((part) => [asset, nameOf(part), String(part.variance), String(part.share)].map(quoted).join(",")),
  );
  return {
    filename: "variance.csv",
    parts: [`${["asset,term,variance,share", ...rows].join("\r\n")}\r\n`],
    description: "Table: each asset's variance by term, with its share of the total",
  };
}

const nameOf = ({ kind, factors }: VariancePart): string =>
  kind === "idiosyncratic" ? "idiosyncratic" : kind === "factor" ? factors.join("") : `2 cov ${factors.join(" ")}`;

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

import { findSeriesOrPortfolio } from "../datasets/portfolio.ts";
import type { DataSeries } from "../datasets/datasets.ts";
import type { NextStep } from "../render/reply.ts";
import type { AppContext } from "./app-context.ts";
import { dataGet } from "./data-get.ts";

type Sharing = Pick<AppContext, "datasets" | "sharesImportedData">;

/** The buttons without "Get the data" where it would be refused: of imported returns that the host does not hand out. */
export const offeredSteps = (steps: readonly NextStep[], context: Sharing): readonly NextStep[] =>
  steps.filter(({ command, options }) => command !== dataGet.name || (options["series"] ?? "").split(", ").every((id) => isHandedOut(id, context)));

function isHandedOut(id: string, { datasets, sharesImportedData }: Sharing): boolean {
  const found = findSeriesOrPortfolio(id, datasets);
  return sharesImportedData || !found.ok || !isImported(found.value);
}

const isImported = ({ provenance, holdings = [] }: DataSeries): boolean => provenance.origin === "imported" || holdings.some(({ series }) => isImported(series));

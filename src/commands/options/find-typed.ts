import type { DataSeries } from "../../datasets/datasets.ts";
import { companiesNamed } from "../../datasets/companies.ts";
import { findSeriesOrPortfolio } from "../../datasets/portfolio.ts";
import type { PortfolioProblem } from "../../datasets/problem.ts";
import type { SeriesProblem } from "../../engine/problem.ts";
import { failure, type Outcome } from "../../outcome.ts";
import type { AppContext } from "../app-context.ts";

/**
 * The series that a text names: its id, a portfolio, or a company's name ("Apple"). A name that several companies have
 * is a question back; a company without data is named as such, with loaded ones of its sector.
 */
export function findTyped(text: string, { datasets, companies }: Pick<AppContext, "datasets" | "companies">): Outcome<DataSeries, SeriesProblem | PortfolioProblem> {
  const found = findSeriesOrPortfolio(text, datasets);
  if (found.ok || found.problem.kind !== "unknown-series") return found;
  const named = companiesNamed(text, companies);
  const [only, ...others] = named;
  if (only === undefined) return found;
  const inData = (ticker: string): boolean => datasets.find(ticker).ok;
  if (others.length > 0) {
    return failure({ kind: "ambiguous-name", asked: text, companies: named.map(({ ticker, name }) => ({ ticker, name, isLoaded: inData(ticker) })) });
  }
  const series = datasets.find(only.ticker);
  if (series.ok) return series;
  const peers = companies.filter(({ ticker, sector }) => sector === only.sector && inData(ticker)).map(({ ticker }) => ticker);
  const examples = [...new Set([...peers.slice(0, 3), ...found.problem.examples])].slice(0, 4);
  return failure({ ...found.problem, nearest: [], examples, company: { ticker: only.ticker, name: only.name } });
}

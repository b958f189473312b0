import { isPublishedFactor } from "../../datasets/catalogue.ts";
import type { DataSeries, Datasets } from "../../datasets/datasets.ts";
import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";
import { seriesList } from "./series-list.ts";

/** Assets by their names, or all portfolios of one file. */
interface TestAssets {
  /** "ff25"; null where each asset was named. */
  readonly set: string | null;
  readonly assets: readonly DataSeries[];
}

/** A list like "JPM WMT", or French's portfolios by their number: "ff25", "49 industries", "25 portfolios". */
export function testAssets(description: string, length: { readonly min: number; readonly max: number }): Option<TestAssets> {
  const list = seriesList(description, length);
  return {
    ...list,
    defaultValue: { set: null, assets: [] },
    suggest: (typed, context) => [...setChoices(typed, context.datasets), ...(list.suggest?.(typed, context) ?? [])].slice(0, 25),
    read(raw, option, context) {
      const asked = /^(?:ff|french(?:['’]s)?)? ?(\d{1,3})(?: (?:test )?(?:portfolios|industries|assets))?$/iu.exec(asText(raw).trim())?.[1];
      if (asked === undefined) {
        const named = list.read(raw, option, context);
        return named.ok ? success({ set: null, assets: named.value }) : named;
      }
      const sets = portfolioSets(context.datasets);
      const found = sets.find(({ length: count }) => count === Number(asked));
      return found ? success({ set: nameOf(found), assets: found }) : failure({ kind: "no-portfolio-set", asked: Number(asked), has: sets.map(({ length: count }) => count) });
    },
  };
}

const nameOf = (set: readonly DataSeries[]): string => `ff${String(set.length)}`;

function setChoices(typed: string, datasets: Datasets): readonly { readonly name: string; readonly value: string }[] {
  return portfolioSets(datasets)
    .map((set) => ({ name: `${nameOf(set)}: the ${String(set.length)} portfolios of ${set[0]?.provenance.file ?? ""}`.slice(0, 100), value: nameOf(set) }))
    .filter(({ value }) => value.startsWith(typed.trim().toLowerCase()));
}

/** What a file of fewer portfolios holds is typed by name. */
const fewestPortfolios = 5;

/** The portfolios of each file in French's layout, each once: a file has them by month and by year. */
function portfolioSets({ series }: Datasets): readonly (readonly DataSeries[])[] {
  const files = new Map<string, Map<string, DataSeries>>();
  for (const one of series) {
    const { layout, sha256 } = one.provenance;
    if (layout !== "french" || one.kind !== "total" || isPublishedFactor(one.id)) continue;
    const known = files.get(sha256) ?? new Map<string, DataSeries>();
    if (!known.has(one.id)) known.set(one.id, one);
    files.set(sha256, known);
  }
  return [...files.values()].map((set) => [...set.values()]).filter(({ length }) => length >= fewestPortfolios);
}

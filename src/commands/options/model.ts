import { success } from "../../outcome.ts";
import type { DataSeries } from "../../datasets/datasets.ts";
import { factorModels, type FactorModel } from "../../engine/factor-models.ts";
import type { Option } from "./option.ts";
import { asText } from "./kinds.ts";
import { readSeriesList, suggestLists } from "./series-list.ts";
import { seriesChoices } from "./series.ts";

/** The factors of a regression, and what was typed for them. */
export interface Model {
  /** "ff3", or the ids themselves: "Mkt-RF HML". */
  readonly name: string;
  readonly factors: readonly DataSeries[];
}

const count = { min: 1, max: 8 };
const names = Object.keys(factorModels) as readonly FactorModel[];

/** One of the chapter's models by its name (capm, ff3, ff5, ff6), or a list of series: "Mkt-RF SMB HML". */
export function model(description: string): Option<Model> {
  return {
    type: "string",
    description,
    required: true,
    suggest(typed, world) {
      const asked = typed.trim().toLowerCase();
      const named = names
        .filter((name) => name.toLowerCase().startsWith(asked))
        .map((name) => ({ name: `${name}: ${factorModels[name].join(", ")}`, value: name.toLowerCase() }));
      return [...named, ...suggestLists(typed, seriesChoices(world), count)].slice(0, 25);
    },
    absent: { name: "", factors: [] },
    read(given, option, world) {
      const asked = asText(given).trim();
      const known = names.find((name) => name.toLowerCase() === asked.toLowerCase().replaceAll(/[\s-]/gu, ""));
      const factors = readSeriesList(known ? factorModels[known].join(" ") : asked, option, world, count);
      if (!factors.ok) return factors;
      const name = known?.toLowerCase() ?? factors.value.map(({ id }) => id).join(" ");
      return success({ name, factors: factors.value });
    },
  };
}

import { listText } from "../../series-list.ts";
import { success } from "../../outcome.ts";
import type { DataSeries } from "../../datasets/datasets.ts";
import { factorModels, type FactorModel } from "../../engine/factor-models.ts";
import type { Option } from "./option.ts";
import { asText } from "./kinds.ts";
import { readSeriesList, suggestLists } from "./series-list.ts";
import { seriesChoices } from "./series.ts";

/** The factors of a regression, and what was typed for them. */
export interface ChosenModel {
  /** "ff3", or the ids themselves: "Mkt-RF HML". */
  readonly name: string;
  readonly factors: readonly DataSeries[];
}

const factorCount = { min: 1, max: 8 };
const modelNames = Object.keys(factorModels) as readonly FactorModel[];

/** One of the chapter's models by its name (capm, ff3, carhart, ff5, ff6), or a list of series: "Mkt-RF SMB HML". */
export function model(description: string): Option<ChosenModel> {
  return {
    type: "string",
    description,
    required: true,
    series: { as: "model", ...factorCount },
    suggest(typed, context) {
      const typedText = typed.trim().toLowerCase();
      const matchingModels = modelNames
        .filter((name) => name.toLowerCase().startsWith(typedText))
        .map((name) => ({ name: `${name}: ${factorModels[name].join(", ")}`, value: name.toLowerCase() }));
      return [...matchingModels, ...suggestLists(typed, seriesChoices(context), factorCount)].slice(0, 25);
    },
    defaultValue: { name: "", factors: [] },
    claims: (typed) => modelNamed(typed)?.toLowerCase() ?? null,
    read(raw, option, context) {
      const typedText = asText(raw).trim();
      const modelName = modelNamed(typedText);
      const factors = readSeriesList(modelName ? factorModels[modelName].join(" ") : typedText, option, context, factorCount);
      if (!factors.ok) return factors;
      const name = modelName?.toLowerCase() ?? listText(factors.value.map(({ id }) => id));
      return success({ name, factors: factors.value });
    },
  };
}

/** "FF3", "ff-3", "Fama-French 3", "Carhart": other names of a model are the literature's. */
function modelNamed(typed: string): FactorModel | undefined {
  const folded = typed.toLowerCase().replaceAll(/[\s–-]/gu, "").replace(/^fama(?:and)?french/u, "ff").replace(/^(?:4|four)factors?/u, "ff4").replace(/(?:factors?|model)$/u, "");
  const meant = otherModelNames[folded] ?? folded;
  return modelNames.find((name) => name.toLowerCase().replace("-", "") === meant);
}

const otherModelNames: Readonly<Record<string, string>> = {
  ff1: "capm", ff4: "carhart", carhart4: "carhart", carhartfour: "carhart", ffc: "carhart",
  "ff3+mom": "carhart", "ff3+umd": "carhart", ff3mom: "carhart", ff3andmom: "carhart", ff3momentum: "carhart", "ff3+momentum": "carhart",
  ff5aspublished: "ff5published", ff6aspublished: "ff6published",
};

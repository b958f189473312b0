import type { DataSeries } from "../../datasets/datasets.ts";
import { cut } from "../../render/message.ts";
import type { AppContext } from "../app-context.ts";
import { asText, matchingChoices } from "./kinds.ts";
import { findTyped } from "./find-typed.ts";
import type { Choice, Option } from "./option.ts";

/** A series by its id, offered by id and by name, checked on arrival. Its daily form where there is one. */
export function series(description: string): Option<DataSeries> {
  return {
    type: "string",
    description,
    required: true,
    series: { as: "series", min: 1, max: 1 },
    suggest: (typed, context) => matchingChoices(seriesChoices(context), typed),
    defaultValue: undefined as never,
    read: (raw, _option, context) => findTyped(asText(raw).trim(), context),
  };
}

export function seriesChoices({ datasets }: AppContext): readonly Choice[] {
  const seen = new Map<string, Choice>();
  for (const { id, name, kind } of datasets.series) {
    if (kind === "rate" || seen.has(id)) continue;
    seen.set(id, { name: name === id ? id : `${id} (${name})`, value: id });
  }
  for (const { name, expression } of datasets.portfolios) {
    if (!seen.has(name)) seen.set(name, { name: cut(`${name} (${expression})`, 100), value: name });
  }
  return [...seen.values()];
}

import type { DataSeries } from "../../datasets/datasets.ts";
import type { World } from "../world.ts";
import { asText, matching } from "./kinds.ts";
import type { Choice, Option } from "./option.ts";

/** A series by its id, offered by id and by name, checked on arrival. Its daily form where there is one. */
export function series(description: string): Option<DataSeries> {
  return {
    type: "string",
    description,
    required: true,
    suggest: (typed, world) => matching(seriesChoices(world), typed),
    absent: undefined as never,
    read: (given, _option, world) => world.datasets.find(asText(given).trim()),
  };
}

export function seriesChoices({ datasets }: World): readonly Choice[] {
  const seen = new Map<string, Choice>();
  for (const { id, name, kind } of datasets.series) {
    if (kind === "rate" || seen.has(id)) continue;
    seen.set(id, { name: name === id ? id : `${id} (${name})`, value: id });
  }
  return [...seen.values()];
}

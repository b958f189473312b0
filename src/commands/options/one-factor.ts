import type { DataSeries } from "../../datasets/datasets.ts";
import { failure } from "../../outcome.ts";
import { model } from "./model.ts";
import type { Option } from "./option.ts";
import { series } from "./series.ts";

/** The factor of a command that takes one; several, or a model of several, are refused by name. */
export function oneFactor(description: string): Option<DataSeries> {
  const single = series(description);
  const several = model(description);
  return {
    ...single,
    read(raw, option, context) {
      const read = single.read(raw, option, context);
      if (read.ok) return read;
      const list = several.read(raw, option, context);
      if (!list.ok || list.value.factors.length < 2) return read;
      const factors = list.value.factors.map(({ id }) => id);
      return failure({ kind: "series-count", option, found: factors.length, min: 1, max: 1, series: factors });
    },
  };
}

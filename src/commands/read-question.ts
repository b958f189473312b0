import { isoDay } from "../calendar.ts";
import { questionReader, type QuestionReader } from "../asking/question-reader.ts";
import type { KnownSeries } from "../asking/understanding.ts";
import { factorKind } from "../datasets/catalogue.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { definitions } from "../exercises/definitions/index.ts";
import { marketFactorOf } from "./analysis.ts";
import type { AppContext } from "./app-context.ts";

const readers = new WeakMap<Datasets, QuestionReader>();

/** The reader of free text for what is loaded; made once, as its index takes longer than a question. */
export function readerOf({ datasets, lessons, phrasings, commandList }: Pick<AppContext, "datasets" | "lessons" | "phrasings" | "commandList">): QuestionReader {
  const cached = readers.get(datasets);
  if (cached) return cached;
  const lastDays = datasets.series.map(({ calendar }) => calendar.last).sort();
  const reader = questionReader({
    lessons,
    phrasings,
    commands: commandList,
    series: datasets.series.filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index).map((series) => knownSeriesOf(series, datasets)),
    exercises: definitions.map(({ id }) => id),
    lastDay: lastDays.at(-1) ?? isoDay(0),
  });
  readers.set(datasets, reader);
  return reader;
}

function knownSeriesOf(series: DataSeries, datasets: Datasets): KnownSeries {
  const { id, name } = series;
  if (factorKind(id) !== null) return { id, name, role: "factor", usualFactor: null };
  const factor = marketFactorOf(series, datasets);
  return { id, name, role: "asset", usualFactor: factor.ok ? factor.value.id : null };
}

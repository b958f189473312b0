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
export function readerOf({ datasets, lessons, askingTexts, companies, commandList }: Pick<AppContext, "datasets" | "lessons" | "askingTexts" | "companies" | "commandList">): QuestionReader {
  const cached = readers.get(datasets);
  if (cached) return cached;
  const lastDays = datasets.series.map(({ calendar }) => calendar.last).sort();
  const reader = questionReader({
    lessons,
    ...askingTexts(),
    companies,
    commands: commandList,
    series: knownSeries(datasets),
    exercises: definitions.map(({ id }) => id),
    lastDay: lastDays.at(-1) ?? isoDay(0),
  });
  readers.set(datasets, reader);
  return reader;
}

/** The loaded series as the reader knows them, each once. */
export const knownSeries = (datasets: Datasets): readonly KnownSeries[] =>
  datasets.series.filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index).map((series) => knownSeriesOf(series, datasets));

function knownSeriesOf(series: DataSeries, datasets: Datasets): KnownSeries {
  const { id, name } = series;
  const firstDay = isoDay(series.days[0] ?? 0);
  if (factorKind(id) !== null) return { id, name, role: "factor", usualFactor: null, firstDay };
  const factor = marketFactorOf(series, datasets);
  return { id, name, role: "asset", usualFactor: factor.ok ? factor.value.id : null, firstDay };
}

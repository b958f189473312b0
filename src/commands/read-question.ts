import { isoDay } from "../calendar.ts";
import { questionReader, type QuestionReader } from "../asking/question-reader.ts";
import type { BookFigure, Knowledge, KnownSeries } from "../asking/understanding.ts";
import { factorKind } from "../datasets/catalogue.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { findSeriesOrPortfolio } from "../datasets/portfolio.ts";
import { definitions } from "../exercises/definitions/index.ts";
import type { PrintedFigure } from "../glossary/printed-figures.ts";
import { marketFactorOf } from "./analysis-inputs.ts";
import type { AppContext } from "./app-context.ts";
import { dayOfRow } from "./day-of-row.ts";

const readers = new WeakMap<Datasets, QuestionReader>();

type KnowledgeSources = Pick<AppContext, "datasets" | "lessons" | "askingTexts" | "companies" | "printedFigures" | "commandList">;

/** The reader of free text for what is loaded; made once, as its index takes longer than a question. */
export function readerOf(sources: KnowledgeSources): QuestionReader {
  const cached = readers.get(sources.datasets);
  if (cached) return cached;
  const reader = questionReader(knowledgeOf(sources));
  readers.set(sources.datasets, reader);
  return reader;
}

/** What questions about the loaded data may be about. */
export function knowledgeOf({ datasets, lessons, askingTexts, companies, printedFigures, commandList }: KnowledgeSources): Knowledge {
  const lastDays = datasets.series.map(({ calendar }) => calendar.last).sort();
  return {
    lessons,
    ...askingTexts(),
    companies,
    bookFigures: bookFiguresOf(printedFigures),
    commands: commandList,
    series: knownSeries(datasets),
    exercises: definitions.map(({ id }) => id),
    lastDay: lastDays.at(-1) ?? isoDay(0),
    dayOfRow: dayOfRow(datasets),
  };
}

const knownOf = new WeakMap<Datasets, readonly KnownSeries[]>();

/** The loaded series as the reader knows them, each once. */
export function knownSeries(datasets: Datasets): readonly KnownSeries[] {
  const known = knownOf.get(datasets) ?? seriesAndPortfolios(datasets);
  knownOf.set(datasets, known);
  return known;
}

const seriesAndPortfolios = (datasets: Datasets): readonly KnownSeries[] => [
  ...datasets.series.filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index).map((series) => knownSeriesOf(series, datasets)),
  ...datasets.portfolios.flatMap(({ name }) => {
    const portfolio = findSeriesOrPortfolio(name, datasets);
    return portfolio.ok && portfolio.value.holdings !== undefined ? [knownSeriesOf(portfolio.value, datasets)] : [];
  }),
];

function knownSeriesOf(series: DataSeries, datasets: Datasets): KnownSeries {
  const { id, name } = series;
  const firstDay = isoDay(series.days[0] ?? 0);
  if (factorKind(id) !== null) return { id, name, role: "factor", usualFactor: null, isUsual: false, firstDay };
  const factor = marketFactorOf(series, datasets);
  return { id, name, role: "asset", usualFactor: factor.ok ? factor.value.id : null, isUsual: series.provenance.layout === "course" && series.kind !== "rate", firstDay };
}

/** The names under which /reconcile compares the chapter's figures. */
const comparedAs: Readonly<Partial<Record<PrintedFigure["quantity"], string>>> = { alpha: "alpha", alphaAnnual: "alpha", beta: "beta", rSquared: "r-squared", factorShare: "r-squared", correlation: "correlation", sharpe: "sharpe", sharpeHedged: "appraisal", appraisal: "appraisal", volAssetAnnual: "volatility", volHedgedMonthly: "hedged-volatility" };

export const bookFiguresOf = (figures: readonly PrintedFigure[]): readonly BookFigure[] =>
  figures.flatMap(({ asset, quantity, printed }) => {
    const compared = comparedAs[quantity];
    return compared === undefined ? [] : [{ asset, quantity: compared, printed }];
  });

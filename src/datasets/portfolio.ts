import { failure, success, type Outcome } from "../outcome.ts";
import type { SeriesProblem } from "../engine/problem.ts";
import type { DataSeries, Datasets } from "./datasets.ts";
import { mayBePortfolio, parsePortfolio, portfolioText, type WeightedId } from "./portfolio-expression.ts";
import type { PortfolioProblem } from "./problem.ts";

/** A series that people can type: a loaded one by its id, or a portfolio of some: "0.6*JPM+0.4*WMT". */
export function findSeriesOrPortfolio(text: string, datasets: Datasets): Outcome<DataSeries, SeriesProblem | PortfolioProblem> {
  const found = datasets.find(text);
  if (found.ok || !mayBePortfolio(text)) return found;
  const series = [...datasets.series, ...datasets.hidden];
  const parsed = parsePortfolio(text, [...new Set(series.map(({ id }) => id))]);
  // Words alone, or a name with a hyphen, are rather a name that is not loaded.
  const isMeant = /[*+/()%]|\s-|\d\s/u.test(text) || (!parsed.ok && !["unknown-name", "unreadable"].includes(parsed.problem.reason));
  if (!parsed.ok) return isMeant ? parsed : found;
  return portfolioOf(parsed.value, datasets);
}

/** The portfolio of loaded series; a rate is no holding. */
function portfolioOf(holdings: readonly WeightedId[], datasets: Datasets): Outcome<DataSeries, SeriesProblem | PortfolioProblem> {
  const text = portfolioText(holdings);
  const found: { series: DataSeries; weight: number }[] = [];
  for (const { id, weight } of holdings) {
    const series = datasets.find(id);
    if (!series.ok) return series;
    if (series.value.kind === "rate") return failure({ kind: "unreadable-portfolio", text, reason: "rate", at: id });
    found.push({ series: series.value, weight });
  }
  const [first] = found;
  if (first === undefined) return failure({ kind: "unreadable-portfolio", text, reason: "empty", at: text });
  if (found.length === 1 && first.weight === 1) return success(first.series);
  let joined: ReturnType<typeof jointReturns> | undefined;
  const joint = () => (joined ??= jointReturns(found));
  return success({
    id: text,
    name: text,
    // As for its parts: without a total return among them, nothing has to be subtracted.
    kind: found.every(({ series }) => series.kind === "excess") ? "excess" : "total",
    frequency: first.series.frequency,
    provenance: first.series.provenance,
    reading: first.series.reading,
    earlier: first.series.earlier,
    calendar: first.series.calendar,
    holdings: found,
    blanks: 0,
    get days() {
      return joint().days;
    },
    get values() {
      return joint().values;
    },
  });
}

/** Σ weight × return on the days that all holdings have, each return as its file has it. */
function jointReturns(holdings: readonly { readonly series: DataSeries; readonly weight: number }[]) {
  const columns = holdings.map(({ series: { days, values }, weight }) => new Map([...days].map((day, row) => [day, weight * values[row]!])));
  const days = [...(columns[0]?.keys() ?? [])].filter((day) => columns.every((column) => column.has(day)));
  return { days: Int32Array.from(days), values: Float64Array.from(days, (day) => columns.reduce((sum, column) => sum + column.get(day)!, 0)) };
}

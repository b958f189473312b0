import { attempt, failure, success, type Outcome } from "../outcome.ts";
import type { SeriesProblem } from "../engine/problem.ts";
import type { DataSeries, Datasets } from "./datasets.ts";
import { maxHoldings, mayBePortfolio, parsePortfolio, portfolioText, type WeightedId } from "./portfolio-expression.ts";
import type { PortfolioProblem } from "./problem.ts";

/** A series that people can type: a loaded one by its id, a portfolio by its name, or one of both: "0.6*JPM+0.4*WMT". */
export function findSeriesOrPortfolio(text: string, datasets: Datasets): Outcome<DataSeries, SeriesProblem | PortfolioProblem> {
  const found = datasets.find(text);
  if (found.ok) return found;
  const named = namedPortfolio(text.trim(), datasets);
  if (named !== undefined) return portfolioOf([{ id: named.name, weight: 1 }], named.name, datasets);
  if (!mayBePortfolio(text)) return found;
  const series = [...datasets.series, ...datasets.hidden];
  const parsed = parsePortfolio(text, [...new Set([...series.map(({ id }) => id), ...datasets.portfolios.map(({ name }) => name)])]);
  // Words alone, or a name with a hyphen, are rather a name that is not loaded.
  const isMeant = /[*+/()%]|\s-|\d\s|\s(?:plus|minus)\s/iu.test(text) || (!parsed.ok && !["unknown-name", "unreadable"].includes(parsed.problem.reason));
  if (!parsed.ok) return isMeant ? parsed : found;
  return portfolioOf(parsed.value, portfolioText(parsed.value), datasets);
}

const namedPortfolio = (name: string, { portfolios }: Datasets): Datasets["portfolios"][number] | undefined => portfolios.find((one) => one.name.toLowerCase() === name.toLowerCase());

/** A portfolio with one spelling for all that are multiples of it: its weights add to 1 where they add to anything. */
export function proportionalText(holdings: NonNullable<DataSeries["holdings"]>): string {
  const parts = holdings.map(({ series: { id }, weight }) => ({ id, weight })).sort((one, other) => (one.id < other.id ? -1 : 1));
  const net = parts.reduce((sum, { weight }) => sum + weight, 0);
  const unit = Math.abs(net) > 1e-9 ? net : (parts[0]?.weight ?? 1);
  return portfolioText(parts.map(({ id, weight }) => ({ id, weight: weight / unit })));
}

/** The parts with each named portfolio in them taken apart; weights of a series that is there twice are added. */
function takenApart(holdings: readonly WeightedId[], datasets: Datasets): Outcome<readonly WeightedId[], PortfolioProblem> {
  const weights = new Map<string, number>();
  for (const { id, weight } of holdings) {
    const named = datasets.find(id).ok ? undefined : namedPortfolio(id, datasets);
    const parts = named === undefined ? success([{ id, weight: 1 }]) : parsePortfolio(named.expression, datasets.series.map((series) => series.id));
    if (!parts.ok) return parts;
    for (const part of parts.value) weights.set(part.id, (weights.get(part.id) ?? 0) + weight * part.weight);
  }
  const parts = [...weights].filter(([, weight]) => weight !== 0).map(([id, weight]) => ({ id, weight }));
  const text = portfolioText(holdings);
  if (parts.length > maxHoldings) return failure({ kind: "unreadable-portfolio", text, reason: "too-many", at: String(parts.length) });
  return parts.length === 0 ? failure({ kind: "unreadable-portfolio", text, reason: "empty", at: text }) : success(parts);
}

/** The portfolio of loaded series; a rate is no holding. `id` is what it is called. */
function portfolioOf(typed: readonly WeightedId[], id: string, datasets: Datasets): Outcome<DataSeries, SeriesProblem | PortfolioProblem> {
  return attempt(function* () {
    const holdings = yield* takenApart(typed, datasets);
    const found: { series: DataSeries; weight: number }[] = [];
    for (const { id: holding, weight } of holdings) {
      const series = yield* datasets.find(holding);
      if (series.kind === "rate") return yield* failure({ kind: "unreadable-portfolio", text: id, reason: "rate", at: holding });
      found.push({ series, weight });
    }
    const [first] = found;
    if (first === undefined) throw new RangeError("a portfolio has holdings");
    if (found.length === 1 && first.weight === 1) return first.series;
    let joined: ReturnType<typeof jointReturns> | undefined;
    const joint = () => (joined ??= jointReturns(found));
    return {
      id,
      name: id,
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
    };
  });
}

/** Σ weight × return on the days that all holdings have, each return as its file has it. */
function jointReturns(holdings: readonly { readonly series: DataSeries; readonly weight: number }[]) {
  const columns = holdings.map(({ series: { days, values }, weight }) => new Map([...days].map((day, row) => [day, weight * values[row]!])));
  const days = [...(columns[0]?.keys() ?? [])].filter((day) => columns.every((column) => column.has(day)));
  return { days: Int32Array.from(days), values: Float64Array.from(days, (day) => columns.reduce((sum, column) => sum + column.get(day)!, 0)) };
}

/** Tables that say of each number which ticker it is of: in two lines of headers, in the columns' names, or in a column of tickers. */
import { success } from "../outcome.ts";
import { cleanId, fieldOf } from "./column-names.ts";
import type { FoundTable } from "./find-table.ts";
import type { GridLine } from "./grid.ts";
import type { ReadOptions } from "./read-options.ts";
import { readFailure } from "./rows.ts";
import { bestField, priceField, type Columns, type NamedColumn, type SeriesColumn } from "./series-column.ts";
import type { tickerFields } from "./ticker-fields.ts";

/** Columns of tickers and fields: the best of each ticker. */
export function flattenedColumns(named: readonly NamedColumn[], byTicker: NonNullable<ReturnType<typeof tickerFields>>, options: ReadOptions): Columns {
  const tickers = [...new Set(byTicker.map(({ ticker }) => ticker))];
  const columns = tickers.flatMap((ticker): SeriesColumn[] => {
    const own = named.flatMap((column, at) => (byTicker[at]?.ticker === ticker ? [{ ...column, field: byTicker[at].field }] : []));
    const best = bestField(own);
    const id = tickers.length === 1 && options.as !== undefined ? options.as : cleanId(ticker);
    return best === undefined ? [] : [{ id, name: best.name, column: best.column, ticker: null, field: priceField(best.field) }];
  });
  return columns.length === 0 ? readFailure("counts", null, null, named[0]?.name ?? "") : success({ form: tickers.length === 1 ? "one ticker's prices" : "table", tickerColumn: null, columns });
}

/** One row per ticker and day. */
export function longColumns(header: GridLine, rows: readonly GridLine[], tickerColumn: number, named: readonly NamedColumn[], options: ReadOptions): Columns {
  const isCrsp = named.some(({ name }) => /^(?:permno|permco|ret|retx|prc|dlyret|mthret|shrcd)$/iu.test(name)) || /^permno$/iu.test(header.cells[tickerColumn] ?? "");
  const unknown = named.filter(({ field }) => field === null);
  const best = (isCrsp ? named.find(({ field }) => field === "return") : undefined) ?? bestField(named) ?? (unknown.length === 1 ? unknown[0] : undefined);
  if (best === undefined) return readFailure("needs-column", header.line, null, named.map(({ name }) => name).join(", "));
  const tickers = [...new Set(rows.map(({ cells }) => cells[tickerColumn] ?? ""))].filter((text) => text !== "");
  const isStooq = header.cells.some((cell) => /^<PER>$/iu.test(cell));
  return success({
    form: isCrsp ? "CRSP" : isStooq ? "Stooq" : "long table",
    tickerColumn,
    columns: tickers.map((ticker) => ({
      id: tickers.length === 1 && options.as !== undefined ? options.as : cleanId(ticker),
      name: best.name,
      column: best.column,
      ticker,
      field: priceField(best.field),
    })),
  });
}

/** The columns of yfinance and of data terminals: a line of fields and one of tickers, in either order. */
export function multiIndexColumns({ headers, dateColumn, vendor }: FoundTable, options: ReadOptions): Columns {
  const [one, other] = [headers[0]!.cells, headers[1]!.cells];
  const count = (cells: readonly string[]) => cells.slice(dateColumn + 1).filter((cell) => fieldOf(cell) !== null).length;
  const [fields, tickers] = count(one) >= count(other) ? [one, other] : [other, one];
  const byTicker = new Map<string, NamedColumn[]>();
  for (let column = dateColumn + 1; column < fields.length; column++) {
    const [field = "", ticker = ""] = [fields[column], tickers[column]];
    if (ticker === "") continue;
    byTicker.set(ticker, [...(byTicker.get(ticker) ?? []), { name: field, column, field: fieldOf(field) }]);
  }
  const columns = [...byTicker].flatMap(([ticker, named]): SeriesColumn[] => {
    const best = bestField(named);
    const id = byTicker.size === 1 && options.as !== undefined ? options.as : cleanId(ticker);
    return best === undefined ? [] : [{ id, name: best.name, column: best.column, ticker: null, field: priceField(best.field) }];
  });
  return columns.length > 0
    ? success({ form: vendor ?? "yfinance", tickerColumn: null, columns })
    : readFailure("needs-column", headers[0]!.line, null, [...new Set(fields)].join(", "));
}

import { fieldOf, type Field } from "./column-names.ts";

/** A column of one ticker's field: "QQX.Close" of R's quantmod, "Close_QQX" of a flattened yfinance table. */
interface TickerField {
  readonly ticker: string;
  readonly field: Field;
}

const ticker = String.raw`[\^A-Z][A-Z0-9^=-]{0,9}(?:\.[A-Z]{1,3})?`;
const fields = "Open|High|Low|Close|Adj[ ._]?Close|Close[ ._]?Adj|Adjusted|Volume";
const tickerFirst = new RegExp(`^(?<ticker>${ticker})[._ ](?<field>${fields})$`, "u");
const fieldFirst = new RegExp(`^\\(?'?(?<field>${fields})'?(?:_| |, )'?(?<ticker>${ticker})'?\\)?$`, "u");

/** What each column's name says, where all of them are a ticker's field; null where one is anything else. Tickers are capitals, fields are not. */
export function tickerFields(names: readonly string[]): readonly TickerField[] | null {
  const read = names.map((name): TickerField | null => {
    const parts = (tickerFirst.exec(name) ?? fieldFirst.exec(name))?.groups;
    const field = parts === undefined ? null : fieldOf(parts["field"] ?? "");
    return parts?.["ticker"] === undefined || field === null ? null : { ticker: parts["ticker"], field };
  });
  const known = read.filter((one) => one !== null);
  return known.length === names.length && names.length > 0 ? known : null;
}

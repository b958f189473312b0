import type { LongFrequency } from "../../engine/series.ts";
import type { Reading } from "../../reading.ts";
import type { SeriesProvenance } from "../recipe.ts";

/** Python functions for prices, for series that are compounded to weeks, months or years, and for days taken from total returns. */
export function compoundingFunctions(sources: readonly SeriesProvenance[]): readonly string[] {
  const compounds = sources.some(({ method }) => method !== undefined);
  const fills = sources.some((source) => source.fills);
  const prices = sources.some(({ layout, earlier }) => [layout, ...earlier.map((layer) => layer.layout)].includes("prices"));
  const isSparse = sources.some(({ reading, earlier }) => [reading, ...earlier.map((layer) => layer.reading)].some(isSparseReading));
  return [
    ...(prices
      ? [
          `def one_period(prices, days${isSparse ? ", sparse=None" : ""}):  # blanks are passed over; none over a hole of more days than these`,
          "    prices = prices.dropna()",
          "    step = prices.index.to_series().diff().dt.days",
          ...(isSparse ? sparseCode : ["    return prices.pct_change().where(step <= days)"]),
          "",
        ]
      : []),
    ...(compounds
      ? [
          "def compound(returns, end, rate=None):  # by week, month or year: P(1 + r) - P(1 + rf), P the product over its days",
          "    returns = returns.dropna()",
          "    rate = returns * 0 if rate is None else rate.reindex(returns.index).fillna(0)",
          "    period = returns.index + end",
          "    return (1 + returns + rate).groupby(period).prod() - (1 + rate).groupby(period).prod()",
          "",
        ]
      : []),
    ...(fills
      ? [
          "def fill(excess, total, rate):  # days without an excess return: the total return less the rate",
          "    excess = excess.dropna()",
          "    return excess.combine_first((total - rate).dropna().loc[excess.index[0]:excess.index[-1]])",
          "",
        ]
      : []),
  ];
}

/** Where weekdays are passed over, a return over more than one is none of a day. */
const sparseCode: readonly string[] = [
  "    returns = prices.pct_change().where(step <= days)",
  "    if sparse is None:",
  "        return returns",
  '    ends = prices.index.to_numpy().astype("datetime64[D]") + 1',
  "    weekdays = np.append(1, np.busday_count(ends[:-1], ends[1:]))",
  "    inside = (prices.index >= sparse[0]) & (prices.index <= sparse[1])",
  "    return returns.where(~inside | (weekdays <= 1))",
];

const isSparseReading = (reading: Reading): boolean => reading.form !== "french" && reading.sparse !== undefined;

/** The offset that moves a day to the end of its week (pandas' W-FRI), month or year. */
export const periodEndCode = (frequency: LongFrequency): string =>
  ({ weekly: "pd.offsets.Week(0, weekday=4)", monthly: "pd.offsets.MonthEnd(0)", annual: "pd.offsets.YearEnd(0)" })[frequency];

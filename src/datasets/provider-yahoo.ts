import * as v from "valibot";
import { isoDay, msPerDay } from "../calendar.ts";
import { success } from "../outcome.ts";
import { readFailure } from "./rows.ts";
import type { TickerProvider } from "./ticker-provider.ts";

const prices = v.array(v.nullable(v.number()));
const chart = v.object({
  chart: v.object({
    result: v.nullish(
      v.array(
        v.object({
          meta: v.object({
            symbol: v.string(),
            gmtoffset: v.optional(v.number(), 0),
            currentTradingPeriod: v.optional(v.object({ regular: v.object({ start: v.number(), end: v.number() }) })),
          }),
          timestamp: v.optional(v.array(v.number()), []),
          indicators: v.object({
            quote: v.optional(v.array(v.object({ close: v.optional(prices, []) })), []),
            adjclose: v.optional(v.array(v.object({ adjclose: v.optional(prices, []) })), []),
          }),
        }),
      ),
    ),
    error: v.nullish(v.object({ code: v.optional(v.string(), ""), description: v.optional(v.string(), "") })),
  }),
});
const chartText = v.pipe(v.string(), v.parseJson(), chart);

/**
 * The address behind Yahoo's charts: timestamps in seconds and adjusted closes beside them, null on a day without one.
 * A day is the exchange's own, by its offset from UTC. The running day is left out: its last price is no close.
 */
export function yahoo(baseUrl: string): TickerProvider {
  return {
    name: "Yahoo Finance",
    terms: "Yahoo's data are for personal use, and this address is not a published interface.",
    fileOf: (ticker) => `yahoo_${ticker}.csv`,
    request(ticker, now) {
      const url = new URL(`v8/finance/chart/${encodeURIComponent(ticker)}`, baseUrl);
      const period2 = String(Math.floor(now.getTime() / 1000));
      url.search = new URLSearchParams({ period1: "-2208988800", period2, interval: "1d", events: "div,split", includeAdjustedClose: "true" }).toString();
      return { url: url.href, headers: { "user-agent": "Mozilla/5.0" } };
    },
    tableOf(ticker, answer, now) {
      const read = v.safeParse(chartText, new TextDecoder().decode(answer));
      if (!read.success) return readFailure("odd-answer", null, null, "it has not the form of Yahoo's charts");
      const { result, error } = read.output.chart;
      const [first] = result ?? [];
      if (first === undefined) return readFailure("no-ticker", null, null, error?.description ?? "");
      const { meta, timestamp, indicators } = first;
      if (meta.symbol.toUpperCase() !== ticker.toUpperCase()) return readFailure("no-ticker", null, null, `it answered with ${meta.symbol}`);
      const adjusted = indicators.adjclose[0]?.adjclose ?? [];
      if (adjusted.length !== timestamp.length) return readFailure("odd-answer", null, null, "it has no adjusted closes");
      const dayOf = (seconds: number): number => Math.floor(((seconds + meta.gmtoffset) * 1000) / msPerDay);
      const trading = meta.currentTradingPeriod?.regular;
      const running = trading !== undefined && now.getTime() / 1000 < trading.end ? dayOf(trading.start) : Infinity;
      const closes = new Map<number, number | null>();
      for (const [row, seconds] of timestamp.entries()) {
        const day = dayOf(seconds);
        if (day < running) closes.set(day, adjusted[row] ?? null);
      }
      const rows = [...closes].sort(([one], [other]) => one - other).map(([day, close]) => `${isoDay(day)},${close === null ? "" : String(close)}\n`);
      return success(new TextEncoder().encode(`date,${ticker}\n${rows.join("")}`));
    },
  };
}

import { success } from "../outcome.ts";
import { readFailure } from "./rows.ts";
import type { TickerProvider } from "./ticker-provider.ts";

/**
 * Tiingo's end-of-day prices as CSV: date, close, …, adjClose, …, divCash, splitFactor; a JSON object with `detail`
 * where it refuses. The key goes into a header, so that no log of addresses holds it.
 */
export function tiingo(baseUrl: string, key: string): TickerProvider {
  return {
    name: "Tiingo",
    terms: "Tiingo's free plan is for internal use: its prices may not be passed on.",
    fileOf: (ticker) => `tiingo_${ticker}.csv`,
    request(ticker) {
      // Tiingo writes share classes with a hyphen.
      const url = new URL(`tiingo/daily/${encodeURIComponent(ticker.replaceAll(".", "-"))}/prices`, baseUrl);
      url.search = new URLSearchParams({ startDate: "1900-01-01", format: "csv", resampleFreq: "daily" }).toString();
      return { url: url.href, headers: { authorization: `Token ${key}` } };
    },
    tableOf(_ticker, answer) {
      const text = new TextDecoder().decode(answer);
      if (/^date,/u.test(text)) return success(answer);
      const said = text.trim();
      if (said === "" || said === "[]") return readFailure("no-ticker", null, null, "not one price");
      return readFailure(said.startsWith("{") ? "refused-ticker" : "odd-answer", null, null, said);
    },
  };
}

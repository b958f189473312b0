import { tiingo } from "./provider-tiingo.ts";
import { yahoo } from "./provider-yahoo.ts";
import type { TickerProvider } from "./ticker-provider.ts";

interface ProviderSettings {
  /** Tiingo's key; "" where there is none. */
  readonly tiingoKey: string;
  readonly tiingoUrl: string;
  readonly yahooUrl: string;
}

/** Tiingo where its key is set, which is an agreement with it; else Yahoo's chart address. */
export function chosenProvider({ tiingoKey, tiingoUrl, yahooUrl }: ProviderSettings): TickerProvider {
  return tiingoKey === "" ? yahoo(yahooUrl) : tiingo(tiingoUrl, tiingoKey);
}

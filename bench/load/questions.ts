/** One question as a student types it: a command and its options. */
export type Question = readonly [command: string, options: Readonly<Record<string, string>>];

/** What half of a lecture hall asks: the same five. */
const common: readonly Question[] = [
  ["beta", { ticker: "JPM" }],
  ["beta", { ticker: "WMT" }],
  ["compare", { tickers: "JPM WMT" }],
  ["size", { ticker: "MSFT", budget: "1m" }],
  ["explain", { topic: "beta" }],
];

const kinds: readonly Question[] = [
  ["beta", { ticker: "JPM" }],
  ["regress", { ticker: "MSFT", model: "ff3" }],
  ["residuals", { ticker: "WMT" }],
  ["track", { ticker: "MSFT" }],
  ["hedge", { ticker: "JPM" }],
  ["performance", { ticker: "WMT" }],
  ["variance", { ticker: "JPM WMT" }],
  ["rolling", { ticker: "JPM" }],
  ["beta", { ticker: "WMT" }],
  ["frequency", { ticker: "JPM" }],
];

/** The same questions at every run: every other one is common, the rest have a window that nobody else asks for. */
export function question(at: number): Question {
  if (at % 2 === 0) return common[(at / 2) % common.length]!;
  const place = (at - 1) / 2;
  const [command, options] = kinds[place % kinds.length]!;
  const from = new Date(Date.UTC(1995, 0, 1) + (place % 5000) * 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.UTC(2024, 0, 1) - Math.floor(place / 5000) * 86_400_000).toISOString().slice(0, 10);
  return [command, { ...options, from, to }];
}

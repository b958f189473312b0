import { madeUpAssets } from "./made-up-series.ts";
import type { Random } from "./random.ts";

export interface Question {
  readonly set: "sample" | "made-up";
  readonly typed: string;
}

const sampleAssets = ["SPY", "WMT", "JPM", "MSFT", "AAPL", "NVDA", "META", "AMZN", "TSLA", "KO", "BAC", "MA", "JNJ", "XOM", "GE"];
const factors = ["Mkt-RF", "Mkt-RF", "Mkt-RF", "SMB", "HML", "MOM", "capm", "ff3", "ff5", "ff6", "Mkt-RF SMB", "Mkt-RF HML MOM", "Mkt-RF RMW CMA MOM"];
const manyFactors = ["regress", "residuals", "rolling", "variance", "hedge", "expected", "performance", "track", "size"];
const commands = ["beta", "beta", "regress", "residuals", "compare", "expected", "alphas", "track", "hedge", "size", "performance", "describe", "variance", "frequency", "rolling"];

const measuresLogs = ["beta", "regress", "residuals", "compare", "describe"];

const quoted = (text: string): string => (text.includes(" ") ? `"${text}"` : text);

function factorOf(random: Random, command: string, set: Question["set"]): string | null {
  if (random.next() < 0.4) return null;
  if (set === "made-up" && random.next() < 0.25) return random.of(["DOWN", "NEAR", "UNIT"]);
  if (set === "sample" && random.next() < 0.25) return "SPY";
  const chosen = random.of(factors);
  return manyFactors.includes(command) || !/ff|capm| /u.test(chosen) ? chosen : "Mkt-RF";
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** From eight rows to all there are. */
function windowOf(random: Random, set: Question["set"]): string {
  const kind = random.next();
  const first = Date.parse(set === "sample" ? "1999-01-04" : "2015-01-02");
  const last = Date.parse("2024-12-31");
  if (kind < 0.25) return "";
  const days = kind < 0.45 ? random.whole(12, 90) : kind < 0.7 ? random.whole(90, 730) : random.whole(730, 3000);
  const from = first + random.whole(0, (last - first) / 86_400_000 - Math.min(days, 3000)) * 86_400_000;
  if (kind > 0.94) return ` from:${isoDay(from).slice(0, 4)} to:${String(Math.min(2024, Number(isoDay(from).slice(0, 4)) + random.whole(0, 9)))}`;
  return ` from:${isoDay(from)} to:${isoDay(from + days * 86_400_000)}`;
}

function optionsOf(random: Random, command: string): string {
  const at = ["frequency", "rolling"].includes(command) ? 1 : random.next();
  const frequency = at < 0.22 ? " frequency:monthly" : at < 0.34 ? " frequency:weekly" : at < 0.4 && measuresLogs.includes(command) ? " returns:log" : "";
  if (command === "describe" || command === "rolling") return frequency;
  const errors = random.next() < 0.35 ? ` errors:${random.of(["hac", "hc1", "hac lags:4", "hac lags:auto"])}` : "";
  const without = command !== "frequency" && random.next() < 0.06 ? " without:2020-03-01..2020-04-30" : "";
  return frequency + errors + without;
}

function ownOptions(random: Random, command: string): string {
  switch (command) {
    case "hedge":
      return random.next() < 0.5 ? ` target:${random.of(["5%", "10%", "20%", "40%", "90%"])}` : "";
    case "track":
      return random.next() < 0.3 ? ` move:${random.of(["-3%", "2%", "-10%"])}${random.next() < 0.5 ? " amount:5m" : ""}` : "";
    case "size":
      return ` budget:${random.of(["1m", "250k", "$5,000,000"])} horizon:${random.of(["month", "year", "day", "week", "quarter"])}`;
    case "rolling":
      return random.next() < 0.7 ? ` window:${random.of([8, 24, 60, 126, 252, 504])}` : "";
    default:
      return "";
  }
}

export function randomQuestion(random: Random): Question {
  const set = random.next() < 0.5 ? "sample" : "made-up";
  const assets = set === "sample" ? sampleAssets : madeUpAssets;
  const command = random.of(commands);
  const several = ["compare", "alphas", "describe", "variance"].includes(command);
  const count = command === "compare" ? random.whole(2, 4) : several ? random.whole(1, 4) : 1;
  const tickers = random.several(assets, command === "alphas" ? Math.max(2, count) : count).join(" ");
  const name = command === "describe" ? "series" : command === "compare" || command === "alphas" ? "tickers" : "ticker";
  const factor = command === "describe" ? null : factorOf(random, command, set);
  const factorOption = command === "regress" ? "model" : "factor";
  const typed = [
    `/${command} ${name}:${quoted(tickers)}`,
    factor ? ` ${factorOption}:${quoted(factor)}` : "",
    ownOptions(random, command),
    windowOf(random, set),
    optionsOf(random, command),
  ].join("");
  return { set, typed };
}

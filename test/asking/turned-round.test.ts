import { expect, test } from "vitest";
import { questionReader } from "../../src/asking/question-reader.ts";
import { courseKnowledge } from "./known.ts";

const read = questionReader(courseKnowledge());

test.each([
  // A short position.
  "how much SPY do I buy to hedge a $1m short in WMT",
  "I am short 2 million of MSFT, how do I hedge it",
  "I'm short $1m JPM and market falls 5%",
  "i shorted $500k of KO, how do i hedge that with spy",
  // The asset that is sold is not the one that is hedged.
  "I own $100k of SPY, how much JPM do I short to be market neutral",
  "im short JPM 500k, what do i lose if spy rises 3%",
  // What is hedged does not move with the factor.
  "Assume my beta for a 1M MSFT hedge was 1.0. Market falls 10%. What do I lose despite the hedge?",
  "if SPY falls 3%, how much does my hedged JPM lose",
  "what would my P&L be on $1m msft if the market falls 10% and I'm hedged",
  // The move is the asset's.
  "if JPM rises 3% how much does SPY move",
  "JPM fell 5% today, how much did SPY move",
  "what market move makes MSFT fall 12%",
  "how much should the market fall for JPM to lose 10%",
  // Two moves are not one.
  "if spy gains 2% in one day but wmt actually drops 1%, how much of that is epsilon",
  "xom if market -1% and hml +1% same day, ff3",
  // What is held is no budget.
  "I have $10m in JPM, what is my volatility per month",
  "expected pnl risk adjusted on $10m hedged msft per year",
  "my unhedged MSFT position is $10m, whats the monthly vol",
  "annual vol of a $3m hedged WMT position",
])("%s is not run the other way round, nor offered so", (question) => {
  const found = read(question);
  expect(found.kind).toBe("unsure");
  const offered = found.kind === "unsure" ? found.alternatives.map(({ call }) => call) : [];
  expect(offered.filter(({ command, options }) => ["hedge", "track", "size"].includes(command) && ("move" in options || "budget" in options || /short/u.test(question)) && !question.startsWith("I own"))).toEqual([]);
});

test.each([
  ["and if I am short", "hedge", { ticker: "JPM", amount: "500000" }],
  ["what if it is hedged", "track", { ticker: "JPM", amount: "500000", move: "-5%" }],
])("%s is not the same once more", (question, command, options) => {
  expect(read(question, { call: { command, options: { ...options } }, focus: null, explained: null }).kind).not.toBe("confident");
});

test.each([
  ["what do I lose on $5m of JPM if SPY falls 3%", "track", { ticker: "JPM", amount: "5000000", move: "-3%" }],
  ["how much SPY do I short against $100k of JPM", "hedge", { ticker: "JPM", amount: "100000" }],
  ["hedge 3 million of MSFT", "hedge", { ticker: "MSFT", amount: "3000000" }],
  ["with $1m a year, how big a position in MSFT can I hold", "size", { ticker: "MSFT", budget: "1000000", horizon: "year" }],
  ["my volatility budget is $2m a month, what position in JPM", "size", { ticker: "JPM", budget: "2000000", horizon: "month" }],
  ["if the market falls 10% what does MSFT do", "track", { ticker: "MSFT", move: "-10%" }],
])("%s is read as it is asked", (question, command, options) => {
  const found = read(question);
  expect(found.kind === "confident" && found.reading.call).toMatchObject({ command, options });
});

test("a short position is said to be none that there is a command for", () => {
  for (const question of ["I'm short $2m of JPM, how do I hedge it with SPY", "im short JPM 500k, what do i lose if spy rises 3%"]) expect(read(question)).toMatchObject({ kind: "unsure", isOfShort: true });
  expect(read("what is the weather")).not.toHaveProperty("isOfShort");
});

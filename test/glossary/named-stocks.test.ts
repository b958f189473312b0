import { expect, test } from "vitest";
import { stocksDescribed } from "../../src/glossary/named-stocks.ts";

const stocks = [
  { id: "JPM", names: ["JPMorgan Chase", "JPMorgan", "J.P. Morgan"] },
  { id: "WMT", names: ["Walmart"] },
];

test.each([
  ["a stock can have β = 1.4 and R² = 0.5, as JPM has", ["JPM"]],
  ["for JPM it is half of the variance", ["JPM"]],
  ["Swings more than the market: β above 1. JPMorgan is the course's example.", ["JPM"]],
  ["Swings less than the market. Walmart is the course's example.", ["WMT"]],
  ["WMT at 0.674 is clearly defensive, JPM clearly aggressive.", ["JPM", "WMT"]],
  ["JPM, WMT and SPY are excess returns already.", []],
  ["JPM's regression uses 7,974 rows from 1993-02-01, WMT's the same.", []],
  ["The factor is SPY, an S&P 500 fund, for JPM.", []],
  ["β is 1.4 here. The line is steep. JPM is a bank.", []],
  ["JPMX has β = 2.", []],
])("%s", (text, described) => {
  expect(stocksDescribed([text], stocks)).toEqual(described);
});

test("each text is read by itself", () => {
  expect(stocksDescribed(["β is above 1.", "JPM is a bank."], stocks)).toEqual([]);
});

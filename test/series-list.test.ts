import { expect, it } from "vitest";
import { listItems, listText } from "../src/series-list.ts";

it.each([
  [["JPM"], "JPM"],
  [["JPM", "WMT"], "JPM WMT"],
  [["JPM - WMT"], "JPM - WMT"],
  [["0.6*JPM+0.4*WMT"], "0.6*JPM+0.4*WMT"],
  [["SPY", "JPM - WMT"], "SPY, JPM - WMT"],
  [["JPM - WMT", "2*KO", "MSFT"], "JPM - WMT, 2*KO, MSFT"],
])("%j is one value, and its items again", (ids, text) => {
  expect(listText(ids)).toBe(text);
  expect(listItems(text)).toEqual(ids);
});

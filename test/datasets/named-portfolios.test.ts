import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { datasetsOf } from "../../src/datasets/datasets-of.ts";
import { newestDefinition, readNamedPortfolios, removeNamedPortfolio, storeNamedPortfolio, takeBack } from "../../src/datasets/named-portfolios.ts";
import { findSeriesOrPortfolio, proportionalText } from "../../src/datasets/portfolio.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

const sample = loadDatasets({ sampleFolder: join(import.meta.dirname, "..", "..", "data", "sample") });
if (!sample.ok) throw new Error(JSON.stringify(sample.problem));
const { series } = sample.value;
const at = (second: number) => `2026-11-27T10:00:0${String(second)}.000Z`;

it("keeps the newest definition of a name and the one before for an undo, and removes all of it", () => {
  const folder = temporaryFolder();
  for (const [second, expression] of ["1*JPM+1*WMT", "2*JPM", "3*JPM"].entries()) storeNamedPortfolio(folder, { name: second === 1 ? "tech" : "TECH", expression, definedAt: at(second) });
  expect(readNamedPortfolios(folder)).toEqual([{ name: "TECH", expression: "3*JPM", definedAt: at(2) }]);
  expect(Object.keys(contentsOf(folder))).toHaveLength(2);
  takeBack(folder, newestDefinition(folder)!);
  expect(readNamedPortfolios(folder)).toEqual([{ name: "tech", expression: "2*JPM", definedAt: at(1) }]);
  expect(removeNamedPortfolio(folder, " TECH ")).toMatchObject({ expression: "2*JPM" });
  expect(removeNamedPortfolio(folder, "TECH")).toBeNull();
  expect(contentsOf(folder)).toEqual({});
});

it("leaves out a definition that was cut short or is something else", () => {
  const folder = temporaryFolder();
  for (const [name, text] of [["0123456789abcdef.portfolio.json", '{"name":"A"'], ["1123456789abcdef.portfolio.json", "[]"]] as const) writeFileSync(join(folder, name), text);
  expect(readNamedPortfolios(folder)).toEqual([]);
});

it("is a series of its name wherever one is looked for, also inside an expression", () => {
  const datasets = datasetsOf(series, [], [{ name: "TECH", expression: "0.5*AAPL+0.5*MSFT" }]);
  const found = (text: string) => {
    const one = findSeriesOrPortfolio(text, datasets);
    if (!one.ok) throw new Error(JSON.stringify(one.problem));
    return one.value;
  };
  expect(found("tech")).toMatchObject({ id: "TECH", kind: "total", holdings: [{ weight: 0.5, series: { id: "AAPL" } }, { weight: 0.5, series: { id: "MSFT" } }] });
  expect([...found("TECH").values.slice(0, 5)]).toEqual([...found("0.5*AAPL+0.5*MSFT").values.slice(0, 5)]);
  expect(found("TECH - 0.5*AAPL").holdings?.map(({ series: { id }, weight }) => [id, weight])).toEqual([["MSFT", 0.5]]);
  expect(found("2*TECH").id).toBe("2*TECH");
  expect(findSeriesOrPortfolio("TECH-0.5*AAPL-0.5*MSFT", datasets)).toMatchObject({ ok: false, problem: { reason: "empty" } });
});

it("says which part of it is no longer loaded", () => {
  const datasets = datasetsOf(series, [], [{ name: "OLD", expression: "0.5*GONE+0.5*MSFT" }]);
  expect(findSeriesOrPortfolio("OLD", datasets)).toMatchObject({ ok: false, problem: { kind: "unreadable-portfolio", reason: "unknown-name", at: "GONE" } });
});

it("gives way to a series of that name", () => {
  const datasets = datasetsOf(series, [], [{ name: "jpm", expression: "2*WMT" }]);
  expect(findSeriesOrPortfolio("JPM", datasets)).toMatchObject({ ok: true, value: { id: "JPM" } });
  expect(findSeriesOrPortfolio("3*JPM", datasets)).toMatchObject({ ok: true, value: { holdings: [{ weight: 3, series: { id: "JPM" } }] } });
});

it("has one spelling for a portfolio and its multiples, in any order", () => {
  const datasets = datasetsOf(series);
  const textOf = (text: string) => {
    const one = findSeriesOrPortfolio(text, datasets);
    return one.ok && one.value.holdings ? proportionalText(one.value.holdings) : "";
  };
  expect(["0.6*JPM+0.4*WMT", "4*WMT+6*JPM", "-3*JPM-2*WMT"].map(textOf)).toEqual(Array(3).fill("0.6*JPM+0.4*WMT"));
  expect(["JPM - WMT", "2*WMT-2*JPM"].map(textOf)).toEqual(["JPM - WMT", "JPM - WMT"]);
});

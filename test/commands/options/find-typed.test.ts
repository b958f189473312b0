import { afterAll, describe, expect, it } from "vitest";
import { findTyped } from "../../../src/commands/options/find-typed.ts";
import { openAsking } from "../asking.ts";

const asking = openAsking();
afterAll(() => asking.close());
const found = (text: string): unknown => {
  const series = findTyped(text, asking.world);
  return series.ok ? series.value.id : series.problem;
};

describe("findTyped", () => {
  it.each([
    ["tsla", "TSLA"],
    ["tesla", "TSLA"],
    ["Tesla Motors", "TSLA"],
    ["APPLE", "AAPL"],
    ["Apple Inc.", "AAPL"],
    ["brk.b", "BRK-B"],
    ["Pfizer Inc", "PFE"],
    ["0.5*JPM+0.5*WMT", "0.5*JPM+0.5*WMT"],
  ])("reads %s as %s", (typed, id) => {
    expect(found(typed)).toBe(id);
  });

  it("names a company without data, with loaded ones of its sector before others", () => {
    expect(found("boeing")).toMatchObject({ kind: "unknown-series", asked: "boeing", nearest: [], company: { ticker: "BA", name: "Boeing" }, examples: ["GE", "SPY", "WMT", "JPM"] });
    expect(found("ba")).toMatchObject({ company: { ticker: "BA" } });
  });

  it("asks which company is meant where several have the name", () => {
    expect(found("Morgan")).toMatchObject({
      kind: "ambiguous-name",
      companies: [
        { ticker: "JPM", isLoaded: true },
        { ticker: "MS", isLoaded: false },
      ],
    });
  });

  it("knows no company of a name that is nobody's", () => {
    expect(found("NOSUCH")).toEqual(expect.not.objectContaining({ company: expect.anything() as unknown }));
  });
});

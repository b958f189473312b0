import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestIds } from "../../src/datasets/nearest-ids.ts";
import { spellingDistance } from "../../src/spelling-distance.ts";

const known = [
  { id: "SPY", name: "SPDR S&P 500 ETF" },
  { id: "WMT", name: "Walmart" },
  { id: "JPM", name: "JPMorgan Chase" },
  { id: "MSFT", name: "Microsoft" },
  { id: "Mkt-RF", name: "Market minus the risk-free rate" },
  { id: "SMB", name: "Size" },
  { id: "RF", name: "Risk-free rate" },
];

describe("nearestIds", () => {
  it.each([
    ["JMP", ["JPM"]],
    ["jp", ["JPM"]],
    ["MSTF", ["MSFT"]],
    ["walmart", ["WMT"]],
    ["Microsoft", ["MSFT"]],
    ["mktrf", ["Mkt-RF"]],
    ["Mkt", ["Mkt-RF"]],
    ["SPX", ["SPY"]],
  ])("for %s offers %j", (asked, nearest) => expect(nearestIds(asked, known)).toEqual(nearest));

  it.each(["TSLA", "Z", "", "🙂🙂", "a".repeat(500)])("offers nothing for %j, which is near nothing", (asked) =>
    expect(nearestIds(asked, known)).toEqual([]),
  );

  it("offers three at most, the nearest first", () => {
    const many = ["ABCX", "ABCY", "ABCZ", "ABCD1", "ABXY"].map((id) => ({ id, name: id }));
    const nearest = nearestIds("ABCD", many);
    expect(nearest).toHaveLength(3);
    expect(nearest[0]).toBe("ABCX");
  });
});

describe("spellingDistance", () => {
  it("counts a swap of neighbours as one mistake", () => {
    expect(spellingDistance("jmp", "jpm")).toBe(1);
    expect(spellingDistance("spy", "spyy")).toBe(1);
    expect(spellingDistance("", "spy")).toBe(3);
  });

  it("is symmetric, and zero for equal words only", () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(spellingDistance(a, b)).toBe(spellingDistance(b, a));
        expect(spellingDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

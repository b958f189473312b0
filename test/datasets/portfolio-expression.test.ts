import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePortfolio, portfolioText } from "../../src/datasets/portfolio-expression.ts";

const ids = ["JPM", "WMT", "AAPL", "MSFT", "NVDA", "Mkt-RF", "RF", "BRK-B", "B", "SPY", "JPM@excess", "^GSPC", "600519.SS", "T"];
const read = (text: string): string => {
  const parsed = parsePortfolio(text, ids);
  return parsed.ok ? parsed.value.map(({ id, weight }) => `${String(Number(weight.toPrecision(6)))} ${id}`).join(", ") : `${parsed.problem.reason}: ${parsed.problem.at}`;
};

describe("parsePortfolio", () => {
  it.each([
    ["0.6*JPM+0.4*WMT", "0.6 JPM, 0.4 WMT"],
    ["0.6 * jpm + 0.4 * wmt", "0.6 JPM, 0.4 WMT"],
    [".6 JPM + .4 WMT", "0.6 JPM, 0.4 WMT"],
    ["JPM*0.6+WMT*0.4", "0.6 JPM, 0.4 WMT"],
    ["60% JPM 40% WMT", "0.6 JPM, 0.4 WMT"],
    ["60% JPM, 40% WMT", "0.6 JPM, 0.4 WMT"],
    ["60% of JPM and 40% of WMT", "0.6 JPM, 0.4 WMT"],
    ["JPM - WMT", "1 JPM, -1 WMT"],
    ["JPM-WMT", "1 JPM, -1 WMT"],
    ["JPM−WMT", "1 JPM, -1 WMT"],
    ["-JPM+2WMT", "-1 JPM, 2 WMT"],
    ["(AAPL+MSFT+NVDA)/3", "0.333333 AAPL, 0.333333 MSFT, 0.333333 NVDA"],
    ["1/3*(AAPL+MSFT+NVDA)", "0.333333 AAPL, 0.333333 MSFT, 0.333333 NVDA"],
    ["0.5(JPM+WMT)-Mkt-RF", "0.5 JPM, 0.5 WMT, -1 Mkt-RF"],
    ["BRK-B - JPM", "1 BRK-B, -1 JPM"],
    ["BRK-B-B", "1 BRK-B, -1 B"],
    ["JPM+JPM", "2 JPM"],
    ["2*(JPM-(WMT-T))", "2 JPM, -2 WMT, 2 T"],
    ["0.5*^GSPC+0.5*600519.SS", "0.5 ^GSPC, 0.5 600519.SS"],
    ["JPM@excess - JPM", "1 JPM@excess, -1 JPM"],
    ["JPM/2", "0.5 JPM"],
  ])("reads %s", (text, right) => {
    expect(read(text)).toBe(right);
  });

  it.each([
    ["0.6*JPM+0.4*TSLA", "unknown-name: TSLA"],
    ["BRK - JPM", "unknown-name: BRK"],
    ["JPM WMT", "unreadable: WMT"],
    ["0.6*JPM+", "unreadable: "],
    ["(JPM+WMT", "unreadable: "],
    ["JPM*WMT", "unreadable: "],
    ["JPM/WMT", "unreadable: "],
    ["JPM/0", "unreadable: "],
    ["JPM+0.5", "number-alone: 0.5"],
    ["60% 40%", "number-alone: 1"],
    ["JPM-JPM", "empty: JPM-JPM"],
    ["1e3*JPM", "unknown-name: 1e3"],
    ["JPM)", "unreadable: )"],
  ])("refuses %s", (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it("takes ten holdings and no more", () => {
    const many = Array.from({ length: 11 }, (_, index) => `A${String(index)}`);
    const sum = (count: number) => parsePortfolio(many.slice(0, count).join("+"), many);
    expect(sum(10).ok).toBe(true);
    expect(sum(11)).toMatchObject({ ok: false, problem: { reason: "too-many", at: "11" } });
  });

  it("writes equal parts as they are typed, where no decimal gives them", () => {
    const again = (text: string): string => {
      const parsed = parsePortfolio(text, ["AAPL", "MSFT", "NVDA", "JPM"]);
      return parsed.ok ? portfolioText(parsed.value) : parsed.problem.reason;
    };
    expect(["(AAPL+MSFT+NVDA)/3", "AAPL/3 + MSFT/3 + NVDA/3", "1/3*(AAPL+MSFT+NVDA)"].map(again)).toEqual(["(AAPL+MSFT+NVDA)/3", "(AAPL+MSFT+NVDA)/3", "(AAPL+MSFT+NVDA)/3"]);
    expect(["(AAPL+MSFT+NVDA+JPM)/4", "(AAPL+MSFT)/2", "0.333*AAPL+0.333*MSFT+0.333*NVDA", "0.3*AAPL+0.7*MSFT"].map(again)).toEqual(["0.25*AAPL+0.25*MSFT+0.25*NVDA+0.25*JPM", "0.5*AAPL+0.5*MSFT", "0.333*AAPL+0.333*MSFT+0.333*NVDA", "0.3*AAPL+0.7*MSFT"]);
    expect(again(again("(AAPL+MSFT+NVDA)/3"))).toBe("(AAPL+MSFT+NVDA)/3");
  });

  it.each([
    ["JPM-WMT", "JPM - WMT"],
    ["1*JPM - 1*WMT", "JPM - WMT"],
    ["-WMT+JPM", "JPM - WMT"],
    ["JPM+2*WMT-0.5*T", "JPM + 2*WMT - 0.5*T"],
    ["BRK-B-B", "BRK-B - B"],
    ["JPM+WMT", "1*JPM+1*WMT"],
    ["0.6*JPM + 0.4*WMT", "0.6*JPM+0.4*WMT"],
    ["-JPM", "-1*JPM"],
    ["-JPM-WMT", "-1*JPM-1*WMT"],
  ])("writes %s as %s", (text, written) => {
    const parsed = parsePortfolio(text, ids);
    expect(parsed.ok && portfolioText(parsed.value)).toBe(written);
  });

  it("reads its own spelling of any portfolio again, what is held first, and a blank is in it only around a minus", () => {
    const weight = fc.double({ min: -5, max: 5, noNaN: true }).filter((value) => Math.abs(value) > 1e-6).map((value) => Number(value.toPrecision(6)));
    const holdings = fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), weight: fc.oneof(weight, fc.constantFrom(1, -1, 0.5)) }), { minLength: 1, maxLength: 10, selector: ({ id }) => id });
    fc.assert(
      fc.property(holdings, (written) => {
        const text = portfolioText(written);
        expect(/\s/u.test(text)).toBe(text.includes(" - "));
        expect(text).not.toMatch(/(?:^|[\s-])1\*.* - | - 1\*/u);
        const again = parsePortfolio(text, ids);
        expect(again.ok && again.value).toEqual([...written].sort((one, other) => Math.sign(other.weight) - Math.sign(one.weight)));
      }),
    );
  });

  it("answers to any text", () => {
    const part = fc.constantFrom(...ids, "0.5", "%", "*", "+", "-", "/", "(", ")", " ", ".", "e", "1e9", "…");
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), (parts) => void parsePortfolio(parts.join(""), ids)), { numRuns: 2_000 });
  });
});

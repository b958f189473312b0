import { expect, test } from "vitest";
import type { PositionSize } from "../../../src/engine/position-size.ts";
import { sizeReply } from "../../../src/render/replies/size.ts";
import { madeUpFit, madeUpSample } from "../made-up-fit.ts";
import { madeUpSize } from "../made-up-size.ts";
import { linesOf, madeUpContext, replyText, titleOf } from "../reply-text.ts";

const month = madeUpSize();
const year = madeUpSize({
  budget: { dollars: 1_000_000, horizon: "year" },
  unhedged: { ...month.unhedged, dollars: 2_886_836 },
  hedged: { ...month.hedged, dollars: 3_925_000, volatility: 0.255 },
});
const answer = (size: PositionSize, other: PositionSize) =>
  sizeReply({ fit: madeUpFit({ asset: "MSFT" }), size, otherHorizon: other }, madeUpContext("size", { options: { ticker: "MSFT", budget: "1M", horizon: "month", factor: "Mkt-RF" } }));

test("unhedged dollars stand behind Unhedged, hedged dollars behind Hedged, and not the other way round", () => {
  const reply = answer(month, year);
  expect(titleOf(reply)).toBe("MSFT for $1,000,000 a month: $10.0M, hedged $13.6M");
  const lines = linesOf(reply);
  expect(lines[0]).toBe("**Unhedged: $10,000,000** of MSFT · σ = 10.00% a month (34.64% a year)");
  expect(lines[1]).toBe("Expected P&L a year (×252): **$1,880,000** total, **$900,000** risk-adjusted (x · α), 95% interval $150,000 to $1,650,000");
  expect(lines[3]).toBe("**Hedged: $13,600,000** of MSFT with $16,157,000 of Mkt-RF sold short · σ(ε) = 7.360% a month (25.50% a year)");
  expect(lines[4]).toBe("Expected P&L a year (×252): **$1,224,001**, all of it α, 95% interval −$204,000 to $2,244,000");
  expect(lines[7]).toBe("The same $1,000,000 as a budget for a year (√252): $2,886,836 unhedged, $3,925,000 hedged.");
});

test("a hedge below 0 dollars is sold short, at 0 and above it is bought", () => {
  const hedged = (dollars: number, more: PositionSize["hedged"]["hedges"] = []) =>
    linesOf(answer({ ...month, hedged: { ...month.hedged, hedges: [{ factor: "Mkt-RF", dollars }, ...more] } }, year))[3];
  const ends = "· σ(ε) = 7.360% a month (25.50% a year)";
  expect(hedged(-20)).toBe(`**Hedged: $13,600,000** of MSFT with $20 of Mkt-RF sold short ${ends}`);
  expect(hedged(0)).toBe(`**Hedged: $13,600,000** of MSFT with $0 of Mkt-RF bought ${ends}`);
  expect(hedged(20, [{ factor: "HML", dollars: -30 }])).toBe(`**Hedged: $13,600,000** of MSFT with $20 of Mkt-RF bought and $30 of HML sold short ${ends}`);
});

test("a year's budget needs one volatility, a day's and a month's are said with the year's", () => {
  expect(linesOf(answer(year, month))[0]).toBe("**Unhedged: $2,886,836** of MSFT · σ = 34.64% a year");
  expect(linesOf(answer(madeUpSize({ budget: { dollars: 1_000_000, horizon: "day" } }), year))[0]).toBe("**Unhedged: $10,000,000** of MSFT · σ = 10.00% a day (34.64% a year)");
});

test("the other budget is named with the root that it takes", () => {
  const other = (horizon: "day" | "month") => linesOf(answer(year, { ...month, budget: { dollars: 1_000_000, horizon } }))[7];
  expect(other("month")).toBe("The same $1,000,000 as a budget for a month (√21): $10,000,000 unhedged, $13,600,000 hedged.");
  expect(other("day")).toBe("The same $1,000,000 as a budget for a day (√1): $10,000,000 unhedged, $13,600,000 hedged.");
});

test("the root is that of the rows' own frequency", () => {
  const other = (frequency: "monthly" | "annual") => {
    const fit = madeUpFit({ sample: { ...madeUpSample, frequency } });
    const lines = linesOf(sizeReply({ fit, size: year, otherHorizon: month }, madeUpContext("size")));
    return [lines[7], lines.at(-1)].join("\n");
  };
  expect(other("monthly")).toContain("as a budget for a month (√1):");
  expect(other("monthly")).toContain("a month's (√1) or a year's (√12)?");
  expect(other("annual")).toContain("as a budget for a month (√(1/12)):");
});

test("the chapter's misprint is explained where the month's hedged volatility is the one it prints, and nowhere else", () => {
  // What stands between the other budget and the hint.
  const printed = (size: PositionSize, other: PositionSize) => linesOf(answer(size, other)).slice(8, -2);
  const explained =
    '**As printed** (6.8.3): "Hedged vol (annual): 0.0736". **As consistent**: it was made with √21, so 0.0736 is a month\'s; a year\'s is 0.2550 by that rounded figure (× √12), 0.2550 by the data. $13.6M hedged fits $1,000,000 a month; $1,000,000 a year gives $3.93M.';
  const withVolatility = (volatility: number) => ({ ...month, hedged: { ...month.hedged, volatility } });
  expect(printed(month, year)).toEqual(["", explained]);
  expect(printed(year, month)).toEqual(["", explained]);
  expect(printed(withVolatility(0.07364), year)).toEqual(["", explained]);
  expect(printed(withVolatility(0.07366), year)).toEqual([]);
  expect(printed(month, { ...year, budget: { dollars: 1_000_000, horizon: "day" } })).toEqual([]);
  expect(printed({ ...month, budget: { dollars: 1_000_000, horizon: "day" } }, year)).toEqual([]);
});

test("the whole reply", () => {
  expect(replyText(answer(month, year))).toMatchInlineSnapshot(`
    "# MSFT for $1,000,000 a month: $10.0M, hedged $13.6M (#0072b2)
    **Unhedged: $10,000,000** of MSFT · σ = 10.00% a month (34.64% a year)
    Expected P&L a year (×252): **$1,880,000** total, **$900,000** risk-adjusted (x · α), 95% interval $150,000 to $1,650,000

    **Hedged: $13,600,000** of MSFT with $16,157,000 of Mkt-RF sold short · σ(ε) = 7.360% a month (25.50% a year)
    Expected P&L a year (×252): **$1,224,001**, all of it α, 95% interval −$204,000 to $2,244,000

    Without its factor risk the same budget carries **1.360 times** the position: 1/√(1 − R²), R² = 0.497.
    The same $1,000,000 as a budget for a year (√252): $2,886,836 unhedged, $3,925,000 hedged.

    **As printed** (6.8.3): "Hedged vol (annual): 0.0736". **As consistent**: it was made with √21, so 0.0736 is a month's; a year's is 0.2550 by that rounded figure (× √12), 0.2550 by the data. $13.6M hedged fits $1,000,000 a month; $1,000,000 a year gives $3.93M.

    💡 Say the period with every volatility and every budget: is yours a month's (√21) or a year's (√252)? Which of the two P&Ls would you be paid for?
    _MSFT ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    shows attachment://positions.png
    picture positions.png: Bars for $1,000,000 of volatility a month: MSFT $10.0M unhedged, $13.6M hedged (1.36 times). Expected P&L a year, total: $1.88M unhedged, $1.22M hedged; risk-adjusted: $900K unhedged, $1.22M hedged.
    [Budget for a year] /size ticker:MSFT budget:1M horizon:year factor:Mkt-RF
    [Hedge it] /hedge ticker:MSFT factor:Mkt-RF
    [Show the code] /size ticker:MSFT budget:1M horizon:month factor:Mkt-RF show:code
    [Explain] /explain topic:position-size ticker:MSFT
    [Copy recipe] /size ticker:MSFT budget:1M horizon:month factor:Mkt-RF show:recipe
    for everyone; result: fit, size, other"
  `);
});

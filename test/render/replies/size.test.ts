import { expect, test } from "vitest";
import type { PositionInference, PositionInterval } from "../../../src/engine/position-inference.ts";
import type { PositionSize } from "../../../src/engine/position-size.ts";
import { sizeReply } from "../../../src/render/replies/size.ts";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import type { RobustPair } from "../../../src/render/robust.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";
import { madeUpSize } from "../made-up-size.ts";
import { linesOf, madeUpContext, replyText, titleOf, withMore } from "../reply-text.ts";

const month = madeUpSize();
const year = madeUpSize({
  budget: { dollars: 1_000_000, horizon: "year" },
  unhedged: { ...month.unhedged, dollars: 2_886_836 },
  hedged: { ...month.hedged, dollars: 3_925_000, volatility: 0.255 },
});
const sized = (dollars: number, low: number, high: number): PositionInterval => ({
  dollars, interval: [low, high], logVolatility: madeUpEstimate("ln σ", -4, 0.1), stretches: [0.01, 0.02, 0.015, 0.025], sample: madeUpSample, inference: classical,
});
const intervals = { unhedged: sized(10_000_000, 8_100_000, 12_345_678), hedged: sized(13_600_000, 11_000_000, 16_810_000) };
const answer = (size: PositionSize, other: PositionSize, pair: RobustPair = { fit: madeUpFit({ asset: "MSFT" }), robust: null }, inference: PositionInference | null = intervals) =>
  withMore((context) => sizeReply({ ...pair, size, inference, rowsNeeded: size.sample.observations < 2016 ? 2016 : null, otherHorizon: other }, context), madeUpContext("size", { options: { ticker: "MSFT", budget: "1M", horizon: "month", factor: "Mkt-RF" } }));

test("unhedged dollars stand behind Unhedged, hedged dollars behind Hedged, and not the other way round", () => {
  const reply = answer(month, year);
  expect(titleOf(reply)).toBe("MSFT for $1,000,000 a month: $10.0M, hedged $13.6M");
  const lines = linesOf(reply);
  expect(lines[0]).toBe("**Unhedged: $10,000,000** of MSFT · 95% interval $8,100,000 to $12,300,000");
  expect(lines[1]).toBe("P&L a year (×252): **$1,880,000** total; risk-adjusted (x · α) **$900,000**");
  expect(lines).toContain("Unhedged, the risk-adjusted P&L's 95% interval is $150,000 to $1,650,000");
  expect(lines[3]).toBe("**Hedged: $13,600,000** of MSFT with $16,157,000 of Mkt-RF sold short · 95% interval $11,000,000 to $16,800,000");
  expect(lines[4]).toBe("P&L a year (×252): **$1,224,001**, all of it α, 95% interval −$200,000 to $2,240,000");
  expect(lines).toContain("Unhedged σ = 10.00% a month (a day's × √21; 34.64% a year); hedged σ(ε) = 7.360% a month (a day's × √21; 25.50% a year)");
  expect(lines).toContain("The same $1,000,000 as a budget for a year (√252): $2,886,836 unhedged, $3,925,000 hedged.");
});

test("where the positions have no interval the reply says what one takes, and where they have, what it rests on", () => {
  const size = (observations: number): PositionSize => ({ ...month, sample: { ...madeUpSample, observations } });
  const lines = (observations: number, inference: PositionInference | null) => linesOf(answer(size(observations), year, undefined, inference));
  expect(lines(2015, null)[0]).toBe("**Unhedged: $10,000,000** of MSFT");
  expect(lines(2015, null)).toContain("-# An interval of a position takes 2,016 days, as volatility comes in spells: here are 2,015.");
  expect(lines(2016, null)).toContain("-# The positions have no interval: what is sized stands still for a stretch of MSFT's rows.");
  expect(lines(2015, null)).toContain("The intervals of P&L are those of α, the position taken as it is.");
  expect(lines(2016, intervals)).toContain(
    "In four stretches of the rows, one after the other, σ was 15.9%, 31.7%, 23.8%, 39.7% a year and σ(ε) 15.9%, 31.7%, 23.8%, 39.7%. The intervals of the positions rest on how far apart they are.",
  );
  expect(lines(2016, intervals).join("\n")).not.toMatch(/takes 2,016|stands still/u);
});

test("a hedge below 0 dollars is sold short, at 0 and above it is bought", () => {
  const hedged = (dollars: number, more: PositionSize["hedged"]["hedges"] = []) =>
    linesOf(answer({ ...month, hedged: { ...month.hedged, hedges: [{ factor: "Mkt-RF", dollars }, ...more] } }, year))[3]?.split(" · ")[0];
  expect(hedged(-20)).toBe("**Hedged: $13,600,000** of MSFT with $20 of Mkt-RF sold short");
  expect(hedged(0)).toBe("**Hedged: $13,600,000** of MSFT with $0 of Mkt-RF bought");
  expect(hedged(20, [{ factor: "HML", dollars: -30 }])).toBe("**Hedged: $13,600,000** of MSFT with $20 of Mkt-RF bought and $30 of HML sold short");
});

test("a year's budget needs one volatility, a day's and a month's are said with the year's", () => {
  const line = (size: PositionSize, other: PositionSize) => linesOf(answer(size, other)).find((each) => each.startsWith("Unhedged σ"));
  expect(line(year, month)).toMatch(/^Unhedged σ = 34\.64% a year \(a day's × √252\); /u);
  expect(line(madeUpSize({ budget: { dollars: 1_000_000, horizon: "day" } }), year)).toMatch(/^Unhedged σ = 10\.00% a day \(34\.64% a year\); /u);
});

test("the other budget is named with the root that it takes", () => {
  const other = (horizon: "day" | "month") => linesOf(answer(year, { ...month, budget: { dollars: 1_000_000, horizon } }));
  expect(other("month")).toContain("The same $1,000,000 as a budget for a month (√21): $10,000,000 unhedged, $13,600,000 hedged.");
  expect(other("day")).toContain("The same $1,000,000 as a budget for a day (√1): $10,000,000 unhedged, $13,600,000 hedged.");
});

test("the profit beyond the factors' share is told apart from 0 below p = 0.05 of the errors that decide", () => {
  const line = (value: number, pValue: number, robust: FactorFit | null = null) =>
    linesOf(answer(month, year, { fit: madeUpFit({ alpha: madeUpEstimate("alpha", value, 0.0001, { pValue }) }), robust })).find((each) => /risk-adjusted P&L \(α/u.test(each));
  expect(line(0.0002, 0.0499)).toBe("The risk-adjusted P&L (α's part) is above 0 by more than these rows' noise (p = 0.0499).");
  expect(line(-0.0002, 0.0499)).toBe("The risk-adjusted P&L (α's part) is below 0 by more than these rows' noise (p = 0.0499).");
  expect(line(0.0002, 0.05)).toBe("The rows don't tell the risk-adjusted P&L (α's part) apart from 0 (p = 0.050).");
  expect(line(0.0002, 0.01, madeUpFit({ alpha: madeUpEstimate("alpha", 0.0002, 0.0002, { pValue: 0.3 }) }))).toBe("The rows don't tell the risk-adjusted P&L (α's part) apart from 0 (p = 0.300).");
});

test("the root is that of the rows' own frequency", () => {
  const other = (frequency: "monthly" | "annual") => {
    const fit = madeUpFit({ sample: { ...madeUpSample, frequency } });
    return linesOf(answer(year, month, { fit, robust: null })).join("\n");
  };
  expect(other("monthly")).toContain("as a budget for a month (√1):");
  expect(other("monthly")).toContain("here both are a year's (√12).");
  expect(other("annual")).toContain("as a budget for a month (√(1/12)):");
});

test("the chapter's misprint is explained where the month's hedged volatility is the one it prints, and nowhere else", () => {
  const printed = (size: PositionSize, other: PositionSize) => linesOf(answer(size, other)).filter((line) => line.includes("As printed"));
  const explained =
    '**As printed** (6.8.3): "Hedged vol (annual): 0.0736". **As consistent**: it was made with √21, so 0.0736 is a month\'s; a year\'s is 0.2550 by that rounded figure (× √12), 0.2550 by the data. $13.6M hedged fits $1,000,000 a month; $1,000,000 a year gives $3.93M.';
  const withVolatility = (volatility: number) => ({ ...month, hedged: { ...month.hedged, volatility } });
  expect(printed(month, year)).toEqual([explained]);
  expect(printed(year, month)).toEqual([explained]);
  expect(printed(withVolatility(0.07364), year)).toEqual([explained]);
  expect(printed(withVolatility(0.07366), year)).toEqual([]);
  expect(printed(month, { ...year, budget: { dollars: 1_000_000, horizon: "day" } })).toEqual([]);
  expect(printed({ ...month, budget: { dollars: 1_000_000, horizon: "day" } }, year)).toEqual([]);
});

test("the whole reply", () => {
  expect(replyText(answer(month, year))).toMatchInlineSnapshot(`
    "# MSFT for $1,000,000 a month: $10.0M, hedged $13.6M (#0072b2)
    **Unhedged: $10,000,000** of MSFT · 95% interval $8,100,000 to $12,300,000
    P&L a year (×252): **$1,880,000** total; risk-adjusted (x · α) **$900,000**

    **Hedged: $13,600,000** of MSFT with $16,157,000 of Mkt-RF sold short · 95% interval $11,000,000 to $16,800,000
    P&L a year (×252): **$1,224,001**, all of it α, 95% interval −$200,000 to $2,240,000
    [More]
    Unhedged σ = 10.00% a month (a day's × √21; 34.64% a year); hedged σ(ε) = 7.360% a month (a day's × √21; 25.50% a year)
    Unhedged, the risk-adjusted P&L's 95% interval is $150,000 to $1,650,000
    Without its factor risk the same budget carries **1.360 times** the position: 1/√(1 − R²), R² = 0.497.
    **As printed** (6.8.3): "Hedged vol (annual): 0.0736". **As consistent**: it was made with √21, so 0.0736 is a month's; a year's is 0.2550 by that rounded figure (× √12), 0.2550 by the data. $13.6M hedged fits $1,000,000 a month; $1,000,000 a year gives $3.93M.
    The same $1,000,000 as a budget for a year (√252): $2,886,836 unhedged, $3,925,000 hedged.
    The intervals of P&L are those of α, the position taken as it is; those of the positions are of σ, which is estimated too.
    In four stretches of the rows, one after the other, σ was 15.9%, 31.7%, 23.8%, 39.7% a year and σ(ε) 15.9%, 31.7%, 23.8%, 39.7%. The intervals of the positions rest on how far apart they are.
    The rows don't tell the risk-adjusted P&L (α's part) apart from 0 (p = 0.382).

    💡 Say the period with every volatility and every budget: is yours a month's (√21) or a year's (√252)? Which of the two P&Ls would you be paid for?
    _MSFT ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://positions.png
    picture positions.png: Bars for $1,000,000 of volatility a month: MSFT $10.0M unhedged, $13.6M hedged (1.36 times). Expected P&L a year, total: $1.88M unhedged, $1.22M hedged; risk-adjusted: $900K unhedged, $1.22M hedged.
    [Budget for a year] /size ticker:MSFT budget:1M horizon:year factor:Mkt-RF
    [Hedge it] /hedge ticker:MSFT factor:Mkt-RF
    [More] /size ticker:MSFT budget:1M horizon:month factor:Mkt-RF show:more
    [Show the code] /size ticker:MSFT budget:1M horizon:month factor:Mkt-RF show:code
    [Explain] /explain topic:position-size ticker:MSFT numbers:false
    [Show the code] /size ticker:MSFT budget:1M horizon:month factor:Mkt-RF show:code
    [Get the data] /data get series:"JPM, SPY"
    [Copy recipe] /size ticker:MSFT budget:1M horizon:month factor:Mkt-RF show:recipe
    for everyone; result: fit, size, other, inference"
  `);
});

/**
 * Every interval that a reply prints, with the value it should hold on made-up markets whose volatility clusters: how
 * often it does is its coverage. An entry is a claim that the value lies outside.
 */
import type { Claim } from "./claims.ts";
import { assetNames, factorSize, noiseSize, rateSize, type DrawnMarket, type MadeUpMarket } from "./made-up-market.ts";

/** β = 1.2, an α of 5% and a premium of 10% a year: Sharpe ratios of 0.45 and 0.62. */
const [beta, alpha, premium] = [1.2, 0.0002, 0.0004];
const market: MadeUpMarket = { returns: "clustered", premium, assets: [{ beta, alpha }, { beta, alpha }] };

/** One size of volatility all the time: the slope of one asset on another is then the same in all rows. */
const steady: MadeUpMarket = { ...market, returns: "normal" };

/** A capture ratio is then β. */
const withoutAlpha: MadeUpMarket = { ...market, assets: [{ beta }, { beta }] };

const year = 252;
const systematic = (beta * factorSize) ** 2;
const volatility = Math.sqrt(systematic + noiseSize ** 2);
const average = alpha + beta * premium;
const sharpe = (Math.sqrt(year) * average) / volatility;
const appraisal = (Math.sqrt(year) * alpha) / noiseSize;
const share = systematic / volatility ** 2;
/** Of the variance that a hedge in part leaves. */
const target = 0.2;
const kept = Math.sqrt(((target / (1 - target)) * noiseSize ** 2) / factorSize ** 2);
const budget = 1_000_000;
const [asset, other] = assetNames;

interface PrintedInterval {
  readonly name: string;
  readonly asked: string;
  /** The line that has it: what stands after it. */
  readonly line: RegExp;
  /** A number, or one of the very rows that were drawn. */
  readonly value: number | ((drawn: DrawnMarket) => number);
  /** Of the intervals on the line; the last is the one that the reply judges by. */
  readonly which?: "last";
  /** Where the usual market has no such value, or one that needs the shape of its returns. */
  readonly market?: MadeUpMarket;
}

const more = "show:more";
const ofTheseRows = ({ slopeOfRows }: DrawnMarket): number => slopeOfRows;
const inOtherYears = /^In other years: .*/mu;
const percent = 100;
const printed: readonly PrintedInterval[] = [
  { name: "β, classical", asked: `/beta ${asset}`, line: /^β = .*/mu, value: beta },
  { name: "β, the last on its line", asked: `/beta ${asset}`, line: /^β = .*/mu, value: beta, which: "last" },
  { name: "β, the one that verdicts rest on", asked: `/beta ${asset} ${more}`, line: /Verdicts here rest on .*?: β .*/mu, value: beta },
  { name: "α, classical", asked: `/beta ${asset}`, line: /^α a year .*/mu, value: percent * year * alpha },
  { name: "α, the one that verdicts rest on", asked: `/beta ${asset} ${more}`, line: /Verdicts here rest on .*; α a year .*/mu, value: percent * year * alpha, which: "last" },
  { name: "difference of two β, classical", asked: `/compare ${asset} ${other}`, line: /95% interval .*from the regression of their/mu, value: 0 },
  { name: "difference of two β, the one that verdicts rest on", asked: `/compare ${asset} ${other} ${more}`, line: /Verdicts here rest on .*: difference .*/mu, value: 0 },
  // Of the slope on another asset the market's part is the share of variance: that of these rows, and in the long run.
  { name: "β on another asset, of these rows, the last on its line", asked: `/beta ${asset} factor:${other}`, line: /^β = .*/mu, value: ofTheseRows, which: "last" },
  { name: "β on another asset, of these rows, the one that verdicts rest on", asked: `/beta ${asset} factor:${other} ${more}`, line: /Verdicts here rest on .*?: β .*/mu, value: ofTheseRows },
  { name: "β on another asset, of other years", asked: `/beta ${asset} factor:${other}`, line: inOtherYears, value: share },
  { name: "β on another asset, of other years, volatility of one size", asked: `/beta ${asset} factor:${other}`, line: inOtherYears, value: share, market: steady },
  { name: "hedge with another asset, of other years", asked: `/hedge ${asset} factor:${other}`, line: inOtherYears, value: share },
  // The first of two orthogonal factors is the other asset as it is.
  { name: "β of the first of two orthogonal factors, of these rows, the last on its line", asked: `/regress ${asset} model:"${other} Mkt-RF" orthogonal:true`, line: /^β BBB = .*/mu, value: ofTheseRows, which: "last" },
  { name: "β of the first of two orthogonal factors, of other years", asked: `/regress ${asset} model:"${other} Mkt-RF" orthogonal:true`, line: inOtherYears, value: share },
  { name: "β of the first of two orthogonal factors, the last on its line, volatility of one size", asked: `/regress ${asset} model:"${other} Mkt-RF" orthogonal:true`, line: /^β BBB = .*/mu, value: share, which: "last", market: steady },
  { name: "β of the second of two orthogonal factors, the last on its line", asked: `/regress ${asset} model:"${other} Mkt-RF" orthogonal:true`, line: /^β Mkt-RF-orth = .*/mu, value: beta, which: "last" },
  { name: "β of the second of two orthogonal factors, the last on its line, volatility of one size", asked: `/regress ${asset} model:"${other} Mkt-RF" orthogonal:true`, line: /^β Mkt-RF-orth = .*/mu, value: beta, which: "last", market: steady },
  { name: "E[r]", asked: `/expected ${asset}`, line: /^E\[r\] = .*/mu, value: percent * year * (average + rateSize) },
  { name: "β · E[f]", asked: `/expected ${asset}`, line: /^β · E\[.*/mu, value: percent * year * beta * premium },
  { name: "mean of a tracking portfolio", asked: `/track ${asset}`, line: /^Tracking return β.*/mu, value: percent * year * beta * premium },
  { name: "hedge ratio at a target", asked: `/hedge ${asset} target:20%`, line: /^Sell .*/mu, value: beta - kept },
  { name: "mean hedged at a target", asked: `/hedge ${asset} target:20%`, line: /^Mean = .*/mu, value: percent * year * (alpha + kept * premium) },
  { name: "Sharpe ratio", asked: `/performance ${asset}`, line: /^Sharpe ratio = .*/mu, value: sharpe },
  { name: "appraisal ratio", asked: `/performance ${asset}`, line: /^Hedged = appraisal ratio = .*/mu, value: appraisal },
  { name: "information ratio", asked: `/performance ${asset} ${more}`, line: /^Information ratio.*/mu, value: (Math.sqrt(year) * (alpha + (beta - 1) * premium)) / Math.hypot((beta - 1) * factorSize, noiseSize) },
  { name: "hedged less unhedged Sharpe ratio", asked: `/performance ${asset} ${more}`, line: /^Hedged less unhedged.*/mu, value: appraisal - sharpe },
  { name: "β when the factor rises less β when it falls", asked: `/performance ${asset} ${more}`, line: /^Rose less fell.*/mu, value: 0 },
  { name: "up capture", asked: `/performance ${asset} ${more}`, line: /^Up capture.*/mu, value: beta, market: withoutAlpha },
  { name: "down capture", asked: `/performance ${asset} ${more}`, line: /^Down capture.*/mu, value: beta, market: withoutAlpha },
  { name: "γ, Treynor and Mazuy's timing", asked: `/performance ${asset} ${more}`, line: /^Treynor–Mazuy.*/mu, value: 0 },
  { name: "correlation of two assets", asked: `/describe ${asset} ${other}`, line: /: correlation .*95% interval.*/mu, value: share },
  { name: "position, unhedged", asked: `/size ${asset} 1m`, line: /^Unhedged: .*/mu, value: budget / (volatility * Math.sqrt(21)) },
  { name: "position, hedged", asked: `/size ${asset} 1m`, line: /^Hedged: .*/mu, value: budget / (noiseSize * Math.sqrt(21)) },
  { name: "factor share, R²", asked: `/variance ${asset}`, line: /: factor risk .*95% interval.*/mu, value: percent * share },
  { name: "β of the latest window of 60 rows", asked: `/rolling ${asset} window:60`, line: /^Latest β.*/mu, value: beta },
];

const ends = /([−-]?\$?[\d.,]*\d)%? to ([−-]?\$?[\d.,]*\d)%?/gu;
const numberOf = (text = ""): number => Number(text.replaceAll("−", "-").replaceAll(/[$,]/gu, ""));

function intervalOf(words: string, { line, which }: PrintedInterval): readonly [number, number] | null {
  const [found = ""] = line.exec(words.replaceAll("*", "")) ?? [];
  const match = [...found.slice(found.indexOf("95% interval") + 1).matchAll(ends)].at(which === "last" ? -1 : 0);
  return match ? [numberOf(match[1]), numberOf(match[2])] : null;
}

/** Coverage is one minus the share of samples in which the value is outside. */
export const intervals: readonly Claim[] = printed.map((each) => ({
  name: each.name,
  asked: each.asked,
  isMade: { test: (words) => intervalOf(words, each) !== null },
  said: {
    test: (words, drawn) => {
      const [low, high] = intervalOf(words, each) ?? [-Infinity, Infinity];
      const value = typeof each.value === "number" ? each.value : each.value(drawn);
      return !(value >= low && value <= high);
    },
  },
  whenFalse: each.market ?? market,
  whenTrue: each.market ?? market,
  alternative: "",
}));

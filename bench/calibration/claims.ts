/**
 * Every conclusion that a reply can state of numbers, with a market in which it is false and one in which it is true.
 * A claim is one entry: what is asked, the words by which a reply says it, and the two markets.
 */
import { isoDay } from "../../src/calendar.ts";
import { assetNames, businessDays, type DrawnMarket, type MadeUpAsset, type MadeUpMarket } from "./made-up-market.ts";

export interface Claim {
  /** What is concluded. */
  readonly name: string;
  /** The command, as it is typed; with "show:more" what stands behind that button, MIDDLE for the day of the middle row, SPAN63 for the 63 rows from it on. */
  readonly asked: string;
  /** Words of a reply that say it, and that no reply has which does not; of the market they were said of, where that makes them false. */
  readonly said: { readonly test: (words: string, drawn: DrawnMarket) => boolean };
  /** Words without which a reply is none on the matter, as one with no interval where the rows are too few; left out: every reply is. */
  readonly isMade?: Pick<RegExp, "test">;
  readonly whenFalse: MadeUpMarket;
  readonly whenTrue: MadeUpMarket;
  /** The alternative, for the table. */
  readonly alternative: string;
  /** Where fewer rows than these give no such conclusion by design. */
  readonly fewestRows?: number;
}

const market = (assets: readonly MadeUpAsset[], changes: Partial<MadeUpMarket> = {}): MadeUpMarket => ({ returns: "clustered", premium: 0, assets, ...changes });
const like = (beta: MadeUpAsset["beta"], changes: Partial<MadeUpAsset> = {}): MadeUpAsset => ({ beta, ...changes });
/** 25% a year: an α that days can show. */
const alpha = 0.001;

/** β = 1, no α, no premium, βs that are equal and stay: nearly every conclusion is false here. */
const plain = market([like(1), like(1), like(1), like(1)]);
const twelve = (first: number): MadeUpMarket => market(assetNames.map((_, index) => like(1, { alpha: index === 0 ? first : 0 })));
const plainNormal = market([like(1)], { returns: "normal" });
const unrelated = market([like(0)]);
/** The noise's size is the β of half a variance: 1.1² · 1.36² = 1.5². */
const halfExplained = market([like(1.5 / 1.1), like(1.5 / 1.1)]);

/** β = 0.8, and 1.4 after a share of the rows. */
const changed = (at: number): MadeUpMarket => market([like({ before: 0.8, after: 1.4, at })]);

/** The correlation of two assets with β = 1: 1.1² of 1.1² + 1.5². */
const usualCorrelation = 1.1 ** 2 / (1.1 ** 2 + 1.5 ** 2);

function leavesOutThe35(words: string): boolean {
  const [, low, high] = /AAA and BBB: correlation .*?95% interval (\S+) to (\S+)/u.exec(words.replaceAll("−", "-")) ?? [];
  return low !== undefined && (Number(low) > usualCorrelation || Number(high) < usualCorrelation);
}

/** A date of β's change whose interval does not hold the middle row's. */
function leavesOutTheMiddle(words: string): boolean {
  const rows = Number(/ n = ([\d,]+)/u.exec(words)?.[1]?.replaceAll(",", ""));
  const [, month, earliest = month, latest = month] = /it was in (\d{4}-\d\d) \(95% interval (?:(\d{4}-\d\d) to (\d{4}-\d\d)|within)/u.exec(words) ?? [];
  if (!earliest || !latest) return false;
  const middle = isoDay(businessDays(rows)[rows / 2]!).slice(0, 7);
  return earliest > middle || latest < middle;
}

export const claims: readonly Claim[] = [
  { name: "β is above or below 1", asked: "/beta AAA", said: /is \*\*(?:aggressive|defensive|a hedge)\*\*/u, whenFalse: plain, whenTrue: market([like(1.3)]), alternative: "β = 1.3" },
  { name: "β is not 0", asked: "/beta AAA", said: /is \*\*(?:aggressive|defensive|a hedge)\*\*|sensitivity can't be told apart from the market's own/u, whenFalse: unrelated, whenTrue: market([like(0.3)]), alternative: "β = 0.3" },
  { name: "α is not 0 (/beta)", asked: "/beta AAA", said: /interval of α leaves out 0/u, whenFalse: plain, whenTrue: market([like(1, { alpha })]), alternative: "α = 25% a year" },
  { name: "α is not 0 (/expected)", asked: "/expected AAA", said: /interval leaves out 0/u, whenFalse: plain, whenTrue: market([like(1, { alpha })]), alternative: "α = 25% a year" },
  { name: "not all α are 0", asked: "/alphas AAA BBB CCC DDD", said: /(?:GRS|The joint test) rejects that every/u, whenFalse: plain, whenTrue: market([like(1, { alpha }), like(1), like(1), like(1)]), alternative: "one of four α = 25% a year" },
  { name: "not all of twelve α are 0", asked: `/alphas ${assetNames.join(" ")}`, said: /(?:GRS|The joint test) rejects that every/u, whenFalse: twelve(0), whenTrue: twelve(alpha), alternative: "one of twelve α = 25% a year" },
  { name: "an α of twelve is not 0 (Holm)", asked: `/alphas ${assetNames.join(" ")} show:more`, said: /still differs? from 0/u, whenFalse: twelve(0), whenTrue: twelve(5 * alpha), alternative: "one of twelve α = 126% a year" },
  { name: "one β is above another's", asked: "/compare AAA BBB", said: /moves more with/u, whenFalse: plain, whenTrue: market([like(1.3), like(1)]), alternative: "β = 1.3 and 1" },
  { name: "of three βs, the largest is above the least", asked: "/compare AAA BBB CCC", said: /% more than .+ on average \((?:(?!: too little)[^\n])*\)\./u, whenFalse: plain, whenTrue: market([like(1.3), like(1), like(1)]), alternative: "β = 1.3, 1 and 1" },
  { name: "a correlation is not 0.35 (its interval)", asked: "/describe AAA BBB", said: { test: leavesOutThe35 }, whenFalse: plain, whenTrue: market([like(2), like(2)]), alternative: "it is 0.68", fewestRows: 1000 },
  { name: "hedging changed the Sharpe ratio", asked: "/performance AAA", said: /Hedging \*\*(?:raised|lowered)\*\*/u, whenFalse: plain, whenTrue: market([like(1.3)], { premium: 0.001 }), alternative: "a premium of 25% a year, no α", fewestRows: 60 },
  // With a paid factor the difference is β's error times the premium: a β that is taken as known makes something of it.
  { name: "hedging changed the Sharpe ratio of what has no β", asked: "/performance AAA", said: /Hedging \*\*(?:raised|lowered)\*\*/u, whenFalse: market([like(0)], { premium: 0.001 }), whenTrue: market([like(0.3)], { premium: 0.001 }), alternative: "β = 0.3, no α", fewestRows: 60 },
  { name: "β differs as the factor rises or falls", asked: "/performance AAA show:more", said: /β is higher when it (?:rises|falls)/u, whenFalse: plain, whenTrue: market([like(1, { fallingBeta: 0.5 })]), alternative: "β = 1, and 1.5 on falling days" },
  { name: "β moves with the factor (Treynor–Mazuy)", asked: "/performance AAA show:more", said: /β is higher the more Mkt-RF/u, whenFalse: plain, whenTrue: market([like(1, { fallingBeta: 0.5 })]), alternative: "β = 1, and 1.5 on falling days" },
  { name: "β differs since a day", asked: "/beta AAA split:MIDDLE", said: /: β is (?:higher|lower) since/u, whenFalse: plain, whenTrue: changed(0.5), alternative: "β = 0.8, and 1.4 since that day" },
  { name: "β differs in 63 days", asked: "/beta AAA split:SPAN63", said: /: β is (?:higher|lower) from/u, whenFalse: plain, whenTrue: changed(0.5), alternative: "β = 0.8, and 1.4 since the first of them", fewestRows: 252 },
  { name: "α or β changed on a day (Chow, robust)", asked: "/beta AAA split:MIDDLE show:more", said: /one of them, or both, changed/u, whenFalse: plain, whenTrue: changed(0.5), alternative: "β = 0.8, and 1.4 since that day" },
  { name: "β changed", asked: "/rolling AAA window:30", said: /: β changed\b/u, whenFalse: plain, whenTrue: market([like({ before: 0.8, after: 1.4, at: 0.5 })]), alternative: "β = 0.8, and 1.4 in the second half" },
  { name: "β changed more than once", asked: "/rolling AAA window:30", said: /One date does not tell it/u, whenFalse: changed(0.5), whenTrue: market([like({ before: 0.8, after: 1.6, at: 0.35, until: 0.65 })]), alternative: "β = 0.8, and 1.6 in the middle third", fewestRows: 252 },
  { name: "β did not change in the middle (its date's interval)", asked: "/rolling AAA window:30", said: { test: leavesOutTheMiddle }, whenFalse: changed(0.5), whenTrue: changed(0.35), alternative: "it changed after 35% of the rows", fewestRows: 252 },
  { name: "βs by day, week, month and year disagree", asked: "/frequency AAA", said: /do not all overlap, by eye/u, whenFalse: plain, whenTrue: market([like(1, { lateBeta: 1 })]), alternative: "β = 1, and as much again a day late", fewestRows: 252 },
  { name: "the days around add to β (Dimson)", asked: "/frequency AAA show:more", said: /The days around (?:add to|take from) β/u, whenFalse: plain, whenTrue: market([like(1, { lateBeta: 0.3 })]), alternative: "β = 1, and 0.3 a day late", fewestRows: 252 },
  { name: "a β of several changed", asked: "/rolling AAA factor:\"Mkt-RF BBB\" window:30", said: /: a β changed\b/u, whenFalse: plain, whenTrue: market([like({ before: 0.8, after: 1.4, at: 0.5 }), like(1)]), alternative: "β = 0.8, and 1.4 in the second half", fewestRows: 60 },
  { name: "one factor share is above another's", asked: "/variance AAA BBB", said: /has a larger factor share than/u, whenFalse: halfExplained, whenTrue: market([like(1.5 / 1.1), like(0.7)]), alternative: "R² = 0.5 and 0.2", fewestRows: 2016 },
  { name: "most of the variance is the factor's, or is not", asked: "/variance AAA", said: /^Most of/mu, whenFalse: halfExplained, whenTrue: market([like(0.8)]), alternative: "R² = 0.26", fewestRows: 2016 },
  { name: "residuals go together or reverse", asked: "/residuals AAA show:more", said: /Neighbouring residuals (?:go together|tend to reverse)/u, whenFalse: plain, whenTrue: market([like(1, { autocorrelation: 0.2 })]), alternative: "correlation 0.2" },
  { name: "residuals are not normal", asked: "/residuals AAA", said: /residuals are \*\*not normal\*\*/u, whenFalse: plainNormal, whenTrue: plain, alternative: "t with 6 degrees, clustered" },
  { name: "the noise depends on the factor", asked: "/regress AAA show:more", said: /the noise is not of one size, it depends on/u, whenFalse: plainNormal, whenTrue: market([like(1)], { noiseFollowsFactor: 0.3 }), alternative: "30% more noise per σ of the factor" },
  { name: "a residual resembles the one before (/regress)", asked: "/regress AAA", said: /classical errors: [^.]*neighbouring residuals (?:go together|reverse)/u, whenFalse: plain, whenTrue: market([like(1, { autocorrelation: 0.2 })]), alternative: "correlation 0.2" },
];

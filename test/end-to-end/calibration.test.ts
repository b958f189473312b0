import { afterAll, expect, test } from "vitest";
import { claims } from "../../bench/calibration/claims.ts";
import { claimsByMarket, countClaims, type Count } from "../../bench/calibration/count-claims.ts";
import { madeUpMarket } from "../../bench/calibration/made-up-market.ts";
import { intervals } from "../../bench/calibration/intervals.ts";
import { coverageTableOf, heldTooSeldom, neverSaid, saidTooOften, tableOf } from "../../bench/calibration/table.ts";
import { openAsking } from "../commands/asking.ts";

/** The quick form of `npm run calibration`: few samples, so coarse bounds, that a conclusion said in every sample breaks. */
const { world, close } = openAsking();
afterAll(close);

const rows = 252;

async function countAll(truth: Count["truth"], samples: number): Promise<readonly Count[]> {
  const counts: Count[] = [];
  for (const group of claimsByMarket(claims, truth, rows)) counts.push(...(await countClaims({ kind: "claims", claims: group, truth, rows, seeds: [0, samples] }, claims, world)));
  return counts;
}

test("what is false is said of few made-up samples", async () => {
  const samples = 150;
  const counts = await countAll("whenFalse", samples);
  // 5% and four standard deviations of 150 draws.
  const most = samples * 0.05 + 4 * Math.sqrt(samples * 0.05 * 0.95);
  expect(counts.filter(({ said }) => said > most).map(({ claim }) => claims[claim]!.name)).toEqual([]);
  expect(counts.filter(({ refused }) => refused > 0).map(({ claim }) => claims[claim]!.name)).toEqual([]);
});

test("each conclusion is said of some samples in which it is true, so its words are still those of the reply", async () => {
  expect(neverSaid(claims, await countAll("whenTrue", 40)).map(({ name }) => name)).toEqual([]);
});

test("a made-up market is the same for the same seed, and has the β that it was made with", () => {
  const market = { returns: "clustered", premium: 0, assets: [{ beta: 1.5, noise: 0 }] } as const;
  const of = (seed: number, id: string) => {
    const found = madeUpMarket(market, 300, seed).find(id);
    if (!found.ok) throw new Error(id);
    return found.value.values;
  };
  expect(of(7, "AAA")).toEqual(of(7, "AAA"));
  expect(of(7, "AAA")).not.toEqual(of(8, "AAA"));
  const [asset, factor] = [of(7, "AAA"), of(7, "Mkt-RF")];
  asset.forEach((value, row) => expect(value).toBeCloseTo(1.5 * factor[row]!, 12));
});

test("made-up returns have fat tails and go in clusters, or neither", () => {
  const factorOf = (returns: "clustered" | "normal") => {
    const found = madeUpMarket({ returns, premium: 0, assets: [] }, 20_000, 3).find("Mkt-RF");
    if (!found.ok) throw new Error("Mkt-RF");
    return found.value.values;
  };
  const moment = (values: Float64Array, power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
  const kurtosis = (values: Float64Array) => moment(values, 4) / moment(values, 2) ** 2;
  const clustering = (values: Float64Array) => {
    const squares = values.map((value) => value * value);
    const mean = moment(squares, 1);
    const next = squares.slice(1).reduce((sum, value, row) => sum + (value - mean) * (squares[row]! - mean), 0);
    return next / squares.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };
  expect(kurtosis(factorOf("normal"))).toBeCloseTo(3, 0);
  expect(kurtosis(factorOf("clustered"))).toBeGreaterThan(4);
  expect(Math.abs(clustering(factorOf("normal")))).toBeLessThan(0.03);
  expect(clustering(factorOf("clustered"))).toBeGreaterThan(0.05);
});

test("the table marks what is said too often, and leaves out what no sample could say", () => {
  const count = (said: number, refused = 0): Count => ({ claim: 0, truth: "whenFalse", rows, samples: 5000, said, refused });
  expect(saidTooOften([count(285)])).toEqual([]);
  expect(saidTooOften([count(287)])).toHaveLength(1);
  expect(saidTooOften([count(0, 5000)])).toEqual([]);
  const table = tableOf(claims.slice(0, 1), [count(500), { ...count(800), truth: "whenTrue", samples: 1000 }]);
  expect(table).toContain("| **10.0%** | 80.0% |");
  expect(tableOf(claims.slice(0, 1), [count(0, 5000)])).toContain("| – | – |");
});

test("each printed interval is found in the reply's words, and holds the value in most samples", async () => {
  const [length, samples] = [2016, 12];
  const counts: Count[] = [];
  for (const group of claimsByMarket(intervals, "whenFalse", length)) counts.push(...(await countClaims({ kind: "intervals", claims: group, truth: "whenFalse", rows: length, seeds: [0, samples] }, intervals, world)));
  expect(counts).toHaveLength(intervals.length);
  expect(counts.filter(({ refused }) => refused > 0).map(({ claim }) => intervals[claim]!.name)).toEqual([]);
  // Five misses of twelve are as rare as 2 in 10,000 at 95%, 4 in 1,000 at 90%.
  expect(counts.filter(({ said }) => said > 4).map(({ claim }) => intervals[claim]!.name)).toEqual([]);
}, 120_000);

test("the table of intervals marks what holds the value too seldom, and leaves out what is not printed", () => {
  const count = (said: number, refused = 0): Count => ({ claim: 0, truth: "whenFalse", rows, samples: 1000, said, refused });
  expect(heldTooSeldom([count(122)])).toEqual([]);
  expect(heldTooSeldom([count(123)])).toHaveLength(1);
  expect(coverageTableOf(intervals.slice(0, 1), [count(200)])).toContain("| **80.0%** |");
  expect(coverageTableOf(intervals.slice(0, 1), [count(50)])).toContain("| 95.0% |");
  expect(coverageTableOf(intervals.slice(0, 1), [count(0, 1000)])).toContain("| – |");
});

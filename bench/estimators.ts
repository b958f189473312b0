/**
 * How long each estimator beside the regression itself takes on 9,778 made-up daily rows: the best of its runs, in
 * milliseconds. `npm run bench:estimators`.
 */
import { alphaWald } from "../src/engine/alpha-wald.ts";
import { automaticLags } from "../src/engine/automatic-lags.ts";
import { betaChange } from "../src/engine/beta-change.ts";
import { betaOfStretches } from "../src/engine/beta-of-stretches.ts";
import { captureRatios } from "../src/engine/capture-ratios.ts";
import { correlationInterval } from "../src/engine/correlation-interval.ts";
import { decidingFit } from "../src/engine/deciding-fit.ts";
import { dimsonBeta } from "../src/engine/dimson-beta.ts";
import { drawdowns } from "../src/engine/drawdowns.ts";
import { fitAssets } from "../src/engine/fit-assets.ts";
import { fitFactors } from "../src/engine/fit-factors.ts";
import { grsTest } from "../src/engine/grs-test.ts";
import { marketTiming } from "../src/engine/market-timing.ts";
import { orthogonalFits } from "../src/engine/orthogonal-factors.ts";
import { robustFit } from "../src/engine/robust-fit.ts";
import { robustJointAlpha } from "../src/engine/robust-joint-alpha.ts";
import { rollingMultiple } from "../src/engine/rolling-multiple.ts";
import { xoshiro } from "../src/engine/seeded-random.ts";
import type { Series } from "../src/engine/series.ts";
import { twoPass } from "../src/engine/two-pass.ts";
import { varianceInflation } from "../src/engine/variance-inflation.ts";
import { isoDay } from "../src/calendar.ts";
import type { Outcome } from "../src/outcome.ts";
import { businessDays } from "./calibration/made-up-market.ts";

const rows = 9778;
const draw = xoshiro([1986, 2, 3, 4]);
const normal = (): number => Math.sqrt(-2 * Math.log((draw() + 0.5) / 2 ** 32)) * Math.cos((2 * Math.PI * (draw() + 0.5)) / 2 ** 32);
const days = businessDays(rows);
const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: "daily", days, values });
const returns = (of: (row: number) => number): Float64Array => Float64Array.from({ length: rows }, (_, row) => of(row));

const factors = Array.from({ length: 6 }, (_, place) => series(`F${place + 1}`, returns(() => 0.0003 + 0.011 * normal())));
const market = factors[0]!.values;
const assets = Array.from({ length: 12 }, (_, place) => series(`A${place + 1}`, returns((row) => 0.0002 + (0.5 + 0.1 * place) * market[row]! + 0.016 * normal())));
const [asset] = assets as [Series, ...Series[]];

function value<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

const one = value(fitFactors(asset, factors.slice(0, 1)));
const three = value(fitFactors(asset, factors.slice(0, 3)));
const hac = value(fitAssets(assets, factors.slice(0, 1), { covariance: "hac" })).fits;
const classical = value(fitAssets(assets, factors.slice(0, 1))).fits;
const joint = value(grsTest(assets, factors.slice(0, 1)));
const middle = days[rows / 2]!;

const estimators: readonly (readonly [name: string, task: () => unknown])[] = [
  ["one factor, classical", () => fitFactors(asset, factors.slice(0, 1))],
  ["its HAC errors beside it", () => robustFit(one)],
  ["its errors that verdicts rest on (HC3, Kiefer–Vogelsang)", () => decidingFit(one)],
  ["its β in four stretches, of other years", () => betaOfStretches(one, one.betas[0], one.rows.factors, 0)],
  ["lags by Newey and West (1994)", () => automaticLags(one.rows.residuals, one.rows.factors)],
  ["two parts of the days, Chow robust", () => value(betaChange(one, { first: isoDay(middle), last: isoDay(days.at(-1)!) }))],
  ["Dimson's β, five days around", () => dimsonBeta(one)],
  ["capture ratios", () => captureRatios(one)],
  ["Treynor and Mazuy's timing", () => value(marketTiming(one))],
  ["drawdowns", () => drawdowns(days, asset.values)],
  ["variance inflation of three factors", () => varianceInflation(three)],
  ["three orthogonal factors, all their errors", () => value(orthogonalFits(three, {}))],
  ["rolling β of three factors, windows of 252", () => rollingMultiple(asset.values, factors.slice(0, 3).map(({ values }) => values), 252)],
  ["GRS of twelve assets", () => value(grsTest(assets, factors.slice(0, 1)))],
  ["HAC-robust Wald of twelve α", () => alphaWald(hac)],
  ["joint bootstrap of twelve α", () => robustJointAlpha(classical, joint)],
  ["Fama and MacBeth, twelve assets", () => twoPass(classical)],
  ["correlation of two assets, stretches", () => correlationInterval(asset.values, assets[1]!.values, "daily")],
  ["correlation of 466 months, jackknife and cosines", () => correlationInterval(asset.values.subarray(0, 466), assets[1]!.values.subarray(0, 466), "monthly")],
];

console.log(`${rows} rows, Node ${process.versions.node}; milliseconds, best of the runs\n`);
for (const [name, task] of estimators) {
  if (task() === null) throw new Error(`${name} gives nothing`);
  let best = Infinity;
  const until = performance.now() + 400;
  for (let run = 0; run < 5 || (run < 300 && performance.now() < until); run++) {
    const start = performance.now();
    task();
    best = Math.min(best, performance.now() - start);
  }
  console.log(`${name}: ${best.toFixed(best < 10 ? 3 : 0)}`);
}

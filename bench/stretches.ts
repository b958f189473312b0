/**
 * How often an import would accuse a healthy series of a stretch that is shifted, dead or in another unit, and how often
 * it finds one that is: by kind of series, 2,520 days each, all made up. `npm run bench:stretches -- 1000` prints the
 * table of docs/accuracy.md.
 */
import { deadStretches } from "../src/datasets/dead-stretch.ts";
import { shiftedStretch } from "../src/datasets/shifted-stretch.ts";
import { priceUnitStretches, returnUnitStretch } from "../src/datasets/unit-stretch.ts";
import { draws, healthyKinds, madeUpMarket } from "../test/datasets/made-up-returns.ts";

const rows = 2_520;
const count = Number(process.argv[2] ?? 100);
const days = Int32Array.from({ length: rows }, (_, row) => 10_000 + row);
/** Where the faults are put in, and how long they are. */
const [from, still, shifted, percent] = [900, 20, 250, 40];

const totals = { accused: 0, series: 0 };
console.log("| healthy series | accused | dead found | percent found | shifted found |\n|---|---|---|---|---|");
for (const [kind, make] of Object.entries(healthyKinds)) {
  const [accused, dead, units, off] = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
  for (let seed = 0; seed < count; seed++) {
    const random = draws(1_000_003 + 131 * seed);
    const market = { days, values: madeUpMarket(random, rows) };
    const values = make(market.values, random);
    const isAccused = deadStretches(values, "daily").length > 0 || returnUnitStretch(values) !== null || priceUnitStretches(values).length > 0 || shiftedStretch({ days, values }, market) !== null;
    if (isAccused) accused.add(seed);
    const inside = (length: number, change: (value: number, row: number) => number) => values.map((value, row) => (row >= from && row < from + length ? change(value, row) : value));
    if (deadStretches(inside(still, () => 0), "daily").length > 0) dead.add(seed);
    if (returnUnitStretch(inside(percent, (value) => 100 * value)) !== null) units.add(seed);
    if (shiftedStretch({ days, values: inside(shifted, (_, row) => values[row - 1]!) }, market)?.lag === 1) off.add(seed);
  }
  totals.accused += accused.size;
  totals.series += count;
  const share = (found: ReadonlySet<number>): string => `${String(Math.round((100 * found.size) / count))}%`;
  console.log(`| ${kind} | ${String(accused.size)} | ${share(dead)} | ${share(units)} | ${share(off)} |`);
}
console.log(`\n${String(totals.accused)} of ${String(totals.series)} healthy series accused`);

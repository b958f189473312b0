/** Made-up healthy daily series of every kind that people import, the same on every run; nothing in them was ever a market's. */

/** Park and Miller's generator with normal numbers, and Student's t with 3 degrees of freedom scaled to a variance of 1. */
export function draws(seed: number) {
  let state = ((seed * 7_919 + 104_729) % 2_147_483_646) + 1;
  const uniform = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let skipped = 0; skipped < 10; skipped++) uniform();
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const heavy = (): number => normal() / Math.sqrt(normal() ** 2 + normal() ** 2 + normal() ** 2);
  return { uniform, normal, heavy };
}

type Draws = ReturnType<typeof draws>;
type Make = (market: Float64Array, random: Draws) => Float64Array;

/** A market whose wild days come together, as GARCH(1, 1) has them. */
export function madeUpMarket({ heavy }: Draws, rows: number): Float64Array {
  let [variance, last] = [1, 0];
  return new Float64Array(rows).map(() => {
    variance = Math.min(40, 0.02 + 0.08 * variance * last ** 2 + 0.9 * variance);
    last = Math.max(-6, Math.min(6, heavy()));
    return 0.0003 + 0.01 * Math.sqrt(variance) * last;
  });
}

/** β on the market and an own move, which may change from row to row. */
const asset = (beta: (row: number) => number, own: (row: number) => number, lagged: (row: number) => number = () => 0): Make => (market, { heavy }) =>
  market.map((value, row) => beta(row) * value + lagged(row) * (market[row - 1] ?? 0) + own(row) * heavy());

/** A price that is not set on rows that `rests` says, and makes up for it on the next. */
const resting = (rests: (row: number, random: Draws) => boolean): Make => (market, random) => {
  let owed = 0;
  return market.map((value, row) => {
    owed += value + 0.015 * random.heavy();
    if (rests(row, random)) return 0;
    const paid = owed;
    owed = 0;
    return paid;
  });
};

const always = (value: number) => (): number => value;
const half = (before: number, after: number) => (row: number): number => (row < 1_200 ? before : after);

/** Rests that come in clusters: a day's rest is likelier after a day's rest. */
function clustered(goesOn: number, begins: number): Make {
  return (market, random) => {
    let isResting = false;
    return resting((_, { uniform }) => (isResting = uniform() < (isResting ? goesOn : begins)))(market, random);
  };
}

/** Prices in whole cents from 1.20 on: many rows without a change. */
const penny: Make = (market, { heavy }) => {
  let price = 1.2;
  const cents = market.map((value) => {
    price = Math.max(0.2, price * (1 + value + 0.02 * heavy()));
    return Math.round(price * 100);
  });
  return cents.map((value, row) => (row === 0 ? 0 : value / cents[row - 1]! - 1));
};

/** Every healthy kind, by what it stands for. */
export const healthyKinds: Readonly<Record<string, Make>> = {
  "index fund": asset(always(1), always(0.002)),
  stock: asset(always(1), always(0.01)),
  "stock far from its market": asset(always(0.5), always(0.02)),
  "nothing to do with the market": asset(always(0), always(0.02)),
  "negative β": asset(always(-1), always(0.01)),
  "penny stock": penny,
  "rests on 20% of days": resting((_, { uniform }) => uniform() < 0.2),
  "rests on 50% of days": resting((_, { uniform }) => uniform() < 0.5),
  "rests on 80% of days": resting((_, { uniform }) => uniform() < 0.8),
  "rests on 95% of days": resting((_, { uniform }) => uniform() < 0.95),
  "rests in clusters of 14 days": clustered(0.93, 0.03),
  "rests in clusters of 3 days": clustered(0.65, 0.05),
  "rests until it is listed elsewhere": resting((row, { uniform }) => uniform() < (row < 1_200 ? 0.9 : 0.03)),
  "valued once a month, then daily": resting((row) => row < 1_300 && row % 21 !== 0),
  "every eleventh day is a holiday": resting((row) => row % 11 === 0),
  "trades thinly": asset(always(0.5), always(0.008), always(0.4)),
  "trades very thinly": asset(always(0.3), always(0.008), always(0.5)),
  "exchange closes before the market": asset(always(0.2), always(0.008), always(0.6)),
  "thin from one day on": asset(half(0.9, 0.4), always(0.008), half(0, 0.4)),
  "very thin from one day on": asset(half(0.9, 0.3), always(0.008), half(0, 0.5)),
  "leaves the market for three years": asset((row) => (row > 800 && row < 1_600 ? 0 : 1), always(0.008)),
  "taken over: hardly moves any more": asset((row) => (row < 1_800 ? 1 : 0.03), (row) => (row < 1_800 ? 0.015 : 0.0008)),
  "pegged, then free": asset((row) => (row < 1_500 ? 0 : 0.3), (row) => (row < 1_500 ? 0.0005 : 0.006)),
  "β that wanders": (market, { normal, heavy }) => {
    let beta = 1;
    return market.map((value) => (beta = 0.995 * beta + 0.004 + 0.08 * normal()) * value + 0.008 * heavy());
  },
  "bounces between bid and ask": (market, { normal }) => {
    let last = 0;
    return market.map((value) => {
      const before = last;
      last = 0.01 * normal();
      return value + last - before;
    });
  },
  "calm and wild months": (market, { uniform, normal, heavy }) => {
    let size = 1;
    return market.map((value) => {
      if (uniform() < 0.005) size = Math.exp(0.7 * normal());
      return size * (0.7 * value + 0.008 * heavy());
    });
  },
  "bond fund in whole basis points": (market, { normal }) => market.map((value) => Math.round((0.0008 * normal() - 0.05 * value) * 1e4) / 1e4),
};

import type { PositionSize } from "../../src/engine/position-size.ts";
import { classical, madeUpSample } from "./made-up-fit.ts";

/** The chapter's case in sizes: $1M a month in MSFT. */
export function madeUpSize(overrides: Partial<PositionSize> = {}): PositionSize {
  return {
    asset: "MSFT",
    budget: { dollars: 1_000_000, horizon: "month" },
    unhedged: {
      dollars: 10_000_000,
      volatility: 0.1,
      volatilityAnnual: 0.3464,
      expectedProfit: 1_880_000,
      riskAdjustedProfit: 900_000,
      riskAdjustedInterval: [150_000, 1_650_000],
    },
    hedged: {
      dollars: 13_600_000,
      volatility: 0.0736,
      volatilityAnnual: 0.255,
      expectedProfit: 1_224_000,
      riskAdjustedProfit: 1_224_001,
      riskAdjustedInterval: [-204_000, 2_244_000],
      hedges: [{ factor: "Mkt-RF", dollars: -16_157_000 }],
    },
    gainFromHedging: 1.36,
    sample: madeUpSample,
    inference: classical,
    ...overrides,
  };
}

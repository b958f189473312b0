import fc from "fast-check";
import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { hedgedPortfolio } from "../../src/engine/hedged-portfolio.ts";
import { correlation } from "../../src/engine/moments.ts";
import { performanceOf } from "../../src/engine/performance.ts";
import { positionSize } from "../../src/engine/position-size.ts";
import { rollingFit } from "../../src/engine/rolling-fit.ts";
import type { Series } from "../../src/engine/series.ts";
import { trackingPortfolio } from "../../src/engine/tracking-portfolio.ts";
import { varianceDecomposition } from "../../src/engine/variance-decomposition.ts";
import { series, value } from "./made-up.ts";

/** Returns of a plausible size with six decimals, an asset's that the factors explain in part. */
const problem = (mostFactors = 3) =>
  fc
    .record({ rows: fc.integer({ min: 20, max: 60 }), factors: fc.integer({ min: 1, max: mostFactors }) })
    .chain(({ rows, factors }) =>
      fc.record({
        noise: column(rows),
        factors: fc.array(column(rows), { minLength: factors, maxLength: factors }),
        betas: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: factors, maxLength: factors }),
      }),
    )
    .map(({ noise, factors, betas }) => {
      const returns = noise.map((each, row) => each + factors.reduce((sum, f, i) => sum + (f[row]! * betas[i]!) / 10, 0));
      return { asset: series("asset", returns), factors: factors.map((f, i) => series(`f${i + 1}`, f)) };
    })
    .filter(({ asset, factors }) => {
      const fit = fitFactors(asset, factors);
      // Columns that fast-check has shrunk to near-copies say nothing about rounding.
      return fit.ok && fit.value.rSquared < 0.9999 && fit.value.diagnostics.conditionNumber < 1e5;
    });

const column = (rows: number) =>
  fc.array(
    fc.integer({ min: -60_000, max: 60_000 }).map((whole) => whole / 1e6),
    { minLength: rows, maxLength: rows },
  );

function close(a: number, b: number, scale = 1): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * scale);
}

/** 60 problems: enough to meet odd shapes, few enough to stay quick. */
const holds = (about: (asset: Series, factors: readonly Series[], fit: FactorFit) => void, mostFactors = 3): void => {
  fc.assert(
    fc.property(problem(mostFactors), ({ asset, factors }) => {
      about(asset, factors, value(fitFactors(asset, factors)));
    }),
    { seed: 6, numRuns: 60 },
  );
};

test("a hedged portfolio has β 0, mean α, and no correlation with the factors", () => {
  holds((_, __, fit) => {
    const hedged = value(hedgedPortfolio(fit));
    for (const { beta, correlation: together } of hedged.exposures) {
      close(beta, 0);
      close(together, 0, 10);
    }
    close(hedged.mean, fit.alpha.value);
    close(hedged.volatility, Math.sqrt(fit.moments.residualVariance));
  });
});

test("tracking and hedged returns add up to the asset's", () => {
  holds((_, __, fit) => {
    const hedged = value(hedgedPortfolio(fit));
    const tracking = trackingPortfolio(fit);
    fit.rows.asset.forEach((each, row) => close(hedged.returns[row]! + tracking.returns[row]!, each));
  });
});

test("a partial hedge leaves the share of factor variance that was asked for", () => {
  holds((_, __, fit) => {
    if (fit.rSquared < 1e-3) return;
    for (const share of [0.1, 0.5, 0.9]) {
      const hedged = value(hedgedPortfolio(fit, share));
      expect(hedged.factorShare).toBeCloseTo(share, 9);
    }
  });
});

test("with one factor R² is the square of the correlation", () => {
  holds((_, __, fit) => close(fit.rSquared, correlation(fit.rows.asset, fit.rows.factors[0]) ** 2), 1);
});

test("variance shares sum to 1, and the factors' is R²", () => {
  holds((_, __, fit) => {
    const { parts, factorShare } = varianceDecomposition(fit);
    const scale = Math.max(...parts.map(({ share }) => Math.abs(share)));
    close(parts.reduce((sum, { share }) => sum + share, 0), 1, scale);
    close(factorShare, fit.rSquared, scale);
  });
});

test("the hedged Sharpe ratio is the appraisal ratio, and hedging gains 1/√(1 − R²)", () => {
  holds((_, __, fit) => {
    const { hedgedSharpe, appraisalRatio } = value(performanceOf(fit));
    close(hedgedSharpe, appraisalRatio, 100);
    const size = value(positionSize(fit, { dollars: 1e6, horizon: "month" }));
    expect(size.gainFromHedging * Math.sqrt(1 - fit.rSquared)).toBeCloseTo(1, 10);
    expect(size.hedged.dollars / size.unhedged.dollars).toBeCloseTo(size.gainFromHedging, 8);
  });
});

test("scaling a factor scales its β and nothing else", () => {
  holds((asset, factors, fit) => {
    const [first, ...rest] = factors;
    const rescaled = { ...first!, values: first!.values.map((each) => each * 8) };
    const other = value(fitFactors(asset, [rescaled, ...rest]));
    close(other.betas[0].value * 8, fit.betas[0].value, 10);
    close(other.betas[0].tStat, fit.betas[0].tStat, 1e3);
    close(other.alpha.value, fit.alpha.value);
    close(other.rSquared, fit.rSquared);
    other.betas.slice(1).forEach(({ value: beta }, i) => close(beta, fit.betas[i + 1]!.value, 10));
  });
});

test("a series on its own copy has β 1, α 0 and nothing left over", () => {
  holds((asset) => {
    const { betas, alpha, rSquared, exact, moments } = value(fitFactors(asset, [{ ...asset, id: "copy" }]));
    expect([betas[0].value, alpha.value, rSquared, exact, moments.residualVariance]).toEqual([1, 0, 1, true, 0]);
  });
});

test("in an exact fit a factor that has no part in the asset has a β of 0, not of what rounding left", () => {
  holds((_asset, [factor, ...others]) => {
    const copy = { ...factor!, id: "copy", values: factor!.values.map((each) => 1.7 * each) };
    const { betas, alpha, exact } = value(fitFactors(copy, [factor!, ...others]));
    expect(exact).toBe(true);
    expect([alpha.value, ...betas.slice(1).map((beta) => beta.value)]).toEqual([0, ...others.map(() => 0)]);
  });
});

test("HAC with no lags is HC0, which is HC1 without its small-sample factor", () => {
  holds((asset, factors, fit) => {
    const hac = value(fitFactors(asset, factors, { covariance: "hac", lags: 0 }));
    const hc1 = value(fitFactors(asset, factors, { covariance: "hc1" }));
    const factor = Math.sqrt(fit.sample.observations / (fit.sample.observations - fit.factors.length - 1));
    close(hac.alpha.standardError * factor, hc1.alpha.standardError);
    hac.betas.forEach(({ standardError }, i) => close(standardError * factor, hc1.betas[i]!.standardError, 10));
  });
});

test("the order of the rows changes nothing but HAC and Durbin–Watson", () => {
  holds((asset, factors, fit) => {
    const reversed = (each: Series): Series => ({ ...each, values: each.values.toReversed() });
    const rotated = (each: Series): Series => series(each.id, [...each.values.subarray(7), ...each.values.subarray(0, 7)]);
    for (const reorder of [reversed, rotated]) {
      const other = value(fitFactors(reorder(asset), factors.map(reorder)));
      close(other.alpha.value, fit.alpha.value);
      close(other.alpha.standardError, fit.alpha.standardError);
      other.betas.forEach(({ value: beta }, i) => close(beta, fit.betas[i]!.value, 10));
      close(other.rSquared, fit.rSquared);
      for (const name of ["omnibus", "jarqueBera", "breuschPagan"] as const) {
        close(other.diagnostics[name].statistic, fit.diagnostics[name].statistic, 1e3);
      }
    }
  });
});

test("every window of a rolling fit is the fit of that window", () => {
  holds((asset, factors, fit) => {
    for (const window of [8, 13, fit.sample.observations]) {
      const rolled = rollingFit(asset, factors, window);
      if (!rolled.ok) continue;
      const { days, alpha, betas, rSquared } = rolled.value;
      days.forEach((day, at) => {
        const part = (each: Series): Series => series(each.id, each.values.subarray(day - window + 1, day + 1));
        const own = fitFactors(part(asset), factors.map(part));
        if (!own.ok) return;
        const scale = 1e3 * (1 + own.value.diagnostics.conditionNumber / 1e3);
        close(alpha.values[at]!, own.value.alpha.value, scale);
        close(rSquared[at]!, own.value.rSquared, scale);
        own.value.betas.forEach((beta, i) => {
          close(betas[i]!.values[at]!, beta.value, scale);
          close(betas[i]!.standardErrors[at]!, beta.standardError, scale);
        });
      });
    }
  });
});

test("no NaN is in any fit, whatever finite numbers come in", () => {
  const odd = fc.array(fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.constantFrom(0, 1e-300, 1, -1)), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(odd, odd, odd, (y, a, b) => {
      for (const covariance of ["classical", "hc1", "hac"] as const) {
        const fit = fitFactors(series("y", y), [series("a", a), series("b", b)], { covariance });
        if (!fit.ok) continue;
        expect(namesOfNaN(fit.value)).toEqual([]);
        const performance = performanceOf(fit.value);
        if (performance.ok) expect(namesOfNaN(performance.value)).toEqual([]);
      }
    }),
    { seed: 3, numRuns: 200 },
  );
});

function namesOfNaN(result: object): string[] {
  return Object.entries(result).flatMap(([name, entry]: [string, unknown]) => {
    if (entry instanceof Float64Array) return entry.some(Number.isNaN) ? [name] : [];
    if (typeof entry === "object" && entry !== null) return namesOfNaN(entry).map((inner) => `${name}.${inner}`);
    return Number.isNaN(entry) ? [name] : [];
  });
}

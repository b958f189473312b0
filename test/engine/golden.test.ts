import type { Problem } from "../../src/render/problem.ts";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { excessReturn } from "../../src/engine/excess-return.ts";
import { grsTest } from "../../src/engine/grs-test.ts";
import type { Series } from "../../src/engine/series.ts";
import {
  criticalValue,
  twoSidedProbability,
  upperTailChiSquared,
  upperTailF,
} from "../../src/engine/tail-probability.ts";
import type { Outcome } from "../../src/outcome.ts";
import { againstStatsmodels, comparisons, goldenFile, seriesOf, worstDifference } from "./golden.ts";
import type { Comparison, GoldenAnswers, GoldenProblem } from "./golden.ts";
import { realData } from "./nist.ts";

interface Golden {
  readonly problems: readonly GoldenProblem[];
  readonly grs: readonly {
    readonly assets: readonly (readonly number[])[];
    readonly factors: readonly (readonly number[])[];
    readonly answer: { readonly f: number; readonly pValue: number; readonly degreesOfFreedom: readonly number[] };
  }[];
  readonly tails: Readonly<Record<"t" | "normal" | "F" | "chiSquared", readonly (readonly number[])[]>>;
}

interface NamedAnswers {
  readonly name: string;
  readonly series: readonly string[];
  readonly rows: number;
  readonly first: string;
  readonly last: string;
  readonly window: number;
  readonly lags: number;
  readonly answers: GoldenAnswers;
}

const golden = goldenFile("problems.json") as Golden;

const short = (found: readonly Comparison[]): Comparison[] => found.filter(({ difference, allowed }) => !(difference <= allowed));

for (const [number, problem] of golden.problems.entries())
  test(`every number of ${problem.name} is statsmodels' and R's`, () => {
    expect(short(comparisons(problem, number))).toEqual([]);
  });

test("the Gibbons–Ross–Shanken test is the published formula", () => {
  for (const { assets, factors, answer } of golden.grs) {
    const named = (columns: readonly (readonly number[])[], name: string): Series[] =>
      seriesOf(columns).map((series, i) => ({ ...series, id: `${name} ${i}` }));
    const { result } = value(grsTest(named(assets, "asset"), named(factors, "factor")));
    expect(result).toMatchObject({ degreesOfFreedom: answer.degreesOfFreedom, distribution: "F" });
    if ("notApplicable" in result) continue;
    expect(worstDifference([result.statistic], [answer.f])).toBeLessThan(1e-10);
    expect(worstDifference([result.pValue], [answer.pValue])).toBeLessThan(1e-8);
  }
});

describe("tail probabilities are scipy's down to 1e-300", () => {
  const { t, normal, F, chiSquared } = golden.tails;
  test.each([
    ["t", t, ([x, df]: readonly number[]) => twoSidedProbability(x!, { distribution: "t", degreesOfFreedom: df! })],
    ["normal", normal, ([x]: readonly number[]) => twoSidedProbability(x!, { distribution: "normal" })],
    ["F", F, ([x, a, b]: readonly number[]) => upperTailF(x!, a!, b!)],
    ["χ²", chiSquared, ([x, k]: readonly number[]) => upperTailChiSquared(x!, k!)],
  ] as const)("%s", (_, rows, probability) => {
    for (const row of rows) {
      const expected = row.at(-1)!;
      // Below 1e-300 either side may round to 0.
      if (expected < 1e-300) expect(probability(row)).toBeLessThan(1e-299);
      else expect(worstDifference([probability(row)], [expected]), row.join(" ")).toBeLessThan(1e-8);
    }
  });
});

test("the critical value of 95 % is 1.96 for the normal and larger for t", () => {
  expect(criticalValue(0.95, { distribution: "normal" })).toBeCloseTo(1.959963984540054, 14);
  expect(criticalValue(0.95, { distribution: "t", degreesOfFreedom: 9776 })).toBeCloseTo(1.9602066768451039, 13);
});

const sample = value(loadDatasets({ sampleFolder: join(import.meta.dirname, "../../data/sample") }));

for (const problem of (goldenFile("sample.json") as { problems: readonly NamedAnswers[] }).problems)
  test(`every number of ${problem.name} on the bundled sample is statsmodels'`, () => {
    const [asset, ...factors] = problem.series.map((id) => {
      const series = value(sample.find(id, "daily"));
      return series.kind === "total" ? value(excessReturn(series, value(sample.find("RF", "daily")))) : series;
    });
    expect(short(againstStatsmodels(onRowsOf(asset!, factors, problem), problem))).toEqual([]);
  });

const python = ["/usr/bin/python3", "python3"].find((path) => {
  try {
    execFileSync(path, ["-c", "import statsmodels"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

describe.skipIf(realData === null || python === undefined)(
  "the real files give statsmodels' numbers (needs FACTOR_TA_REAL_DATA and python3 with statsmodels)",
  () => {
    test("on the chapter's regressions and on three, five and six factors", { timeout: 120_000 }, () => {
      const script = join(import.meta.dirname, "../golden/reference.py");
      const printed = execFileSync(python!, ["-W", "ignore", script, "real", realData!], {
        maxBuffer: 64e6,
        env: { ...process.env, OPENBLAS_NUM_THREADS: "1", PYTHONDONTWRITEBYTECODE: "1" },
      });
      const { problems } = JSON.parse(printed.toString()) as { problems: GoldenProblem[] };
      expect(problems).toHaveLength(6);
      for (const problem of problems) expect(short(comparisons(problem)), problem.name).toEqual([]);
    });
  },
);

/** The chapter drops the rows where any of SPY, WMT and JPM is blank: the days of the reference's table. */
function onRowsOf(asset: Series, factors: readonly Series[], { first, last }: NamedAnswers): [Series, ...Series[]] {
  const from = Date.parse(first) / 86_400_000;
  const to = Date.parse(last) / 86_400_000;
  const others = ["SPY", "WMT", "JPM"].includes(asset.id)
    ? ["SPY", "WMT", "JPM"].map((id) => new Set(value(sample.find(id, "daily")).days))
    : [];
  const kept = (series: Series): Series => {
    const rows = [...series.days.keys()].filter((row) => {
      const day = series.days[row]!;
      return day >= from && day <= to && others.every((days) => days.has(day));
    });
    return {
      ...series,
      days: Int32Array.from(rows, (row) => series.days[row]!),
      values: Float64Array.from(rows, (row) => series.values[row]!),
    };
  };
  return [kept(asset), ...factors.map(kept)];
}

function value<T>(outcome: Outcome<T, Problem>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

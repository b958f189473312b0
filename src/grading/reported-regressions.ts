/** A regression that a reply rests on, or a series by itself, without factors. */
export interface ReportedRegression {
  readonly asset: string;
  readonly factors: readonly string[];
  /** ISO dates: of all rows, where it is one regression for each window of so many of them. */
  readonly first: string;
  readonly last: string;
}

/** What the results behind a reply are of. */
export interface ReportedSubjects {
  readonly regressions: readonly ReportedRegression[];
  /** Assets of which figures of any window may be in it. */
  readonly swept: readonly string[];
}

const maxDepth = 6;

/** Every result of the engine in a reply's results that names its asset and its sample. */
export function reportedSubjects(result: unknown): ReportedSubjects {
  const regressions: ReportedRegression[] = [];
  const swept: string[] = [];
  visit(result, 0, (named) => {
    if (typeof named["asset"] !== "string") return;
    if (named["windows"] === "any") swept.push(named["asset"]);
    const regression = regressionOf(named["asset"], named);
    if (regression !== null) regressions.push(regression);
  });
  return { regressions, swept };
}

type Named = Readonly<Record<string, unknown>>;

function visit(value: unknown, depth: number, note: (named: Named) => void): void {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > maxDepth) return;
  note(value as Named);
  for (const inner of Object.values(value)) visit(inner, depth + 1, note);
}

function regressionOf(asset: string, { factors, factor, sample }: Named): ReportedRegression | null {
  if (typeof sample !== "object" || sample === null) return null;
  const { first, last } = sample as Named;
  if (typeof first !== "string" || typeof last !== "string") return null;
  const factorNames: readonly unknown[] = Array.isArray(factors) ? factors : [factor];
  return { asset, factors: factorNames.filter((name) => typeof name === "string"), first, last };
}

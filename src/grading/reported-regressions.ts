/** A regression that a reply rests on, or a series by itself, without factors. */
export interface ReportedRegression {
  readonly asset: string;
  readonly factors: readonly string[];
  /** ISO dates: of all rows, where it is one regression for each window of so many of them. */
  readonly first: string;
  readonly last: string;
}

/** What a reply says that its figures are of: rows of an asset on its factors, or an asset in windows of any days. */
export type Subject = ReportedRegression | { readonly asset: string; readonly windows: "any" };

/** What the figures of a reply are of. */
export interface ReportedSubjects {
  readonly regressions: readonly ReportedRegression[];
  /** Assets of which figures of any window may be in it. */
  readonly swept: readonly string[];
}

const maxDepth = 6;

/**
 * What a reply declares, and every result of the engine in its results that names its asset and its sample: a regression
 * on a part of the rows is there only.
 */
export function reportedSubjects({ subjects = [], result }: { readonly subjects?: readonly Subject[]; readonly result: unknown }): ReportedSubjects {
  const regressions: ReportedRegression[] = subjects.filter((subject): subject is ReportedRegression => !("windows" in subject));
  const swept: string[] = subjects.flatMap((subject) => ("windows" in subject ? [subject.asset] : []));
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

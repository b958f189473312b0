/** A regression that a reply rests on. */
export interface ReportedRegression {
  readonly asset: string;
  readonly factors: readonly string[];
  /** ISO dates. */
  readonly first: string;
  readonly last: string;
}

const maxDepth = 6;

/** Every result of the engine in a reply's results that names its asset and its sample. */
export function reportedRegressions(result: unknown, depth = 0): readonly ReportedRegression[] {
  if (typeof result !== "object" || result === null || ArrayBuffer.isView(result) || depth > maxDepth) return [];
  const inner = Object.values(result).flatMap((value: unknown) => reportedRegressions(value, depth + 1));
  const own = regressionOf(result as Readonly<Record<string, unknown>>);
  return own === null ? inner : [own, ...inner];
}

function regressionOf({ asset, factors, factor, sample }: Readonly<Record<string, unknown>>): ReportedRegression | null {
  if (typeof asset !== "string" || typeof sample !== "object" || sample === null) return null;
  const { first, last } = sample as Readonly<Record<string, unknown>>;
  if (typeof first !== "string" || typeof last !== "string") return null;
  const factorNames: readonly unknown[] = Array.isArray(factors) ? factors : [factor];
  return { asset, factors: factorNames.filter((factorName) => typeof factorName === "string"), first, last };
}

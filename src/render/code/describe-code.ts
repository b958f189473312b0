import { correlationCosines, isByCosines } from "../../engine/correlation-interval.ts";
import type { Sample } from "../../engine/factor-fit.ts";
import type { SeriesMoments } from "../../engine/describe-series.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { DescribeResult } from "../results.ts";
import { longRunCode, ratioErrorCode } from "./inference-code.ts";
import { completeCode, loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";
import { periodsCode, printed } from "./portfolio-code.ts";

/** Python lines that compute the moments of each series, and how each pair goes together. */
export function describeCode({ series, pairs, stretches, sample }: Pick<DescribeResult, "series" | "pairs" | "stretches" | "sample">, { sources }: Pick<AnalysisContext, "sources">): readonly string[] {
  const periods = periodsCode(sample);
  const name = (label: string, { id }: SeriesMoments): string => (series.length === 1 ? label : `${id} ${label}`);
  const rates = series.filter(({ kind }) => kind === "rate").map(({ id }) => id);
  const isLog = sources.some(({ measured }) => measured?.measure === "log");
  const path = ({ id }: SeriesMoments): string => (sources.some(({ fills }) => fills) ? `complete[${text(id)}]` : "r");
  return [
    ...loadCode(sources, sample, rates),
    ...completeCode(sources, sample, rates),
    ...sharpeCode(series, sample),
    ...series.flatMap((one) => [
      "",
      `r = data[${text(one.id)}]`,
      "d = r - r.mean()",
      isLog ? `wealth = np.exp(${path(one)}.cumsum())` : `wealth = (1 + ${path(one)}).cumprod()`,
      printed(name("mean", one), `r.mean() * ${periods}`),
      printed(name("standard deviation", one), "r.std()"),
      ...(one.standardErrorOfMean === null ? [] : [printed(name("std err of the mean", one), one.meanEstimate?.inference.covariance === "hac" ? `error(d, ${String(one.meanEstimate.inference.lags)})` : "r.std() / np.sqrt(len(r))")]),
      ...(one.volatilityAnnual === null ? [] : [printed(name("volatility", one), `r.std() * np.sqrt(${periods})`)]),
      ...(one.sharpe === null
        ? []
        : [printed(name("Sharpe ratio", one), `r.mean() / r.std() * np.sqrt(${periods})`), printed(name("largest drawdown", one), "(1 - wealth / wealth.cummax().clip(lower=1)).max()")]),
      ...(one.sharpeInterval === null ? [] : [printed(name("Sharpe ratio std err", one), `ratio_error(r.mean() / r.std(), r, np.ones(len(r))) * np.sqrt(${periods})`)]),
      printed(name("skew", one), "(d**3).mean() / r.std(ddof=0) ** 3"),
      printed(name("kurtosis", one), "(d**4).mean() / r.std(ddof=0) ** 4"),
    ]),
    ...(pairs.some(({ interval }) => interval !== null) ? (isByCosines(sample.frequency) ? cosinesCode : intervalCode(stretches)) : []),
    ...pairs.flatMap(({ ids: [one, other], interval }) => [
      "",
      `pair = data[${text(one)}], data[${text(other)}]`,
      printed(`${one} and ${other} correlation`, "pair[0].corr(pair[1])"),
      ...(interval === null
        ? []
        : [
            "low, high = interval(*(each.to_numpy() for each in pair))",
            printed(`${one} and ${other} correlation, low`, "low"),
            printed(`${one} and ${other} correlation, high`, "high"),
          ]),
      printed(`${one} and ${other} covariance`, "pair[0].cov(pair[1])"),
      printed(`${one} and ${other} covariance a year`, `pair[0].cov(pair[1]) * ${periods}`),
    ]),
  ];
}

/** `ratio_error`, where a Sharpe ratio has an interval: one method for all, as they have the same rows. */
function sharpeCode(series: readonly SeriesMoments[], sample: Sample): readonly string[] {
  const of = series.find(({ sharpeInterval }) => sharpeInterval !== null)?.sharpeInterval;
  return of ? [...longRunCode(of, sample), ...ratioErrorCode(of.method, of.lags)] : [];
}

/** The interval of a correlation by the cosines of its rows. */
const cosinesCode: readonly string[] = [
  "",
  "from scipy import stats",
  "",
  "def interval(a, b):  # Fisher's z, its long-run variance from k cosines of the rows, t with k degrees of freedom",
  `    n, k = len(a), ${String(correlationCosines)}`,
  "    z = np.arctanh(np.corrcoef(a, b)[0, 1])",
  "    left = [np.corrcoef(np.delete(a, i), np.delete(b, i))[0, 1] for i in range(n)]",
  "    u = (n - 1) * (z - np.arctanh(np.clip(left, -1 + 1e-12, 1 - 1e-12)))  # the jackknife: without each row in turn",
  "    waves = np.cos(np.pi * np.outer(np.arange(1, k + 1), np.arange(n) + 0.5) / n)",
  "    variance = (2 / n * (waves @ (u - u.mean())) ** 2).mean()",
  "    half = max(stats.t.ppf(0.975, k) * np.sqrt(variance / n), stats.norm.ppf(0.975) / np.sqrt(n - 3))",
  "    return np.tanh(z - half), np.tanh(z + half)",
];

/** The interval of a correlation by stretches of the rows. */
const intervalCode = (sections: number): readonly string[] => [
  "",
  "from scipy import stats",
  "",
  "def interval(a, b):  # Fisher's z of k stretches of the rows, t with k - 1 degrees of freedom",
  `    n, k = len(a), ${String(sections)}`,
  "    z = np.arctanh(np.corrcoef(a, b)[0, 1])",
  "    parts = [slice(i * n // k, (i + 1) * n // k) for i in range(k)]",
  "    own = np.clip([np.corrcoef(a[part], b[part])[0, 1] for part in parts], -1 + 1e-12, 1 - 1e-12)",
  "    half = stats.t.ppf(0.975, k - 1) * np.sqrt(((np.arctanh(own) - z) ** 2).sum() / k / (k - 1))",
  "    return np.tanh(z - half), np.tanh(z + half)",
];

import type { Inference, Sample } from "../../engine/factor-fit.ts";
import type { PerformanceInference } from "../../engine/performance-inference.ts";
import type { MarketTiming } from "../../engine/market-timing.ts";
import type { Performance } from "../../engine/performance.ts";
import type { UpDownBeta } from "../../engine/up-down-beta.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { PerformanceResult } from "../results.ts";
import { fitArguments, widerCode } from "./fit-code.ts";
import { influenceCode, longRunCode, ratioErrorCode, sharpeTestCode } from "./inference-code.ts";
import { completeCode } from "./load-code.ts";
import { text } from "./python-text.ts";
import { hacSumCode, runCode } from "./runs-code.ts";
import { periodsCode, portfolioCode, printed } from "./portfolio-code.ts";

/** Python lines that compute the ratios (chapter 6.9) and the other measures. */
export function performanceCode({ fit, performance, inference, comparison }: Pick<PerformanceResult, "fit" | "performance" | "inference" | "comparison">, context: AnalysisContext): readonly string[] {
  const periods = periodsCode(fit.sample);
  return [
    ...portfolioCode(fit, context),
    "hedged = asset - factors @ beta",
    "market = factors.iloc[:, 0]",
    "active = asset - market",
    ...completeCode(context.sources, fit.sample),
    `wealth = (1 + ${context.sources.some(({ fills }) => fills) ? `complete[${text(fit.asset)}]` : "asset"}).cumprod()`,
    "peak = wealth.cummax().clip(lower=1)",
    "",
    "def slope(rows):  # beta over some of the rows",
    '    return sm.OLS(asset[rows], sm.add_constant(market[rows])).fit().params[market.name]',
    "",
    printed("Sharpe ratio", `asset.mean() * ${periods} / (asset.std() * np.sqrt(${periods}))`),
    printed("hedged Sharpe ratio", `hedged.mean() * ${periods} / (hedged.std() * np.sqrt(${periods}))`),
    printed("appraisal ratio", `alpha * ${periods} / (model.resid.std() * np.sqrt(${periods}))`),
    printed("information ratio", `active.mean() * ${periods} / (active.std() * np.sqrt(${periods}))`),
    printed("residual tracking error", `model.resid.std() * np.sqrt(${periods})`),
    printed("active tracking error", `active.std() * np.sqrt(${periods})`),
    printed("largest drawdown", "(1 - wealth / peak).max()"),
    ...drawdownsCode(performance),
    printed("Treynor ratio", `asset.mean() * ${periods} / beta.iloc[0]`),
    printed("up beta", "slope(market > 0)"),
    printed("down beta", "slope(market < 0)"),
    printed("adjusted beta", "2 / 3 * beta.iloc[0] + 1 / 3"),
    printed("years to t = 2", `len(asset) / ${periods} * (2 / model.tvalues['const']) ** 2`),
    ...intervalCode(inference, fit.sample, periods),
    ...upDownCode(inference.upDown, fit.sample),
    ...captureCode(inference),
    ...timingCode(inference.timing),
    ...("test" in comparison ? sharpeTestCode(comparison.test) : []),
  ];
}

const hasGapsIn = ({ sharpe, appraisal, treynor, capture }: PerformanceInference): Pick<Inference, "hasGaps"> =>
  [sharpe, appraisal, treynor?.inference, capture].some((one) => one?.hasGaps) ? { hasGaps: true } : {};

/** The standard errors of the ratios, a year's. */
function intervalCode(inference: PerformanceInference, sample: Sample, periods: string): readonly string[] {
  const { sharpe, appraisal, information, treynor } = inference;
  if (!sharpe) return [];
  const line = (label: string, ratio: string, column: string, w: string): string => printed(`${label} std err`, `ratio_error(${ratio}, ${column}, ${w}) * np.sqrt(${periods})`);
  return [
    ...longRunCode(hasGapsIn(inference), sample),
    ...influenceCode,
    "",
    ...ratioErrorCode(sharpe.method, sharpe.lags),
    line("Sharpe ratio", "asset.mean() / asset.std()", "asset", "np.ones(len(asset))"),
    ...(appraisal ? [line("appraisal ratio", "alpha / model.resid.std()", "model.resid", "weights[0], len(weights)")] : []),
    ...(treynor
      ? [
          "treynor = asset.mean() / beta.iloc[0]",
          printed("Treynor ratio std err", `error((asset - asset.mean() - treynor * influence[1]) / beta.iloc[0], ${String(treynor.inference.lags)}) * ${periods}`),
        ]
      : []),
    ...(information ? [line("information ratio", "active.mean() / active.std()", "active", "np.ones(len(asset))")] : []),
  ];
}

/** The errors that decide whether the two differ, as `smallSampleCode` has them. */
const splitSmallSampleCode = ({ deciding: { inference } }: UpDownBeta, sample: Sample): readonly string[] => [
  "from statsmodels.stats.sandwich_covariance import S_hac_simple",
  "plain = sm.OLS(asset[moved].to_numpy(), split).fit()",
  "scores = split * (plain.resid / (1 - plain.get_influence().hat_matrix_diag))[:, None]",
  ...runCode(inference, sample, "market[moved]"),
  ...widerCode(inference.lags, "len(scores)"),
  `small = wider * np.sqrt(np.diag(plain.normalized_cov_params @ ${hacSumCode(inference)} @ plain.normalized_cov_params))`,
  printed("up less down small-sample std err", "small[3]"),
];

/** Up less down beta is the slope of the rows where the market rises, beside the market's own. */
function upDownCode(upDown: UpDownBeta | null, sample: Sample): readonly string[] {
  if (!upDown) return [];
  return [
    "",
    "moved = market != 0",
    ...runCode(upDown.difference.inference, sample, "market[moved]"),
    "rises = (market[moved] > 0).astype(float)",
    "split = sm.add_constant(np.column_stack([market[moved], rises, market[moved] * rises]))",
    `both = sm.OLS(asset[moved].to_numpy(), split).fit(${fitArguments(upDown.difference.inference)})`,
    printed("up less down beta", "both.params[3]"),
    printed("up less down std err", "both.bse[3]"),
    "sides = sm.add_constant(np.column_stack([market[moved] * (1 - rises), rises, market[moved] * rises]))",
    `own = sm.OLS(asset[moved].to_numpy(), sides).fit(${fitArguments(upDown.difference.inference)})`,
    printed("up beta std err", "own.bse[3]"),
    printed("down beta std err", "own.bse[1]"),
    ...splitSmallSampleCode(upDown, sample),
  ];
}

/** Each fall from a peak until the peak is reached again, the deepest first. */
const drawdownsCode = ({ drawdowns }: Performance): readonly string[] =>
  drawdowns.length < 2
    ? []
    : [
        `falls = (1 - wealth / peak).groupby((wealth >= peak).cumsum()).max().nlargest(${String(drawdowns.length)})`,
        ...drawdowns.map((_, place) => printed(`drawdown ${String(place + 1)}`, `falls.iloc[${String(place)}]`)),
      ];

/** capture-ratios.ts: a mean over the benchmark's own, with the error of a slope by instruments. */
function captureCode({ capture, sharpe }: PerformanceInference): readonly string[] {
  if (!capture || !sharpe) return [];
  const { lags } = capture;
  return [
    "",
    "def capture(on):  # the mean on some rows over the benchmark's own there",
    "    ratio = asset[on].mean() / market[on].mean()",
    "    adds = on * (asset - ratio * market) / (on * market).mean()",
    ...widerCode(lags, "len(adds)").map((line) => `    ${line}`),
    `    return ratio, wider * error(adds, ${String(lags)}) * np.sqrt(on.sum() / (on.sum() - 1))`,
    "",
    ...(["up", "down"] as const).flatMap((side) => [
      `ratio, std_err = capture(market ${side === "up" ? ">" : "<"} 0)`,
      printed(`${side} capture`, "ratio"),
      printed(`${side} capture std err`, "std_err"),
    ]),
  ];
}

/** market-timing.ts: gamma with the errors that decide. */
function timingCode(timing: MarketTiming | null): readonly string[] {
  if (!timing) return [];
  const { sample, inference } = timing.gamma;
  return [
    "",
    "# Treynor and Mazuy (1966): gamma of the benchmark's square, HC3 residuals",
    "from statsmodels.stats.sandwich_covariance import S_hac_simple",
    "bent = sm.add_constant(np.column_stack([market, market**2]))",
    "plain = sm.OLS(asset.to_numpy(), bent).fit()",
    "scores = bent * (plain.resid / (1 - plain.get_influence().hat_matrix_diag))[:, None]",
    ...runCode(inference, sample),
    ...widerCode(inference.lags, "len(scores)"),
    `small = wider * np.sqrt(np.diag(plain.normalized_cov_params @ ${hacSumCode(inference)} @ plain.normalized_cov_params))`,
    printed("gamma", "plain.params[2]"),
    printed("gamma std err", "small[2]"),
  ];
}

/** Vasicek's β (1973). After `robustCode`, whose `deciding` errors stand for how well β is known. */
export function vasicekCode(vasicek: PerformanceResult["vasicek"]): readonly string[] {
  if (!vasicek || !("prior" in vasicek)) return [];
  const { prior, own } = vasicek;
  return [
    "",
    `# Vasicek's beta: the prior is the mean and the variance of the betas of ${prior.stocks.join(", ")}, each on its own rows of these days`,
    `mean, variance = ${String(prior.mean)}, ${String(prior.deviation)} ** 2`,
    `precision = 1 / ${String(own.standardError)} ** 2  # of beta, by the errors that decide`,
    "vasicek = (beta.iloc[0] * precision + mean / variance) / (precision + 1 / variance)",
    'print(f"Vasicek beta: {vasicek:.10g}")',
    'print(f"Vasicek std err: {(precision + 1 / variance) ** -0.5:.10g}")',
  ];
}

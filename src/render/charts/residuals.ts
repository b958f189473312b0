import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Histogram } from "../../engine/histogram.ts";
import type { ResidualReport } from "../../engine/residual-report.ts";
import { periodOf } from "../analysis-reply.ts";
import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { squareSize } from "../chart/square-size.ts";
import { cut } from "../message.ts";
import { listed } from "../listed.ts";
import { count, estimate, fixed, number, percent } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import type { ReturnsName } from "../recipe.ts";
import { windowWords } from "../window-words.ts";

/** Of a fit that is not exact: r − β·f against the factor with the zero line (6.4.5), and the residuals' distribution with its normal curve. */
export function residualsChart(fit: FactorFit, report: ResidualReport, returns: ReturnsName): Picture {
  return { filename: "residuals.png", spec: residualsSpec(fit, report, returns), description: residualWords(fit, report, returns) };
}

export function residualsSpec(fit: FactorFit, report: ResidualReport, returns: ReturnsName): ChartSpec {
  const isOne = fit.factors.length === 1;
  const factor = cut(isOne ? fit.factors[0] : fit.factors.join(" + "), isOne ? 16 : 30);
  const asset = cut(fit.asset, 16);
  const tracked = isOne ? fit.rows.factors[0] : fit.rows.asset.map((value, row) => value - (report.withAlpha.values[row] ?? NaN));
  return {
    width: 1000,
    height: 600,
    title: `${asset} residuals vs ${factor}${isOne ? ` (β = ${estimate(fit.betas[0].value, fit.betas[0].standardError)})` : ""}`,
    panels: [
      {
        title: "No slope left",
        x: { label: isOne ? `${factor} ${returns} return` : "Σ β·f, what the factors track", format: "percent" },
        y: { label: isOne ? `${asset} − β · ${factor}` : `${asset} − Σ β·f`, format: "percent" },
        layers: [
          { type: "points", label: `one square a ${periodOf(fit.sample)}`, role: "asset", x: tracked, y: report.withAlpha.values, size: squareSize(fit.sample.observations) },
          { type: "rule", label: "zero", role: "fit", axis: "y", at: 0 },
        ],
      },
      distributionPanel(report.distribution, `${asset} residual ε, ${fit.sample.frequency}`),
    ],
  };
}

/** The bins as a stepped area, as bars would need names. */
function distributionPanel({ edges, shares, normalCurve }: Histogram, label: string): Panel {
  const steps = shares.flatMap((share) => [share, share]);
  const corners = edges.flatMap((edge, place) => (place === 0 || place === edges.length - 1 ? [edge] : [edge, edge]));
  return {
    title: "Against the normal curve",
    x: { label, format: "percent" },
    y: { label: "share of rows", format: "percent", min: 0 },
    layers: [
      { type: "band", label: "residuals", role: "asset", x: corners, low: steps.map(() => 0), high: steps },
      { type: "line", label: "", role: "asset", x: corners, y: steps },
      { type: "line", label: "normal, same σ", role: "fit", x: normalCurve.at, y: normalCurve.shares },
    ],
  };
}

/** Fatter or thinner tails are said where the residuals are not normal by Jarque–Bera and the kurtosis is on that side. */
function shapeWords({ diagnostics: { jarqueBera, kurtosis } }: FactorFit): string {
  if (jarqueBera.pValue >= 0.05) return "";
  return kurtosis > 3 ? ": a higher peak and fatter tails" : ": no fatter tails";
}

function residualWords(fit: FactorFit, { withAlpha, tailCounts: beyond, distribution }: ResidualReport, returns: ReturnsName): string {
  const [factor, ...others] = fit.factors;
  const top = others.length === 0 ? `${fit.asset} − β·${factor} against ${factor}, a cloud without slope, correlation` : `${fit.asset} − Σ β·f against Σ β·f of ${listed(fit.factors)}, a cloud without slope, largest correlation with a factor`;
  const [tail] = beyond;
  return [
    `Two panels. Top: ${top} ${fixed(withAlpha.correlation, 6)}, n = ${count(fit.sample.observations)}.`,
    `Dashed line at zero; standard deviation ${percent(withAlpha.deviation, 3)} per row.`,
    `Below: distribution of the residuals beside a normal curve of the same standard deviation${shapeWords(fit)}, kurtosis ${number(fit.diagnostics.kurtosis, 3)}.`,
    tail ? `Rows beyond 3 standard deviations: ${count(tail.rows)}; a normal curve has ${number(tail.expected, 2)}.` : "",
    `Rows outside the lower panel's ±5: ${count(distribution.outside)}.`,
    `Returns: ${fit.sample.frequency} ${returns}, ${windowWords(fit.sample)}.`,
  ].join(" ");
}

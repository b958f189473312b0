import { residualAutocorrelation } from "../engine/autocorrelation.ts";
import { runStarts } from "../engine/date-gaps.ts";
import type { Estimate, FactorFit } from "../engine/factor-fit.ts";
import { sumsOverRoot } from "../engine/variance-ratio.ts";
import { periodOf } from "./analysis-reply.ts";
import { runCode } from "./code/runs-code.ts";
import { count, number, pValue, rounded } from "./numbers.ts";

export interface SumsOfRows {
  readonly rows: number;
  /** Their volatility over that of a row times the root of the rows. */
  readonly times: number;
  readonly neighbours: Estimate;
}

/** Less than a tenth is not worth a line. */
const worthSaying = 0.1;

/**
 * How sums of so many residuals vary, where neighbouring ones go together and the sums vary otherwise than the root says by more than
 * chance gives (Lo and MacKinlay's error under independence, their equation 14) and by a tenth. Null of single rows too, and where the
 * sample has fewer than ten such sums.
 */
export function sumsOfRows(fit: FactorFit, rows: number): SumsOfRows | null {
  const neighbours = rows < 2 || 10 * rows > fit.sample.observations ? null : residualAutocorrelation(fit);
  if (neighbours === null || neighbours.pValue >= 0.05) return null;
  const times = sumsOverRoot(fit.rows.residuals, rows, runStarts(fit.rows.days, fit.sample.frequency));
  const error = Math.sqrt((2 * (2 * rows - 1) * (rows - 1)) / (3 * rows * fit.sample.observations));
  return Math.abs(times - 1) < worthSaying || Math.abs(times ** 2 - 1) < 1.96 * error ? null : { rows, times, neighbours };
}

/** "√21 takes JPM's residuals as uncorrelated, and neighbouring ones go together (…). Over 21 days in a row they vary 1.34 times as much as √21 of a day's". */
export function sumsWords({ sample }: FactorFit, { rows, times, neighbours }: SumsOfRows, root: string, asset: string): string {
  const period = periodOf(sample);
  return `${root} takes ${asset}'s residuals as uncorrelated, and neighbouring ones go together (correlation ${rounded(neighbours.value, neighbours.standardError)}, ${pValue(neighbours.pValue)}). Over ${count(rows)} ${period}s in a row they vary ${number(times, 3)} times as much as ${root} of a ${period}'s`;
}

/** variance-ratio.ts in Python, after the lines that make `model`. */
export function sumsCode({ rows: { days }, sample }: FactorFit, sums: SumsOfRows | null): readonly string[] {
  if (sums === null) return [];
  const hasGaps = runStarts(days, sample.frequency).length > 0;
  const products = hasGaps ? "(u[lag:] * u[:-lag] * (run[lag:] == run[:-lag])).sum()" : "u[lag:] @ u[:-lag]";
  return [
    "",
    `# the variance ratio (Lo and MacKinlay 1988): residuals over ${String(sums.rows)} rows in a row against the root of their number`,
    ...runCode(hasGaps ? { hasGaps } : {}, sample),
    "u = model.resid.to_numpy()",
    `ratio = 1 + 2 * sum((1 - lag / ${String(sums.rows)}) * (${products}) for lag in range(1, ${String(sums.rows)})) / (u @ u)`,
    'print(f"times the root: {np.sqrt(ratio):.10g}")',
  ];
}

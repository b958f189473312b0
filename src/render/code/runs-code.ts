import { longestStep } from "../../engine/date-gaps.ts";
import type { Inference, Sample } from "../../engine/factor-fit.ts";

/** How lags were counted: of rows with gaps within each run of rows that follow each other. */
export type CountedLags = Pick<Inference, "lags" | "hasGaps">;

/** `run`: a number for each run of rows that follow each other, of a table or a column; nothing where no lag could reach across a gap. */
export const runCode = ({ hasGaps }: Pick<Inference, "hasGaps">, { frequency }: Pick<Sample, "frequency">, rows = "data"): readonly string[] =>
  hasGaps ? [`run = (${rows}.index.to_series().diff().dt.days > ${String(longestStep[frequency])}).cumsum().to_numpy()  # no lag reaches across missing rows`] : [];

/** Newey and West's sum of `scores`, after `runCode`. */
export const hacSumCode = ({ lags, hasGaps }: CountedLags, scores = "scores"): string =>
  hasGaps ? `sum(S_hac_simple(${scores}[run == k], nlags=${String(lags)}) for k in np.unique(run))` : `S_hac_simple(${scores}, nlags=${String(lags)})`;

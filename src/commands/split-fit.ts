import { isoDay } from "../calendar.ts";
import type { Datasets } from "../datasets/datasets.ts";
import type { DaySpan } from "../engine/series.ts";
import { attempt, type Outcome } from "../outcome.ts";
import { splitCutNotes } from "../render/period-notes.ts";
import { fitOneAsset, type OneAssetFit, type OneAssetOptions } from "./analysis-fit.ts";
import type { InputProblem } from "./analysis-inputs.ts";
import { periodsInSpan } from "./periods-in-window.ts";

export interface SplitFit extends OneAssetFit {
  /** What is set against the other rows: the whole periods of the split's days; null where nothing is split. */
  readonly span: DaySpan | null;
}

/**
 * One asset on its factors, of rows that lie on one side of a split: a week, a month or a year that the split cuts is in
 * neither part, so it is left out of all, and named.
 */
export const fitSplitAsset = (options: OneAssetOptions, split: DaySpan | null, datasets: Datasets): Outcome<SplitFit, InputProblem> =>
  attempt(function* () {
    const all = yield* fitOneAsset(options, datasets);
    if (split === null) return { ...all, span: null };
    const { frequency } = all.settings;
    const { span, cut } = yield* periodsInSpan(split, frequency, datasets);
    const ends = [cut.start, cut.end].filter((end) => end !== null && all.fit.rows.days.includes(end)) as readonly number[];
    if (ends.length === 0) return { ...all, span };
    const cutDays = ends.map((end) => ({ first: isoDay(end), last: isoDay(end) }));
    const fitted = yield* fitOneAsset({ ...options, without: [...(options.without ?? []), ...cutDays] }, datasets);
    return { ...fitted, span, remarks: [...splitCutNotes(ends, frequency), ...(fitted.remarks ?? [])] };
  });

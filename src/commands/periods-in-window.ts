import { dayOfIso } from "../calendar.ts";
import type { Datasets } from "../datasets/datasets.ts";
import type { Window } from "../engine/align-series.ts";
import { periodEndOf } from "../engine/compound.ts";
import type { PartialPeriods } from "../engine/drop-partial-periods.ts";
import type { Sample } from "../engine/factor-fit.ts";
import type { EngineProblem } from "../engine/problem.ts";
import type { DaySpan, Frequency } from "../engine/series.ts";
import { wholePeriodsSpan, wholePeriodsWindow, type WholePeriodsWindow } from "../engine/whole-periods-window.ts";
import type { Outcome } from "../outcome.ts";
import type { CompoundedPeriods, CutPeriods } from "../render/recipe.ts";
import type { InputFacts } from "./analysis-inputs.ts";

interface TypedWindow {
  readonly from: string | null;
  readonly to: string | null;
}

/** The window of whole weeks, months or years within the days as they were typed, by the market's calendar. */
export function periodsInWindow({ from, to }: TypedWindow, frequency: Frequency, datasets: Datasets): Outcome<WholePeriodsWindow, EngineProblem> {
  const calendar = datasets.find("Mkt-RF", "daily");
  return wholePeriodsWindow({ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }, frequency, calendar.ok ? calendar.value.days : null);
}

/** A span of whole weeks, months or years within the days as they were typed, by the market's calendar. */
export function periodsInSpan(span: DaySpan, frequency: Frequency, datasets: Datasets): ReturnType<typeof wholePeriodsSpan> {
  const calendar = datasets.find("Mkt-RF", "daily");
  return wholePeriodsSpan(span, frequency, calendar.ok ? calendar.value.days : null);
}

const isIn = (day: number, { from, to }: Window): boolean => (from === undefined || day >= dayOfIso(from)) && (to === undefined || day <= dayOfIso(to));

/**
 * What a reply says of its own rows: the days that are missing or filled in its weeks, months or years, the returns that
 * were lost in its window, and the periods right before or after its rows that the data or the window's ends cut.
 */
export function factsInSample<F extends Pick<InputFacts, "compounded" | "lost">>(facts: F, sample: Sample, { window, cut }: WholePeriodsWindow): F & Required<Pick<InputFacts, "windowCuts">> {
  return {
    ...facts,
    compounded: inSample(facts.compounded, sample, window),
    lost: facts.lost.map((lost) => ({ ...lost, rows: lost.rows.filter(({ day }) => isIn(day, window)) })),
    windowCuts: cutsBeside(cut, sample),
  };
}

function inSample(compounded: readonly CompoundedPeriods[], sample: Sample, window: Window): readonly CompoundedPeriods[] {
  const [firstDay, lastDay] = [dayOfIso(sample.first), dayOfIso(sample.last)];
  return compounded.map((periods) => {
    const endOf = periodEndOf[periods.frequency];
    const isLeftOut = (day: number): boolean => (sample.without ?? []).some(({ first, last }) => day >= dayOfIso(first) && day <= dayOfIso(last));
    const isInside = (day: number): boolean => endOf(day) >= firstDay && endOf(day) <= lastDay && !isLeftOut(endOf(day));
    // A period without a single day is no row: `blank` counts it.
    const missing = new Set(periods.missing);
    const withDays = new Set(missing.size === 0 || periods.market === null || periods.frequency === "daily" ? [] : Array.from(periods.market.days.filter((day) => !missing.has(day)), endOf));
    const lacksAll = (end: number): boolean => withDays.size > 0 && !withDays.has(end);
    const inWindow = (end: number | null): number | null => (end !== null && isIn(end, window) ? end : null);
    const partial = besideSample({ start: inWindow(periods.partial.start), end: inWindow(periods.partial.end) }, sample, periods.frequency);
    return { ...periods, partial, missing: periods.missing.filter((day) => isInside(day) && !lacksAll(endOf(day))), filled: periods.filled.filter(isInside) };
  });
}

/** The periods right before or after a sample's rows that the window's ends cut; none where they cut none. */
function cutsBeside(cut: PartialPeriods, sample: Sample): readonly CutPeriods[] {
  const beside = besideSample(cut, sample, sample.frequency);
  return beside.start === null && beside.end === null ? [] : [{ frequency: sample.frequency, ...beside }];
}

/** Those that end right before the sample's first period, or come right after its last one. */
function besideSample({ start, end }: PartialPeriods, { first, last }: Sample, frequency: Frequency): PartialPeriods {
  const endOf = periodEndOf[frequency];
  return {
    start: start !== null && endOf(start + 1) === dayOfIso(first) ? start : null,
    end: end !== null && endOf(dayOfIso(last) + 1) === end ? end : null,
  };
}

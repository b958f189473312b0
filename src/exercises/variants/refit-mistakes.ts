import type { Treatment } from "./treatment.ts";
import { halfCutWindows, neighboursVariants, otherColumns, otherFactor, thirdStocks } from "./mistaken-variants.ts";
import type { DataTreatment } from "./mistaken-workings.ts";
import { alphaAsPrinted, asIfDaily, inWeeks, perTradingDay, reversedWorkings, roundedBeta, throughOrigin, withFactorsBeta, withRawReturns, withRawTreated } from "./mistaken-workings.ts";
import { withBeta } from "./model.ts";
import { budgetsGivenOut, decades, fullSample, partsOfSample, sharesGivenOut, shiftedWindows, windowOfLastYear } from "./variant.ts";
import type { Variant, YearWindow } from "./variant.ts";
import type { Workings } from "./workings.ts";

/** A mistake that is made before any formula: other data, another regression, another number in place of β. */
export interface RefitMistake {
  /** data/lessons/exercises/diagnoses.json has words for it. */
  readonly id: RefitMistakeId;
  /**
   * Whether every part is worked out from it, as with another window. Where another number stands in place of β,
   * parts may be right that don't need β.
   */
  readonly ofWholeForm: boolean;
  /** Two where it is two mistakes in one; those are named only where more than one number comes of them. */
  readonly steps: 1 | 2;
  /** Whether nothing else is wrong beside it: of what is one of many, a number with one mistake more is there by chance. */
  readonly alone: boolean;
  /** One of many that are made seldom: where one number alone speaks for it, all of its digits must, and four of them. */
  readonly rare: boolean;
  /** More than one where people who make it go on in different ways; none where this variant can't have it. */
  readonly workings: () => readonly Workings[];
}

/** What a refit mistake may be. */
export const refitMistakeIds = [
  "other-ticker",
  "third-ticker",
  "other-factor",
  "other-column",
  "reversed-regression",
  "other-reversed",
  "whole-sample",
  "window-end-not-cut",
  "window-start-not-cut",
  "window-starts-late",
  "window-starts-early",
  "window-ends-early",
  "window-ends-late",
  "window-year-before",
  "window-year-after",
  "last-year-only",
  "another-window",
  "part-of-sample",
  "another-variant",
  "other-budget",
  "other-share",
  "rf-kept",
  "rf-twice",
  "rf-off-both",
  "rf-on-both",
  "rf-put-back",
  "rf-in-factor",
  "rf-off-factor",
  "rf-in-percent",
  "factor-a-day-late",
  "factor-a-day-early",
  "factor-in-percent",
  "log-returns",
  "blanks-as-zero",
  "monthly-data",
  "weekly-data",
  "month-end-days",
  "three-factors",
  "no-intercept",
  "beta-one",
  "rounded-beta",
  "correlation-for-beta",
  "other-beta",
  "alpha-as-printed",
] as const;

export type RefitMistakeId = (typeof refitMistakeIds)[number];

type WorkingsOf = (variant: Variant, treatment?: Treatment) => Workings | null;

/** Every refit mistake of a variant, the commonest first. */
export function refitMistakes(own: Workings, workingsOf: WorkingsOf): readonly RefitMistake[] {
  const { variant } = own;
  const onVariant = (id: RefitMistakeId, other: Variant | null): RefitMistake => refitMistake(id, true, () => [other === null ? null : withRawReturns(workingsOf(other))]);
  const onWindow = (id: RefitMistakeId, window: YearWindow | null): RefitMistake => onVariant(id, window === null ? null : { ...variant, window });
  const treated = (id: RefitMistakeId, treatment: Treatment): RefitMistake => refitMistake(id, true, () => [workingsOf(variant, treatment)]);
  const dataTreated = (id: RefitMistakeId, treatment: DataTreatment, ...ways: readonly ((workings: Workings) => Workings)[]): RefitMistake =>
    refitMistake(id, true, () => {
      const workings = withRawTreated(workingsOf(variant, treatment), treatment);
      return workings === null ? [] : ways.length === 0 ? [workings] : ways.map((way) => way(workings));
    });
  // What is no other rows than the window's or all is no mistake of its own.
  const onOtherRows = (id: RefitMistakeId, other: YearWindow): RefitMistake =>
    refitMistake(id, true, () => {
      const workings = workingsOf({ ...variant, window: other });
      const same = [own.model, workingsOf({ ...variant, window: fullSample })?.model].some((model) => model?.observations === workings?.model.observations);
      return same ? [] : [workings];
    });
  const withOtherBeta = (id: RefitMistakeId, betaOf: (workings: Workings) => number | undefined): RefitMistake =>
    refitMistake(id, false, () => {
      const beta = betaOf(own);
      return beta === undefined ? [] : [{ ...own, model: withBeta(own.model, beta) }];
    });
  const { comparison, window, budget, share } = variant;
  const swapped = comparison === null ? null : { ...variant, ...comparison, comparison: { asset: variant.asset, factor: variant.factor } };
  const halfCut = halfCutWindows(window);
  const hasWindow = window.from !== undefined || window.to !== undefined;
  // Another pair may share more days; who dropped the rows without the question's own series has only these.
  const ownRows: YearWindow = { id: "own rows", from: own.model.first, to: own.model.last };
  const openEnded = (rows: YearWindow): readonly YearWindow[] => (window.from === undefined || window.to === undefined ? [rows] : []);
  const alsoOnOwnRows = (id: RefitMistakeId, other: Variant | null): readonly RefitMistake[] =>
    [window, ...openEnded(ownRows)].map((rows) => onVariant(id, other === null ? null : { ...other, window: rows }));
  // The course's file of its stocks has the days on which all of them have a return.
  const onFilesRows = (other: Variant): readonly (Workings | null)[] =>
    openEnded(fullSample).map(() => {
      const rows = workingsOf({ ...other, factor: "SPY" })?.model;
      return rows === undefined ? null : withRawReturns(workingsOf({ ...other, window: { id: "file's rows", from: rows.first, to: rows.last } }));
    });

  return [
    ...alsoOnOwnRows("other-ticker", swapped),
    ...alsoOnOwnRows("other-ticker", swapped !== null && swapped.factor !== variant.factor ? { ...swapped, factor: variant.factor } : null),
    ...(swapped === null ? [] : [refitMistake("other-ticker", true, () => onFilesRows({ ...swapped, factor: variant.factor }))]),
    ...alsoOnOwnRows("other-factor", otherFactor(variant)),
    ...thirdStocks(variant).map((others) => refitMistake("third-ticker", true, () => others.flatMap((other) => [withRawReturns(workingsOf(other)), ...onFilesRows(other)]))),
    ...otherColumns(variant).flatMap((other) => alsoOnOwnRows("other-column", other)),
    refitMistake("reversed-regression", true, () => reversedWorkings(own, workingsOf(variant, "reversed"))),
    refitMistake("other-reversed", true, () => (swapped === null ? [] : reversedWorkings(workingsOf(swapped), workingsOf(swapped, "reversed")))),
    onWindow("whole-sample", hasWindow ? fullSample : null),
    ...(halfCut === null ? [] : [onOtherRows("window-end-not-cut", halfCut.endNotCut), onOtherRows("window-start-not-cut", halfCut.startNotCut)]),
    ...shifts.map(([id, first, last]) => refitMistake(id, true, () => shiftedWindows(window, first, last, own.model).map((shifted) => workingsOf({ ...variant, window: shifted })))),
    onWindow("last-year-only", windowOfLastYear(window)),
    ...decades.filter(({ id }) => id !== window.id).map((other) => onWindow("another-window", other)),
    ...(hasWindow ? [] : partsOfSample).map((part) => onWindow("part-of-sample", part)),
    ...budgetsGivenOut.filter((other) => budget !== null && other !== budget).map((other) => onVariant("other-budget", { ...variant, budget: other })),
    ...sharesGivenOut.filter((other) => share !== null && other !== share).map((other) => onVariant("other-share", { ...variant, share: other })),
    treated("rf-kept", "rf-kept"),
    treated("rf-twice", "rf-twice"),
    treated("rf-off-both", "rf-off-both"),
    treated("rf-on-both", "rf-on-both"),
    treated("rf-put-back", "rf-put-back"),
    dataTreated("rf-in-factor", "rf-in-factor"),
    // Off the asset's total return and off the factor is once off both: that mistake has a name.
    refitMistake("rf-off-factor", true, () => (own.treated("rf-kept") === null ? [workingsOf(variant, "rf-off-factor")] : [])),
    treated("rf-in-percent", "rf-in-percent"),
    dataTreated("factor-a-day-late", "factor-a-day-late"),
    dataTreated("factor-a-day-early", "factor-a-day-early"),
    dataTreated("factor-in-percent", "factor-in-percent"),
    dataTreated("log-returns", "log-returns"),
    dataTreated("blanks-as-zero", "blanks-as-zero"),
    dataTreated("monthly-data", "monthly", asItIs, asIfDaily, perTradingDay),
    dataTreated("month-end-days", "month-end-days", asItIs, asIfDaily, perTradingDay),
    dataTreated("weekly-data", "weekly", inWeeks, asIfDaily, (workings) => perTradingDay(inWeeks(workings))),
    ...(["three-factors", "size-and-value-added"] as const).map((treatment) => refitMistake("three-factors", true, () => withFactorsBeta(own, withRawTreated(workingsOf(variant, treatment), treatment)))),
    refitMistake("no-intercept", true, () => throughOrigin(own)),
    withOtherBeta("beta-one", () => 1),
    withOtherBeta("rounded-beta", ({ model }) => roundedBeta(model.beta)),
    withOtherBeta("correlation-for-beta", ({ model }) => model.correlation),
    withOtherBeta("reversed-regression", ({ model }) => model.rSquared / model.beta),
    withOtherBeta("other-beta", (workings) => workings.comparison?.beta),
    refitMistake("alpha-as-printed", false, () => alphaAsPrinted(own)),
    ...neighboursVariants(variant).map((other) => onVariant("another-variant", other)),
  ];
}

const asItIs = (workings: Workings): Workings => workings;

/** The first and the last year by how many years off. */
const shifts = [
  ["window-starts-late", 1, 0],
  ["window-starts-early", -1, 0],
  ["window-ends-early", 0, -1],
  ["window-ends-late", 0, 1],
  ["window-year-before", -1, -1],
  ["window-year-after", 1, 1],
] as const;

function refitMistake(id: RefitMistakeId, ofWholeForm: boolean, find: () => readonly (Workings | null)[]): RefitMistake {
  let found: readonly Workings[] | null = null;
  return { id, ofWholeForm, steps: ofTwoSteps.has(id) ? 2 : 1, alone: id === "another-variant", rare: rareMistakes.has(id), workings: () => (found ??= find().filter((workings) => workings !== null)) };
}

const ofTwoSteps: ReadonlySet<RefitMistakeId> = new Set(["other-reversed", "window-year-before", "window-year-after", "another-variant"]);

const rareMistakes: ReadonlySet<RefitMistakeId> = new Set([
  "third-ticker",
  "other-column",
  "window-end-not-cut",
  "window-start-not-cut",
  "another-variant",
  "rf-on-both",
  "rf-put-back",
  "rf-in-factor",
  "rf-off-factor",
  "factor-a-day-late",
  "factor-a-day-early",
  "weekly-data",
  "rounded-beta",
]);

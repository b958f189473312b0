import type { Treatment } from "./fit-pair.ts";
import { alphaAsPrinted, asIfDaily, perTradingDay, reversedWorkings, throughOrigin } from "./mistaken-workings.ts";
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
  /** More than one where people who make it go on in different ways; none where this variant can't have it. */
  readonly workings: () => readonly Workings[];
}

/** What a refit mistake may be. */
export const refitMistakeIds = [
  "other-ticker",
  "other-factor",
  "reversed-regression",
  "other-reversed",
  "whole-sample",
  "window-starts-late",
  "window-starts-early",
  "window-ends-early",
  "window-ends-late",
  "window-year-before",
  "window-year-after",
  "last-year-only",
  "another-window",
  "part-of-sample",
  "other-budget",
  "other-share",
  "rf-kept",
  "rf-twice",
  "rf-off-both",
  "rf-in-percent",
  "factor-in-percent",
  "log-returns",
  "blanks-as-zero",
  "monthly-data",
  "month-end-days",
  "three-factors",
  "no-intercept",
  "beta-one",
  "correlation-for-beta",
  "other-beta",
  "alpha-as-printed",
] as const;

export type RefitMistakeId = (typeof refitMistakeIds)[number];

type WorkingsOf = (variant: Variant, treatment?: Treatment) => Workings | null;

/** Every refit mistake of a variant, the commonest first. */
export function refitMistakes(own: Workings, workingsOf: WorkingsOf): readonly RefitMistake[] {
  const { variant } = own;
  const onVariant = (id: RefitMistakeId, other: Variant | null): RefitMistake => refitMistake(id, true, () => [other === null ? null : workingsOf(other)]);
  const onWindow = (id: RefitMistakeId, window: YearWindow | null): RefitMistake => onVariant(id, window === null ? null : { ...variant, window });
  const treated = (id: RefitMistakeId, treatment: Treatment, ...more: readonly ((workings: Workings) => Workings)[]): RefitMistake =>
    refitMistake(id, true, () => {
      const workings = workingsOf(variant, treatment);
      return workings === null ? [] : [workings, ...more.map((change) => change(workings))];
    });
  const withOtherBeta = (id: RefitMistakeId, betaOf: (workings: Workings) => number | undefined): RefitMistake =>
    refitMistake(id, false, () => {
      const beta = betaOf(own);
      return beta === undefined ? [] : [{ ...own, model: withBeta(own.model, beta) }];
    });
  const { comparison, window, budget, share } = variant;
  const swapped = comparison === null ? null : { ...variant, ...comparison, comparison: { asset: variant.asset, factor: variant.factor } };
  const hasWindow = window.from !== undefined || window.to !== undefined;
  // Another pair may share more days; who dropped the rows without the question's own series has only these.
  const ownRows: YearWindow = { id: "own rows", from: own.model.first, to: own.model.last };
  const alsoOnOwnRows = (id: RefitMistakeId, other: Variant | null): readonly RefitMistake[] =>
    [window, ...(window.from === undefined || window.to === undefined ? [ownRows] : [])].map((rows) => onVariant(id, other === null ? null : { ...other, window: rows }));

  return [
    ...alsoOnOwnRows("other-ticker", swapped),
    ...alsoOnOwnRows("other-ticker", swapped !== null && swapped.factor !== variant.factor ? { ...swapped, factor: variant.factor } : null),
    ...alsoOnOwnRows("other-factor", otherFactor(variant)),
    refitMistake("reversed-regression", true, () => reversedWorkings(own, workingsOf(variant, "reversed"))),
    refitMistake("other-reversed", true, () => (swapped === null ? [] : reversedWorkings(workingsOf(swapped), workingsOf(swapped, "reversed")))),
    onWindow("whole-sample", hasWindow ? fullSample : null),
    ...shifts.map(([id, first, last]) => refitMistake(id, true, () => shiftedWindows(window, first, last, own.model).map((shifted) => workingsOf({ ...variant, window: shifted })))),
    onWindow("last-year-only", windowOfLastYear(window)),
    ...decades.filter(({ id }) => id !== window.id).map((other) => onWindow("another-window", other)),
    ...(hasWindow ? [] : partsOfSample).map((part) => onWindow("part-of-sample", part)),
    ...budgetsGivenOut.filter((other) => budget !== null && other !== budget).map((other) => onVariant("other-budget", { ...variant, budget: other })),
    ...sharesGivenOut.filter((other) => share !== null && other !== share).map((other) => onVariant("other-share", { ...variant, share: other })),
    treated("rf-kept", "rf-kept"),
    treated("rf-twice", "rf-twice"),
    treated("rf-off-both", "rf-off-both"),
    treated("rf-in-percent", "rf-in-percent"),
    treated("factor-in-percent", "factor-in-percent"),
    treated("log-returns", "log-returns"),
    treated("blanks-as-zero", "blanks-as-zero"),
    treated("monthly-data", "monthly", asIfDaily, perTradingDay),
    treated("month-end-days", "month-end-days", asIfDaily, perTradingDay),
    treated("three-factors", "three-factors"),
    refitMistake("no-intercept", true, () => throughOrigin(own)),
    withOtherBeta("beta-one", () => 1),
    withOtherBeta("correlation-for-beta", ({ model }) => model.correlation),
    withOtherBeta("reversed-regression", ({ model }) => model.rSquared / model.beta),
    withOtherBeta("other-beta", (workings) => workings.comparison?.beta),
    refitMistake("alpha-as-printed", false, () => alphaAsPrinted(own)),
  ];
}

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
  return { id, ofWholeForm, steps: id === "other-reversed" || id === "window-year-before" || id === "window-year-after" ? 2 : 1, workings: () => (found ??= find().filter((workings) => workings !== null)) };
}

/** The chapter uses both for the market. */
function otherFactor(variant: Variant): Variant | null {
  if (variant.factor === "SPY") return { ...variant, factor: "Mkt-RF" };
  return variant.factor === "Mkt-RF" ? { ...variant, factor: "SPY" } : null;
}

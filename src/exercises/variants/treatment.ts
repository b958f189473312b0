/** What is done to the data before a variant's regression, and by each mistake in its place. */
import { dayOfIso, isoDay } from "../../calendar.ts";
import type { Series } from "../../engine/series.ts";
import type { PeriodTreatment } from "./resample.ts";
import type { YearWindow } from "./variant.ts";

/** What is done to the data before the regression; only `excess` and, where it is asked for, `monthly` are right. */
export type Treatment = TreatmentOfExcess | PartTreatment | `raw ${TreatmentOfExcess}`;

/** With "raw " before it: with the risk-free rate left in the asset's return besides. */
type TreatmentOfExcess =
  | "excess"
  | "reversed"
  | "rf-kept"
  | "rf-twice"
  | "rf-off-both"
  | "rf-on-both"
  | "rf-put-back"
  | "rf-in-factor"
  | "rf-off-factor"
  | "rf-in-percent"
  | "factor-in-percent"
  | "factor-a-day-late"
  | "factor-a-day-early"
  | "log-returns"
  | "blanks-as-zero"
  /** Another convention, accepted beside `monthly`. */
  | "complete-months"
  /** The three-factor model's fit in place of the one-factor one: its α, its market β, its R². */
  | "three-factors"
  /** With the question's own factor for the market. */
  | "size-and-value-added"
  | PeriodTreatment;

/** The days before an ISO date, or that day and those after it. */
type PartTreatment = `before ${string}` | `since ${string}`;

export const isOfRaw = (treatment: TreatmentOfExcess | `raw ${TreatmentOfExcess}`): treatment is `raw ${TreatmentOfExcess}` => treatment.startsWith("raw ");
export const ofExcess = (treatment: `raw ${TreatmentOfExcess}`): TreatmentOfExcess => treatment.slice("raw ".length) as TreatmentOfExcess;

export const isPart = (treatment: Treatment): treatment is PartTreatment => /^(?:before|since) /u.test(treatment);

/** Its days of a window. */
export function partOf({ id, from, to }: YearWindow, part: PartTreatment): YearWindow {
  const [side, day = ""] = part.split(" ");
  if (side === "since") return { id: `${id} ${part}`, from: from !== undefined && from > day ? from : day, ...(to !== undefined && { to }) };
  const last = isoDay(dayOfIso(day) - 1);
  return { id: `${id} ${part}`, ...(from !== undefined && { from }), to: to !== undefined && to < last ? to : last };
}

/** Those that need the risk-free rate on each of the rows. */
export const needsRates: ReadonlySet<Treatment> = new Set(["rf-twice", "rf-off-both", "rf-on-both", "rf-put-back", "rf-in-factor", "rf-off-factor", "rf-in-percent"]);

/** The asset's returns as the treatment has them; `kind` is that of the series as it is loaded. */
export function treatedAsset(values: Float64Array, rates: Float64Array, treatment: Treatment, kind: Series["kind"]): Float64Array {
  if (treatment === "log-returns") return values.map(Math.log1p);
  // Off both columns once: a total return is an excess return then, an excess return has lost the rate twice.
  const again = treatment === "rf-twice" || (treatment === "rf-off-both" && kind === "excess");
  // Put back on an excess return; on a total return, added where it should come off.
  const added = treatment === "rf-put-back" || (treatment === "rf-on-both" && kind === "excess");
  const ratesOff = again ? 1 : added ? -1 : treatment === "rf-in-percent" ? 100 : 0;
  return ratesOff === 0 ? values : values.map((value, row) => value - ratesOff * (rates[row] ?? Number.NaN));
}

/** The factor's. */
export function treatedFactor(values: Float64Array, rates: Float64Array, treatment: Treatment): Float64Array {
  if (treatment === "log-returns") return values.map(Math.log1p);
  if (treatment === "factor-in-percent") return values.map((value) => 100 * value);
  const ratesOff = offFactor.has(treatment) ? 1 : inFactor.has(treatment) ? -1 : 0;
  return ratesOff === 0 ? values : values.map((value, row) => value - ratesOff * (rates[row] ?? Number.NaN));
}

const offFactor: ReadonlySet<Treatment> = new Set(["rf-off-both", "rf-off-factor"]);
const inFactor: ReadonlySet<Treatment> = new Set(["rf-on-both", "rf-in-factor"]);

/** Joined a row too late or too early: each return stands beside the factor's of the row before, or after. */
export function shiftedFactor(days: Int32Array, values: Float64Array, treatment: Treatment): Pick<Series, "days" | "values"> {
  if (treatment === "factor-a-day-late") return { days: days.slice(1), values: values.slice(0, -1) };
  return treatment === "factor-a-day-early" ? { days: days.slice(0, -1), values: values.slice(1) } : { days, values };
}

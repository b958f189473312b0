import * as v from "valibot";

/** What a file's numbers are: excess returns, total returns, price levels, or rates. */
export const contentKinds = ["excess", "total", "prices", "rate"] as const;
export const dateOrders = ["dmy", "mdy"] as const;
export const weekDates = ["begin", "end"] as const;
export const rateUnits = ["decimal", "percent", "percent-per-year", "decimal-per-year"] as const;
export const regions = [
  "Developed",
  "Developed_ex_US",
  "Europe",
  "Japan",
  "Asia_Pacific_ex_Japan",
  "North_America",
  "Emerging",
  "US",
] as const;

/** Today's rules of names: stored with an import, so that it is read by them for good. */
export const namingRules = 4;

/** Whether a file is read by the rules from that number on; a file that is only looked at, by today's. */
export const hasRules = ({ rules = namingRules }: ReadOptions, since: number): boolean => rules >= since;

/** What a person can say of a file where the file itself does not: the importer's options, kept with the file. */
export const readOptions = v.object({
  kind: v.optional(v.picklist(contentKinds)),
  /** The name of the one series in it. */
  as: v.optional(v.string()),
  /** The column to take, by its name. */
  column: v.optional(v.string()),
  dates: v.optional(v.picklist(dateOrders)),
  /** A weekly row's date begins its week or ends it. */
  weeks: v.optional(v.picklist(weekDates)),
  /** The returns are percent. */
  percent: v.optional(v.boolean()),
  /** Numbers that stand for a missing value. */
  missing: v.optional(v.array(v.number())),
  /** Words of a section's title, or its number from 1. */
  section: v.optional(v.string()),
  unit: v.optional(v.picklist(rateUnits)),
  region: v.optional(v.picklist(regions)),
  /** Doubtful days were seen and accepted. */
  accept: v.optional(v.boolean()),
  /** Rules by which names are understood: 0 for files that were imported before columns had the names of ratios and of annual rates, 1 before columns beside prices were left out, 2 before a name said that its returns are excess, 3 before months in columns and codes among prices were asked about. */
  rules: v.optional(v.number()),
  /** The day of the import (ISO): the month that it lies in has not ended. */
  asOf: v.optional(v.string()),
});

export type ReadOptions = v.InferOutput<typeof readOptions>;

import type { Sample } from "../engine/factor-fit.ts";
import { isoDay } from "../calendar.ts";
import { count, percent } from "./numbers.ts";
import type { CompoundedPeriods } from "./recipe.ts";

/** What a person should know about the rows before trusting a number: RF subtracted, a sample made shorter. */
export function sampleNotes(facts: {
  readonly sample: Sample;
  readonly riskFreeSubtracted: readonly string[];
  readonly compounded: readonly CompoundedPeriods[];
}): readonly string[] {
  const { sample, riskFreeSubtracted, compounded } = facts;
  return [
    ...riskFreeSubtracted.map((id) => `${id} is a total return: I subtracted RF to make it an excess return.`),
    ...sample.shortenedBy.map(
      ({ series, rows }) => `${series} has no return on ${count(rows)} of the asset's ${periods[sample.frequency]}: those rows are left out.`,
    ),
    ...missingNotes(compounded),
    ...filledNotes(compounded),
  ];
}

/** Months and years that lack days, series that lack the same ones together, with the day that matters most. */
function missingNotes(compounded: readonly CompoundedPeriods[]): readonly string[] {
  const lacking = compounded.filter(({ missing }) => missing.length > 0);
  const keyOf = ({ frequency, missing }: CompoundedPeriods): string => `${frequency} ${missing.join()}`;
  const groups = new Map(lacking.map((periods) => [keyOf(periods), periods]));
  return [...groups].map(([key, first]) => {
    const { frequency, missing } = first;
    const ids = [...new Set(lacking.filter((periods) => keyOf(periods) === key).map(({ series }) => series))];
    const [one, several] = unitOf[frequency];
    const lack = new Set(Array.from(missing, (day) => isoDay(day).slice(0, frequency === "annual" ? 4 : 7))).size;
    return (
      `${lack === 1 ? `1 ${one} lacks` : `${count(lack)} ${several} lack`} days: ${listed(ids)} ${ids.length === 1 ? "has" : "have"} no return on ${missing.length === 1 ? "a day" : `${count(missing.length)} days`} on which the market traded${largestMove(first)}. ${lack === 1 ? `That ${one} is` : `Those ${several} are`} compounded from the days that are there.`
    );
  });
}

const unitOf = { monthly: ["month", "months"], annual: ["year", "years"] } as const;

/** The missing day on which the market moved most; without its returns, the first one. */
function largestMove({ missing, market }: CompoundedPeriods): string {
  const first = missing[0];
  if (first === undefined) return "";
  const moves = market === null ? [] : Array.from(missing, (day) => ({ day, move: market.values[market.days.indexOf(day)] ?? 0 }));
  const largest = moves.toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move))[0];
  if (largest === undefined || market === null) return missing.length === 1 ? ` (${isoDay(first)})` : `, ${isoDay(first)} the first`;
  const move = `${isoDay(largest.day)} (${market.id} ${percent(largest.move, 3)})`;
  return missing.length === 1 ? `, ${move}` : `, ${move} among them`;
}

/** Where days came from that the series' own file has not. */
function filledNotes(compounded: readonly CompoundedPeriods[]): readonly string[] {
  const notes = compounded.flatMap(({ series, filled, filledFrom }) =>
    filledFrom === null || filled.length === 0 ? [] : [`On ${filled.length === 1 ? "1 day" : `${count(filled.length)} days`} that ${filled.length === 1 ? "is" : "are"} blank in ${series}'s excess returns, its total return of ${filledFrom.file} less RF is taken.`],
  );
  return [...new Set(notes)];
}

const listed = (ids: readonly string[]): string => [ids.slice(0, -1).join(", "), ids.at(-1) ?? ""].filter((part) => part !== "").join(" and ");

const periods = { daily: "days", monthly: "months", annual: "years" } as const;

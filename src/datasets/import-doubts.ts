import { byPrecedence } from "./by-precedence.ts";
import { dateDoubts } from "./date-doubts.ts";
import { skippedDays } from "./skipped-days.ts";
import { dayDoubts } from "./day-doubts.ts";
import { shiftDoubt, shiftedStretchDoubt } from "./shift-doubts.ts";
import type { DataFile, FileSeries } from "./file-contents.ts";
import { lostDividendsDoubt, oneSidedDoubt, otherSeriesDoubt } from "./name-doubts.ts";
import type { DayDoubt } from "./problem.ts";
import { peersOf } from "./peers.ts";
import { continuedBy, type OtherImport } from "./other-imports.ts";

export function doubtsOf(data: DataFile, others: readonly OtherImport[], asOf: string): readonly DayDoubt[] {
  const isLibrarys = data.form === "French's library";
  const frequencies = [...new Set(data.series.map(({ frequency }) => frequency))];
  const markets = new Map(frequencies.map((frequency) => [frequency, marketOf(frequency, data, others)]));
  const allPeers = new Map(isLibrarys ? [] : frequencies.map((frequency) => [frequency, peersOf(data.series, frequency)]));
  const shiftOf = (series: FileSeries): DayDoubt | null => {
    const market = markets.get(series.frequency);
    const peers = allPeers.get(series.frequency) ?? null;
    const isOwn = market === undefined || market === series;
    const whole = isOwn || series.kind !== "total" ? null : shiftDoubt(series, market);
    if (whole !== null || isLibrarys) return whole;
    return (isOwn ? null : shiftedStretchDoubt(series, market, market.id)) ?? (peers === null ? null : shiftedStretchDoubt(series, peers.without(series), null));
  };
  return data.series.flatMap((series) => {
    const shift = shiftOf(series);
    return [...dayDoubts(series, isLibrarys), ...(isLibrarys ? [] : [...dateDoubts(series, asOf), ...skippedDays(series)]), ...(shift === null ? [] : [shift])];
  });
}

/** What speaks against a merge: another series of the same name, or a close over an adjusted close. */
export function nameDoubts(data: DataFile, others: readonly OtherImport[]): readonly DayDoubt[] {
  const isPlainClose = ({ notes }: DataFile, id: string): boolean => notes.some((note) => note.kind === "plain-close" && note.series === id);
  return continuedBy(data, others).flatMap(({ series, older, olderFile }) => {
    const isCloser = isPlainClose(data, series.id) && !isPlainClose(olderFile, older.id) && older.provenance.layout === "prices";
    const doubt = otherSeriesDoubt(series, older) ?? (isCloser ? lostDividendsDoubt(series, older) : null) ?? oneSidedDoubt(series, older);
    return doubt === null ? [] : [doubt];
  });
}

export const marketOf = (frequency: FileSeries["frequency"], data: DataFile, others: readonly OtherImport[]) =>
  byPrecedence([data, ...others.map((other) => other.data)])
    .flatMap(({ series }) => series)
    .find((series) => series.id === "Mkt-RF" && series.frequency === frequency);

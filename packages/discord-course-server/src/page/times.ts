/** Moments in the reader's own zone and language, worded as Discord words them. */

const format = (options: Intl.DateTimeFormatOptions): ((moment: Date) => string) => {
  const made = new Intl.DateTimeFormat(undefined, options);
  return (moment) => made.format(moment);
};

export const clockTime = format({ timeStyle: "short" });
const shortDate = format({ dateStyle: "short" });
export const fullMoment = format({ dateStyle: "full", timeStyle: "short" });
export const dayLabel = format({ dateStyle: "long" });

/** A number that is the same for all moments of one calendar day. */
export const dayOf = (moment: Date): number => new Date(moment).setHours(0, 0, 0, 0);

/** "10:21" today, "Yesterday at 10:21", else the date with the time. */
export function messageTime(moment: Date, now: Date): string {
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (dayOf(moment) === dayOf(now)) return clockTime(moment);
  if (dayOf(moment) === dayOf(yesterday)) return `Yesterday at ${clockTime(moment)}`;
  return `${shortDate(moment)}, ${clockTime(moment)}`;
}

const longTime = format({ dateStyle: "long", timeStyle: "short" });

const byStyle: Readonly<Record<string, (moment: Date) => string>> = {
  t: clockTime,
  T: format({ timeStyle: "medium" }),
  d: shortDate,
  D: dayLabel,
  f: longTime,
  F: fullMoment,
};

/** Discord's `<t:seconds:style>`; without a style it is "f". */
export function timestamp(moment: Date, style: string, now: Date): string {
  if (style === "R") return relative(moment, now);
  return (byStyle[style] ?? longTime)(moment);
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** "in 2 hours", "3 days ago". */
export function relative(moment: Date, now: Date): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

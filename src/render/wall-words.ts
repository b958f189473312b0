const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment (epoch milliseconds) as the clocks of a time zone show it: "Mon 2026-11-30, 09:00 EST". For where Discord writes no times. */
export function wallWords(moment: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", weekday: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { weekday = "", year = "", month = "", day = "", hour = "", minute = "", timeZoneName = "" } = parts;
  return `${weekday} ${year}-${month}-${day}, ${hour}:${minute} ${timeZoneName}`;
}

import { msPerDay } from "../../calendar.ts";

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: msPerDay, w: 7 * msPerDay };
const spanPart = /(\d{1,4}(?:[.,]\d{1,2})?)\s*(w|d|h|m)(?:(?:ee)?ks?|ays?|(?:ou)?rs?|in(?:ute)?s?)?(?:\s*(?:,|and|&)?\s*)/giu;

/** Whether it counts from now on, as "20m" does. */
export const isSpan = (text: string): boolean => spanOf(text.trim()) !== null;

/** "20m", "2h30m", "2h30", "1.5h", "+10m", "in 3 days", "1 week", "half an hour", in milliseconds. */
export function spanOf(text: string): number | null {
  const [, typed = ""] = /^(?:in\s+|\+\s*)?(.+)$/iu.exec(text) ?? [];
  const words = typed.replace(/^half an hour$/iu, "30m").replace(/^an?\s+(?=[a-z])/iu, "1 ").replace(/(?<=\d\s*h\s*)(\d{1,2})$/iu, "$1m");
  const parts = [...words.matchAll(spanPart)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== words) return null;
  return parts.reduce((sum, [, number = "", unit = ""]) => sum + Math.round(Number(number.replace(",", ".")) * (units[unit.toLowerCase()] ?? 0)), 0);
}

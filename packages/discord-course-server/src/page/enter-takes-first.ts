import type { CommandValues } from "./command-values.ts";
import type { Offer } from "./suggestions.ts";

/** A command, a name or a value half typed is completed by Enter, as in Discord; a line that can be sent is sent. */
export function enterTakesFirst(offer: Offer | null, read: CommandValues | null, text: string): boolean {
  const [first] = offer?.entries ?? [];
  if (offer === null || first === undefined) return false;
  if (first.kind === "command") return read === null || read.faults.length > 0;
  if (first.kind !== "value") return first.kind === "mention";
  // The list may still be that of a shorter text: what it begins with has to hold what stands there.
  const typed = text.slice(offer.start, offer.end).replace(/^[^\s:"]+:/u, "").replaceAll('"', "").trim().toLowerCase();
  const words = [first.label, String(first.value)].map((each) => each.toLowerCase());
  const isWhole = offer.entries.some((entry) => entry.kind === "value" && [entry.label, String(entry.value)].some((each) => each.toLowerCase() === typed));
  return !isWhole && words.some((each) => each.includes(typed));
}

/** The text after an entry of the list was chosen. */
import type { CommandListing } from "../page-protocol.ts";
import { typedValue, runsOn } from "./command-line.ts";
import type { Chosen } from "./option-value.ts";
import type { Entry, Offer } from "./suggestions.ts";

export interface Completed {
  readonly text: string;
  readonly cursor: number;
  /** What the inserted text stands for, where that differs from it. */
  readonly chosen: (Chosen & { readonly option: string }) | null;
}

/** A command as one begins to type it: with the name of its first option where that is required. */
export function beginningOf({ path, options: [first] }: CommandListing): string {
  return `/${path.join(" ")} ${first?.required ? `${first.name}:` : ""}`;
}

export function complete(text: string, offer: Offer, entry: Entry): Completed {
  switch (entry.kind) {
    case "command": {
      const isAlone = text.slice(offer.end).trim() === "";
      return put(text, 0, offer.end, isAlone ? beginningOf(entry.listing) : `${entry.label} `, null);
    }
    case "option":
      return put(text, offer.start, offer.end, `${entry.option.name}:`, null);
    case "mention":
      return put(text, offer.start, offer.end, `${entry.label} `, null);
    case "value":
    case "file": {
      const shown = entry.kind === "value" ? shownFor(entry.label, entry.value) : entry.label;
      const mayRunOn = offer.line !== null && runsOn(offer.line.command) === entry.option;
      const words = `${entry.option.name}:${typedValue(shown, mayRunOn)} `;
      const value = entry.kind === "value" ? entry.value : entry.label;
      return put(text, offer.start, offer.end, words, { option: entry.option.name, shown, value });
    }
  }
}

/** A value that its label spells out, like "JPM" of "JPM · JPMorgan Chase", is what one would type; ids are not. */
function shownFor(label: string, value: string | number | boolean): string {
  const words = String(value);
  return label.toLowerCase().startsWith(words.toLowerCase()) ? words : label;
}

function put(text: string, start: number, end: number, words: string, chosen: Completed["chosen"]): Completed {
  const before = text.slice(0, start);
  const gap = before === "" || /\s$/.test(before) ? "" : " ";
  const after = words.endsWith(" ") ? text.slice(end).trimStart() : text.slice(end);
  return { text: before + gap + words + after, cursor: start + gap.length + words.length, chosen };
}

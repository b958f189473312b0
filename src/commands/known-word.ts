import type { Problem } from "../render/problem.ts";
import type { AppContext } from "./app-context.ts";
import type { Option, RawOption } from "./options/option.ts";
import { withoutWords } from "./without-words.ts";

/** Words for how often returns are measured; "daily" and "monthly" are read wherever an option takes them. */
export const frequencyWord = /^(?:week(?:s|ly)?|quarter(?:s|ly)?|annual(?:ly)?|yearly|hourly|intraday|minutely|fortnightly|bi-?weekly)$/iu;

/** A word of the course that names nothing which this command takes: no series is called that. */
export function knownWord(command: string, options: Readonly<Record<string, Option<unknown>>>, raw: Readonly<Record<string, RawOption>>, context: AppContext): Problem | null {
  const words = Object.values(raw).flatMap((value) => (typeof value === "string" ? value.split(/[\s,;]+/u) : []));
  const isSeries = Object.values(options).some(({ series }) => series !== undefined);
  if (!isSeries) return null;
  const takesModel = Object.values(options).some(({ series }) => series?.as === "model");
  const model = words.find((word) => /^(?:ff[3-6](?:-published)?|carhart)$/iu.test(word));
  if (model !== undefined && !takesModel && "factor" in options) return { kind: "takes-one-factor", command, word: model };
  const frequency = words.find((word) => frequencyWord.test(word));
  // A word that an option takes goes there.
  if (frequency === undefined || Object.values(options).some(({ claims }) => claims?.(frequency, "daily"))) return null;
  const adjective = frequencyCalled(frequency);
  const own = context.commandList.find(({ name }) => name === command)?.instead["frequency"];
  const other = context.commandList.find(({ instead }) => instead["frequency"]?.values.includes(adjective));
  const does = other?.instead["frequency"]?.does ?? null;
  if (own?.values.includes(adjective)) {
    // Alone, another command may show it; yearly returns none does.
    return adjective === "annual" ? { kind: "option-elsewhere", command, word: frequency, does, takers: [], rest: withoutWords(raw, frequencyWord) } : null;
  }
  const settings = context.commandList.map(({ options: { frequency: listed } }) => listed?.choices ?? []).find((choices) => choices.length > 0) ?? [];
  // A command without frequencies says which others have.
  if (own === undefined && options["frequency"] === undefined && settings.some(({ value }) => value === adjective)) return null;
  const elsewhere = own === undefined && other !== undefined && does !== null ? { command: other.name, does } : null;
  return { kind: "no-such-frequency", word: adjective, has: own?.values.length ? own.values : settings.map(({ value }) => value), elsewhere };
}

function frequencyCalled(word: string): string {
  const folded = word.toLowerCase();
  if (/^(?:annual|yearly)/u.test(folded)) return "annual";
  return folded.startsWith("week") ? "weekly" : folded.startsWith("quarter") ? "quarterly" : folded;
}

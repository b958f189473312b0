/** An entry of the glossary that a question names and asks nothing else of: "what is tracking error?", "explain R²". */
import { commandAbout } from "./askable-command.ts";
import { plainReading } from "./command-readings.ts";
import type { Knowledge, Reading, Understanding } from "./understanding.ts";

const asks = /^(?:please\s+)?(?:what(?:[’']?s|\s+is|\s+are)|explain|define|describe)\s+/iu;
const article = /^(?:an?|the)\s+/iu;

/** The whole question, or what it asks to have explained, is a name of the entry; null for none. */
function namedEntry(question: string, { lessons, commands }: Pick<Knowledge, "lessons" | "commands">): Reading | null {
  const named = question.trim().replace(asks, "");
  const entry = [question, named, named.replace(article, "")].map((text) => lessons.find(text)).find((found) => found !== null) ?? null;
  return entry === null ? null : plainReading({ command: commandAbout(commands, "lesson"), options: { topic: entry.id } }, 0);
}

/**
 * With the entry that the question names among what is offered, whatever the classifier has learnt: an entry that was
 * added since is found under its names. What somebody feels, or wants done for them, is met as that whatever it is called.
 */
export function withNamedEntry(understood: Understanding, question: string, knowledge: Pick<Knowledge, "lessons" | "commands">): Understanding {
  if (understood.kind === "distress" || understood.kind === "declined") return understood;
  const entry = namedEntry(question, knowledge);
  if (entry === null) return understood;
  // A name is no greeting, no date and no file.
  if (!("alternatives" in understood)) return { kind: "unsure", alternatives: [entry], words: "words" in understood ? understood.words : "" };
  const shown = [...(understood.kind === "confident" ? [understood.reading] : []), ...understood.alternatives.slice(0, mostOffered)];
  return shown.some((reading) => explains(reading, entry)) ? understood : { ...understood, alternatives: [entry, ...understood.alternatives].slice(0, mostOffered) };
}

/** Of one entry, or of two side by side. */
const explains = ({ call: { command, options } }: Reading, entry: Reading): boolean =>
  command === entry.call.command && [options["topic"], options["versus"]].includes(entry.call.options["topic"]);

const mostOffered = 2;

import * as v from "valibot";
import { FaultyTexts } from "../written-text.ts";

const question = v.pipe(v.string(), v.check((text) => text.trim() !== "", "is no question"), v.maxLength(200, "is too long for an example"));
/** Short questions by what they want. */
const questionLists = v.record(v.string(), v.pipe(v.array(question), v.nonEmpty("has no questions")));

/** How people ask: example questions for each intent, and for entries of the glossary in other words than their names. */
export interface Phrasings {
  /** Questions by what they want: a command's name, "explain", "no-advice" or "off-topic". */
  readonly intents: ReadonlyMap<string, readonly string[]>;
  /** Questions by the id of the entry that answers them. */
  readonly topics: ReadonlyMap<string, readonly string[]>;
}

/** What phrasings may be filed under. */
export interface PhrasingLinks {
  readonly commands: readonly string[];
  readonly topics: readonly string[];
}

/** What stands for a thing that changes from question to question. */
const slots: ReadonlySet<string> = new Set(["{ticker}", "{money}", "{date}", "{number}", "{topic}", "{factor}"]);
/** Intents that are no command. */
const nonCommandIntents: readonly string[] = ["no-advice", "off-topic", "course-fact", "distress", "greeting", "thanks", "graded-work", "instructions"];
/** A question with two intents teaches neither; an intent with fewer examples is not learnt. */
const minimumExamples = 10;

/** Throws one Error that lists every fault: these are our own files, so the program does not start with one. */
export function readPhrasings(intents: unknown, topics: unknown, links: PhrasingLinks): Phrasings {
  const faults: string[] = [];
  const read = (file: string, content: unknown, allowed: readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const parsed = v.safeParse(questionLists, content);
    if (!parsed.success) {
      faults.push(...parsed.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? ""}: ${issue.message}`));
      return new Map();
    }
    for (const [name, texts] of Object.entries(parsed.output)) {
      if (!allowed.includes(name)) faults.push(`${file}: ${name}: there is no such thing to ask for`);
      for (const text of texts) {
        const unknown = (text.match(/\{[^}]*\}/gu) ?? []).find((slot) => !slots.has(slot));
        if (unknown !== undefined) faults.push(`${file}: ${name}: "${text}": ${unknown} is no placeholder`);
      }
    }
    return new Map(Object.entries(parsed.output));
  };
  const phrasings: Phrasings = {
    intents: read("phrasings.json", intents, [...links.commands, ...nonCommandIntents]),
    topics: read("phrasings-topics.json", topics, links.topics),
  };
  const owners = new Map<string, string>();
  for (const [intent, questions] of phrasings.intents) {
    if (questions.length < minimumExamples) faults.push(`phrasings.json: ${intent}: has fewer than ${String(minimumExamples)} questions`);
    for (const question of questions) {
      const owner = owners.get(question);
      if (owner !== undefined) faults.push(`phrasings.json: "${question}" stands under ${owner} and ${intent}`);
      owners.set(question, intent);
    }
  }
  if (faults.length > 0) throw new FaultyTexts("phrasings", faults);
  return phrasings;
}

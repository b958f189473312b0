/**
 * A reading whose command or entry somebody else chose: a hosted model, from a list. Everything in the call but that name
 * is read from the question by the grammar, so that no number, date or condition comes from the choice; an asset comes
 * from it only where the question names none that is known, and then the reading is offered and not run.
 */
import { commandAbout, isAbout } from "./askable-command.ts";
import { distinct } from "./candidates.ts";
import { plainReading, readingsOf } from "./command-readings.ts";
import { isOffTopic } from "./off-topic.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { questionParser, unknownWords } from "./question-parser.ts";
import { reconcileReading } from "./reconcile-reading.ts";
import { topicIndex } from "./topic-index.ts";
import { turnsRound } from "./turned-round.ts";
import type { Knowledge, Reading, Understanding } from "./understanding.ts";

/** One of `choosable`, with the asset that it is said to be about. */
export interface Chosen {
  readonly of: "command" | "entry";
  readonly id: string;
  readonly asset: string | null;
}

/** What may be chosen: commands that compute from data, and entries that explain; nothing that stores, posts or is anybody's own. */
interface Choosable {
  readonly commands: readonly string[];
  readonly entries: readonly { readonly id: string; readonly name: string }[];
  readonly assets: readonly string[];
}

type Unsure = Extract<Understanding, { readonly kind: "unsure" }>;

export interface ChosenReadings {
  readonly choosable: Choosable;
  /** Whether a question has words of the course, and others than a name: of anything else, nobody is asked. */
  isAskable(question: string, understanding: Unsure): boolean;
  /**
   * The understanding with the choice: run where the reader had offered the same call itself, knows each word of the
   * question and nothing of it is unclear; else offered first.
   */
  withChoice(question: string, understanding: Unsure, chosen: Chosen): Understanding;
}

export function chosenReadings(knowledge: Knowledge): ChosenReadings {
  const topics = topicIndex(knowledge.lessons, knowledge.phrasings);
  const parse = questionParser(knowledge, topics);
  const choosable = choosableOf(knowledge);
  return {
    choosable,
    isAskable(question, { words }) {
      const parsed = parse(question);
      return words !== "" && parsed.words.length > 0 && !isOffTopic(parsed.text) && !isOffTopic(question.toLowerCase());
    },
    withChoice(question, understanding, chosen) {
      const parsed = parse(question);
      const reading = readingOf(parsed, chosen, choosable, knowledge);
      if (reading === null) return understanding;
      const { alternatives } = understanding;
      const isOfQuestion = parsed.assets.length > 0 || reading.call.options["topic"] !== undefined || parsed.factors.length > 0;
      // As for the reader: one day's rows are too few for any estimate.
      const isOneDay = reading.call.options["from"] !== undefined && reading.call.options["from"] === reading.call.options["to"];
      const isClear = !isOneDay && parsed.words.length > 0 && parsed.unclear.length === 0 && unknownWords(parsed.words, topics).length === 0;
      const others = distinct([reading, ...alternatives]).slice(1);
      if (isOfQuestion && isClear && others.length < alternatives.length) return { kind: "confident", reading, alternatives: others };
      return { ...understanding, alternatives: [reading, ...others].slice(0, mostOffered) };
    },
  };
}

const mostOffered = 2;

const choosableOf = ({ commands, lessons, series }: Knowledge): Choosable => ({
  commands: [...commands.filter(isAbout("assets")), ...commands.filter(isAbout("own-number"))].map(({ name }) => name),
  // What the chapter asks a reader to think about is no explanation.
  entries: lessons.all.filter(({ kind }) => kind !== "prompt").map(({ id, name }) => ({ id, name })),
  // The course's own first.
  assets: [...series].sort((one, other) => Number(other.isUsual) - Number(one.isUsual)).map(({ id }) => id),
});

/** Null where the question makes no call of what was chosen, or one that would turn it round. */
function readingOf(question: ParsedQuestion, { of, id, asset }: Chosen, choosable: Choosable, knowledge: Knowledge): Reading | null {
  if (of === "entry") {
    if (!choosable.entries.some((entry) => entry.id === id)) return null;
    const [ticker, ...more] = question.assets.filter((named) => choosable.assets.includes(named));
    return plainReading({ command: commandAbout(knowledge.commands, "lesson"), options: { topic: id, ...(ticker === undefined || more.length > 0 ? {} : { ticker }) } }, 0);
  }
  if (!choosable.commands.includes(id)) return null;
  if (id === commandAbout(knowledge.commands, "own-number")) return reconcileReading(question, { command: id, chance: 0, bookFigures: knowledge.bookFigures });
  const command = knowledge.commands.filter(isAbout("assets")).find(({ name }) => name === id);
  const isKnown = asset !== null && choosable.assets.includes(asset);
  const parsed = question.assets.length > 0 || !isKnown ? question : { ...question, assets: [asset] };
  const [reading] = command === undefined ? [] : readingsOf(command, 0, parsed, knowledge);
  return reading === undefined || turnsRound(reading.call, question) ? null : reading;
}

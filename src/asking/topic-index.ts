import MiniSearch from "minisearch";
import { foldName } from "../glossary/fold-name.ts";
import type { Lesson } from "../glossary/lesson.ts";
import type { Lessons } from "../glossary/lessons.ts";
import { commonWords } from "./common-words.ts";
import { topicSimilarity, type TopicMatch } from "./topic-similarity.ts";
import type { Phrasings } from "./phrasings.ts";
import { wordForm } from "./word-form.ts";

/** An entry of whose names one stands in the question, whole. */
interface NamedTopic {
  readonly lesson: Lesson;
  /** Telling words of that name. */
  readonly length: number;
  /** How rare they are among the names. */
  readonly weight: number;
  /** The word behind the name ("my" and the like passed over), null at the end: "alpha male" is about something else than alpha. */
  readonly next: string | null;
}

export interface Topics {
  /** The entries nearest to the words, best first. */
  search(words: readonly string[]): readonly TopicMatch[];
  /** The entries that the words name, the longest name first. */
  mentionedIn(words: readonly string[]): readonly NamedTopic[];
  /** The entries that a question as a whole is like, best first: for questions in other words than the names. */
  similarTo(text: string): readonly TopicMatch[];
  /** Whether a word, in any of its forms, occurs in a name of the glossary. */
  isGlossaryWord(word: string): boolean;
  /** Whether questions about the course use it, in any of its forms: at least two of the phrasings do. */
  isCourseWord(word: string): boolean;
}

/** One of an entry's names, as the index holds it. */
interface IndexedName {
  readonly lesson: Lesson;
  readonly forms: readonly string[];
  /** Its everyday words: little is missing where a question leaves them out. */
  readonly fillers: readonly string[];
}

/**
 * An index over all names of the glossary. What is near is first retrieved by BM25 with a few letters' tolerance,
 * then scored: how far the best name and the question say the same (Dice, words weighted by how rare they are among
 * the names), and how much of the question all names of the entry together cover.
 */
export function topicIndex({ all }: Lessons, phrasings: Phrasings): Topics {
  const names = all.flatMap((lesson) => [lesson.id, lesson.name, ...lesson.otherNames].map((name) => nameOf(lesson, name)));
  const lessonsByForm = new Map<string, Set<Lesson>>();
  for (const { lesson, forms } of names) {
    for (const form of forms) lessonsByForm.set(form, (lessonsByForm.get(form) ?? new Set()).add(lesson));
  }
  const rarityWeight = (forms: Iterable<string>): number =>
    [...forms].reduce((sum, form) => sum + Math.log(1 + all.length / (lessonsByForm.get(form)?.size ?? 0.5)), 0);
  const formsByLesson = new Map(all.map((lesson) => [lesson, new Set(names.flatMap((name) => (name.lesson === lesson ? name.forms : [])))]));

  const index = new MiniSearch<{ readonly id: number; readonly name: string }>({
    fields: ["name"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  index.addAll(names.map(({ forms }, id) => ({ id, name: forms.join(" ") })));
  const questionForms = questionWordForms(phrasings);
  const similarTo = topicSimilarity(all, phrasings.topics);

  const similarity = ({ lesson, forms, fillers }: IndexedName, words: readonly string[], queryForms: readonly string[], matched: readonly string[]): number => {
    const missingWeight = 0.5 * fillers.filter((filler) => !words.includes(filler)).length;
    const dice = (2 * rarityWeight(matched)) / (rarityWeight(queryForms) + rarityWeight(new Set(forms)) + missingWeight);
    const covered = queryForms.filter((form) => formsByLesson.get(lesson)?.has(form) === true);
    // The same words in another order may be another thing: a risk factor is no factor risk.
    const score = missingWeight === 0 && forms.join(" ") === queryForms.join(" ") ? 1 : Math.min(0.98, 0.7 * dice + 0.3 * Math.max(dice, rarityWeight(covered) / rarityWeight(queryForms)));
    // One word alone is no evidence for a longer name.
    return queryForms.length === 1 && (forms.length > 1 || fillers.length > 1) ? 0.7 * score : score;
  };

  return {
    isGlossaryWord: (word) => lessonsByForm.has(wordForm(word)),
    isCourseWord: (word) => questionForms.has(wordForm(word)),
    search(words) {
      const question = [...new Set(contentForms(words))];
      if (question.length === 0) return [];
      const scores = new Map<Lesson, number>();
      for (const { id, match } of index.search(question.join(" "), { fuzzy: (term) => (term.length > 5 ? 0.2 : false) }).slice(0, 60)) {
        const name = names[Number(id)];
        if (name === undefined) continue;
        const matched = Object.keys(match).filter((form) => name.forms.includes(form));
        scores.set(name.lesson, Math.max(similarity(name, words, question, matched), scores.get(name.lesson) ?? 0));
      }
      return [...scores]
        .map(([lesson, score]) => ({ lesson, score }))
        .sort((one, other) => other.score - one.score || (one.lesson.id < other.lesson.id ? -1 : 1));
    },
    similarTo,
    mentionedIn(words) {
      const said = words.filter((word) => !commonWords.has(word));
      const forms = said.map(wordForm);
      return names
        .flatMap((name): NamedTopic[] => {
          const at = sequenceIndex(name.forms, forms);
          if (at < 0 || (name.forms.length === 1 && name.fillers.length > 0)) return [];
          const last = words.indexOf(said[at + name.forms.length - 1] ?? "");
          const next = words.slice(last + 1).find((word) => !determiners.has(word)) ?? null;
          return [{ lesson: name.lesson, length: name.forms.length, weight: rarityWeight(name.forms), next }];
        })
        .sort((one, other) => other.weight - one.weight || (one.lesson.id < other.lesson.id ? -1 : 1));
    },
  };
}

/** The forms that stand in two questions about the course or more. */
function questionWordForms({ intents, topics }: Phrasings): ReadonlySet<string> {
  const ours = [...intents].filter(([intent]) => intent !== "off-topic" && intent !== "no-advice");
  const counts = new Map<string, number>();
  for (const question of [...ours, ...topics].flatMap(([, questions]) => questions)) {
    for (const form of new Set(foldName(question).split(" ").map(wordForm))) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([form]) => form));
}

const determiners: ReadonlySet<string> = new Set(["a", "an", "the", "my", "your", "our", "his", "her", "their", "this", "that"]);

function nameOf(lesson: Lesson, name: string): IndexedName {
  const words = foldName(name).split(" ");
  return { lesson, forms: contentForms(words), fillers: words.filter((word) => word.length > 3 && commonWords.has(word)) };
}

/** The words that say something, each in its form; all of them where none does. */
function contentForms(words: readonly string[]): readonly string[] {
  const said = words.filter((word) => word !== "");
  const some = said.filter((word) => !commonWords.has(word));
  return (some.length > 0 ? some : said).map(wordForm);
}

/** Where the part stands in the whole, one after another; -1 for nowhere. */
function sequenceIndex(part: readonly string[], whole: readonly string[]): number {
  return whole.findIndex((_, start) => part.every((form, index) => whole[start + index] === form));
}

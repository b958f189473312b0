import type { Lesson } from "../glossary/lesson.ts";
import type { Phrasings } from "./phrasings.ts";
import { wordForm } from "./word-form.ts";

/** An entry of the glossary and how well it fits a question's words: 0 to 1. */
export interface TopicMatch {
  readonly lesson: Lesson;
  readonly score: number;
}

/** What a name of an entry, a question it answers and a sentence of its text count. */
const partWeights = { name: 2, question: 1, text: 0.5 } as const;

/**
 * How like each entry a question is as a whole, 0 to 1, best first: the cosine between the question and all that is
 * said of the entry, in words and neighbouring pairs of them. Each is weighed by how few entries share it (Salton &
 * Buckley 1988), the square root taken of how often an entry says it.
 */
export function topicSimilarity(lessons: readonly Lesson[], questions: Phrasings["topics"]): (text: string) => readonly TopicMatch[] {
  const lessonTerms = lessons.map((lesson) => {
    const termWeights = new Map<string, number>();
    const add = (text: string, weight: number): void => {
      for (const term of new Set(termsOf(text))) termWeights.set(term, (termWeights.get(term) ?? 0) + weight);
    };
    for (const name of [lesson.name, ...lesson.otherNames]) add(name, partWeights.name);
    for (const question of questions.get(lesson.id) ?? []) add(question, partWeights.question);
    for (const text of [lesson.line, ...lesson.paragraph.split(/(?<=[.;:]) /u), ...lesson.mistakes]) add(text, partWeights.text);
    return { counted: termWeights };
  });
  const documentFrequency = new Map<string, number>();
  for (const { counted } of lessonTerms) for (const term of counted.keys()) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
  const inverseFrequency = (term: string): number => Math.log(1 + lessons.length / (documentFrequency.get(term) ?? 0.5));
  // Which entries say a part, and how much it is of all that each says: place, share, place, share, as an object for each of
  // the 60,000 would take four times the memory.
  const index = new Map<string, number[]>();
  lessonTerms.forEach(({ counted }, place) => {
    const weights = [...counted].map(([term, count]) => [term, Math.sqrt(count) * inverseFrequency(term)] as const);
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    for (const [term, weight] of weights) {
      const entries = index.get(term);
      if (entries) entries.push(place, weight / length);
      else index.set(term, [place, weight / length]);
    }
  });
  return (text) => {
    const queryTerms = [...new Set(termsOf(text))];
    const length = Math.hypot(...queryTerms.filter((term) => index.has(term)).map(inverseFrequency));
    const scores = new Map<number, number>();
    for (const term of queryTerms) {
      const entries = index.get(term) ?? [];
      for (let at = 0; at < entries.length; at += 2) {
        const [place = 0, share = 0] = entries.slice(at, at + 2);
        scores.set(place, (scores.get(place) ?? 0) + (share * inverseFrequency(term)) / length);
      }
    }
    return [...scores]
      .flatMap(([place, score]) => (lessons[place] ? [{ lesson: lessons[place], score }] : []))
      .sort((one, other) => other.score - one.score || (one.lesson.id < other.lesson.id ? -1 : 1));
  };
}

/** The forms of a text's words, and of every two that stand side by side. */
function termsOf(text: string): readonly string[] {
  const forms = (text.toLowerCase().match(/\p{L}+|\d+(?:[.,]\d+)*/gu) ?? []).filter((word) => !word.startsWith("this")).map(wordForm);
  return [...forms, ...forms.slice(1).map((form, place) => `${forms[place] ?? ""} ${form}`)];
}

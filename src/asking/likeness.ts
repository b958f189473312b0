import type { Lesson } from "../glossary/lesson.ts";
import type { Phrasings } from "./phrasings.ts";
import { wordForm } from "./word-form.ts";

/** An entry of the glossary and how well it fits a question's words: 0 to 1. */
export interface Topic {
  readonly lesson: Lesson;
  readonly score: number;
}

/** What a name of an entry, a question it answers and a sentence of its text count. */
const counts = { name: 2, question: 1, text: 0.5 } as const;

/**
 * How like each entry a question is as a whole, 0 to 1, best first: the cosine between the question and all that is
 * said of the entry, in words and neighbouring pairs of them. Each is weighed by how few entries share it (Salton &
 * Buckley 1988), the square root taken of how often an entry says it.
 */
export function likenessOf(lessons: readonly Lesson[], questions: Phrasings["topics"]): (text: string) => readonly Topic[] {
  const said = lessons.map((lesson) => {
    const counted = new Map<string, number>();
    const add = (text: string, weight: number): void => {
      for (const one of new Set(partsOf(text))) counted.set(one, (counted.get(one) ?? 0) + weight);
    };
    for (const name of [lesson.name, ...lesson.otherNames]) add(name, counts.name);
    for (const question of questions.get(lesson.id) ?? []) add(question, counts.question);
    for (const text of [lesson.line, ...lesson.paragraph.split(/(?<=[.;:]) /u), ...lesson.mistakes]) add(text, counts.text);
    return { lesson, counted };
  });
  const holders = new Map<string, number>();
  for (const { counted } of said) for (const one of counted.keys()) holders.set(one, (holders.get(one) ?? 0) + 1);
  const rarity = (one: string): number => Math.log(1 + lessons.length / (holders.get(one) ?? 0.5));
  /** Which entries say a part, and how much it is of all that each says. */
  const index = new Map<string, { readonly place: number; readonly share: number }[]>();
  said.forEach(({ counted }, place) => {
    const weights = [...counted].map(([one, count]) => [one, Math.sqrt(count) * rarity(one)] as const);
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    for (const [one, weight] of weights) {
      const entries = index.get(one) ?? [];
      entries.push({ place, share: weight / length });
      index.set(one, entries);
    }
  });
  return (text) => {
    const asked = [...new Set(partsOf(text))];
    const length = Math.hypot(...asked.filter((one) => holders.has(one)).map(rarity));
    const scores = new Map<number, number>();
    for (const one of asked) {
      for (const { place, share } of index.get(one) ?? []) scores.set(place, (scores.get(place) ?? 0) + (share * rarity(one)) / length);
    }
    return [...scores]
      .map(([place, score]) => ({ lesson: said[place]!.lesson, score }))
      .sort((one, other) => other.score - one.score || (one.lesson.id < other.lesson.id ? -1 : 1));
  };
}

/** The forms of a text's words, and of every two that stand side by side. */
function partsOf(text: string): readonly string[] {
  const forms = (text.toLowerCase().match(/\p{L}+|\d+(?:[.,]\d+)*/gu) ?? []).filter((word) => !word.startsWith("this")).map(wordForm);
  return [...forms, ...forms.slice(1).map((form, place) => `${forms[place] ?? ""} ${form}`)];
}

import { wordForm } from "./word-form.ts";
import type { Topics } from "./topic-index.ts";

const exerciseWords = /^(?:practi[cs]\w+|quiz|drill|train|exercises?|question|problem|test)$/u;

/** The exercise whose name says most of the words, else the one that the nearest entry leads to. */
export function exerciseNamed(allWords: readonly string[], exercises: readonly string[], topics: Topics): string | null {
  const words = allWords.filter((word) => !exerciseWords.test(word));
  const wordForms = new Set(words.map(wordForm));
  const [best] = exercises
    .map((id) => {
      const forms = id.split("-").map(wordForm);
      return { id, shared: forms.filter((form) => wordForms.has(form)).length / forms.length };
    })
    .sort((first, second) => second.shared - first.shared);
  if (best && best.shared >= 0.5) return best.id;
  const [topic] = topics.search(words);
  const leadsTo = topic && topic.score > 0.6 ? topic.lesson.exercise : null;
  return leadsTo !== null && exercises.includes(leadsTo) ? leadsTo : null;
}

import { isAbout, subjectOption, type AskableCommand } from "./askable-command.ts";
import { readingsOf } from "./command-readings.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { unknownWords } from "./question-parser.ts";
import { explanationPattern } from "./question-patterns.ts";
import { wordForm } from "./word-form.ts";
import type { Topics } from "./topic-index.ts";
import type { Knowledge, Reading } from "./understanding.ts";

/** What each unknown word but the first takes off: with one alone a question is still about the course. */
const unknownWordPenalty = 0.13;

/** The questions about the course itself: what can be asked, what is loaded, what there is to practise. */
export function courseReadings(question: ParsedQuestion, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const { text, assets } = question;
  const penalty = unknownWordPenalty * Math.max(0, unknownWords(question.words, topics).length - 1);
  const course = knowledge.commands.filter(isAbout("course")).flatMap(({ name, asking }): readonly Reading[] =>
    (assets.length === 0 || asking.besideAsset === "words") && asking.words.test(text) ? [{ call: { command: name, options: {} }, confidence: asking.confidence - penalty }] : [],
  );
  return [
    ...course,
    ...(assets.length === 0 && !wantsExplanation(text) ? classReadings(question, 1 - penalty, knowledge) : []),
    ...knowledge.commands.filter(isAbout("exercise")).flatMap(({ name, asking }) => exerciseReading(name, asking.words, question, knowledge, topics)),
  ];
}

const wantsExplanation = (text: string): boolean => explanationPattern.test(text) || /^what (?:is|are|does|do)\b/u.test(text);

/** Commands that without an asset are about the course's own ones. */
function classReadings(question: ParsedQuestion, confidence: number, knowledge: Knowledge): readonly Reading[] {
  const hasUsualAssets = (command: AskableCommand): boolean => subjectOption(command)?.required === false;
  return knowledge.commands
    .filter(isAbout("assets"))
    .filter(hasUsualAssets)
    .filter(({ asking }) => asking.cues.some(({ words }) => words.test(question.text)))
    .flatMap((command) => readingsOf(command, confidence, question, knowledge));
}

function exerciseReading(
  command: string,
  pattern: RegExp,
  { text, words }: ParsedQuestion,
  { exercises }: Knowledge,
  topics: Topics,
): readonly Reading[] {
  if (!pattern.test(text)) return [];
  const unknownCount = unknownWords(words, topics).length;
  const topicWords = words.filter((word) => !/^(?:practi[cs]\w+|quiz|drill|train|exercises?|question|problem|test)$/u.test(word));
  const exercise = exerciseNamed(topicWords, exercises, topics);
  return [
    {
      call: { command, options: exercise === null ? {} : { exercise } },
      // What one practises besides the course is named by a strange word.
      confidence: 0.94 - (exercise === null ? 0.36 * unknownCount : unknownWordPenalty * Math.max(0, unknownCount - 1)),
    },
  ];
}

/** The exercise whose name says most of the words, else the one that the nearest entry leads to. */
function exerciseNamed(words: readonly string[], exercises: readonly string[], topics: Topics): string | null {
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

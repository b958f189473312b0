import { foldName } from "../glossary/fold-name.ts";
import type { Lesson } from "../glossary/lesson.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { unknownWords } from "./question-parser.ts";
import { explanationPattern } from "./question-patterns.ts";
import { commonWords } from "./common-words.ts";
import type { TopicMatch } from "./topic-similarity.ts";
import type { Topics } from "./topic-index.ts";
import type { Reading } from "./understanding.ts";

type PairPattern = readonly [pattern: RegExp, confidence: number];

/** Ways to ask for two entries side by side, the two sides captured; how sure each way is. */
const pairPatterns: readonly PairPattern[] = [
  [/\bdifferences? (?:is there |there is )?between (?:an? |the )?(.+?) (?:and|or|vs|versus) (?:an? |the )?(.+)/u, 1],
  [/\b(?:how|in (?:what|which) ways?) (?:do|does|is|are) (?:an? |the )?(.+?) (?:differ|different|differs|distinct) (?:from|to|than) (?:an? |the )?(.+)/u, 1],
  [/\bwhat (?:separates|distinguishes|differentiates|sets) (?:an? |the )?(.+?) (?:apart )?from (?:an? |the )?(.+)/u, 1],
  [/\b(?:are|is) (?:an? |the )?(.+?) and (?:an? |the )?(.+?) (?:the same|different|identical|equal|related|interchangeable)\b/u, 1],
  [/\bhow (?:do|does|is|are) (?:an? |the )?(.+?) (?:relate|relates|related|compare|compares|linked|connected) (?:to|with) (?:an? |the )?(.+)/u, 1],
  [/\b(?:is|are) (?:an? |the )?(.+?) (?:really |just |actually )?the same (?:thing )?(?:as|like) (?:an? |the )?(.+)/u, 1],
  [/(?:\b(?:what is|explain|compare)(?: the)? )?(.+?) (?:vs\.?|versus|compared (?:to|with)|as opposed to) (?:an? |the )?(.+)/u, 0.97],
  [/^(?:is it |do we use |an? |the )?((?:\S+ ){0,2}\S+) or (?:an? |the )?((?:\S+ ){0,2}\S+)$/u, 0.9],
  [/\b(?:mix(?:ing)? up|mixed up|confus\w+|muddle|tell apart) (?:an? |the )?(.+?) (?:and|with|from|or) (?:an? |the )?(.+)/u, 1],
  [/^(?:an? |the )?((?:\S+ ){0,3}\S+) and (?:an? |the )?((?:\S+ ){0,3}?\S+?),? .*\b(?:swap|mix\w*|confus\w+|which is which|apart)\b/u, 1],
  [/^(?:an? |the )?((?:\S+ ){0,3}\S+) ?\/ ?(?:an? |the )?((?:\S+ ){0,1}\S+)/u, 0.97],
  [/\b(?:are|is) not (?:an? |the )?(.+?) (?:and|just) (?:an? |the )?(.+?)(?: the same\b.*)?$/u, 0.97],
  [/^(?:an? |the )?(.+?) and (?:an? |the )?(.+?)(?:,| -)? (?:are|is) (?:\w+ ){0,3}the same\b/u, 0.97],
  [/\bcompare (?:the )?(.+?) (?:and|with|to) (?:an? |the )?(.+)/u, 0.95],
  [/\b(?:what are|explain|define) (?:the )?(.+?) and (?:the )?(.+)/u, 0.9],
];

/** Entries of the glossary that the words name or that the question is like, and pairs of them; `likely`: that it wants to understand. */
export function explainReadings(question: ParsedQuestion, command: string, topics: Topics, explainProbability: number): readonly Reading[] {
  const { words, assets, text } = question;
  const ticker = assets.length === 1 ? { ticker: assets[0] ?? "" } : {};
  // With an asset named, words of the course ask for its number unless the question wants to understand.
  const explanationWeight = assets.length === 0 || explanationPattern.test(text) ? 1 : 0.75;
  const scores = new Map<Lesson, number>();
  const similar = similarTopics(question, topics, explainProbability);
  for (const { lesson, score } of [...nearTopics(words, topics), ...namedTopics(question, topics)]) {
    // A name in passing says less than the whole question does.
    const penalty = score < exactNameScore && similar[0] !== undefined && lesson !== similar[0].lesson ? passingMentionPenalty : 0;
    scores.set(lesson, Math.max(score * explanationWeight - penalty, scores.get(lesson) ?? 0));
  }
  for (const { lesson, score } of similar) scores.set(lesson, Math.max(score, scores.get(lesson) ?? 0));
  const single = [...scores]
    .sort(([one, score], [other, otherScore]) => otherScore - score || (one.id < other.id ? -1 : 1))
    .slice(0, 5)
    .map(([{ id }, confidence]) => ({ call: { command, options: { topic: id, ...ticker } }, confidence }));
  const pair = assets.length === 0 ? pairReading(text, command, topics) : null;
  return pair ? [pair, ...single] : single;
}

/** Entries like the question as a whole; where a term stands ("in the OLS summary") counts less than the term. */
function nearTopics(words: readonly string[], topics: Topics): readonly TopicMatch[] {
  const unknownCount = unknownWords(words, topics).length;
  const known = words.filter((word) => topics.isGlossaryWord(word)).length;
  // Where as much is unknown as is known, what is known proves little.
  const penalty = 0.06 * unknownCount + (unknownCount >= known ? 0.2 : 0);
  const prepositionIndex = words.indexOf("in", 2);
  const whole = topics.search(words).map(({ lesson, score }) => ({ lesson, score: (prepositionIndex < 0 ? 1 : 0.85) * score - penalty }));
  return prepositionIndex < 0 ? whole : [...topics.search(words.slice(0, prepositionIndex)).map(({ lesson, score }) => ({ lesson, score: 0.97 * score - penalty })), ...whole];
}

/** Asks what something is, with whatever comes before. */
const definitionPattern = /\b(?:what|explain\w*|defin\w+|mean(?:s|ing)?|why|how|understand|describe|tell|intuition|idea|concept|formula|confus\w+|lost)\b/u;

/**
 * Entries that a wordy question names in passing: "my friend keeps talking about portable alpha, what is that?" Two
 * words or more are evidence; one is only where the question asks what it is, and no stranger follows it.
 */
function namedTopics({ words, text }: ParsedQuestion, topics: Topics): readonly TopicMatch[] {
  const unknown = unknownWords(words, topics);
  const asksDefinition = definitionPattern.test(text);
  return topics.mentionedIn(words).flatMap(({ lesson, length, weight, next }, index, all) => {
    const highestWeight = all[0]!.weight;
    const base = length > 1 ? (asksDefinition ? 0.88 : 0.7) : asksDefinition && !(next !== null && unknown.includes(next)) ? 0.78 : 0.4;
    const score = base * (0.8 + (0.2 * weight) / highestWeight) - (length > 1 ? 0.025 : 0.07) * unknown.length - 0.01 * Math.min(index, 5);
    return weight < 2 ? [] : [{ lesson, score }];
  });
}

/** From here on a name is all that is asked for. */
const exactNameScore = 0.93;
/** What a name takes off an entry that is not the one the whole question is most like. */
const passingMentionPenalty = 0.2;

/** Entries that the question is like as a whole: surer the liker it is to the first, and the less to the second. */
function similarTopics({ text, words }: ParsedQuestion, topics: Topics, explainProbability: number): readonly TopicMatch[] {
  const explanationWeight = /(?:^|[,.:;?!-] ?|\b(?:so|and|but|wondering|know|understand|explain) )(?:why|how come)\b/u.test(text) ? Math.max(explainProbability, 0.85) : explanationPattern.test(text) ? Math.max(explainProbability, 0.7) : explainProbability;
  const similar = topics.similarTo(text).slice(0, 3);
  const unknownCount = unknownWords(words, topics).length;
  const known = words.filter((word) => topics.isGlossaryWord(word) && !commonWords.has(word)).length;
  // One word of the course beside a stranger may be any other field's.
  const penalty = 0.05 * unknownCount + (unknownCount > 0 && unknownCount >= known ? 0.3 : 0);
  return similar.map(({ lesson, score }, index) => {
    const lead = score - (similar[index + 1]?.score ?? 0);
    const confidence = 0.5 + 0.3 * Math.min(1, score / 0.16) + 0.2 * Math.min(1, lead / 0.06);
    return { lesson, score: explanationWeight * (index === 0 ? confidence : 0.75 * confidence) - penalty };
  });
}

/** The surest pair that a sentence, or what stands before its first comma, sets side by side. */
function pairReading(text: string, command: string, topics: Topics): Reading | null {
  const sentences = new Set(text.split(/[?!;]+|\.(?!\d)/u).flatMap((sentence) => [sentence.trim(), sentence.split(",")[0]!.trim()]));
  const pairs = pairPatterns.flatMap((pattern) => [...sentences].flatMap((sentence) => pairIn(sentence, command, pattern, topics)));
  return pairs.sort((first, second) => second.confidence - first.confidence)[0] ?? null;
}

function pairIn(sentence: string, command: string, [pattern, confidence]: PairPattern, topics: Topics): readonly Reading[] {
  const match = pattern.exec(sentence);
  if (!match) return [];
  const [, leftSide = "", rightSide = ""] = match;
  const [first, second] = [topicOf(leftSide, rightSide, topics), topicOf(rightSide, leftSide, topics)];
  if (!first || !second || first.lesson === second.lesson) return [];
  return [
    {
      call: { command, options: { topic: first.lesson.id, versus: second.lesson.id } },
      // Of two that are both named, one alone is half of what was asked.
      confidence: Math.min(first.score, second.score) * confidence + 0.06,
    },
  ];
}

/** The entry that one side names; a noun at the end of the other side may stand for both ("systematic and specific risk"). */
function topicOf(side: string, otherSide: string, topics: Topics): TopicMatch | null {
  const words = foldName(side).split(" ");
  const noun = foldName(otherSide).split(" ").at(-1) ?? "";
  const direct = topics.search(words)[0];
  const completed = words.includes(noun) ? undefined : topics.search([...words, noun])[0];
  const best = completed && completed.score > (direct?.score ?? 0) ? completed : direct;
  return best && best.score >= (words.length === 1 ? 0.5 : 0.6) ? best : null;
}

import { foldName } from "../glossary/fold-name.ts";
import type { Lesson } from "../glossary/lesson.ts";
import { strangeWords, type Asked } from "./asked.ts";
import { understanding } from "./command-cues.ts";
import { commonWords } from "./common-words.ts";
import type { Topic } from "./likeness.ts";
import type { Topics } from "./topics.ts";
import type { Reading } from "./understanding.ts";

/** Ways to ask for two entries side by side, the two sides captured; how sure each way is. */
const sides: readonly (readonly [RegExp, number])[] = [
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
export function explainReadings(asked: Asked, topics: Topics, likely: number): readonly Reading[] {
  const { words, assets, text } = asked;
  const ticker = assets.length === 1 ? { ticker: assets[0] ?? "" } : {};
  // With an asset named, words of the course ask for its number unless the question wants to understand.
  const wanted = assets.length === 0 || understanding.test(text) ? 1 : 0.75;
  const scores = new Map<Lesson, number>();
  const like = likeTopics(asked, topics, likely);
  for (const { lesson, score } of [...nearTopics(words, topics), ...namedTopics(asked, topics)]) {
    // A name in passing says less than the whole question does.
    const passing = score < exactly && like[0] !== undefined && lesson !== like[0].lesson ? inPassing : 0;
    scores.set(lesson, Math.max(score * wanted - passing, scores.get(lesson) ?? 0));
  }
  for (const { lesson, score } of like) scores.set(lesson, Math.max(score, scores.get(lesson) ?? 0));
  const single = [...scores]
    .sort(([one, score], [other, otherScore]) => otherScore - score || (one.id < other.id ? -1 : 1))
    .slice(0, 5)
    .map(([{ id }, confidence]) => ({ call: { command: "explain", options: { topic: id, ...ticker } }, confidence }));
  const pair = assets.length === 0 ? pairReading(text, topics) : null;
  return pair ? [pair, ...single] : single;
}

/** Entries like the question as a whole; where a term stands ("in the OLS summary") counts less than the term. */
function nearTopics(words: readonly string[], topics: Topics): readonly Topic[] {
  const strangers = strangeWords(words, topics).length;
  const known = words.filter((word) => topics.knows(word)).length;
  // Where as much is unknown as is known, what is known proves little.
  const strange = 0.06 * strangers + (strangers >= known ? 0.2 : 0);
  const place = words.indexOf("in", 2);
  const whole = topics.near(words).map(({ lesson, score }) => ({ lesson, score: (place < 0 ? 1 : 0.85) * score - strange }));
  return place < 0 ? whole : [...topics.near(words.slice(0, place)).map(({ lesson, score }) => ({ lesson, score: 0.97 * score - strange })), ...whole];
}

/** Asks what something is, with whatever comes before. */
const asksWhat = /\b(?:what|explain\w*|defin\w+|mean(?:s|ing)?|why|how|understand|describe|tell|intuition|idea|concept|formula|confus\w+|lost)\b/u;

/**
 * Entries that a wordy question names in passing: "my friend keeps talking about portable alpha, what is that?" Two
 * words or more are evidence; one is only where the question asks what it is, and no stranger follows it.
 */
function namedTopics({ words, text }: Asked, topics: Topics): readonly Topic[] {
  const strangers = strangeWords(words, topics);
  const asks = asksWhat.test(text);
  return topics.named(words).flatMap(({ lesson, length, weight, next }, place, all) => {
    const longest = all[0]!.weight;
    const base = length > 1 ? (asks ? 0.88 : 0.7) : asks && !(next !== null && strangers.includes(next)) ? 0.78 : 0.4;
    const score = base * (0.8 + (0.2 * weight) / longest) - (length > 1 ? 0.025 : 0.07) * strangers.length - 0.01 * Math.min(place, 5);
    return weight < 2 ? [] : [{ lesson, score }];
  });
}

/** From here on a name is all that is asked for. */
const exactly = 0.93;
/** What a name takes off an entry that is not the one the whole question is most like. */
const inPassing = 0.2;

/** Entries that the question is like as a whole: surer the liker it is to the first, and the less to the second. */
function likeTopics({ text, words }: Asked, topics: Topics, likely: number): readonly Topic[] {
  const wants = /(?:^|[,.:;?!-] ?|\b(?:so|and|but|wondering|know|understand|explain) )(?:why|how come)\b/u.test(text) ? Math.max(likely, 0.85) : understanding.test(text) ? Math.max(likely, 0.7) : likely;
  const found = topics.like(text).slice(0, 3);
  const strangers = strangeWords(words, topics).length;
  const known = words.filter((word) => topics.knows(word) && !commonWords.has(word)).length;
  // One word of the course beside a stranger may be any other field's.
  const strange = 0.05 * strangers + (strangers > 0 && strangers >= known ? 0.3 : 0);
  return found.map(({ lesson, score }, place) => {
    const lead = score - (found[place + 1]?.score ?? 0);
    const sure = 0.5 + 0.3 * Math.min(1, score / 0.16) + 0.2 * Math.min(1, lead / 0.06);
    return { lesson, score: wants * (place === 0 ? sure : 0.75 * sure) - strange };
  });
}

/** The surest pair that a sentence, or what stands before its first comma, sets side by side. */
function pairReading(text: string, topics: Topics): Reading | null {
  const sentences = new Set(text.split(/[?!;]+|\.(?!\d)/u).flatMap((sentence) => [sentence.trim(), sentence.split(",")[0]!.trim()]));
  const pairs = sides.flatMap(([pattern, sureness]) => [...sentences].flatMap((sentence) => pairIn(sentence, pattern, sureness, topics)));
  return pairs.sort((one, other) => other.confidence - one.confidence)[0] ?? null;
}

function pairIn(sentence: string, pattern: RegExp, sureness: number, topics: Topics): readonly Reading[] {
  const match = pattern.exec(sentence);
  if (!match) return [];
  const [, left = "", right = ""] = match;
  const [one, other] = [topicOf(left, right, topics), topicOf(right, left, topics)];
  if (!one || !other || one.lesson === other.lesson) return [];
  return [
    {
      call: { command: "explain", options: { topic: one.lesson.id, versus: other.lesson.id } },
      // Of two that are both named, one alone is half of what was asked.
      confidence: Math.min(one.score, other.score) * sureness + 0.06,
    },
  ];
}

/** The entry that one side names; a noun at the end of the other side may stand for both ("systematic and specific risk"). */
function topicOf(side: string, other: string, topics: Topics): Topic | null {
  const words = foldName(side).split(" ");
  const noun = foldName(other).split(" ").at(-1) ?? "";
  const alone = topics.near(words)[0];
  const completed = words.includes(noun) ? undefined : topics.near([...words, noun])[0];
  const best = completed && completed.score > (alone?.score ?? 0) ? completed : alone;
  return best && best.score >= (words.length === 1 ? 0.5 : 0.6) ? best : null;
}

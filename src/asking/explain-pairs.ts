import { foldName } from "../glossary/fold-name.ts";
import { plainReading } from "./command-readings.ts";
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
  [/\bwhat (?:do|does) (?:an? |the )?(.+?) (?:and|&|n) (?:an? |the )?(.+?) (?:mean|stand for|measure|say|tell)\b/u, 0.95],
  [/^(?:an? |the )?((?:\S+ ){0,3}?\S+) (?:and|&|n|or) (?:an? |the )?((?:\S+ ){0,3}?\S+?)[ ,:;?-]+(?:(?:is|are) (?:it|they|these|those|that) )?(?:how do (?:they|these|those) differ|the same|same thing|same or different|same|different things?|opposites?|synonyms?|(?:what is|whats) the diff\w*|are (?:they|those|these) synonyms)\b/u, 0.97],
  [/^(?:is |are )(?:an? |the )?((?:\S+ ){0,3}?\S+) = (?:an? |the )?((?:\S+ ){0,3}?\S+?) or\b/u, 0.95],
];

/** The surest pair that a sentence, or what stands before its first comma, sets side by side. */
export function pairReading(text: string, command: string, topics: Topics): Reading | null {
  const sentences = new Set(text.replace(/[,-]* ?\b(?:what is the diff\w*|the diff\w*|dif|which is which|when (?:do|should) (?:i|we) use which|are(?: not| nt)? they both .*|theyre .*|in (?:plain )?(?:words|english)|(?:1|one) line each|same thing|i (?:keep )?mix\w* (?:them|those) up.*)\W*$/u, "").split(/[?!;]+|\.(?!\d)/u).flatMap((sentence) => [sentence.trim(), (sentence.split(",")[0] ?? "").trim()]));
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
    // Of two that are both named, one alone is half of what was asked.
    plainReading({ command, options: { topic: first.lesson.id, versus: second.lesson.id } }, Math.min(first.score, second.score) * confidence + 0.06),
  ];
}

/** The entry that one side names; a noun at the end of the other side may stand for both ("systematic and specific risk"). */
function topicOf(side: string, otherSide: string, topics: Topics): TopicMatch | null {
  const words = foldName(side).split(" ");
  const noun = foldName(otherSide).split(" ").at(-1) ?? "";
  const direct = topics.search(words)[0];
  const completed = words.includes(noun) ? undefined : topics.search([...words, noun])[0];
  const best = completed && completed.score > (direct?.score ?? 0) ? completed : direct;
  // "Systematic vs idiosyncratic" leaves out what both are.
  const [meant] = words.length > 1 ? [] : unsaidNouns.flatMap((unsaid) => topics.search([...words, unsaid])[0] ?? []).sort((one, other) => other.score - one.score);
  if (meant && meant.score > 0.9 && meant.score > (best?.score ?? 0) + 0.2) return meant;
  return best && best.score >= (words.length === 1 ? 0.5 : 0.6) ? best : null;
}

const unsaidNouns: readonly string[] = ["risk", "ratio", "portfolio", "stock"];

import { pairReading } from "./explain-pairs.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { Chances, ReaderContext } from "./candidate.ts";
import { commandAbout } from "./askable-command.ts";
import type { Evidence } from "./evidence.ts";
import { logOdds } from "./honest-confidence.ts";

/** Something of the course that a question may be about, with what speaks for it. */
export interface Concept {
  readonly kind: "entry" | "statement" | "pair";
  /** The entry's or the statement's id; of a pair the ids of both, "one+other". */
  readonly id: string;
  readonly evidence: Evidence;
}

/** It says something and asks whether it holds. */
const states =
  /(?:\b(?:right|correct|true|false|yes|no|agree|agreed|y\/n|facts|confirm|or nah|or not|is that so|is not it|who is right|disagree)\b\W*(?:\w+\W*){0,3}$)|^(?:\W*(?:so|and|but|ok|wait|hi|hello)[ ,]+)*(?:is|are|does|do|can|could|will|if|since|because|must|has|have)\b|\bis it (?:true|right|correct|fair)\b|^(?:claim|statement)\b/u;
/** It asks for an explanation. */
const asks = /\b(?:what|why|how|explain|which|whats|wdym|meaning|difference|diff|define|describe|clarify|understand|where|who|when|point of|y)\b/u;
/** It sets two things side by side. */
const compares = /\bdiff(?:er\w*)?\b|\bvs\b|\bversus\b|\bdistinguish\w*|\bsame (?:thing )?as\b|\bmix(?:ing|ed)? up\b|\bswap\b|\bcompare\w*|\bsame thing\b|\bapart\b|\bsynonym|\bopposite|\bboth\b|\bor\b/u;

/** Ways of looking for entries and statements, and how many each brings. */
const nearest = { likely: 0.002, similar: 6, named: 3, statements: 8 } as const;
/** What a label counts that the classifier gives next to nothing. */
const least = 2e-4;

/**
 * Everything of the course that a question may be about, with what the classifier, the likeness to names and texts and
 * the form of the question say for it: no verdict yet.
 */
export function conceptEvidence(parsed: ParsedQuestion, chances: Chances, context: ReaderContext): readonly Concept[] {
  return [...entriesOf(parsed, chances, context), ...statementsOf(parsed, chances, context), ...pairsOf(parsed, chances, context)];
}

const flag = (holds: boolean): number => (holds ? 1 : 0);
const formOf = ({ text }: ParsedQuestion) => ({ states: flag(states.test(text)), asks: flag(asks.test(text)), compares: flag(compares.test(text)) });
const odds = (chance: number): number => logOdds(Math.max(chance, least));

function entriesOf(parsed: ParsedQuestion, chances: Chances, { knowledge, topics }: ReaderContext): readonly Concept[] {
  const similar = topics.similarTo(parsed.text);
  const best = similar[0]?.score ?? 1;
  const likeness = new Map(similar.map(({ lesson, score }) => [lesson.id, score]));
  const names = new Map(topics.search(parsed.words).slice(0, nearest.named + 1).map(({ lesson, score }) => [lesson.id, score]));
  const factors = new Set(parsed.factors.map((id) => id.toLowerCase()));
  const options = pairOf(parsed, { knowledge, topics })?.call.options;
  const near = new Set([...similar.slice(0, nearest.similar).map(({ lesson }) => lesson.id), ...[...names.keys()].slice(0, nearest.named), ...factors]);
  return knowledge.lessons.all
    .filter(({ id }) => (chances.get(id) ?? 0) >= nearest.likely || near.has(id))
    .map(({ id, kind }) => ({
      kind: "entry",
      id,
      evidence: {
        any: 1,
        isPrompt: flag(kind === "prompt"),
        odds: odds(chances.get(id) ?? 0),
        likeness: likeness.get(id) ?? 0,
        likenessOfBest: (likeness.get(id) ?? 0) / best,
        name: Math.max(0, (names.get(id) ?? 0) - 0.5),
        isNamed: flag((names.get(id) ?? 0) > 0.93),
        isFactor: flag(factors.has(id)),
        isSideOfPair: flag(options?.["topic"] === id || options?.["versus"] === id),
        ...formOf(parsed),
      },
    }));
}

function statementsOf(parsed: ParsedQuestion, chances: Chances, { knowledge, similarClaims, agrees }: ReaderContext): readonly Concept[] {
  const similar = similarClaims(parsed.text);
  const best = similar[0]?.score ?? 1;
  const likeness = new Map(similar.map(({ id, score }) => [id, score]));
  const near = new Set(similar.slice(0, nearest.statements).map(({ id }) => id));
  return knowledge.claims
    .filter(({ id }) => (chances.get(`claim:${id}`) ?? 0) >= nearest.likely || near.has(id))
    .map(({ id }) => ({
      kind: "statement",
      id,
      evidence: { any: 1, odds: odds(chances.get(`claim:${id}`) ?? 0), likeness: likeness.get(id) ?? 0, likenessOfBest: (likeness.get(id) ?? 0) / best, agrees: flag(agrees(id, parsed.text)), ...formOf(parsed) },
    }));
}

function pairsOf(parsed: ParsedQuestion, chances: Chances, { knowledge, topics }: ReaderContext): readonly Concept[] {
  const pair = pairOf(parsed, { knowledge, topics });
  if (pair === null) return [];
  const { topic = "", versus = "" } = pair.call.options;
  return [{ kind: "pair", id: `${topic}+${versus}`, evidence: { any: 1, odds: odds(chances.get("pair") ?? 0), confidence: pair.confidence, isSure: flag(pair.confidence > 0.9), ...formOf(parsed) } }];
}

const pairOf = ({ text }: ParsedQuestion, { knowledge, topics }: Pick<ReaderContext, "knowledge" | "topics">) => pairReading(text, commandAbout(knowledge.commands, "lesson"), topics);

import { claimAgreement } from "../../src/asking/claim-agreement.ts";
import { conceptEvidence, type Concept } from "../../src/asking/concept-evidence.ts";
import type { LinearClassifier } from "../../src/asking/linear-classifier.ts";
import type { ParsedQuestion } from "../../src/asking/parsed-question.ts";
import { questionFeatures } from "../../src/asking/question-features.ts";
import { textSimilarity } from "../../src/asking/text-similarity.ts";
import { topicIndex } from "../../src/asking/topic-index.ts";
import type { Knowledge } from "../../src/asking/understanding.ts";
import { answeringEntries, authorQuestions, type AuthorFile } from "../../test/asking/authors/frames.ts";

/** What a question may be about, each with how far it answers: 1, a half, or 0. */
export type ConceptExample = readonly { readonly concept: Concept; readonly grade: number }[];

const kinds: ReadonlySet<string> = new Set(["explain", "compare-concepts", "claim"]);
/** Wordings that share more than this of their words with a question were taken from it, or might have been. */
const nearlyTheSame = 0.55;

/** An author's questions about the course's matter, read by a classifier that has learnt nothing of the author. */
export function conceptExamples(author: AuthorFile, classifier: LinearClassifier, knowledge: Omit<Knowledge, "classifier">, parse: (text: string) => ParsedQuestion): readonly ConceptExample[] {
  const topics = topicIndex(knowledge.lessons, knowledge.phrasings);
  const lessonOf = new Map(knowledge.claims.map(({ id, lesson }) => [id, lesson]));
  return authorQuestions(author)
    .filter(({ id, kind, after }) => kinds.has(kind) && (after === undefined || after === null) && answeringEntries[id] !== undefined)
    .map((question) => {
      const parsed = parse(question.q);
      const all = classifier.chances(questionFeatures(parsed));
      const chances = new Map(classifier.labels.map((label, index) => [label, all[index] ?? 0]));
      const wordings = new Map(knowledge.claims.map(({ id, claim, wordings: others }) => [id, [claim, ...others].filter((text) => shared(text, question.q) <= nearlyTheSame)]));
      const similarClaims = textSimilarity([...wordings].map(([id, texts]) => ({ id, texts: [...texts.slice(0, 1), ...texts] })));
      const agrees = (id: string, text: string): boolean => (wordings.get(id)?.length ?? 0) > 0 && claimAgreement(wordings.get(id) ?? [])(text);
      const concepts = conceptEvidence(parsed, chances, { knowledge: { ...knowledge, classifier }, topics, similarClaims, agrees });
      return concepts.map((concept) => ({ concept, grade: gradeOf(concept, question.kind, answeringEntries[question.id] ?? [], lessonOf) }));
    });
}

function gradeOf({ kind, id }: Concept, asked: string, listed: readonly string[], lessonOf: ReadonlyMap<string, string>): number {
  const accepted = listed.map(inOrder);
  const key = kind === "statement" ? `claim:${id}` : inOrder(id);
  if (accepted.includes(key)) return 1;
  const parts = new Set(accepted.flatMap((entry) => entry.split("+")));
  const sides = key.split("+");
  if (kind === "pair") return sides.every((side) => parts.has(side)) ? 1 : sides.some((side) => parts.has(side)) ? 0.5 : 0;
  if (kind === "statement") return parts.has(lessonOf.get(id) ?? "") ? (asked === "claim" ? 0.5 : 1) : 0;
  if (parts.has(key)) return accepted.every((entry) => entry.includes("+")) ? 0.5 : 1;
  return accepted.some((entry) => entry.startsWith("claim:") && lessonOf.get(entry.slice("claim:".length)) === key) ? 0.5 : 0;
}

const inOrder = (entry: string): string => entry.split("+").sort().join("+");

/** The share of the words of either text that both have. */
function shared(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => new Set(text.toLowerCase().match(/[a-z0-9²]+/gu) ?? []));
  const both = [...(first ?? [])].filter((word) => second?.has(word) === true).length;
  return both / Math.max(1, (first?.size ?? 0) + (second?.size ?? 0) - both);
}

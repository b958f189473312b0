import { commandAbout } from "./askable-command.ts";
import type { Candidate, Chances, ReaderContext } from "./candidate.ts";
import { plainReading } from "./command-readings.ts";
import { conceptEvidence } from "./concept-evidence.ts";
import type { Evidence } from "./evidence.ts";
import { rankedConcepts, type RankedConcept } from "./concept-ranking.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { concludesPattern } from "./question-patterns.ts";
import type { Reading } from "./understanding.ts";

/** Likeness from which a statement is meant, and by how much more than the next. */
const nearlyThe = 0.5;
const clearlyThe = 0.08;

/**
 * An entry, two side by side, or the verdict on a statement: the chance that any is wanted, of all that is possible, and
 * the likeliest's share of it.
 */
export function conceptCandidates(parsed: ParsedQuestion, chances: Chances, impossible: number, context: ReaderContext): readonly Candidate[] {
  const { lessons, claims } = context.knowledge;
  const ranked = rankedConcepts(conceptEvidence(parsed, chances, context));
  const [first] = ranked;
  if (first === undefined) return [];
  const labels = ["pair", ...lessons.all.map(({ id }) => id), ...claims.map(({ id }) => `claim:${id}`)];
  const said = labels.reduce((sum, label) => sum + (chances.get(label) ?? 0), 0);
  const total = Math.min(1, said / Math.max(1 - impossible, said, 1e-9));
  const chance = isNearlyStated(first, total, parsed, context) ? Math.max(total, 0.9) : isStatedOf(first, total, parsed) ? Math.max(total, 0.8) : total;
  return [{ chance, share: first.share, isAgreed: true, votes: votesFor(first, ranked[1]), readings: ranked.slice(0, 2).map((concept) => readingOf(concept, chance, parsed, context)) }];
}

/** Whether likeness and names say the same as the classifier, which is the larger part of the share. */
const votesFor = ({ kind, evidence }: RankedConcept, second: RankedConcept | undefined): Evidence => ({
  [`${kind}Likest`]: evidence["likenessOfBest"] === 1 ? 1 : 0,
  [`${kind}Classified`]: (evidence["odds"] ?? 0) >= (second?.evidence["odds"] ?? -Infinity) ? 1 : 0,
});

/** Said nearly as it is written, a statement is that one whatever else its words are like. */
function isNearlyStated(first: RankedConcept, total: number, { text, quantity }: ParsedQuestion, { similarClaims }: ReaderContext): boolean {
  const [nearest, second] = similarClaims(text);
  if (first.kind !== "statement" || nearest?.id !== first.id) return false;
  return nearest.score >= nearlyThe && nearest.score - (second?.score ?? 0) > clearlyThe && (concludesPattern.test(text) || quantity === null || total > 0.2);
}

/**
 * "Hedged MSFT earns α for sure": a statement of the course about an asset that is named, and no number of it is asked
 * for. Under a condition it would be one about those rows.
 */
function isStatedOf({ kind, share, evidence }: RankedConcept, total: number, { from, to, dollars, move, hypothesis, without }: ParsedQuestion): boolean {
  const isBare = from === null && to === null && dollars === null && move === null && without.length === 0 && hypothesis === null;
  return kind === "statement" && isBare && total > 0.05 && share > 0.9 && evidence["agrees"] === 1 && evidence["asks"] === 0 && (evidence["likeness"] ?? 0) > likeAStatement;
}
/** Likeness to a statement from which it may be meant although an asset is named. */
const likeAStatement = 0.25;

function readingOf({ kind, id }: RankedConcept, chance: number, { assets }: ParsedQuestion, { knowledge }: ReaderContext): Reading {
  if (kind === "statement") return plainReading({ command: "claim", options: { claim: id } }, chance);
  const command = commandAbout(knowledge.commands, "lesson");
  const [topic = "", versus = ""] = id.split("+");
  if (kind === "pair") return plainReading({ command, options: { topic, versus } }, chance);
  const loaded = assets.filter((asset) => knowledge.series.some((series) => series.id === asset));
  return plainReading({ command, options: { topic, ...(loaded.length === 1 ? { ticker: loaded[0] ?? "" } : {}) } }, chance);
}

import type { Candidate, ReaderContext } from "./candidate.ts";
import { matterOf } from "./course-matters.ts";
import { isDistress } from "./distress.ts";
import { asksWhatToDo, wantsAdvice } from "./off-topic.ts";
import { bringsOwnData } from "./own-data.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { countedWords } from "./question-parser.ts";
import { startingPoints } from "./starting-points.ts";
import type { Reading, Understanding } from "./understanding.ts";

/** What wants no answer from the chapter: advice, graded work, instructions, the course's dates, a person's own state. */
export function mannersOf(parsed: ParsedQuestion, chance: (label: string) => number, likeliest: Candidate | null, others: readonly Reading[], { knowledge, topics, similarClaims }: ReaderContext): Understanding | null {
  const best = likeliest?.chance ?? 0;
  const distress = chance("distress");
  if ((distress > 0.35 && distress > best / 2) || isDistress(parsed)) return { kind: "distress" };
  // Whose words the course's own dates are, whatever else they are like.
  if (parsed.quantity === null && parsed.assets.length === 0 && asksCourse.test(parsed.text)) return { kind: "course-fact", matter: matterOf(parsed.text), words: countedWords(parsed, topics) };
  if (instructs.test(parsed.question.toLowerCase())) return { kind: "declined", reason: "instructions" };
  if (parsed.quantity === null && parsed.assets.length === 0 && thanks.test(parsed.text)) return { kind: "smalltalk", of: "thanks" };
  if (parsed.quantity === null && (parsed.assets.length === 0 || parsed.question.trim().split(/\s+/u).length > 1) && greeting.test(parsed.question.toLowerCase().trim())) return { kind: "smalltalk", of: "greeting" };
  if (parsed.quantity === null && bringsOwnData(parsed.question.toLowerCase())) return { kind: "own-data" };
  if (wantsAdvice(parsed.text) && !isJudged(parsed, similarClaims, likeliest)) return { kind: "no-advice", alternatives: startingPoints(parsed, knowledge).slice(0, 2) };
  const labels = ["no-advice", "graded-work", "instructions", "course-fact", "greeting", "thanks", "off-topic"] as const;
  const [top, ...rest] = labels.filter((label) => label !== "no-advice" || ofMoney.test(parsed.text)).map((label) => ({ label, chance: chance(label) })).sort((one, other) => other.chance - one.chance);
  const second = Math.max(best, rest[0]?.chance ?? 0);
  if (!top || top.chance < 0.3 || top.chance <= best) return null;
  // "Which stock is the riskiest?" and "if the market falls 3% tomorrow" ask for what past rows say.
  if (top.label === "no-advice" && ((parsed.quantity !== null && (parsed.extreme !== null || parsed.move !== null || (parsed.dollars !== null && /pnl/u.test(parsed.quantity)))) || parsed.from !== null || parsed.to !== null) && !asksWhatToDo.test(parsed.text)) return null;
  switch (top.label) {
    case "no-advice":
      return { kind: "no-advice", alternatives: startingPoints(parsed, knowledge).slice(0, 2) };
    case "graded-work":
    case "instructions":
      return { kind: "declined", reason: top.label };
    case "course-fact":
      return { kind: "course-fact", matter: matterOf(parsed.text), words: countedWords(parsed, topics) };
    case "greeting":
    case "thanks":
      return parsed.words.length > 14 ? null : { kind: "smalltalk", of: top.label };
    case "off-topic":
      return { kind: "unsure", alternatives: top.chance > 0.5 || second < 0.2 ? [] : others.slice(0, 2), words: countedWords(parsed, topics) };
  }
}

/** A statement of the course, or a number of the past, in whose words advice is named by the way. */
function isJudged({ text, quantity, assets }: ParsedQuestion, similarClaims: ReaderContext["similarClaims"], likeliest: Candidate | null): boolean {
  if (/\b(?:should|shall|ought|must|would|could) (?:i|we|you|one|my)\b|\b(?:i|we) (?:should|shall|ought)\b/u.test(text)) return false;
  if (likeliest?.readings[0]?.call.options["claim"] !== undefined && assets.length === 0 && likeliest.chance * (likeliest.share ?? 0) > clearlyAClaim) return true;
  return (similarClaims(text)[0]?.score ?? 0) >= likeAClaim || concludes.test(text) || (quantity !== null && assets.length > 0 && !asksWhatToDo.test(text));
}
const likeAClaim = 0.5;
const clearlyAClaim = 0.9;
const concludes = /\b(?:guarantee[sd]?|prov(?:es?|en)|impl(?:y|ies)|means? that|does\b.*\bmean)\b/u;

/** What advice is asked of: without it, a question that is like one is something else. */
const ofMoney = /\b(?:this(?:asset|money)|stocks?|shares?|markets?|invest\w*|buy\w*|sell\w*|short\w*|hold\w*|own|money|funds?|etfs?|portfolios?|prices?|crypto\w*|bitcoin|bonds?|gold|trad(?:e|es|ing)|picks?|savings?|retirement|rich|returns?|outperform\w*|recession|rates?|econom\w+|bets?|long)\b/u;

/** When something is due, and where the staff are met. */
const asksCourse = /\b(?:when|what (?:day|date|time)|is|by when)\b.{0,40}\b(?:due|deadline)\b(?! to\b)|\b(?:when|where|what time|which room)\b.{0,40}\boffice hours?\b|\boffice hours?\b.{0,30}\b(?:when|where|today|this week|tomorrow|on (?:mon|tues|wednes|thurs|fri)day)\b/u;
/** Words that somebody wants put into the program's mouth, or another part for it to play. */
const instructs = /^\W*(?:please |pls )?(?:repeat after me|say (?:exactly|after me)|you are now\b|from now on you|act as (?:if|an?)\b|pretend (?:to be|you))/u;
/** A greeting and nothing else. */
const greeting = /^(?:(?:hi+|hey+|hello|yo+|gm|gn|sup|hola|hallo|ciao|salut|good (?:morning|afternoon|evening|night)|morning|evening|bot|ta|there|everyone|all|how (?:is|s) it going|how are (?:you|u)(?: doing)?|hru|what is up|hows it going)\b[\s\p{P}\p{S}]*)+$/u;
/** Thanks and nothing else. */
const thanks = /^(?:ok(?:ay)? |oh |ah |great |cool |perfect |many )*(?:thx|thanks|thank you|ty|tysm|cheers)\b(?:[ ,!.]+(?!and\b|but\b|now\b|also\b|what|how|why|can\b|could\b|does\b|is\b)[\p{L}\p{P}\p{S}]+){0,6}$/u;

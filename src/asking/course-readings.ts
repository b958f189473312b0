import { unknownWords, type ParsedQuestion } from "./parsed-question.ts";
import { commandCues, explanationPattern } from "./command-cues.ts";
import { readingsOf } from "./command-readings.ts";
import { wordForm } from "./word-form.ts";
import type { Topics } from "./topic-index.ts";
import type { Knowledge, Reading } from "./understanding.ts";

const helpPattern =
  /^(?:please |pls )?(?:help|commands?|menu|\?)(?: please| pls| me)?\W*$|\bwhat (?:all )?(?:can|could|are) (?:you|this|i|we|the bot)(?: able to)?(?: \w+)? (?:do|ask|offer|type|try)\b|\bhow (?:do|can|should|does|to) .*\b(?:use (?:this|the|you)|(?:this|the) (?:bot|thing|assistant))\b|\b(?:list|show|see|all|which|what)\b.*\b(?:commands?|features)\b|\bshow me around\b|\bget(?:ting)? started\b|\bwhere (?:to|do i|should i|can i) (?:begin|start)\b|\b(?:what|which) (?:kinds? of |sorts? of )?(?:questions|things)\b.*\b(?:you|ask)\b|\bi need (?:some )?help$/u;
const dataListPattern =
  /\b(?:what|which)\b.*\b(?:companies|firms|names|funds|returns|files|factors)\b.*\b(?:here|have|can i|can we|loaded|there|available|know|use)\b|\b(?:real|actual|genuine|true)\b.*\b(?:made[ -]up|fake|simulated|invented|synthetic|artificial|pretend)\b|\b(?:made[ -]up|fake|simulated|invented) (?:numbers|prices|returns|data)\b|\b(?:what|which|list|show|all|available)\b.*\b(?:data|datasets?|series|tickers?|stocks|assets|symbols)\b(?!.*\b(?:mean|vintage)\b)|\bdata\b.*\b(?:real|simulated|fake|made up|synthetic|from|source|loaded|cover|start|end|begin|range|go|go back|have)\b|\b(?:real|simulated|fake) data\b|\bhow far back\b|\bis (?:this|that|it) real\b/u;
const selfTestPattern =
  /\bself[ -]?test\b|\b(?:reproduce|replicate|match|matches|verify|check|recover|agree|same)\b.*\b(?:chapter|book|printed|textbook)\b|\bcheck yourself\b|\bprinted (?:figures|numbers|results)\b|\bare your (?:numbers|figures|results)\b/u;
const practicePattern =
  /\b(?:throw|give|get|hand|set) (?:me|us) (?:an? |another |some |something )(?:\w+ )?(?:question|problem|task|to (?:solve|work|do))\b|\bchallenge me\b|\b(?:practi[cs]e|practi[cs]ing|quiz|drill|train)\b|\b(?:an?|another|some|new|more|next) (?:\w+ )?(?:exercise|exercises|practice problem|problems? to)\b|^(?:\S+ ){0,5}exercises?\b|\btest (?:me|myself|my)\b|\bask me (?:something|a question|one)\b/u;
const progressPattern =
  /\bhave i (?:\w+ )?(?:done|finished|solved|completed|passed|practi[sc]ed)\b|\b(?:exercises|questions|problems) (?:have i|i have|did i|i)\b|\bmy (?:progress|record|stats|streak|score|scores)\b|\bhow (?:am i|have i been|are my \w+) doing\b|\bhow (?:well |good )?(?:did i do|have i done|am i)\b|\bhow far (?:am i|have i)\b|\bwhat have i (?:done|practi[sc]ed|solved|finished)\b|\bshow (?:me )?(?:my )?progress\b|\bwhere (?:do|am) i (?:stand|at)\b/u;

const storedDataPattern = /\b(?:stored?|kept|keep|saved?|know|hold|have|data|records?)\b.* (?:about|on) me\b|\bmy (?:personal |own )?data\b/u;

/** The questions about the course itself: what can be asked, what is loaded, what there is to practise. */
export function courseReadings(question: ParsedQuestion, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const { text, assets } = question;
  const unknownCount = unknownWords(question.words, topics).length;
  const patternReading = (command: string, pattern: RegExp, confidence: number): readonly Reading[] =>
    pattern.test(text) ? [{ call: { command, options: {} }, confidence: confidence - 0.13 * Math.max(0, unknownCount - 1) }] : [];
  const alphas = commandCues.find(({ command }) => command === "alphas")?.words;
  return [
    ...patternReading("help", helpPattern, 0.95),
    ...(assets.length === 0 ? patternReading("privacy export", storedDataPattern, 1.05) : []),
    ...(assets.length === 0 ? patternReading("data list", dataListPattern, 1) : []),
    ...patternReading("selftest", selfTestPattern, 0.94),
    ...patternReading("progress", progressPattern, 0.95),
    ...(alphas && assets.length === 0 && !explanationPattern.test(text) && !/^what (?:is|are|does|do)\b/u.test(text) ? patternReading("alphas", alphas, 1).flatMap(({ call, confidence }) => readingsOf(call.command, confidence, question, knowledge)) : []),
    ...practiceReading(question, knowledge, topics),
  ];
}

function practiceReading({ text, words }: ParsedQuestion, { exercises }: Knowledge, topics: Topics): readonly Reading[] {
  if (!practicePattern.test(text)) return [];
  const unknownCount = unknownWords(words, topics).length;
  const topicWords = words.filter((word) => !/^(?:practi[cs]\w+|quiz|drill|train|exercises?|question|problem|test)$/u.test(word));
  const exercise = exerciseNamed(topicWords, exercises, topics);
  return [
    {
      call: { command: "practice", options: exercise === null ? {} : { exercise } },
      // What one practises besides the course is named by a strange word.
      confidence: 0.94 - (exercise === null ? 0.36 * unknownCount : 0.13 * Math.max(0, unknownCount - 1)),
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

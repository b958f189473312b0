import type { ParsedQuestion } from "./parsed-question.ts";

const self = "(?:myself|my ?self|himself|herself|themselves|themself)";
const whose = "(?:my|his|her|their)(?: own)?";

/** What is met with help wherever it stands, and whomever it is about: the asker, a friend, a classmate. */
const danger = new RegExp(
  [
    "\\bsuicid\\w*|\\bkms\\b|\\bunalive\\b|\\bself[- ]?harm\\w*|\\boverdos\\w+",
    `\\b(?:kill|hurt|harm|cut)(?:s|ing|t?ing)? ${self}\\b|\\bkilled ${self}\\b`,
    "\\b(?:want|wants|wanted|wanting|wanna|wish|wishes|rather|like|ready|going|plan\\w*|think\\w*|thought|talk\\w*|trying|tries|tried) (?:about |of )?(?:to )?(?:just )?(?:die|dying|be dead|disappear forever)\\b",
    "\\b(?:i|he|she|they|we) (?:was|were|am|is|are) (?:better off )?dead\\b|\\bbetter off (?:dead|without me)\\b|\\brather be dead\\b",
    `\\b(?:end|ends|ending|take|takes|taking|took) ${whose} (?:life|lives)\\b|\\b(?:end|ending) it all\\b|\\btired of (?:living|life|being alive)\\b`,
    "\\b(?:do|does|did)(?: not|n'?t|nt) (?:want|wanna|wish)s? (?:to )?(?:live|be here|exist|be alive|wake up)\\b|\\bno (?:reason|will|wish) to live\\b",
  ].join("|"),
  "u",
);

/** Words that nobody writes about a regression: better one kind word too many than one too few. */
const despair = /\bpanic\w*|\b(?:been |am |keep |im |i'm )?(?:crying|cried)\b|\bhopeless\b|\b(?:cant|can not|cannot|can't) (?:sleep|cope|go on|breathe)\b|\bpoint (?:of|in) (?:anything|going on|living)\b|\bso (?:stupid|dumb|worthless)\b|\boverwhelmed\b|\bdepress\w+\b(?! market)|\bagobiad\w|\bdesesperad\w|\bno puedo (?:mas|más|con esto)\b|\bnao aguento\b|\bje n'en peux plus\b|\bich kann nicht mehr\b/u;

/** Whether somebody writes of not being well; other languages' words for it are English in the text (data/lessons/terms.json). */
export const isDistress = ({ text, assets }: Pick<ParsedQuestion, "text" | "assets">): boolean => danger.test(text) || (despair.test(text) && assets.length === 0);

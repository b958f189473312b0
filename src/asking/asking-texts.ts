import { readChapterPrompts } from "./chapter-prompts.ts";
import { readClaims } from "./claims.ts";
import { readClassifier } from "./linear-classifier.ts";
import { readNotebookErrors } from "./notebook-errors.ts";
import { readPhrasings, type PhrasingLinks } from "./phrasings.ts";
import { readTerms } from "./translate-terms.ts";
import type { Knowledge } from "./understanding.ts";

/** What the reader of free text knows besides the lessons and the loaded series. */
export type AskingTexts = Pick<Knowledge, "phrasings" | "prompts" | "claims" | "errors" | "terms" | "classifier">;

/** The texts of data/lessons that questions are read with, validated; `file` gives the parsed content of one by its name. */
export function readAskingTexts(file: (name: string) => unknown, links: PhrasingLinks): AskingTexts {
  return {
    phrasings: readPhrasings(file("phrasings.json"), file("phrasings-topics.json"), links),
    prompts: readChapterPrompts(file("chapter-prompts.json"), links.topics),
    claims: readClaims(file("claims.json"), links.topics),
    errors: readNotebookErrors(file("notebook-errors.json"), links.topics),
    terms: readTerms(file("terms.json")),
    classifier: readClassifier(file("question-weights.json")),
  };
}

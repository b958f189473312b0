import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readClassifier, type ClassifierFile, type LinearClassifier } from "../../src/asking/linear-classifier.ts";
import type { ParsedQuestion } from "../../src/asking/parsed-question.ts";
import type { Knowledge } from "../../src/asking/understanding.ts";
import { writtenAuthors, type AuthorFile } from "../../test/asking/authors/frames.ts";
import { sharpness } from "./sharpness.ts";
import { trainClassifier } from "./train-classifier.ts";
import { examplesOf, labelledQuestions } from "./training-examples.ts";

/** Trained once for the same examples: a minute each. */
const folder = new URL("../../node_modules/.cache/ask/", import.meta.url);

/** A classifier that has learnt nothing of the author. */
export function classifierWithout(left: AuthorFile, knowledge: Omit<Knowledge, "classifier">, parse: (text: string) => ParsedQuestion): LinearClassifier {
  const examples = examplesOf(labelledQuestions(knowledge, writtenAuthors.filter((author) => author !== left)), parse);
  const name = createHash("sha256").update(JSON.stringify([examples, sharpness])).digest("hex").slice(0, 24);
  const file = new URL(`${name}.json`, folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(trainClassifier(examples, sharpness)));
  }
  return readClassifier(JSON.parse(readFileSync(file, "utf8")) as ClassifierFile);
}

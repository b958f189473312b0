/** Trains the classifier of questions from all phrasings and writes its weights: `npm run ask:train`. */
import { writeFileSync } from "node:fs";
import { parserOf } from "../src/asking/question-reader.ts";
import { learntAuthors } from "../test/asking/authors/frames.ts";
import { unlearntKnowledge } from "../test/asking/known.ts";
import { trainClassifier } from "./asking/train-classifier.ts";
import { sharpness } from "./asking/sharpness.ts";
import { examplesOf, labelledQuestions } from "./asking/training-examples.ts";

const knowledge = unlearntKnowledge();
const parse = parserOf(knowledge);
const questions = labelledQuestions(knowledge, learntAuthors);
const trained = trainClassifier(examplesOf(questions, parse), sharpness);
writeFileSync(new URL("../data/lessons/question-weights.json", import.meta.url), `${JSON.stringify(trained)}\n`);
console.log(`${String(questions.length)} questions, ${String(trained.labels.length)} labels`);

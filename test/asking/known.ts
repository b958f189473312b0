import { fileURLToPath } from "node:url";
import { readdirSync, readFileSync } from "node:fs";
import type { Knowledge } from "../../src/asking/understanding.ts";
import { readChapterPrompts } from "../../src/asking/chapter-prompts.ts";
import { readClaims } from "../../src/asking/claims.ts";
import { readClassifier } from "../../src/asking/linear-classifier.ts";
import { readNotebookErrors } from "../../src/asking/notebook-errors.ts";
import { readPhrasings } from "../../src/asking/phrasings.ts";
import { readTerms } from "../../src/asking/translate-terms.ts";
import { bookFiguresOf, knownSeries } from "../../src/commands/read-question.ts";
import { readCompanies } from "../../src/datasets/companies.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { commands } from "../../src/commands/index.ts";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { readPrintedFigures } from "../../src/glossary/printed-figures.ts";
import { readLessons, type Lessons } from "../../src/glossary/lessons.ts";

/** The course's own glossary and the sample's series: what the reader knows in class. */
export function courseKnowledge(): Knowledge {
  return { ...unlearntKnowledge(), classifier: readClassifier(lessonFile("question-weights.json")) };
}

/** The same without what was learnt from the phrasings. */
export function unlearntKnowledge(): Omit<Knowledge, "classifier"> {
  const lessons = courseLessons();
  const lessonIds = lessons.all.map(({ id }) => id);
  const loaded = loadDatasets({ sampleFolder: fileURLToPath(new URL("../../data/sample/", import.meta.url)) });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  return {
    lessons,
    phrasings: readPhrasings(lessonFile("phrasings.json"), lessonFile("phrasings-topics.json"), { commands: commandNames, topics: lessonIds }),
    prompts: readChapterPrompts(lessonFile("chapter-prompts.json"), lessonIds),
    claims: readClaims(lessonFile("claims.json"), lessonIds),
    errors: readNotebookErrors(lessonFile("notebook-errors.json"), lessonIds),
    terms: readTerms(lessonFile("terms.json")),
    companies: readCompanies(lessonFile("companies.json"), lessonFile("companies-without-returns.json")),
    commands: commands.filter(({ listed }) => listed),
    series: knownSeries(loaded.value),
    bookFigures: bookFiguresOf(readPrintedFigures(lessonFile("printed-figures.json"))),
    exercises: definitions.map(({ id }) => id),
    lastDay: "2024-12-31",
  };
}

const commandNames = commands.map(({ name }) => name);

const lessonFile = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../data/lessons/${file}`, import.meta.url), "utf8"));

function courseLessons(): Lessons {
  const folder = new URL("../../data/lessons/glossary/", import.meta.url);
  const files = readdirSync(folder)
    .sort()
    .map((file) => ({ file, content: JSON.parse(readFileSync(new URL(file, folder), "utf8")) as unknown }));
  return readLessons(files, { commands: commandNames, exercises: definitions.map(({ id }) => id), lessonsNamed: [] });
}

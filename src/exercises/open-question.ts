import * as v from "valibot";
import { chapterSections } from "../figures/chapter-sections.ts";
import type { ChapterSection } from "../figures/chapter-sections.ts";
import { writtenObject, writtenText } from "../written-text.ts";

/** One of the chapter's "think and code" prompts: it is not marked, and the instructor reveals the model answer. */
export interface OpenQuestion {
  readonly id: string;
  readonly section: ChapterSection;
  readonly title: string;
  readonly question: string;
  readonly modelAnswer: string;
}

const isSection = (value: unknown): value is ChapterSection => typeof value === "string" && value in chapterSections;

/** data/lessons/exercises/open-questions.json. */
export const openQuestionsSchema: v.GenericSchema<unknown, readonly OpenQuestion[]> = v.array(
  writtenObject({
    id: writtenText(40),
    section: v.custom<ChapterSection>(isSection, "is no section of the chapter"),
    title: writtenText(45),
    question: writtenText(900),
    modelAnswer: writtenText(1500),
  }),
  "is not a list of questions",
);

import { chapterSections } from "../figures/chapter-sections.ts";
import type { ChapterSection } from "../figures/chapter-sections.ts";
import { isRecord } from "./exercise-text.ts";

/** One of the chapter's "think and code" prompts: it is not marked, and the instructor reveals the model answer. */
export interface OpenQuestion {
  readonly id: string;
  readonly section: ChapterSection;
  readonly title: string;
  readonly question: string;
  readonly modelAnswer: string;
}

const limits = { id: 40, title: 45, question: 900, modelAnswer: 1500 } as const;

export function readOpenQuestions(content: unknown): {
  readonly questions: readonly OpenQuestion[];
  readonly faults: readonly string[];
} {
  if (!Array.isArray(content)) return { questions: [], faults: ["is not a list of questions"] };
  const faults: string[] = [];
  const questions = content.map((raw: unknown, index): OpenQuestion => {
    const entry = isRecord(raw) ? raw : {};
    const text = (field: keyof typeof limits): string => {
      const value = entry[field];
      const location = `question ${index + 1}: ${field}`;
      if (typeof value !== "string" || value.trim() !== value || value === "") {
        faults.push(`${location}: is missing, empty, or has blanks at an end`);
        return "";
      }
      if (Array.from(value).length > limits[field]) faults.push(`${location}: has more than ${limits[field]} characters`);
      return value;
    };
    const { section } = entry;
    if (!isSection(section)) faults.push(`question ${index + 1}: section: is no section of the chapter`);
    return {
      id: text("id"),
      section: isSection(section) ? section : "6.1",
      title: text("title"),
      question: text("question"),
      modelAnswer: text("modelAnswer"),
    };
  });
  return { questions, faults };
}

const isSection = (value: unknown): value is ChapterSection => typeof value === "string" && value in chapterSections;

import type { ChapterSection } from "../figures/chapter-sections.ts";

/** One entry of the glossary, as `data/lessons/glossary/*.json` writes it; texts without Markdown. */
export interface Lesson {
  /** Kebab-case, unique; what buttons and exercises refer to. */
  readonly id: string;
  readonly name: string;
  /** Spellings and wordings a student may use for it; unique over all entries. */
  readonly otherNames: readonly string[];
  readonly kind: LessonKind;
  readonly section: ChapterSection;
  readonly line: string;
  readonly paragraph: string;
  /** Plain Unicode, no LaTeX; null where there is nothing to write as one. */
  readonly formula: string | null;
  /** The formula with places for a ticker's numbers: see `figures/template.ts`. */
  readonly filled: string | null;
  /** Ids of the entries to read first. */
  readonly prerequisites: readonly string[];
  /** Commands that show it, as one types them. */
  readonly commands: readonly string[];
  /** Id of the exercise that practises it. */
  readonly exercise: string | null;
  readonly mistakes: readonly string[];
}

/** `prompt` is one of the chapter's "think and code" questions: it leads on and does not answer. */
export const lessonKinds = [
  "term",
  "formula",
  "insight",
  "caution",
  "remember",
  "takeaway",
  "convention",
  "prompt",
] as const;

type LessonKind = (typeof lessonKinds)[number];

/** Most code points a text may have, and most items a list may have, so that a reply fits a phone. */
export const lessonLimits = {
  id: 40,
  name: 60,
  otherNames: 60,
  line: 150,
  paragraph: 700,
  formula: 120,
  filled: 160,
  commands: 80,
  mistakes: 150,
  items: { otherNames: 16, prerequisites: 3, commands: 2, mistakes: 4 },
} as const;

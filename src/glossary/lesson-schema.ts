import * as v from "valibot";
import { chapterSections } from "../figures/chapter-sections.ts";
import type { ChapterSection } from "../figures/chapter-sections.ts";
import { unknownPlaceholders } from "../figures/template.ts";
import { writtenObject, writtenTemplate, writtenText } from "../written-text.ts";
import { lessonWords } from "./lesson-results.ts";
import { lessonKinds, lessonLimits } from "./lesson.ts";
import type { Lesson } from "./lesson.ts";

const noBackslash = "has a backslash: formulas are plain Unicode, not LaTeX";
const plain = (most: number) => v.pipe(writtenText(most), v.excludes("\\", noBackslash));
const isSection = (value: unknown): value is ChapterSection => typeof value === "string" && value in chapterSections;

type ListField = keyof typeof lessonLimits.items;
const limitOf = { otherNames: lessonLimits.otherNames, prerequisites: lessonLimits.id, commands: lessonLimits.commands, mistakes: lessonLimits.mistakes };

/** A list that may be left out. */
const list = (field: ListField) =>
  v.optional(
    v.pipe(
      v.array(plain(limitOf[field]), "is not a list of texts"),
      v.maxLength(lessonLimits.items[field], ({ received, requirement }) => `has ${received} items, at most ${requirement} fit`),
      v.check((items) => new Set(items).size === items.length, "says the same thing twice"),
    ),
    [],
  );

/** One entry of a file in data/lessons/glossary. Links to other entries are not looked at here. */
export const lessonSchema: v.GenericSchema<unknown, Lesson> = writtenObject({
  id: v.pipe(plain(lessonLimits.id), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not kebab-case")),
  name: plain(lessonLimits.name),
  otherNames: list("otherNames"),
  kind: v.picklist(lessonKinds, ({ received }) => `${received} is none of ${lessonKinds.join(", ")}`),
  section: v.custom<ChapterSection>(isSection, ({ received }) => `${received} is no section of the chapter`),
  line: plain(lessonLimits.line),
  paragraph: plain(lessonLimits.paragraph),
  formula: v.optional(v.nullable(plain(lessonLimits.formula)), null),
  filled: v.optional(
    v.nullable(v.pipe(writtenTemplate((text) => unknownPlaceholders(text, lessonWords), lessonLimits.filled), v.excludes("\\", noBackslash))),
    null,
  ),
  prerequisites: list("prerequisites"),
  commands: list("commands"),
  exercise: v.optional(v.nullable(plain(lessonLimits.id)), null),
  mistakes: list("mistakes"),
});

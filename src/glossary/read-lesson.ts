import { chapterSections } from "../figures/chapter-sections.ts";
import type { ChapterSection } from "../figures/chapter-sections.ts";
import { unknownPlaceholders } from "../figures/template.ts";
import { lessonWords } from "./lesson-results.ts";
import { lessonKinds, lessonLimits } from "./lesson.ts";
import type { Lesson, LessonKind } from "./lesson.ts";

/** What is wrong with an entry: the field, and the fault in words for the author of the file. */
export interface LessonFault {
  readonly field: string;
  readonly fault: string;
}

const lists = ["otherNames", "prerequisites", "commands", "mistakes"] as const;
const texts = ["id", "name", "kind", "section", "line", "paragraph"] as const;
const optionalTexts = ["formula", "filled", "exercise"] as const;

const isKind = (text: string): text is LessonKind => lessonKinds.some((kind) => kind === text);
const isSection = (text: string): text is ChapterSection => text in chapterSections;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * One parsed JSON entry as a Lesson, with every fault found in it. Where a field is at fault, the lesson
 * holds an empty stand-in, so that the remaining checks can go on; a lesson with faults is not for use.
 * Links to other entries are not looked at here.
 */
export function readLesson(raw: unknown): { readonly lesson: Lesson; readonly faults: readonly LessonFault[] } {
  const faults: LessonFault[] = [];
  const report = (field: string, fault: string): void => void faults.push({ field, fault });
  const entry = isRecord(raw) ? raw : {};
  if (!isRecord(raw)) report("entry", "is not an object");

  const checkLength = (field: string, text: string): void => {
    const limit = limitOf(field);
    const length = Array.from(text).length;
    if (text.trim() !== text || text === "") report(field, "is empty or has blanks at an end");
    if (length > limit) report(field, `has ${length} characters, at most ${limit} fit`);
    if (text.includes("\\")) report(field, "has a backslash: formulas are plain Unicode, not LaTeX");
  };
  const text = (field: string): string => {
    const value = entry[field];
    if (typeof value !== "string") report(field, "is missing or not a text");
    else checkLength(field, value);
    return typeof value === "string" ? value : "";
  };
  const list = (field: (typeof lists)[number]): readonly string[] => {
    const value = entry[field] ?? [];
    if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
      report(field, "is not a list of texts");
      return [];
    }
    for (const item of value) checkLength(field, item);
    const most = lessonLimits.items[field];
    if (value.length > most) report(field, `has ${value.length} items, at most ${most} fit`);
    if (new Set(value).size < value.length) report(field, "says the same thing twice");
    return value;
  };

  const names: readonly string[] = [...texts, ...optionalTexts, ...lists];
  for (const field of Object.keys(entry)) if (!names.includes(field)) report(field, "is not a field of a lesson");

  const [id, kind, section] = [text("id"), text("kind"), text("section")];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) report("id", "is not kebab-case");
  if (!isKind(kind)) report("kind", `"${kind}" is none of ${lessonKinds.join(", ")}`);
  if (!isSection(section)) report("section", `"${section}" is no section of the chapter`);
  const filled = "filled" in entry ? text("filled") : null;
  for (const name of unknownPlaceholders(filled ?? "", lessonWords)) {
    report("filled", `{${name}} is not in src/figures`);
  }

  const lesson: Lesson = {
    id,
    name: text("name"),
    otherNames: list("otherNames"),
    kind: isKind(kind) ? kind : "term",
    section: isSection(section) ? section : "6.1",
    line: text("line"),
    paragraph: text("paragraph"),
    formula: "formula" in entry ? text("formula") : null,
    filled,
    prerequisites: list("prerequisites"),
    commands: list("commands"),
    exercise: "exercise" in entry ? text("exercise") : null,
    mistakes: list("mistakes"),
  };
  return { lesson, faults };
}

function limitOf(field: string): number {
  switch (field) {
    case "name":
    case "otherNames":
    case "line":
    case "paragraph":
    case "formula":
    case "filled":
    case "commands":
    case "mistakes":
      return lessonLimits[field];
    default:
      return lessonLimits.id;
  }
}

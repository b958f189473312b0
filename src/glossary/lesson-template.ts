import { lessonQuantities, lessonWords } from "../figures/lesson-quantities.ts";
import type { LessonQuantity, LessonWord } from "../figures/lesson-quantities.ts";

/** What may stand between braces in a lesson's `filled` text. */
export type TemplateKey = LessonQuantity | LessonWord;

const knownKeys: ReadonlySet<string> = new Set([...lessonWords, ...lessonQuantities.map(({ key }) => key)]);

const isTemplateKey = (name: string): name is TemplateKey => knownKeys.has(name);

/** The names between braces, in their order; `unknown` are those outside the closed list. */
export function templateKeys(template: string): {
  readonly keys: readonly TemplateKey[];
  readonly unknown: readonly string[];
} {
  const names = Array.from(template.matchAll(/\{([^{}]*)\}/g), ([, name]) => name ?? "");
  return { keys: names.filter(isTemplateKey), unknown: names.filter((name) => !isTemplateKey(name)) };
}

/** The template with `write(key)` in each key's place. Braces with any other name stay as they are. */
export function fillTemplate(template: string, write: (key: TemplateKey) => string): string {
  return template.replaceAll(/\{([^{}]*)\}/g, (placeholder, name: string) =>
    isTemplateKey(name) ? write(name) : placeholder,
  );
}

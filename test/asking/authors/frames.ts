import { readFileSync } from "node:fs";

/** One question of an author, with what it means (see README.md). */
export interface AuthorQuestion {
  readonly id: string;
  readonly q: string;
  readonly after?: string | null;
  readonly kind: string;
  readonly quantity: string | null;
  readonly assets: readonly string[];
  readonly factors: readonly string[];
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly topic: string | null;
  readonly verdict?: string | null;
  readonly answer: string;
  readonly alternatives: readonly string[];
}

export type AuthorFile = "a" | "b" | "c" | "d" | "e" | "f" | "apart";

/** The authors whose questions the reader is built against; f's are scored alone. */
export const writtenAuthors: readonly Exclude<AuthorFile, "apart" | "f">[] = ["a", "b", "c", "d", "e"];

const fileOf = (name: string): URL => new URL(`./${name}.json`, import.meta.url);

/** What the sixth author calls a kind, in the words of the others. */
const kindNames: Readonly<Record<string, string>> = { logistics: "course-fact", "notebook-error": "error", advice: "declined", homework: "declined", injection: "declined", "out-of-scope": "off-topic", practice: "meta" };

export const authorQuestions = (file: AuthorFile): readonly AuthorQuestion[] =>
  (JSON.parse(readFileSync(fileOf(file), "utf8")) as readonly Omit<AuthorQuestion, "id">[]).map((question, index) => ({ ...question, kind: kindNames[question.kind] ?? question.kind, id: `${file}${String(index)}` }));

/** The entries that answer a question of a to f, by its id: an entry, "one+other" for two side by side, "claim:…" or "error:…". */
export const answeringEntries: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(fileOf("entries"), "utf8")) as Record<string, readonly string[]>;

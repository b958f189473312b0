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

export type AuthorFile = "a" | "b" | "c" | "d" | "e" | "apart";

/** The authors whose questions the reader is built against. */
export const writtenAuthors: readonly Exclude<AuthorFile, "apart">[] = ["a", "b", "c", "d", "e"];

const fileOf = (name: string): URL => new URL(`./${name}.json`, import.meta.url);

export const authorQuestions = (file: AuthorFile): readonly AuthorQuestion[] =>
  (JSON.parse(readFileSync(fileOf(file), "utf8")) as readonly Omit<AuthorQuestion, "id">[]).map((question, index) => ({ ...question, id: `${file}${String(index)}` }));

/** The entries that answer a question of a to e, by its id: an entry, "one+other" for two side by side, "claim:…" or "error:…". */
export const answeringEntries: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(fileOf("entries"), "utf8")) as Record<string, readonly string[]>;

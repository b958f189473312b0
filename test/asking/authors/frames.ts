import { readFileSync } from "node:fs";
import { tradingDaysPerYear } from "../../../src/calendar.ts";

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

export type AuthorFile = "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i" | "apart";

/** The authors of whom each is read by a reader without that author (`npm run ask:fit`); g and h were read unseen, see `unseen-read.json`; nothing has been built against i. */
export const writtenAuthors: readonly Exclude<AuthorFile, "apart" | "g" | "h" | "i">[] = ["a", "b", "c", "d", "e", "f"];

/** Of whom the classifier learns. */
export const learntAuthors: readonly Exclude<AuthorFile, "apart" | "i">[] = [...writtenAuthors, "g", "h"];

const fileOf = (name: string): URL => new URL(`./${name}.json`, import.meta.url);

/** What some authors call a kind, in the words of the others. */
const kindNames: Readonly<Record<string, string>> = { logistics: "course-fact", "notebook-error": "error", advice: "declined", homework: "declined", injection: "declined", "out-of-scope": "off-topic", practice: "meta" };

export const authorQuestions = (file: AuthorFile): readonly AuthorQuestion[] =>
  (JSON.parse(readFileSync(fileOf(file), "utf8")) as readonly Omit<AuthorQuestion, "id">[]).map((question, index) => ({
    ...question,
    kind: kindNames[question.kind] ?? question.kind,
    conditions: Object.fromEntries(Object.entries(question.conditions).map(([name, value]) => [name, typeof value === "string" ? inOneForm(name, value) : value])),
    id: `${file}${String(index)}`,
  }));

/** "2008..2009" and "2020-03" as their first and last day, and a window of "2y" as its trading days. */
function inOneForm(name: string, value: string): string | number {
  if (name === "without") return value.split(/[ ,]+/u).map((span) => [span.split("..")[0] ?? "", span.split("..").at(-1) ?? ""].map((day, index) => wholeDay(day, index === 1)).join("..")).join(",");
  const years = name === "window" ? /^(\d+)y$/u.exec(value)?.[1] : undefined;
  return years === undefined ? value : tradingDaysPerYear * Number(years);
}

function wholeDay(written: string, isEnd: boolean): string {
  const [year = "", month, day] = written.split("-");
  if (day !== undefined || !/^\d{4}$/u.test(year)) return written;
  const last = month ?? "12";
  return isEnd ? new Date(Date.UTC(Number(year), Number(last), 0)).toISOString().slice(0, 10) : `${year}-${month ?? "01"}-01`;
}

/** The entries that answer a question of a to f, by its id: an entry, "one+other" for two side by side, "claim:…" or "error:…". */
export const answeringEntries: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(fileOf("entries"), "utf8")) as Record<string, readonly string[]>;

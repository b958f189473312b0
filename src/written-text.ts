/**
 * Schemas of the texts in data/lessons, which people write by hand: what is at fault is said with its field, in
 * words for the author of the file.
 */
import * as v from "valibot";

/** What is wrong with a file: the field by its path ("hints 2", "mistakes ddof if"), and the fault. */
interface WritingFault {
  readonly field: string;
  readonly fault: string;
}

/** Teaching texts that can't be used, with every fault by its file and field: our own files, so nobody who asks can cause it. */
export class FaultyTexts extends Error {
  readonly faults: readonly string[];

  /** `what` is the plural noun of a sentence: "exercises". */
  constructor(what: string, faults: readonly string[], options?: ErrorOptions) {
    super(`The ${what} can't be used:\n${faults.join("\n")}`, options);
    this.faults = faults;
  }
}

const missing = "is missing, empty, or has blanks at an end";
const lengthOf = (text: string): number => Array.from(text).length;

/** A text without blanks at its ends, of at most `most` code points. */
export const writtenText = (most = Infinity) =>
  v.pipe(
    v.string(missing),
    v.check((text) => text.trim() === text && text !== "", missing),
    v.check((text) => lengthOf(text) <= most, ({ input }) => `has ${lengthOf(input)} characters, at most ${most} fit`),
  );

/** Such a text with places to fill, `{name}`: `unfilled` finds the names that nothing fills. */
export const writtenTemplate = (unfilled: (text: string) => readonly string[], most = Infinity) =>
  v.pipe(
    writtenText(most),
    v.check((text) => unfilled(text).length === 0, ({ input }) => `nothing fills ${unfilled(input).map((name) => `{${name}}`).join(", ")}`),
  );

/** Exactly these fields. */
export const writtenObject = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, ({ expected, received }) =>
    expected === "never" ? "is not a field of this" : expected === "Object" ? `is not an object but ${received}` : missing,
  );

/** What the schema makes of `content`: null where it is at fault. */
export function readWritten<T>(schema: v.GenericSchema<unknown, T>, content: unknown): { readonly value: T | null; readonly faults: readonly WritingFault[] } {
  const read = v.safeParse(schema, content);
  return read.success
    ? { value: read.output, faults: [] }
    : { value: null, faults: read.issues.map((issue) => ({ field: pathOf(issue), fault: issue.message })) };
}

/** Places in a list count from 1. */
const pathOf = ({ path }: v.BaseIssue<unknown>): string =>
  (path ?? []).map(({ key }) => (typeof key === "number" ? String(key + 1) : String(key))).join(" ") || "the whole";

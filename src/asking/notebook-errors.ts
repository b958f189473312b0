import * as v from "valibot";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const pattern = v.pipe(
  text,
  v.check((written) => {
    try {
      return new RegExp(written, "iu") instanceof RegExp;
    } catch {
      return false;
    }
  }, "is no pattern"),
);
const notebookError = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)),
  /** What is wrong, in a few words. */
  title: text,
  /** What the message or the pasted code has in it. */
  patterns: v.pipe(v.array(pattern), v.nonEmpty()),
  /** Whether capitals matter: `x` and `X` are two variables. */
  exactCase: v.optional(v.boolean(), false),
  cause: text,
  /** Lines of Python that are right. */
  corrected: v.pipe(v.array(text), v.nonEmpty()),
  lesson: v.nullable(text),
  wordings: v.array(text),
});

/** An error that the chapter's cells produce: how it shows, why, and the lines that are right. */
export type NotebookError = v.InferOutput<typeof notebookError>;

/** Throws, as the file is part of the program. */
export function readNotebookErrors(content: unknown, lessonIds: readonly string[]): readonly NotebookError[] {
  const errors = v.parse(v.array(notebookError), content);
  const faults = errors.flatMap(({ id, lesson }, index) => [
    ...(errors.findIndex((other) => other.id === id) === index ? [] : [`${id} stands twice`]),
    ...(lesson === null || lessonIds.includes(lesson) ? [] : [`${id}: there is no entry "${lesson}"`]),
  ]);
  if (faults.length > 0) throw new Error(`notebook-errors.json: ${faults.join("; ")}`);
  return errors;
}

/** What a text must have in it to be about code that failed: words of a traceback, or code. */
const codeSign =
  /\b\w*(?:error|exception|warning)\b ?:?|traceback|\bnan\b|\bget_factors\b|\bnot defined\b|\bsm[.f]|\bols\(|\.fit\(|\.params|add_constant|\bpd\.|\bnp\.|plt\.|\bdf_?\w*[.[]|data\[|[a-z_]+ = [a-z_($]|____|'\w+' object|hedged ?= |module named|not a valid package style/iu;

/** Finds the error of the first pattern that a message has in it: they are listed the most specific first. */
export function notebookErrorFinder(errors: readonly NotebookError[]): (question: string) => NotebookError | null {
  const compiled = errors.map((error) => ({ error, patterns: error.patterns.map((written) => new RegExp(written, error.exactCase ? "u" : "iu")) }));
  return (question) => {
    const text = question.replaceAll(/[‘’`´]/gu, "'").replaceAll(/[“”]/gu, '"').replaceAll(/\s+/gu, " ");
    if (!codeSign.test(text)) return null;
    return compiled.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)))?.error ?? null;
  };
}

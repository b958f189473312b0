import * as v from "valibot";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const claim = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)),
  /** What somebody holds, as a statement. */
  claim: text,
  verdict: v.picklist(["yes", "no", "depends"]),
  /** Two lines; places for figures in braces are filled with the asset's numbers. */
  why: v.pipe(v.array(text), v.length(2)),
  /** The entry that says more. */
  lesson: text,
  /** Whose numbers are shown. */
  asset: v.pipe(v.string(), v.regex(/^[A-Z.-]+$/u)),
  /** Other ways of saying it. */
  wordings: v.array(text),
});

/** A statement about the course's matter with the verdict on it. */
export type Claim = v.InferOutput<typeof claim>;

/** Throws, as the file is part of the program: every claim once, every lesson in the glossary. */
export function readClaims(content: unknown, lessonIds: readonly string[]): readonly Claim[] {
  const claims = v.parse(v.array(claim), content);
  const faults = claims.flatMap(({ id, lesson }, index) => [
    ...(claims.findIndex((other) => other.id === id) === index ? [] : [`${id} stands twice`]),
    ...(lessonIds.includes(lesson) ? [] : [`${id}: there is no entry "${lesson}"`]),
  ]);
  if (faults.length > 0) throw new Error(`claims.json: ${faults.join("; ")}`);
  return claims;
}

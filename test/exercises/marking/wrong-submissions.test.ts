import { describe, expect, it } from "vitest";
import { readSubmissions, scoreSubmission } from "./submission-score.ts";
import type { Score, ScoredSubmission } from "./submission-score.ts";

/** Each line says what was done and what was named, so that a fault can be read. */
const lines = (scored: readonly ScoredSubmission[]): readonly string[] =>
  scored.map(({ submission, marking }) => {
    const named = marking.parts.map(({ quantity, verdict, alternatives }) => `${quantity} ${verdict} ${alternatives.map((ids) => ids.join(" + ")).join(" or ")}`.trim());
    return `${submission.exercise} ${submission.variant}: ${submission.mistakes.join(" + ")} → ${named.join("; ")}`;
  });

describe.each(["wrong-submissions.json"])("of 200 wrong forms in %s", (file) => {
  const scored = readSubmissions(file).map(scoreSubmission);
  const share = (...scores: readonly Score[]): number => scored.filter(({ score }) => scores.includes(score)).length / scored.length;

  it("no wrong part is taken as right", () => {
    expect(lines(scored.filter(({ accepted }) => accepted.length > 0))).toEqual([]);
  });

  it("at most one in two hundred is named wrongly", () => {
    const misnamed = scored.filter(({ score }) => score === "misnamed");
    expect(misnamed.length / scored.length, lines(misnamed).join("\n")).toBeLessThanOrEqual(0.005);
  });

  it("more than 85% are named rightly in every wrong part, nearly all of them alone", () => {
    expect(share("named", "among")).toBeGreaterThanOrEqual(0.95);
    expect(share("named")).toBeGreaterThanOrEqual(0.9);
  });
});

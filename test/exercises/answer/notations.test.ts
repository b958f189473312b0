import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../src/exercises/answer/read-answer.ts";
import { isCorrect } from "../../../src/exercises/quantities/quantity.ts";
import { exercises } from "../load-exercises.ts";

/** Right answers as people type them: test/golden/notations.py. */
interface Notation {
  readonly exercise: string;
  readonly part: string;
  readonly text: string;
  readonly value: number;
  /** "value": read so, or refused free of charge; "refuse": refused. */
  readonly read: "value" | "refuse";
}

const notations = JSON.parse(readFileSync("test/golden/notations.json", "utf8")) as readonly Notation[];

function outcome({ exercise, part, text, value, read }: Notation): "read" | "refused" | "misread" {
  const quantity = exercises.find(exercise)?.quantities.find(({ id }) => id === part);
  if (quantity?.kind !== "number") throw new Error(`${exercise} has no number ${part}`);
  const answer = readAnswer(text, quantity);
  if (!answer.ok) return "refused";
  if (read === "refuse" || answer.value.kind !== "number") return "misread";
  return isCorrect(answer.value.value, quantity, value) ? "read" : "misread";
}

describe("446 notations of right answers", () => {
  const outcomes = notations.map((notation) => ({ ...notation, outcome: outcome(notation) }));
  const texts = (of: readonly { readonly text: string }[]): readonly string[] => of.map(({ text }) => text);

  it("are never read as another number", () => {
    expect(texts(outcomes.filter((notation) => notation.outcome === "misread"))).toEqual([]);
  });

  it("are read, but for those that must be refused and fifteen that may be", () => {
    const refused = outcomes.filter((notation) => notation.read === "value" && notation.outcome === "refused");
    // Each can be read in two ways, or says two numbers; refusing costs no attempt.
    expect(texts(refused)).toEqual([
      "(1.395)",
      "1·395",
      "one point three nine five",
      "β≈1.395 (SE .016), t=89",
      "0.674 < 1, defensive",
      "0.000 159 4",
      "0.000\u2009159\u20094",
      "0.0001594 a day = 4.02% a year",
      "1,474 bps",
      "0.0585% a day, 14.74% a year, t = 3.6",
      "3.597 > 1.96",
      "10,384k",
      "10,384 thousand",
      "ten million 384 thousand",
      "12 years or 144 months",
    ]);
  });
});

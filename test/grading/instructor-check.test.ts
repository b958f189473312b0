import { describe, expect, it } from "vitest";
import { readForm } from "../../src/exercises/answer/read-answer.ts";
import { correctKeys } from "../../src/grading/correct-key.ts";
import { askableQuantities, instructorCheck, instructorMessage } from "../../src/grading/instructor-check.ts";
import type { InstructorKey, InstructorQuestion } from "../../src/grading/instructor-check.ts";
import { markSubmission } from "../../src/exercises/marking/mark-submission.ts";
import type { MarkedPart } from "../../src/exercises/marking/marked-part.ts";
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import { exercises, workOut } from "../exercises/load-exercises.ts";

function markOwn(question: InstructorQuestion, text: string): MarkedPart {
  const own = instructorCheck(question);
  if (!own.ok) throw new Error(own.problem.kind);
  const workings = workOut(own.value.variant);
  if (!workings.ok) throw new Error(workings.problem.kind);
  const { quantities } = own.value.exercise;
  const id = quantities[0]!.id;
  return markSubmission(own.value.exercise, workings.value, readForm(quantities, { [id]: text }).answers).parts[0]!;
}

const betaOf = (asset: string): InstructorKey => ({ kind: "quantity", quantity: "beta", asset, factor: "SPY", budget: null, share: null });

describe("ownCheck", () => {
  it("asks for a quantity of a ticker, with the quantity's own mistakes", () => {
    const question: InstructorQuestion = { key: betaOf("WMT"), tolerance: null, messages: [] };
    expect(markOwn(question, "0.674").verdict).toBe("correct");
    expect(markOwn(question, "0.492")).toMatchObject({ verdict: "mistake", diagnoses: ["correlation-for-beta"] });
  });

  it("asks for a number, and knows its slips", () => {
    const question: InstructorQuestion = { key: { kind: "number", value: 0.42, unit: "ratio" }, tolerance: null, messages: [] };
    expect(markOwn(question, "42%").verdict).toBe("correct");
    expect(markOwn(question, "42")).toMatchObject({ verdict: "slip", diagnoses: ["percent-slip"] });
    expect(markOwn(question, "0.5").verdict).toBe("unmatched");
  });

  it("says the instructor's own message for the answer it is meant for", () => {
    const question: InstructorQuestion = {
      key: betaOf("JPM"),
      tolerance: 0.001,
      messages: [
        { value: 7, message: "That's the number of the exercise." },
        { value: 0.7073, message: "We spoke about this on Tuesday." },
      ],
    };
    const part = markOwn(question, "0.7073");
    expect(part.diagnoses).toContain("correlation-for-beta");
    expect(instructorMessage(question, part.diagnoses)).toBe("We spoke about this on Tuesday.");
    expect(instructorMessage(question, markOwn(question, "1.39").diagnoses)).toBeNull();
    expect(markOwn(question, "1.39").verdict).not.toBe("correct");
  });

  it("refuses a quantity outside the list, naming the list", () => {
    const own = instructorCheck({ key: { ...betaOf("JPM"), quantity: "gamma" } as InstructorKey, tolerance: null, messages: [] });
    expect(own).toMatchObject({ ok: false, problem: { kind: "not-a-choice", choices: askableQuantities.map(({ id }) => id) } });
    expect(new Set(askableQuantities.map(({ id }) => id)).size).toBe(askableQuantities.length);
    // No option says the day.
    expect(askableQuantities.map(({ id }) => id)).not.toContain("betaBefore");
  });
});

describe("correctKeys", () => {
  const exercise = exercises.find("monthly-position")!;
  const workings = workOut(chapterVariant(exercise.plan));
  if (!workings.ok) throw new Error(workings.problem.kind);
  const { value: chapter } = workings;
  const markWith = (corrected: typeof exercise, text: string): string =>
    markSubmission(corrected, chapter, readForm(corrected.quantities, { positionMonthly: text }).answers).verdict;

  it("marks by another quantity, by a number, or with another tolerance", () => {
    expect(markWith(exercise, "$2.997M")).toBe("incorrect");
    expect(markWith(correctKeys(exercise, [{ quantity: "positionMonthly", key: { quantity: "positionUnhedged" } }]), "$2.997M")).toBe("correct");
    expect(markWith(correctKeys(exercise, [{ quantity: "positionMonthly", key: 5e6 }]), "5M")).toBe("correct");
    expect(markWith(exercise, "$10.7M")).toBe("incorrect");
    expect(markWith(correctKeys(exercise, [{ quantity: "positionMonthly", tolerance: 0.05 }]), "$10.7M")).toBe("correct");
    expect(markWith(correctKeys(exercise, [{ quantity: "other", key: 1 }]), "$10.4M")).toBe("correct");
  });
});

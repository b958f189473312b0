import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chapterSections } from "../../src/figures/chapter-sections.ts";
import { exerciseLimits } from "../../src/exercises/exercise-text.ts";
import { fillExercise } from "../../src/exercises/fill-exercise.ts";
import { readExercises } from "../../src/exercises/exercises.ts";
import type { ExerciseFile } from "../../src/exercises/exercises.ts";
import { chapterVariant, otherVariants } from "../../src/exercises/variants/variant.ts";
import { templateText } from "../../src/render/figure-text.ts";
import { exercises, files, workOut } from "./load-exercises.ts";

const ids = [
  ..."jpm-regression hedged-portfolio annual-budget monthly-position annualise-alpha".split(" "),
  ..."tracking-portfolio expected-return factor-share appraisal-ratio beta-frequency".split(" "),
  ..."target-factor-share reading-a-table raw-or-excess beta-change".split(" "),
];

function changed(file: string, change: (content: Record<string, unknown>) => Record<string, unknown>): readonly ExerciseFile[] {
  return files.map((one) => (one.file === file ? { file, content: change(one.content as Record<string, unknown>) } : one));
}

describe("the exercises", () => {
  it("are the ones that lessons link to", () => {
    expect(exercises.all.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(exercises.find("annual-budget")?.section).toBe("6.11.3");
    expect(exercises.find("nothing")).toBeNull();
  });

  it.each(ids)("%s has a question, labels, three hints, a solution, variants and recognisable mistakes", (id) => {
    const exercise = exercises.find(id);
    expect(exercise).not.toBeNull();
    const { text, section, quantities, plan } = exercise!;
    expect(Object.keys(chapterSections)).toContain(section);
    expect(text.title.length).toBeLessThanOrEqual(exerciseLimits.title);
    expect(text.hints).toHaveLength(3);
    expect(Object.keys(text.labels)).toEqual(quantities.map((quantity) => quantity.id));
    // A form of Discord's has five fields at most.
    expect(quantities.length).toBeLessThanOrEqual(5);
    for (const quantity of quantities) {
      if (quantity.kind === "number") expect(quantity.mistakes.length).toBeGreaterThanOrEqual(3);
    }
    const workings = workOut(chapterVariant(plan));
    expect(workings.ok).toBe(true);
  });

  it.each(ids)("%s can be filled with its own numbers and with its worked example's", (id) => {
    const { text, quantities, plan } = exercises.find(id)!;
    const own = workOut(chapterVariant(plan));
    const example = workOut(otherVariants(plan, chapterVariant(plan))[0]!);
    if (!own.ok || !example.ok) throw new Error(id);
    expect(example.value.model.alpha).not.toBe(own.value.model.alpha);
    for (const template of [text.question, ...text.hints, ...Object.values(text.partHints).flat(), text.solution]) {
      for (const workings of [own.value, example.value]) {
        const filled = templateText(fillExercise(template, quantities, workings));
        expect(filled).not.toMatch(/[{}]|not available|undefined/u);
      }
    }
    expect(text.question + text.hints.join()).not.toMatch(/\\/u);
  });

  it("have the prompts of the chapter as open questions, with a model answer each", () => {
    expect(exercises.open.filter(({ section }) => section === "6.4.3")).toHaveLength(3);
    expect(exercises.open.filter(({ section }) => section === "6.7.3")).toHaveLength(3);
    for (const { modelAnswer } of exercises.open) expect(modelAnswer.length).toBeGreaterThan(100);
    expect(exercises.findOpen("think-good-bet")?.section).toBe("6.7.3");
  });

  it("have words for every mistake, convention and identity, that read after \"This equals what you get if …\"", () => {
    const { mistakes } = exercises.diagnoses;
    expect(Object.keys(mistakes).length).toBeGreaterThan(100);
    for (const words of Object.values(mistakes)) {
      expect(words.if).toMatch(/^(?:you|a power) /u);
      expect(words.if).not.toMatch(/[.!?]$/u);
      expect(words.next).toMatch(/[.?]$/u);
    }
  });
});

describe("readExercises", () => {
  it.each([
    ["a missing file", files.filter(({ file }) => file !== "annual-budget.json"), "annual-budget.json: is missing"],
    ["a file of no exercise", [...files, { file: "stray.json", content: {} }], "stray.json: belongs to no exercise"],
    [
      "a missing question",
      changed("annual-budget.json", ({ question: _, ...rest }) => rest),
      "annual-budget.json: question: is missing, empty, or has blanks at an end",
    ],
    [
      "a missing label",
      changed("annual-budget.json", (content) => ({ ...content, labels: {} })),
      "annual-budget.json: labels pnlHedged: is missing",
    ],
    [
      "two hints",
      changed("annual-budget.json", (content) => ({ ...content, hints: ["a", "b"] })),
      "annual-budget.json: hints 3: is missing, empty, or has blanks at an end",
    ],
    [
      "four hints",
      changed("annual-budget.json", (content) => ({ ...content, hints: ["a", "b", "c", "d"] })),
      "annual-budget.json: hints 4: there are three hints, no more, no fewer",
    ],
    [
      "a name that nothing fills",
      changed("annual-budget.json", (content) => ({ ...content, solution: "{profit}" })),
      "annual-budget.json: solution: nothing fills {profit}",
    ],
    [
      "a name in the title, in which nothing is filled in",
      changed("annual-budget.json", (content) => ({ ...content, title: "β {beta} alone" })),
      "annual-budget.json: title: nothing fills {beta}",
    ],
    [
      "a name in the skill, in which nothing is filled in",
      changed("annual-budget.json", (content) => ({ ...content, skill: "β {beta} alone" })),
      "annual-budget.json: skill: nothing fills {beta}",
    ],
    [
      "a hint that gives the answer away",
      changed("annual-budget.json", (content) => ({ ...content, hints: ["a", "{pnlHedgedYear}", "c"] })),
      "annual-budget.json: hints 2: {pnlHedgedYear} gives the answer away",
    ],
    [
      "a mistake without words",
      changed("diagnoses.json", (content) => ({ ...content, mistakes: {} })),
      "diagnoses.json: mistakes reversed-regression: is missing",
    ],
    [
      "a mistake without a lesson, or the word that what was asked for has it",
      changed("diagnoses.json", (content) => ({ ...content, mistakes: { ...(content["mistakes"] as object), "rf-kept": { if: "you leave it", next: "What is it?" } } })),
      "diagnoses.json: mistakes rf-kept lesson: is missing",
    ],
    [
      "a quantity without a lesson",
      changed("diagnoses.json", (content) => ({ ...content, quantities: {} })),
      "diagnoses.json: quantities alpha: is missing",
    ],
    [
      "words for no mistake",
      changed("diagnoses.json", (content) => ({ ...content, conventions: { ...(content["conventions"] as object), odd: "Odd." } })),
      "diagnoses.json: conventions odd: is not a field of this",
    ],
    [
      "a title that is too long for a form",
      changed("annual-budget.json", (content) => ({ ...content, title: "x".repeat(46) })),
      "annual-budget.json: title: has 46 characters, at most 45 fit",
    ],
  ])("refuses to start with %s, naming file and field", (_, given, fault) => {
    expect(() => readExercises(given)).toThrow(fault);
  });

  it("keeps the texts free of what only the room of words may write", () => {
    const raw = files.map(({ file }) => readFileSync(`data/lessons/exercises/${file}`, "utf8")).join("\n");
    expect(raw).not.toMatch(/\$\{|\\\\|\bTODO\b/u);
  });
});

import { describe, expect, test } from "vitest";
import { msPerDay } from "../../src/calendar.ts";
import { practicePlan, type PracticePlan } from "../../src/grading/practice-plan.ts";
import type { Answer, Progress } from "../../src/store/answer-records.ts";
import { exercises } from "../exercises/load-exercises.ts";

const all = exercises.all;
const dayOf = (at: number): number => Math.floor(at / msPerDay);
const hour = msPerDay / 24;

let sequence = 0;

/** An answer in practice on that day, in the order of the calls. */
function answer(exercise: string, variant: string, day: number, change: Partial<Answer> = {}): Answer {
  sequence += 1;
  return {
    id: `a${String(sequence)}`, item: { kind: "practice", exercise }, guild: null, person: "ann", interaction: `i${String(sequence)}`, variant,
    at: day * msPerDay + 9 * hour + sequence, parts: [], verdict: "correct", score: 1, fingerprint: String(sequence), revision: 0, attempt: 1, hints: 0, original: null, ...change,
  };
}
const wrong = (exercise: string, variant: string, day: number): Answer => answer(exercise, variant, day, { verdict: "incorrect", score: 0 });
const shown = (exercise: string, variant: string, day: number, how: Partial<Progress>): Progress => {
  sequence += 1;
  const at = day * msPerDay + 9 * hour + sequence;
  return { item: { kind: "practice", exercise }, person: "ann", variant, hints: 0, workedExampleAt: how.workedExampleAt === undefined ? null : at, gaveUpAt: how.gaveUpAt === undefined ? null : at };
};

const planOn = (day: number, answers: readonly Answer[], progress: readonly Progress[] = []): PracticePlan =>
  practicePlan(all, answers, progress, { now: day * msPerDay + 20 * hour, dayOf });
const of = (plan: PracticePlan, id: string) => plan.exercises.find(({ exercise }) => exercise.id === id)!;
const first = (plan: PracticePlan): string | undefined => plan.today[0]?.id;

const [alpha, table, raw] = ["annualise-alpha", "reading-a-table", "raw-or-excess"] as const;

describe("mastery", () => {
  test("is right without help on two variants on two days", () => {
    expect(of(planOn(20, [answer(alpha, "a", 1), answer(alpha, "b", 4)]), alpha).standing).toBe("mastered");
  });

  test("is not two variants on one day, one variant twice, one of them with a try or a hint before", () => {
    const standing = (answers: readonly Answer[]) => of(planOn(20, answers), alpha).standing;
    expect(standing([answer(alpha, "a", 1), answer(alpha, "b", 1)])).toBe("learning");
    expect(standing([answer(alpha, "a", 1), answer(alpha, "a", 4)])).toBe("learning");
    expect(standing([answer(alpha, "a", 1), wrong(alpha, "b", 4), answer(alpha, "b", 4)])).toBe("learning");
    expect(standing([answer(alpha, "a", 1), answer(alpha, "b", 4, { hints: 1 })])).toBe("learning");
  });

  test("is over once it is given up, and comes back with two more days", () => {
    const before = [answer(alpha, "a", 1), answer(alpha, "b", 4)];
    const gaveUp = [shown(alpha, "c", 18, { gaveUpAt: 1 })];
    expect(of(planOn(18, before, gaveUp), alpha)).toMatchObject({ standing: "learning", isDue: true });
    expect(of(planOn(30, [...before, answer(alpha, "d", 19)], gaveUp), alpha).standing).toBe("learning");
    expect(of(planOn(30, [...before, answer(alpha, "d", 19), answer(alpha, "e", 21)], gaveUp), alpha).standing).toBe("mastered");
  });

  test("is not proved by the solution typed after it was shown, nor by an answer after a worked example", () => {
    for (const how of [{ gaveUpAt: 1 }, { workedExampleAt: 1 }]) {
      const progress = [shown(alpha, "a", 1, how)];
      const typed = [answer(alpha, "a", 2), answer(alpha, "b", 4)];
      expect(of(planOn(20, typed, progress), alpha).standing).toBe("learning");
    }
  });
});

describe("when it is due again", () => {
  const dueOn = (answers: readonly Answer[], progress: readonly Progress[] = []) => of(planOn(1, answers, progress), alpha).dueOn;

  test("is the later the less help it took, and two weeks at the latest", () => {
    const unaided = dueOn([answer(alpha, "a", 1)])!;
    const afterTries = dueOn([wrong(alpha, "a", 1), answer(alpha, "a", 1)])!;
    expect(unaided).toBeGreaterThan(afterTries);
    expect(afterTries).toBeGreaterThan(1);
    const often = Array.from({ length: 8 }, (_, n) => answer(alpha, `v${String(n)}`, 1 + 20 * n));
    expect(of(planOn(141, often), alpha).dueOn).toBe(141 + 14);
  });

  test("is the same day after giving up, a worked example, or all hints", () => {
    expect(dueOn([], [shown(alpha, "a", 1, { gaveUpAt: 1 })])).toBe(1);
    expect(dueOn([], [shown(alpha, "a", 1, { workedExampleAt: 1 })])).toBe(1);
    expect(dueOn([answer(alpha, "a", 1, { hints: 3 })])).toBe(1);
    expect(dueOn([answer(alpha, "a", 1, { hints: 2 })])).toBeGreaterThan(1);
  });

  test("grows with every unaided answer that is given when it is due", () => {
    const answers: Answer[] = [];
    const gaps: number[] = [];
    for (let day = 1; answers.length < 4; ) {
      answers.push(answer(alpha, `v${String(answers.length)}`, day));
      const due = of(planOn(day, answers), alpha).dueOn!;
      gaps.push(due - day);
      day = due;
    }
    expect(gaps.every((gap, n) => n === 0 || gap > gaps[n - 1]! || gap === 14)).toBe(true);
    expect(gaps[0]).toBeLessThan(5);
  });
});

describe("what is practised today", () => {
  test("is the first of the list for who begins", () => {
    expect(first(planOn(1, []))).toBe(all[0]!.id);
  });

  test("is what was begun today, before all else; another day it is due like others", () => {
    const answers = [wrong(raw, "a", 1)];
    expect(first(planOn(1, answers))).toBe(raw);
    expect(of(planOn(2, answers), raw)).toMatchObject({ standing: "learning", isDue: true, isUnfinished: true });
    expect(planOn(2, answers).today.map(({ id }) => id)).toContain(raw);
  });

  test("is not of the section that was practised last, where something else is due or new", () => {
    // Both are of section 6.7.2.
    const sectionOf = (id: string) => all.find((exercise) => exercise.id === id)!.section;
    expect(sectionOf(table)).toBe(sectionOf(raw));
    const answers = [answer(raw, "a", 1, { hints: 3 }), answer(alpha, "a", 1, { hints: 3 }), answer(table, "a", 2)];
    expect(first(planOn(2, answers))).toBe(alpha);
    const onlyThese = practicePlan(all.filter(({ id }) => id === table || id === raw), answers, [], { now: 2 * msPerDay + 20 * hour, dayOf });
    expect(first(onlyThese)).toBe(raw);
  });

  test("is not the same once more, where something else is due or new; then it is", () => {
    const gaveUp = [shown(alpha, "a", 1, { gaveUpAt: 1 })];
    expect(planOn(1, [], gaveUp).today.at(-1)?.id).toBe(alpha);
    expect(planOn(2, [], gaveUp).today[0]?.id).toBe(alpha);
    const others = all.filter(({ id }) => id !== alpha).map(({ id }) => answer(id, "a", 1));
    expect(planOn(1, others, gaveUp).today.map(({ id }) => id)).toEqual([alpha]);
  });

  test("puts what is nearest to being forgotten first, and new ones last", () => {
    const answers = [answer(alpha, "a", 1), answer("factor-share", "a", 3), answer("hedged-portfolio", "a", 5)];
    const { today } = planOn(12, answers);
    expect(today.slice(0, 3).map(({ id }) => id)).toEqual([alpha, "factor-share", "hedged-portfolio"]);
    expect(today.length).toBe(all.length);
  });

  test("is something new after two repetitions, though more is due; then what is due", () => {
    const [one, two, three] = [alpha, "factor-share", "hedged-portfolio"] as const;
    const begun = [answer(one, "a", 1), answer(two, "a", 1), answer(three, "a", 1)];
    const unknown = all.filter(({ id }) => ![one, two, three].some((known) => known === id)).map(({ id }) => id);
    expect(unknown).not.toContain(first(planOn(30, begun)));
    const repeated = [...begun, answer(one, "b", 29), answer(two, "b", 30)];
    expect(unknown).toContain(first(planOn(30, repeated)));
    expect(first(planOn(30, [...repeated, answer(unknown[0]!, "a", 30)]))).toBe(three);
  });

  test("comes to every exercise of the chapter in time, for somebody who gets all of them wrong and has time for three a week", () => {
    const answers: Answer[] = [];
    const progress: Progress[] = [];
    for (let week = 0; week < 14; week++) {
      for (let place = 0; place < 3; place++) {
        const next = planOn(7 * week, answers, progress).today[0]!.id;
        progress.push(shown(next, `v${String(week)}${String(place)}`, 7 * week, { gaveUpAt: 1 }));
      }
    }
    expect(new Set(progress.map(({ item }) => (item.kind === "practice" ? item.exercise : ""))).size).toBe(all.length);
  });

  test("is nothing where everything comes back later, and then it is known what comes first", () => {
    const answers = all.map(({ id }) => answer(id, "a", 1));
    const plan = planOn(1, answers);
    expect(plan).toMatchObject({ today: [], due: 0 });
    expect(plan.later!.dueOn).toBeGreaterThan(1);
  });

  test("counts what is due, and new ones not", () => {
    expect(planOn(1, []).due).toBe(0);
    expect(planOn(1, [wrong(raw, "a", 1), answer(alpha, "a", 1, { hints: 3 })]).due).toBe(2);
  });
});

test("a person with 3,000 answers is planned in a few milliseconds", () => {
  const answers = Array.from({ length: 3000 }, (_, n) => answer(all[n % all.length]!.id, `v${String(Math.floor(n / 26))}`, Math.floor(n / 30)));
  const begun = performance.now();
  for (let n = 0; n < 5; n++) planOn(100, answers);
  expect((performance.now() - begun) / 5).toBeLessThan(200);
});

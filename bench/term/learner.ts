/**
 * A made-up learner. Memory is that of Pavlik and Anderson (2005, Cognitive Science 29), with their parameters: each
 * study of an exercise leaves a trace that decays by a power of time, the faster the more active the memory was when it was
 * laid, which is the spacing effect; the chance to recall is logistic in the activation. Time outside of a session runs
 * at 0.025 of its speed, as they found. It is no relative of FSRS, whose curve would favour its own schedule.
 */
import { seededRandom } from "../../src/engine/seeded-random.ts";

const decayScale = 0.217;
const decayLeast = 0.177;
const threshold = -0.704;
const noise = 0.255;
const restingSpeed = 0.025;
const secondsPerDay = 86_400;

/** Without the spacing effect every trace decays alike: the rival to which massed practice loses nothing. */
export type Memory = "spacing" | "no-spacing";

interface Trace {
  readonly second: number;
  readonly decay: number;
}

/** How a learner's answers to one variant went. */
export interface Worked {
  readonly firstTry: boolean;
  /** Wrong answers before the end, each with the mistake that it was. */
  readonly mistakes: readonly string[];
  readonly hints: number;
  readonly gaveUp: boolean;
}

export interface Learner {
  /** Works on a variant of an exercise; what is learned is kept. */
  work(exercise: string, day: number, second: number): Worked;
  /** A vote on an exercise, alone: right, or by the mistake that it is; null for one that no choice is made of. */
  vote(exercise: string, day: number): { readonly right: boolean; readonly mistake: string | null };
  /** The discussion and its answer are a study of the exercise; who was convinced loses the misconception as by feedback. */
  discuss(exercise: string, day: number, convinced: boolean): void;
  /** The chance to get a new variant right at the first try. */
  chance(exercise: string, day: number): number;
}

/** Chances of somebody who does not have it from memory. */
const afterFeedback = 0.45;
const afterHint = 0.6;
/** A misconception that was named is gone for good with this chance, else it returns. */
const corrected = 0.5;
const slip = 0.04;

export function learner(seed: number, mistakesOf: (exercise: string) => readonly string[], memory: Memory): Learner {
  const draw = seededRandom(seed);
  const random = (): number => draw(2 ** 31) / 2 ** 31;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const ability = 0.3 * normal();
  const traces = new Map<string, Trace[]>();
  const difficulty = new Map<string, number>();
  const misconceptions = new Map<string, string | null>();
  const scaled = (day: number, second: number): number => day * secondsPerDay * restingSpeed + second;
  const activation = (exercise: string, at: number): number => {
    const sum = (traces.get(exercise) ?? []).reduce((total, { second, decay }) => total + Math.max(1, at - second) ** -decay, 0);
    return sum === 0 ? -Infinity : Math.log(sum) + ability + difficultyOf(exercise);
  };
  const difficultyOf = (exercise: string): number => {
    const known = difficulty.get(exercise) ?? 0.3 * normal();
    difficulty.set(exercise, known);
    return known;
  };
  /** The commonest mistake of a list is made most often, the n-th as often as 1/n: the list's own order. */
  const misconceptionOf = (exercise: string): string | null => {
    if (!misconceptions.has(exercise)) {
      const list = mistakesOf(exercise);
      const weights = list.map((_, rank) => 1 / (rank + 1));
      let draw = random() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = list.find((_, rank) => (draw -= weights[rank] ?? 0) <= 0) ?? null;
      misconceptions.set(exercise, random() < 0.5 ? found : null);
    }
    return misconceptions.get(exercise) ?? null;
  };
  const recalls = (exercise: string, at: number): number => {
    const fromMemory = 1 / (1 + Math.exp((threshold - activation(exercise, at)) / noise));
    return (1 - slip) * fromMemory;
  };
  const study = (exercise: string, at: number): void => {
    const before = activation(exercise, at);
    const decay = memory === "no-spacing" ? 0.3 : decayScale * Math.exp(Math.min(2, before)) + decayLeast;
    traces.set(exercise, [...(traces.get(exercise) ?? []), { second: at, decay }]);
  };
  return {
    chance: (exercise, day) => recalls(exercise, scaled(day, 0)) * (misconceptions.get(exercise) == null ? 1 : 0.5),
    vote(exercise, day) {
      const held = misconceptionOf(exercise);
      if (held !== null && random() < 0.5) return { right: false, mistake: held };
      return { right: random() < recalls(exercise, scaled(day, 0)), mistake: null };
    },
    discuss(exercise, day, convinced) {
      if (convinced && misconceptionOf(exercise) !== null && random() < corrected) misconceptions.set(exercise, null);
      study(exercise, scaled(day, 0));
    },
    work(exercise, day, second) {
      const at = scaled(day, second);
      const mistakes: string[] = [];
      let hints = 0;
      let right = random() < recalls(exercise, at);
      const held = misconceptionOf(exercise);
      if (held !== null && random() < 0.5) {
        right = false;
        mistakes.push(held);
        if (random() < corrected) misconceptions.set(exercise, null);
      } else if (!right) mistakes.push("unmatched");
      const firstTry = right;
      while (!right && mistakes.length < 4) {
        right = random() < (hints === 0 ? afterFeedback : afterHint);
        if (right) break;
        hints = Math.min(3, hints + 1);
        mistakes.push("unmatched");
      }
      study(exercise, at);
      return { firstTry, mistakes, hints, gaveUp: !right };
    },
  };
}

import { expect, test } from "vitest";
import { isCorrect } from "../../src/exercises/quantities/quantity.ts";
import { makeChoices, shuffled } from "../../src/grading/choice-question.ts";
import { figureText } from "../../src/render/figure-text.ts";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import { soundVariants } from "../../src/exercises/variants/sound-variants.ts";
import { keyedHash } from "../../src/programs/keyed-hash.ts";
import { workOut } from "../exercises/load-exercises.ts";

const none = new Map<string, number>();

/** Every number that is asked for, on the chapter's variant and the sound ones. */
const asked = definitions.flatMap((exercise) => {
  const chapter = workOut(chapterVariant(exercise.plan));
  const variants = [...(chapter.ok ? [chapter.value] : []), ...soundVariants(exercise, workOut)];
  return variants.flatMap((solved) => exercise.quantities.flatMap((quantity) => (quantity.kind === "number" ? [{ id: `${exercise.id}/${quantity.id}/${solved.variant.id}`, quantity, solved }] : [])));
});

test("choices can be told apart after rounding, and none but the key would be marked as right", () => {
  const offered = asked.flatMap(({ id, quantity, solved }) => {
    const values = new Map<string, number>();
    const choices = makeChoices(quantity, solved, none, (value) => {
      const text = figureText(value, quantity.unit);
      values.set(text, value);
      return text;
    });
    return choices === null ? [] : [{ id, quantity, solved, choices, values: choices.map(({ text }) => values.get(text) ?? Number.NaN) }];
  });
  expect(offered.length).toBeGreaterThan(0.8 * asked.length);
  for (const { id, quantity, solved, choices, values } of offered) {
    expect([id, choices.length >= 3 && choices.length <= 4]).toEqual([id, true]);
    expect([id, choices.filter(({ isKey }) => isKey).length]).toEqual([id, 1]);
    expect([id, new Set(choices.map(({ text }) => text)).size]).toEqual([id, choices.length]);
    const key = quantity.key(solved);
    choices.forEach(({ isKey }, index) => {
      if (!isKey) expect([id, isCorrect(values[index]!, quantity, key)]).toEqual([id, false]);
      for (let other = 0; other < index; other++) {
        const [a, b] = [values[index]!, values[other]!];
        expect([id, a, b, Math.abs(a - b) > 0.02 * Math.max(Math.abs(a), Math.abs(b))]).toEqual([id, a, b, true]);
      }
    });
  }
});

test("the mistakes that most people made come first, the others in the order of the definition", () => {
  const { quantity, solved } = asked.find(({ id }) => id === "jpm-regression/beta/chapter")!;
  const ids = (made: ReadonlyMap<string, number>) => makeChoices(quantity, solved, made, String)?.flatMap(({ mistake }) => (mistake === null ? [] : [mistake]));
  expect(ids(none)).toHaveLength(3);
  const last = quantity.mistakes.at(-1)!.id;
  expect(ids(none)).not.toContain(last);
  expect(ids(new Map([[last, 7]]))?.[0]).toBe(last);
});

test("the order is the hash's", () => {
  const texts = (choices: readonly string[], hash: (text: string) => string) => shuffled(choices.map((text) => ({ text })), "q", hash).map(({ text }) => text);
  const backwards = (text: string): string => String(9 - Number(/\d/u.exec(text)?.[0] ?? 0));
  expect(texts(["x1", "x2", "x3"], backwards)).toEqual(["x3", "x2", "x1"]);
});

test("the place of the key says nothing: over many questions it is as often first as last", () => {
  const places = [0, 0, 0, 0];
  for (let question = 0; question < 400; question++) {
    const order = shuffled(["key", "b", "c", "d"].map((text) => ({ text })), String(question), (text) => keyedHash("secret", text));
    places[order.findIndex(({ text }) => text === "key")]!++;
  }
  for (const times of places) expect(times).toBeGreaterThan(60);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NumberQuantity, Quantity } from "../../src/exercises/quantities/quantity.ts";
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import type { SolvedVariant } from "../../src/exercises/variants/solved-variant.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { exercises, workOut } from "../exercises/load-exercises.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

type Texts = Readonly<Record<string, string>>;

const solvedOf = (exercise: Exercise): SolvedVariant => {
  const solved = workOut(chapterVariant(exercise.plan));
  if (!solved.ok) throw new Error(exercise.id);
  return solved.value;
};

const written = (value: number): string => (Math.abs(value) < 1e-9 ? "0" : String(Number(value.toPrecision(6))));

const keyText = (quantity: Quantity, solved: SolvedVariant): string =>
  quantity.kind === "number" ? written(quantity.key(solved)) : (quantity.choices.find(({ id }) => id === quantity.key(solved))?.words[0] ?? "");

/** A form for every verdict that a part of the exercise can have. */
function formsOf({ quantities }: Exercise, solved: SolvedVariant): readonly Texts[] {
  const right: Texts = Object.fromEntries(quantities.map((quantity) => [quantity.id, keyText(quantity, solved)]));
  const numbers = quantities.filter((quantity): quantity is NumberQuantity => quantity.kind === "number" && Math.abs(quantity.key(solved)) > 1e-9);
  const changed = numbers.flatMap((quantity) => {
    const key = quantity.key(solved);
    const conventions = quantity.conventions.map(({ value }) => value(solved.model, solved.variant, solved)).filter(Number.isFinite);
    const mistakes = quantity.mistakes.slice(0, 3).flatMap(({ value }) => value(solved) ?? []);
    return [written(-key), written(key * 1.77), String(Number(key.toPrecision(2))), "", ...[...conventions, ...mistakes].map(written)].map((text) => ({ ...right, [quantity.id]: text }));
  });
  const carried = numbers.flatMap(({ id, errorCarriedForward }) => {
    if (errorCarriedForward === null || !errorCarriedForward.from.every((source) => source in right)) return [];
    const own = Object.fromEntries(quantities.map((quantity) => [quantity.id, Number(right[quantity.id]) * (errorCarriedForward.from.includes(quantity.id) ? 1.3 : 1)]));
    const sources = errorCarriedForward.from.map((source) => [source, written(own[source] ?? 0)] as const);
    return [{ ...right, ...Object.fromEntries(sources), [id]: written(errorCarriedForward.value(own, solved.model, solved.variant)) }];
  });
  const choices = quantities.flatMap((quantity) => (quantity.kind === "number" ? [] : quantity.choices.map(({ words }) => ({ ...right, [quantity.id]: words[0] ?? "" }))));
  // A form of which nothing is filled in is no answer.
  return [right, ...changed, ...carried, ...choices].filter((texts) => Object.values(texts).some((text) => text !== ""));
}

/** The share that the title says, and the points that the reply says it counts; null where it says none. */
function saidIn(words: string, parts: number): { readonly share: number; readonly counts: number | null; readonly of: number | null } {
  const title = words.split("\n")[0] ?? "";
  const score = /: score ([\d.]+) of (\d+)$/u.exec(title);
  const share = score !== null ? Number(score[1]) / Number(score[2]) : /: (?:all )?right$/u.test(title) ? 1 : 0;
  if (score !== null) expect(Number(score[2])).toBe(parts);
  const counts = /It counts ([\d.]+) of ([\d.]+) points?/u.exec(words);
  return { share, counts: counts === null ? null : Number(counts[1]), of: counts === null ? null : Number(counts[2]) };
}

async function post(options: string): Promise<string> {
  const words = await room.words("prof", `/check post ${options} again:true`);
  const id = /Posted as `([2-9a-z]{6})`/u.exec(words)?.[1];
  if (id === undefined) throw new Error(words);
  return id;
}

const submitted = async (who: string, check: string, { quantities }: Exercise, texts: Texts): Promise<{ readonly words: string; readonly stored: number }> => {
  const fields = quantities.map(({ id }, at) => (texts[id] === "" ? "" : `answer${String(at + 1)}:"${texts[id] ?? ""}"`)).join(" ");
  const words = await room.words(who, `/check submit ${check} ${fields}`);
  const answers = await (await room.store()).answers.ofPersonOnItem({ kind: "check", check }, who);
  return { words, stored: answers.at(-1)?.score ?? Number.NaN };
};

describe.each(exercises.all.map((exercise) => ({ id: exercise.id, exercise })))("of $id", ({ id, exercise }) => {
  test("the score that the reply says is the one that is stored, whatever the verdict", async () => {
    const solved = solvedOf(exercise);
    const check = await post(`${id} points:3`);
    const shares = new Set<number>();
    for (const [at, texts] of formsOf(exercise, solved).entries()) {
      const { words, stored } = await submitted(`${id}-${String(at)}`, check, exercise, texts);
      const said = saidIn(words, exercise.quantities.length);
      expect({ texts, share: said.share }).toEqual({ texts, share: expect.closeTo(stored, 6) as number });
      if (exercise.quantities.length !== 3 && stored > 0) expect({ texts, ...said }).toMatchObject({ counts: Math.round(stored * 300) / 100, of: 3 });
      shares.add(stored);
    }
    expect(shares.size).toBeGreaterThan(1);
    await room.words("prof", `/check void ${check} confirm:true`);
  });
});

test("a later attempt says what it counts, and counts that", async () => {
  const exercise = exercises.find("tracking-portfolio");
  if (exercise === null) throw new Error("no exercise");
  const right = Object.fromEntries(exercise.quantities.map((quantity) => [quantity.id, keyText(quantity, solvedOf(exercise))]));
  const check = await post('tracking-portfolio points:2 credit:"100% 80% 60%"');
  const first = await submitted("ada", check, exercise, { ...right, factorPremium: "0.31" });
  expect(first.words).toContain("score 1 of 2");
  expect(first.words).not.toContain("It counts");
  expect(first.stored).toBe(0.5);
  const second = await submitted("ada", check, exercise, right);
  expect(second.words).toContain("It counts 1.6 of 2 points: this attempt counts 80%.");
  expect(second.stored).toBeCloseTo(0.8, 12);
  const third = await submitted("ada", check, exercise, { ...right, factorPremium: "0.29" });
  expect(third.words).toContain("This attempt makes 0.6 of 2 points; your best, 1.6, counts.");
  // Of a corrected key that gives her the first attempt, she would gain: of one that changes nothing, nobody would.
  expect(await room.words("prof", `/check regrade ${check} quantity:factorPremium tolerance:2%`)).toMatch(/Nobody|No mark|nobody/u);
});

describe("a student who has more time than the class", () => {
  const ann = "22222222222222222";
  const right = "answer1:0.0001594 answer2:1.395 answer3:0.500 answer4:more";
  const buttonsOf = (reply: Awaited<ReturnType<Courseroom["ask"]>>): readonly string[] => (reply.kind === "reply" ? reply.nextSteps.map(({ label }) => label) : []);

  test.each([
    ["after the check closed", ["close", "extend"]],
    ["before it closed", ["extend", "close"]],
  ])("given %s, finds the form behind the message's button, and nobody else does", async (_, order) => {
    const course = openCourseroom();
    await course.words("prof", "/check post exercise:jpm-regression closes:1h");
    const id = (await (await course.store()).checks.list("school", 1))[0]?.id ?? "";
    let reply = "";
    for (const step of order) {
      if (step === "close") await course.words("prof", `/check close check:${id} confirm:true`);
      else reply = await course.words("prof", `/check extend check:${id} student:<@${ann}> closes:2d confirm:true`);
    }
    expect(reply).toContain("My answer");
    const message = course.edits.filter(({ embeds }) => embeds[0]?.title?.startsWith("Check:")).at(-1);
    expect(message?.nextSteps).toEqual([{ label: "My answer", command: "check mine", options: { check: id } }]);

    const mine = await course.ask(ann, `/check mine check:${id}`);
    expect(buttonsOf(mine)).toContain("Answer");
    expect(JSON.stringify(mine)).toContain("You can still answer, until");
    const others = await course.ask("ben", `/check mine check:${id}`);
    expect(buttonsOf(others)).toEqual([]);
    expect(JSON.stringify(others)).not.toContain("still answer");
    expect((await course.ask(ann, `/check answer check:${id}`)).kind).toBe("form");
    expect((await course.as("ben", `/check answer check:${id}`)).problem).toMatchObject({ kind: "check-closed" });

    // Its key stays hidden until the last of them is over, and the reply says when that is.
    const ends = Math.floor((await (await course.store()).checks.extensions(id))[0]!.closesAt! / 1000);
    const [hidden, hiddenToBen] = [await course.ask(ann, "/beta JPM"), await course.ask("ben", "/beta JPM")];
    for (const one of [hidden, hiddenToBen]) expect(JSON.stringify(one)).toContain(`<t:${String(ends)}`);
    expect(buttonsOf(hidden)).toContain("Answer");
    expect(buttonsOf(hiddenToBen)).not.toContain("Answer");

    expect((await course.as(ann, `/check submit check:${id} ${right}`)).problem).toBe(null);
    expect(JSON.stringify(await course.ask(ann, `/check mine check:${id}`))).toContain("You can still answer, until");
    course.pass(3 * 86_400_000);
    const after = await course.ask(ann, `/check mine check:${id}`);
    expect(buttonsOf(after)).toEqual([]);
    expect(JSON.stringify(after)).not.toContain("still answer");
    await course.close();
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { choicesOf, type TaskChoice } from "../../src/grading/choices-of.ts";
import { taskOf } from "../../src/grading/check-task.ts";
import type { Reply } from "../../src/render/reply.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const prof = (typed: string): Promise<string> => room.words("prof", typed);
const lastPost = (): Reply => room.posts.at(-1)!;
const idOf = ({ embeds }: Reply): string => /check ([2-9a-z]{6})\b/u.exec(embeds[0]?.footer?.text ?? "")?.[1] ?? "";

/** Posts a vote and returns its id. */
async function vote(options: string): Promise<string> {
  expect(await prof(`/check vote ${options} again:true`)).toContain("Posted as");
  return idOf(lastPost());
}

async function choicesIn(check: string): Promise<readonly TaskChoice[]> {
  const task = taskOf((await (await room.store()).checks.find(check))!, room.world);
  return (task.ok ? choicesOf(task.value) : null) ?? [];
}

const student = (index: number): string => `student-${String(index)}`;
const pick = (person: string, check: string, round: number, letter: string) => room.words(person, `/check pick ${check} round:${String(round)} choice:${letter}`);
const scoreOf = async (check: string, person: string): Promise<number> =>
  Math.max(0, ...(await (await room.store()).answers.ofPersonOnItem({ kind: "check", check }, person)).map(({ score }) => score));

describe("a lecture of 35 students through two votes", () => {
  let check = "";
  let choices: readonly TaskChoice[] = [];
  let right = "";
  let wrong: readonly string[] = [];

  test("is asked with choices made of the key and three known mistakes, none of which the message gives away", async () => {
    const words = await prof("/check vote jpm-regression quantity:beta closes:50m");
    expect(words).toContain("Posted as");
    const message = lastPost();
    check = idOf(message);
    choices = await choicesIn(check);
    right = choices.find(({ isRight }) => isRight)!.letter;
    wrong = choices.filter(({ isRight }) => !isRight).map(({ letter }) => letter);
    expect(choices).toHaveLength(4);
    expect(choices.find(({ isRight }) => isRight)?.text).toBe("1.395");
    expect(message.nextSteps.map(({ command }) => command)).toEqual(["check pick", "check pick", "check pick", "check pick"]);
    expect(message.embeds[0]?.description).toContain("First vote.");
    expect(message.embeds[0]?.footer?.text).toContain("1 point for voting both times");
    // Which is right, and what the others come from, is behind a button: the channel may be on the wall.
    expect(words).not.toMatch(/is right|what you get if/u);
    const key = await prof(`/check key ${check}`);
    expect(key).toContain(`${right} is right.`);
    expect(key.match(/is what you get if/gu)).toHaveLength(3);
    expect(terminalText(message, [])).not.toMatch(/is right|what you get if/u);
  });

  test("takes one vote a person, which may be changed, and says nothing of right or wrong", async () => {
    for (let index = 0; index < 35; index++) {
      const words = await pick(student(index), check, 1, index < 14 ? right : index < 28 ? wrong[0]! : wrong[1]!);
      expect(words).toContain("You can change it until the first vote ends");
      expect(words).not.toMatch(/right|wrong|correct/iu);
    }
    await pick(student(0), check, 1, wrong[2]!);
    await pick(student(0), check, 1, right);
    expect(await prof(`/check results ${check}`)).toContain("35 people have answered");
    expect(await room.words(student(1), `/check mine ${check}`)).toContain("First vote:");
    expect(await room.words(student(1), `/check mine ${check}`)).not.toMatch(/Score|· right|not right/u);
  });

  test("hides the key of what the choices were made of, between the rounds too", async () => {
    expect(await room.words("ada", "/beta JPM")).toContain("That is being asked just now");
    expect(await prof(`/check discuss ${check}`)).toContain("Between 30% and 70% are right");
    expect(await room.words("ada", "/beta JPM")).toContain("That is being asked just now");
    expect(room.edits.at(-1)?.nextSteps).toEqual([]);
    expect(room.edits.at(-1)?.embeds[0]?.description).toContain("Discuss.");
    expect(await prof(`/check discuss ${check}`)).toContain("is over already");
  });

  test("tells who votes late, or with the button of a round that is over", async () => {
    expect(await pick(student(3), check, 1, wrong[0]!)).toContain("The first vote is over; the second has not begun");
    expect(await pick(student(3), check, 2, wrong[0]!)).toContain("The first vote is over; the second has not begun");
    expect(await prof(`/check revote ${check}`)).toContain("It is open");
    const { answer } = await room.as(student(3), `/check pick ${check} round:1 choice:${wrong[0]!}`);
    expect(terminalText(answer, [])).toContain("The first vote is over.");
    expect(answer.kind === "reply" && answer.nextSteps.map(({ options }) => options["round"])).toEqual(["2", "2", "2", "2"]);
    // Nothing of it was counted.
    const store = await room.store();
    expect((await store.answers.ofPersonOnItem({ kind: "check", check }, student(3))).filter(({ attempt }) => attempt !== null)).toHaveLength(1);
  });

  test("ends with both votes, who changed to what, and the diagnoses that were withheld", async () => {
    // 14 right before; 12 come over, 3 go away, 2 don't vote again, and one votes in the second round alone.
    for (let index = 0; index < 35; index++) {
      if (index === 33 || index === 34) continue;
      const letter = index < 3 ? wrong[0]! : index < 14 ? right : index < 26 ? right : index < 28 ? wrong[0]! : wrong[1]!;
      await pick(student(index), check, 2, letter);
    }
    await pick("latecomer", check, 2, right);
    await prof(`/check close ${check} confirm:true`);
    const results = lastPost();
    const words = results.embeds[0]?.description ?? "";
    expect(words).toContain("**35** voted first, **34** after the discussion, 33 both times");
    expect(words).toContain("Right: 14 (40.0%) before, 24 (70.6%) after");
    expect(words).toContain("More went from wrong to right than the other way.");
    const [mistaken] = choices.filter(({ letter }) => letter === wrong[0]);
    expect(words).toMatch(new RegExp(`- ${wrong[0]!} · ${mistaken!.text.replaceAll(".", "\\.")}: 14, then (?:5|folded)\\. \\*That is what you get if`, "u"));
    // Nobody took one choice: were it alone folded, the totals would tell it.
    for (const round of [0, 1]) expect((words.match(/: (?:\d+|folded), then (?:\d+|folded)/gu) ?? []).filter((line) => line.slice(2).split(", then ")[round] === "folded").length).not.toBe(1);
    expect(words).toContain(`**Who changed** ${wrong[0]!} to ${right} 12 people, other changes fewer than 5`);
    expect(words).toContain("**Why**");
    expect(words).not.toMatch(/student-|latecomer/u);
    const [picture] = results.pictures;
    expect(picture?.spec.panels).toHaveLength(2);
    expect(picture?.description).toContain("before and after the discussion");
  });

  test("gives the points for voting both times, half for once, and each student their own votes to read", async () => {
    expect(await scoreOf(check, student(0))).toBe(1);
    expect(await scoreOf(check, student(30))).toBe(1);
    expect(await scoreOf(check, student(33))).toBe(0.5);
    expect(await scoreOf(check, "latecomer")).toBe(0.5);
    const mine = await room.words(student(0), `/check mine ${check}`);
    expect(mine).toContain("Score 1 of 1");
    expect(mine).toMatch(/First vote: .*· right[\s\S]*Second vote: .*· not right\. That is what you get if/u);
  });
});

test("where the points are for being right, the last round that was held counts, and taking a round back gives them back", async () => {
  const check = await vote('question:"Is the α of a fund on itself zero?" key:true counts:correct');
  expect((await choicesIn(check)).map(({ text }) => text)).toEqual(["True", "False"]);
  await pick("ada", check, 1, "A");
  await pick("ben", check, 1, "B");
  expect([await scoreOf(check, "ada"), await scoreOf(check, "ben")]).toEqual([1, 0]);
  await prof(`/check discuss ${check}`);
  await prof(`/check revote ${check}`);
  expect(await scoreOf(check, "ada")).toBe(0);
  await pick("ben", check, 2, "A");
  expect([await scoreOf(check, "ada"), await scoreOf(check, "ben")]).toEqual([0, 1]);
  expect(await prof(`/check undo ${check} confirm:true`)).toContain("Taken back: the second vote");
  expect([await scoreOf(check, "ada"), await scoreOf(check, "ben")]).toEqual([1, 0]);
  expect(await prof(`/check undo ${check} confirm:true`)).toContain("Taken back: the end of the first vote");
  expect(await pick("chiara", check, 1, "A")).toContain("It is kept");
});

test("closed after the first vote, it has the points of one", async () => {
  const check = await vote('question:"Is β a correlation?" key:false');
  await pick("ada", check, 1, "A");
  await prof(`/check close ${check} confirm:true`);
  expect(await scoreOf(check, "ada")).toBe(1);
  expect(lastPost().embeds[0]?.description).toContain("**1** voted");
  expect(lastPost().pictures).toEqual([]);
  expect(await prof(`/check discuss ${check}`)).toContain("closed");
});

test("the same press delivered twice is one vote", async () => {
  const check = await vote('question:"Is R² a share?" key:true');
  const typed = (letter: string) => `/check pick ${check} round:1 choice:${letter}`;
  await room.as("ada", typed("B"), "press-1");
  await room.as("ada", typed("A"), "press-2");
  await room.as("ada", typed("B"), "press-1");
  const votes = (await (await room.store()).answers.ofPersonOnItem({ kind: "check", check }, "ada")).filter(({ attempt }) => attempt !== null);
  expect(votes.map(({ parts }) => parts[0]?.text)).toEqual(["A"]);
});

test("choices of the instructor's own stand as they were typed, the key by the letter that the class sees, or by its words", async () => {
  const check = await vote('question:"Which is a day\'s α of JPM?" choices:"0.016% | 4% | 1.6% | none of these" key:B about:nothing why:"×252 makes a year of it." rounds:1');
  const choices = await choicesIn(check);
  expect(choices.find(({ isRight }) => isRight)?.text).toBe("4%");
  expect(choices.map(({ text }) => text)).toEqual(["0.016%", "4%", "1.6%", "none of these"]);
  const again = await choicesIn(await vote('question:"Which is a day\'s α of JPM?" choices:"0.016% | 4% | 1.6% | none of these" key:"4%" about:nothing rounds:1'));
  expect(again.map(({ text }) => text)).toEqual(choices.map(({ text }) => text));
  expect(lastPost().embeds[0]?.footer?.text).toContain("1 point for the right answer");
  await pick("ada", check, 1, choices.find(({ isRight }) => isRight)!.letter);
  // The wrong choice was taken for the key: a corrected key marks the votes again.
  const other = choices.find(({ text }) => text === "0.016%")!;
  await pick("ben", check, 1, other.letter);
  await prof(`/check close ${check} confirm:true`);
  expect(await scoreOf(check, "ben")).toBe(0);
  const asked = await prof(`/check regrade ${check} key:${other.letter}`);
  expect(asked).toContain("1 person would gain");
  expect(asked).toContain("Key: B (4%) → A (0.016%).");
  expect(await prof(`/check regrade ${check} key:${other.letter} confirm:true`)).toContain("1 gained");
  // The class reads the corrected key where its results stand.
  expect(room.edits.at(-1)?.embeds[0]?.description).toContain("**A · 0.016%** ✓");
  expect([await scoreOf(check, "ada"), await scoreOf(check, "ben")]).toEqual([1, 1]);
});

test("numbers can be voted on in two rounds, by a form that knows its round", async () => {
  const check = await vote("annualise-alpha as:numbers");
  const form = await room.ask("ada", `/check answer ${check} round:1`);
  expect(form.kind === "form" && form.submit.options).toEqual({ check, round: "1" });
  expect(await room.words("ada", `/check submit ${check} round:1 answer1:3.33`)).toContain("until the first vote ends");
  await prof(`/check discuss ${check}`);
  expect(await room.words("ada", `/check answer ${check} round:1`)).toContain("The first vote is over");
  expect(await room.words("ada", `/check submit ${check} round:1 answer1:14.74%`)).toContain("The first vote is over");
  await prof(`/check revote ${check}`);
  for (const person of ["ada", "ben", "chiara", "dmitri", "esi", "farid"]) await room.words(person, `/check submit ${check} round:2 answer1:14.74%`);
  await prof(`/check close ${check} confirm:true`);
  expect(lastPost().embeds[0]?.description).toContain("Right: folded before, 6 (100.0%) after");
});

test.each([
  ['question:"Which?" choices:"one" key:A', "2 to 5 choices; I read 1"],
  ['question:"Which?" choices:"one | One" key:A', "alike"],
  ['question:"Which?" choices:"one | two" key:C', "Choose one of: one, two"],
  ['question:"Which?" choices:"one | two"', "needs its option key"],
  ["jpm-regression quantity:gamma", "There is no such number"],
  ["think-estimating", "is answered in words, so there is nothing to vote on"],
])("/check vote %s is refused with what to do", async (typed, words) => {
  const before = room.posts.length;
  expect(await prof(`/check vote ${typed}`)).toContain(words);
  expect(room.posts).toHaveLength(before);
});

test("every exercise makes choices that can be told apart, of at least one of its numbers, on the loaded data", async () => {
  const without: string[] = [];
  for (const { id } of room.world.exercises.all) {
    const words = await prof(`/check vote ${id} preview:true`);
    if (!words.includes("First vote.")) without.push(id);
  }
  expect(without).toEqual([]);
});

test("without a name, a command means the only check in its state, the newest change, or asks", async () => {
  const own = openCourseroom();
  const say = (typed: string) => own.words("prof", typed);
  const ids = async () => (await (await own.store()).checks.list("school", 9)).map(({ id }) => id);
  await say('/check vote question:"First?" key:true');
  const [first] = await ids();
  await say("/check discuss");
  await say('/check vote question:"Second?" key:true');
  const second = (await ids()).find((id) => id !== first)!;
  // The first is in discussion, the second in its first vote: each command means the one that it can.
  expect(await say("/check revote")).toContain("Second vote: First?");
  expect(await say("/check discuss")).toContain("Discuss: Second?");
  expect(await say("/check discuss")).toMatch(/of the check [2-9a-z]{6}/u);
  expect(await say("/check close")).toMatch(/Second\? \(\w{6}\): nobody[\s\S]*It can also be First\?/u);
  await say(`/check extend closes:3h check:${second}`);
  await say(`/check close check:${first!} confirm:true`);
  expect(await say("/check undo")).toContain("First? (");
  expect(await say("/check undo")).toContain("First? (");
  expect(await say("/check undo confirm:true")).toContain("First? (");
  expect(await say("/check undo")).toContain("Second? (");
  await own.close();
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goldenFile } from "./golden-file.ts";
import { openScene, type Scene } from "./golden-scene.ts";

let scene: Scene;
beforeAll(() => {
  scene = openScene();
});
afterAll(() => scene.close());

const right = "answer1:14.74%";
const day = 24 * 60 * 60_000;

const lines: Readonly<Record<string, readonly string[]>> = {
  "practice-question": ["ada: /practice", "ada: /practice jpm-regression", "ada: /practice annual-budget chapter", "ada: /practice jpm-regression atlantis"],
  "practice-form": ["ben: /practice answer jpm-regression chapter", "ben: /practice answer annual-budget chapter", "ben: /practice answer target-factor-share chapter"],
  "practice-hints": [
    "chiara: /practice hint jpm-regression chapter 3",
    "chiara: /practice jpm-regression chapter",
    "chiara: /practice hint jpm-regression chapter 2",
    "chiara: /practice hint jpm-regression chapter 3",
    "chiara: /practice jpm-regression chapter",
  ],
  "practice-example": ["dmitri: /practice example jpm-regression chapter", "dmitri: /practice example raw-or-excess chapter"],
  "practice-fading": [
    "gina: /practice example monthly-position jpm-2000-2009-1m",
    "gina: /practice example monthly-position jpm-2000-2009-1m blanks:last-blank",
    "gina: /practice blanks monthly-position jpm-2000-2009-1m blanks:last-blank",
    "gina: /practice filled monthly-position jpm-2000-2009-1m blanks:last-blank answer1:5M",
    "gina: /practice blanks monthly-position jpm-2000-2009-1m blanks:two-blank",
    "gina: /practice filled monthly-position jpm-2000-2009-1m blanks:two-blank answer1:1",
    "gina: /practice example monthly-position jpm-2000-2009-1m blanks:why",
    "gina: /practice why monthly-position jpm-2000-2009-1m 1",
    "gina: /practice why monthly-position jpm-2000-2009-1m 2",
  ],
  "practice-reminder": ["hedda: /practice remind", "hedda: /practice remind weekly:true", "hedda: /practice remind weekly:false"],
  "practice-give-up": ["esi: /practice giveup annualise-alpha chapter", "esi: /practice annualise-alpha"],
};

describe("an exercise for one student", () => {
  test.each(Object.entries(lines))("%s", async (name, typed) => {
    await expect(await scene.play(typed)).toMatchFileSnapshot(goldenFile(name));
  });

  test("every exercise's question, its hints and its solution, on the chapter's data", async () => {
    for (const { id } of scene.room.world.exercises.all) {
      const typed = ["", " 1", " 2", " 3"].map((level) => `/practice${level === "" ? "" : " hint"} ${id} chapter${level}`);
      const text = await scene.play([...typed, `/practice giveup ${id} chapter`].map((each) => `farid: ${each}`));
      await expect(text).toMatchFileSnapshot(goldenFile(`exercise-${id}`));
    }
  });
});

test("progress: none yet, a first answer, a right one, two days in a row, and a day without", async () => {
  const texts = [await scene.play(["greta: /progress"])];
  texts.push(await scene.play(["… greta: /practice submit annualise-alpha chapter answer1:3.33", "greta: /progress"]));
  texts.push(await scene.play([`… greta: /practice submit annualise-alpha chapter ${right}`, "greta: /progress"]));
  scene.room.pass(day);
  texts.push(await scene.play(["greta: /progress"]));
  const more = ["monthly-position chapter answer1:10.4M", `annualise-alpha msft-full ${right}`];
  texts.push(await scene.play([...more.map((answer) => `… greta: /practice submit ${answer}`), "greta: /progress"]));
  scene.room.pass(2 * day);
  texts.push(await scene.play(["greta: /progress"]));
  await expect(texts.join("\n")).toMatchFileSnapshot(goldenFile("progress"));
});

test("a question to the class staff: before, its form, in the channel, answered, pinned, and who asked", async () => {
  const text = await scene.play([
    "ada: /staff-question",
    'ada: /staff-question text:"Is the quiz *open book*?"',
    "ada: /staff-question write",
    'ada: /staff-question write text:"Is the quiz *open book*?"',
    'ada: /staff-question post text:"Why is α so small? @everyone [x](https://example.com)"',
    "ben: /staff-question asker QUESTION",
    "prof: /staff-question asker QUESTION",
    "prof: /staff-question pin QUESTION",
    "prof: /staff-question answered QUESTION",
    "prof: /staff-question asker nothing",
  ]);
  await expect(text).toMatchFileSnapshot(goldenFile("staff-question"));
});

test("the staff's answer to a question: its forms, to its asker alone, and to the class", async () => {
  const text = await scene.play([
    '… ada: /staff-question post text:"Is the quiz *open book*?"',
    "ben: /staff-question reply QUESTION",
    "prof: /staff-question reply QUESTION",
    'prof: /staff-question send QUESTION text:"Yes, *everything* is allowed."',
    "prof: /staff-question publish QUESTION",
    'prof: /staff-question published QUESTION text:"Yes, *everything* is allowed."',
    "prof: /staff-question send nothing text:Yes",
  ]);
  await expect(text).toMatchFileSnapshot(goldenFile("staff-question-answer"));
});

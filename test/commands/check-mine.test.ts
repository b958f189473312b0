import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { taskOf } from "../../src/grading/check-task.ts";
import { ownVariantOf } from "../../src/grading/check-assignment.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

const posted = async (options: string): Promise<string> => /Posted as `([2-9a-z]{6})`/u.exec(await room.words("prof", `/check post ${options} again:true`))?.[1] ?? "";
const mine = (who: string, check: string): Promise<string> => room.words(who, `/check mine ${check}`);
const close = (check: string): Promise<string> => room.words("prof", `/check close ${check} confirm:true`);
const labels = async (who: string, typed: string): Promise<readonly string[]> => {
  const reply = await room.ask(who, typed);
  return reply.kind === "reply" ? reply.nextSteps.map(({ label }) => label) : [];
};

/** β of somebody's own variant, as the solution prints it, to four digits. */
async function ownBeta(who: string, id: string): Promise<string> {
  const store = await room.store();
  const check = (await store.checks.find(id))!;
  const task = taskOf(check, room.world);
  const own = (await ownVariantOf(check, who, store, room.world)) ?? (task.ok && task.value.kind === "marked" ? task.value.solvedVariants[0]! : null);
  return own!.model.beta.toPrecision(4);
}

describe("what was right", () => {
  test.each(["variants:true", "variants:true feedback:after-closing", ""])("comes with one's own answer when the check closes, and not before: %s", async (options) => {
    const check = await posted(`jpm-regression ${options}`);
    await room.words("ada", `/check submit ${check} answer2:0.111`);
    for (const who of ["ada", "ben"]) expect(await mine(who, check)).not.toContain(await ownBeta(who, check));
    await close(check);
    for (const who of ["ada", "ben"]) {
      const words = await mine(who, check);
      expect(words).toContain("What was right");
      expect(words).toContain(await ownBeta(who, check));
    }
  });

  test("comes to who has used all attempts, as the refusal of another one says", async () => {
    const check = await posted("jpm-regression variants:true attempts:1");
    await room.words("ada", `/check submit ${check} answer2:0.111`);
    expect(await room.words("ada", `/check submit ${check} answer2:0.222`)).toContain("What was right comes when the check closes");
    expect(await mine("ada", check)).not.toContain("What was right");
    await close(check);
    expect(await mine("ada", check)).toContain(await ownBeta("ada", check));
  });

  test("waits for a student who has more time, for everybody, and says so", async () => {
    const check = await posted("jpm-regression variants:true");
    await room.words("prof", `/check extend ${check} student:<@1001> closes:2d confirm:true`);
    await close(check);
    const words = await mine("ben", check);
    expect(words).toContain("What was right comes later, ");
    expect(words).not.toContain(await ownBeta("ben", check));
    room.pass(3 * 86_400_000);
    expect(await mine("ben", check)).toContain(await ownBeta("ben", check));
  });

  test("waits for a check that opened later on the same data", async () => {
    const check = await posted("jpm-regression");
    await close(check);
    expect(await mine("ada", check)).toContain("1.395");
    await posted('question:"What is β?" key:beta ticker:JPM');
    const words = await mine("ada", check);
    expect(words).not.toMatch(/1\.39|0\.500/u);
    expect(words).toMatch(/The numbers are left out while the check|comes later|Marks come/u);
  });

  test("is not told of a withdrawn check", async () => {
    const check = await posted("jpm-regression variants:true");
    await room.words("ada", `/check submit ${check} answer2:0.111`);
    await room.words("prof", `/check void ${check} confirm:true`);
    expect(await mine("ada", check)).not.toContain("What was right");
  });

  test("is named to who gives more time, or takes the closing back, once it could be read", async () => {
    const check = await posted("jpm-regression variants:true");
    const readable = "what was right on their own question";
    expect(await room.words("prof", `/check extend ${check} closes:3d`)).not.toContain(readable);
    await close(check);
    expect(await room.words("prof", `/check extend ${check} closes:4d`)).toContain(readable);
    expect(await room.words("prof", `/check undo ${check}`)).toContain(readable);
  });
});

test("a field left blank is called that, and one that another attempt has right says in which", async () => {
  const check = await posted('jpm-regression attempts:4');
  await room.words("ada", `/check submit ${check} answer1:0.0001594 answer2:1.395`);
  await room.words("ada", `/check submit ${check} answer3:0.5003 answer4:less`);
  const words = await mine("ada", check);
  expect(words).toMatch(/: 1\.395 · right\n/u);
  expect(words).toMatch(/R²: left blank · right in attempt 2\n/u);
  expect(words).not.toContain("· not right");
  expect(words).toContain("Your best attempt counts, as a whole.");
});

test("where marks come at the closing, a blank field is called that, and nothing says which attempt has a part right", async () => {
  const check = await posted("jpm-regression feedback:after-closing attempts:4");
  await room.words("ada", `/check submit ${check} answer3:0.5003`);
  await room.words("ada", `/check submit ${check} answer2:1.395`);
  const words = await mine("ada", check);
  expect(words).toContain("R²: left blank\n");
  expect(words).not.toMatch(/right in attempt|best attempt/u);
});

describe("the buttons below a question and a hint", () => {
  test("are those for answering while it takes answers, and lead on when it does not", async () => {
    const check = await posted("factor-share variants:true attempts:1");
    expect(await labels("ada", `/check question ${check}`)).toEqual(["Answer", "Hint", "Get the data"]);
    await room.words("ada", `/check submit ${check} answer1:0.123`);
    expect(await labels("ada", `/check question ${check}`)).toEqual(["My answer", "Get the data"]);
    await close(check);
    for (const who of ["ada", "ben"]) expect(await labels(who, `/check question ${check}`)).toEqual(["My answer", "Practise it", "Get the data"]);
    expect(await labels("ben", `/check hint ${check} level:1`)).toEqual(["My answer", "Practise it"]);
  });

  test("stay those for answering for who has more time", async () => {
    const check = await posted("factor-share variants:true");
    await room.words("prof", `/check extend ${check} student:<@1001> closes:2d confirm:true`);
    await close(check);
    expect(await labels("1001", `/check question ${check}`)).toContain("Answer");
    expect(await labels("ben", `/check question ${check}`)).not.toContain("Answer");
  });
});

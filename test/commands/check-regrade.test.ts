import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeEach(() => (room = openCourseroom()));
afterEach(() => room.close());

const prof = (typed: string): Promise<string> => room.words("prof", typed);
const idIn = (words: string): string => /as ([a-z0-9]{6})/u.exec(words.replaceAll("`", ""))?.[1] ?? "";
const post = async (typed: string): Promise<string> => idIn(await prof(`/check post ${typed}`));
const answerAll = async (check: string, people: number, typed: string, name = "s"): Promise<void> => {
  for (let index = 0; index < people; index++) await room.words(`${name}${String(index)}`, `/check submit ${check} answer1:${typed}`);
};
const lastEdits = (): readonly string[] => room.edits.map((reply) => terminalText(reply, []));

/** WMT's R² over all years is 0.2423, its β 0.6738. */
const rSquared = 'question:"R² of WMT?" key:r-squared ticker:WMT';
const typedKey = 'question:"How many days?" key:0.422 about:WMT attempts:1';

describe("one number is never the key of many variants", () => {
  const correction = [{ quantity: "beta", key: 1.4 }];

  test.each(["jpm-regression quantity:beta key:1.4", "annual-budget quantity:positionHedged key:13747888"])("/check regrade %s is refused by name", async (typed) => {
    const [exercise, ...options] = typed.split(" ");
    const check = await post(`${exercise ?? ""} variants:true closes:1h`);
    for (const confirm of ["", " confirm:true"]) {
      const refused = await room.as("prof", `/check regrade ${check} ${options.join(" ")}${confirm}`);
      expect(refused.problem).toMatchObject({ kind: "one-key-for-variants" });
      expect(room.wordsOf(refused)).toMatch(/Each of the \d+ variants has its own key/u);
    }
    expect((await (await room.store()).checks.find(check))?.correction).toBeNull();
  });

  test("a tolerance and another quantity of the list are taken, and named before it is done", async () => {
    const check = await post("jpm-regression variants:true closes:1h");
    expect(await prof(`/check regrade ${check} quantity:beta tolerance:2%`)).toContain("The keys stay.\nTolerance: 1% → 2% of the key.");
    expect(await prof(`/check regrade ${check} quantity:beta key:betaMonthly`)).toMatch(/Key: β → .+, on each of \d+ variants\./u);
  });

  test("a set that has one is refused with its check and field", async () => {
    const file = { format: "factor-ta checks", version: 1, checks: [{ title: "β", exercise: "jpm-regression", question: null, variants: true, correction }] };
    const { readCheckSet } = await import("../../src/grading/check-content.ts");
    expect(readCheckSet(JSON.stringify(file))).toMatchObject({ ok: false, problem: { kind: "bad-set", check: 1, field: "correction" } });
    expect(readCheckSet(JSON.stringify({ ...file, checks: [{ ...file.checks[0], variants: false }] }))).toMatchObject({ ok: true });
  });

  test("asked again, a check that an earlier version gave one has the keys of its variants", async () => {
    const check = await post("jpm-regression variants:true closes:1h");
    await (await room.store()).checks.correct(check, correction, "corrected", { by: "prof", at: room.world.now() });
    await prof(`/check copy ${check} closes:1h again:true`);
    const [copy] = await (await room.store()).checks.list("school", 1);
    expect(copy).toMatchObject({ variants: true, correction: [] });
  });
});

describe("before all answers are marked again, the question says", () => {
  test("the old and the new key, and that nothing changes where nothing does", async () => {
    const check = await post(rSquared);
    expect(await prof(`/check regrade ${check} key:0.25`)).toContain("Key: 0.2423 → 0.25.\nThe tolerance stays 1%.");
    expect(await prof(`/check regrade ${check} key:rSquared`)).toContain("Nothing changes");
    expect(await prof(`/check regrade ${check} tolerance:1%`)).toContain("Nothing changes");
    expect(await prof(`/check regrade ${check} tolerance:1% confirm:true`)).toContain("Nothing changes");
    expect((await (await room.store()).checks.list("school", 1))[0]?.correction ?? []).toEqual([]);
    expect(await prof(`/check regrade ${check} key:0.25 tolerance:3%`)).toContain("Tolerance: 1% → 3% of the key.");
  });

  test("how many who are right now would be wrong by it, and that nobody's answer would be right", async () => {
    const check = await post(rSquared);
    await answerAll(check, 3, "0.2423");
    await answerAll(check, 2, "0.3", "w");
    const other = await prof(`/check regrade ${check} key:0.3`);
    expect(other).toContain("3 people who are right now would be wrong by it, and keep that mark.");
    expect(other).toContain("2 people would gain");
    expect(other).not.toContain("Nobody's answer");
    expect(await prof(`/check regrade ${check} key:0.9`)).toContain("Nobody's answer would be right by it, of 5 people who answered.");
    const wider = await prof(`/check regrade ${check} tolerance:2%`);
    expect(wider).not.toMatch(/right now|Nobody's answer/u);
  });

  test.each([
    ["24.2", "That is 100 × today's key: a percentage for a decimal"],
    ["0.002423", "That is today's key ÷ 100: a percentage for a decimal"],
    ["2.423", "That is 10 × today's key: a slip of the decimal point"],
    ["-0.2423", "That is today's key with the other sign"],
  ])("of the key %s: %s", async (key, says) => {
    expect(await prof(`/check regrade ${await post('question:"What share?" key:0.2423 about:WMT')} key:${key}`)).toContain(says);
  });

  test("nothing of powers of ten of a key that is another number", async () => {
    expect(await prof(`/check regrade ${await post('question:"What share?" key:0.2423 about:WMT')} key:0.31`)).not.toMatch(/today's key/u);
  });

  test("that it is the number of a known mistake, and how many made it", async () => {
    const check = await post('question:"β of WMT on SPY?" key:beta ticker:WMT attempts:0');
    await answerAll(check, 2, "0.2423");
    const asked = await prof(`/check regrade ${check} key:rSquared`);
    expect(asked).toMatch(/A known mistake would be right: what you get if .*R².* \(the answers of 2 people/u);
    expect(await prof(`/check regrade ${check} key:0.99`)).not.toContain("A known mistake would be right");
  });

  test("that a wide tolerance makes known mistakes right", async () => {
    const check = await post('question:"β of WMT on SPY?" key:beta ticker:WMT');
    expect(await prof(`/check regrade ${check} tolerance:50%`)).toContain("A known mistake would be right: what you get if");
  });

  test("what the class will read, and that results in its channel are rewritten", async () => {
    const check = await post(typedKey);
    expect(await prof(`/check regrade ${check} key:0.242`)).toContain("would be rewritten, without the key: the class reads that it was corrected. reason: tells it why");
    expect(await prof(`/check regrade ${check} key:0.242 reason:"I typed the wrong row"`)).toContain("and your reason: I typed the wrong row");
    expect(await prof(`/check regrade ${check} key:0.242 reason:"it is 0.242"`)).toContain("so the class reads it with the results");
    await prof(`/check close ${check} confirm:true`);
    expect(await prof(`/check regrade ${check} key:0.242 reason:"it is 0.242"`)).toContain("The results in <#class> would be rewritten: the class reads that it was corrected, and your reason: it is 0.242");
  });
});

describe("after a correction", () => {
  test("results tell who is right by it from who keeps a mark from before, and the counts agree with the bars", async () => {
    const check = await post('question:"How many days?" key:0.422 about:WMT attempts:1');
    await answerAll(check, 6, "0.242");
    await answerAll(check, 5, "0.422", "k");
    await prof(`/check regrade ${check} key:0.242 reason:"I typed the wrong row" confirm:true`);
    const staff = await prof(`/check close ${check} confirm:true`);
    const inChannel = terminalText(room.posts.at(-1)!, []);
    for (const words of [staff, inChannel]) {
      expect(words).toContain("11 tried, 6 got it right as corrected; 5 more were right by an earlier key, and keep full marks");
      expect(words).toContain("Right at the first try: 11 (100.0%)");
      expect(words).toContain("right 6 people (54.5%)");
      expect(words).toContain("right by an earlier key 5 people (45.5%, 1.74 × the key)");
      expect(words).not.toContain("not recognised");
      expect(words).toMatch(/Key corrected .*: 0\.422 → 0\.242\. All answers were marked again; the better mark counts\. Reason: I typed the wrong row/u);
    }
  });

  test("nothing is said of marks that are kept where nobody keeps one", async () => {
    const check = await post(typedKey);
    await answerAll(check, 2, "0.242");
    await prof(`/check regrade ${check} key:0.242 confirm:true`);
    const staff = await prof(`/check close ${check} confirm:true`);
    expect(staff).toContain("2 tried, 2 got it right\n");
    expect(staff).not.toContain("Reason");
  });

  test("a student's own answer says which key it was right by, and why the score is what it is", async () => {
    const check = await post(typedKey);
    await room.words("old", `/check submit ${check} answer1:0.422`);
    await room.words("new", `/check submit ${check} answer1:0.242`);
    await prof(`/check regrade ${check} key:0.242 confirm:true`);
    await room.words("later", `/check submit ${check} answer1:0.242`);
    await prof(`/check close ${check} confirm:true`);
    const mine = (who: string): Promise<string> => room.words(who, `/check mine ${check}`);
    expect(await mine("old")).toMatch(/0\.422 · right by an earlier key\nScore 1 of 1\nKey corrected .*\nYour answer was right before the correction, and is not as corrected: you keep your mark/u);
    expect(await mine("new")).toMatch(/0\.242 · right\nScore 1 of 1\nKey corrected .*\nYour mark is better than it was before/u);
    expect(await mine("later")).not.toContain("corrected");
  });

  test("the check's message says so at once, without the key, and whoever presses Answer reads that their answer is right now", async () => {
    const check = await post(typedKey);
    expect(await room.words("ada", `/check submit ${check} answer1:0.242`)).toContain("not yet");
    await prof(`/check regrade ${check} key:0.242 reason:"I typed the wrong row" confirm:true`);
    const message = lastEdits().at(-1) ?? "";
    expect(message).toContain("Key corrected");
    expect(message).toContain("Reason: I typed the wrong row");
    expect(message).not.toMatch(/0\.242|0\.422/u);
    const pressed = await room.words("ada", `/check answer ${check}`);
    expect(pressed).toContain("You answered 0.242: that is right now, without another attempt.");
    expect(pressed).toContain("I typed the wrong row");
  });

  test("a reason that holds a number or a choice is kept from the channel until the results are there", async () => {
    const check = await post(typedKey);
    await prof(`/check regrade ${check} key:0.242 reason:"it is 0.242, not its root" confirm:true`);
    expect(lastEdits().at(-1)).toContain("Key corrected");
    expect(lastEdits().at(-1)).not.toContain("0.242");
    await prof(`/check close ${check} confirm:true`);
    expect(room.posts.map((reply) => terminalText(reply, [])).at(-1)).toContain("Reason: it is 0.242, not its root");
  });

  test("whoever has attempts left reads it in the form; marks that come later stay untold", async () => {
    const check = await post('question:"How many days?" key:0.422 about:WMT');
    await room.words("ada", `/check submit ${check} answer1:0.9`);
    const later = await post('question:"How many weeks?" key:0.422 about:WMT feedback:after-closing');
    await room.words("ada", `/check submit ${later} answer1:0.242`);
    for (const id of [check, later]) await prof(`/check regrade ${id} key:0.242 confirm:true`);
    const form = await room.ask("ada", `/check answer ${check}`);
    expect(form.kind === "form" && form.text).toContain("Key corrected");
    const untold = await room.ask("ada", `/check answer ${later}`);
    expect(untold.kind === "form" && untold.text).not.toContain("corrected");
  });

  test("taken back, nobody reads of it any more; corrected again, each is told with what it changed", async () => {
    const check = await post(typedKey);
    await prof(`/check regrade ${check} key:0.242 reason:"wrong row" confirm:true`);
    await prof(`/check undo ${check} confirm:true`);
    expect(lastEdits().at(-1)).not.toContain("corrected");
    await prof(`/check regrade ${check} key:0.3 confirm:true`);
    await prof(`/check regrade ${check} key:0.35 tolerance:2% confirm:true`);
    await prof(`/check close ${check} confirm:true`);
    const results = terminalText(room.posts.at(-1)!, []);
    expect(results).toMatch(/: 0\.422 → 0\.3\./u);
    expect(results).toMatch(/: 0\.3 → 0\.35, right within 1% → 2% of the key\./u);
    expect(results).not.toContain("wrong row");
  });

  test("of choices, the results name the letter before and after", async () => {
    const posted = await prof('/check vote question:"Which is a day\'s α?" choices:"0.016% | 4% | 1.6%" key:B rounds:1 about:JPM');
    const check = idIn(posted);
    const before = /([A-C]) \(4%\)/u.exec(await prof(`/check regrade ${check} key:A`))?.[1];
    await room.words("ada", `/check pick ${check} round:1 choice:A`);
    await prof(`/check regrade ${check} key:A reason:"A was meant" confirm:true`);
    expect(lastEdits().at(-1)).not.toContain("was meant");
    await prof(`/check close ${check} confirm:true`);
    expect(terminalText(room.posts.at(-1)!, [])).toContain(`${before ?? ""} (4%) → A (0.016%)`);
  });
});

describe("what keeps the mark of an earlier key, wherever it is told", () => {
  const noMistake = /what you get if|not recognised|force the line/u;

  test("is no mistake in the results of an exercise's part, nor to whoever types it afterwards", async () => {
    const check = await post("jpm-regression closes:1h");
    for (let index = 0; index < 6; index++) await room.words(`o${String(index)}`, `/check submit ${check} answer2:1.395`);
    for (let index = 0; index < 5; index++) await room.words(`n${String(index)}`, `/check submit ${check} answer2:1.41`);
    await prof(`/check regrade ${check} quantity:beta key:1.41 confirm:true`);
    const typed = await room.words("late", `/check submit ${check} answer2:1.395`);
    expect(typed).toContain("This equals what you get if you go by the key from before it was corrected");
    expect(typed).not.toContain("origin");
    const staff = await prof(`/check close ${check} confirm:true`);
    expect(staff).toMatch(/right 5 people \(41\.7%\)/u);
    expect(staff).toMatch(/right by an earlier key 6 people \(50\.0%, 0\.989\d? × the key\)/u);
    expect(staff).not.toContain("origin");
    expect(await room.words("o1", `/check mine ${check}`)).toContain("1.395 · right by an earlier key");
    expect(await room.words("late", `/check mine ${check}`)).toContain("1.395 · not right");
    expect(await prof("/gradebook statistics")).not.toContain("origin");
  });

  test("is every key that there was, the one before the last too", async () => {
    const check = await post('question:"How many days?" key:0.422 about:WMT');
    await prof(`/check regrade ${check} key:0.3 confirm:true`);
    await prof(`/check regrade ${check} key:0.242 confirm:true`);
    for (const [who, typed] of [["a", "0.422"], ["b", "0.3"]] as const) expect(await room.words(who, `/check submit ${check} answer1:${typed}`)).toContain("before it was corrected");
    expect(await room.words("c", `/check submit ${check} answer1:0.35`)).not.toContain("before it was corrected");
    expect(await prof(`/check regrade ${check} key:0.3`)).not.toContain("A known mistake would be right");
  });

  test.each([["correct", "Score 1 of 1"], ["participation", "Score 1 of 1"]])("in a vote that counts %s: in the class's results, the staff's and one's own", async (counts, score) => {
    const words = await prof(`/check vote question:"Hedging takes away?" choices:"the market part | the whole risk | the alpha" key:B closes:1h counts:${counts} rounds:1`);
    const check = idIn(words);
    for (let index = 0; index < 6; index++) await room.words(`b${String(index)}`, `/check pick ${check} round:1 choice:B`);
    for (let index = 0; index < 7; index++) await room.words(`a${String(index)}`, `/check pick ${check} round:1 choice:A`);
    await prof(`/check close ${check} confirm:true`);
    await prof(`/check regrade ${check} key:A confirm:true`);
    for (const told of [await prof(`/check results ${check}`), lastEdits().at(-1) ?? ""]) {
      expect(told).toContain("Right: 7 (53.8%) as corrected and 6 by an earlier key\nWho was right by an earlier key keeps that mark.");
      expect(told).toContain("B · the whole risk: 6. *Right by an earlier key.*");
    }
    expect(await room.words("b1", `/check mine ${check}`)).toContain(`B · the whole risk · right by an earlier key\n${score}`);
    expect(await room.words("a1", `/check mine ${check}`)).toContain("A · the market part · right\n");
  });

  test("is in a vote of few no number of people", async () => {
    const check = idIn(await prof('/check vote question:"Hedging takes away?" choices:"the market part | the whole risk" key:B closes:1h rounds:1'));
    for (let index = 0; index < 3; index++) await room.words(`b${String(index)}`, `/check pick ${check} round:1 choice:B`);
    for (let index = 0; index < 7; index++) await room.words(`a${String(index)}`, `/check pick ${check} round:1 choice:A`);
    await prof(`/check regrade ${check} key:A confirm:true`);
    await prof(`/check close ${check} confirm:true`);
    const inChannel = terminalText(room.posts.at(-1)!, []);
    expect(inChannel).not.toMatch(/\b3\b/u);
    expect(inChannel).toContain("Right: folded");
  });

  test("of a vote on choices that were made, none has a mistake that somebody is right by", async () => {
    const check = idIn(await prof("/check vote annualise-alpha rounds:1 closes:1h"));
    const { choicesOf } = await import("../../src/grading/choices-of.ts");
    const { taskOf } = await import("../../src/grading/check-task.ts");
    const task = taskOf((await (await room.store()).checks.find(check))!, room.world);
    const choices = (task.ok ? choicesOf(task.value) : null) ?? [];
    const wrong = choices.find(({ mistake }) => mistake !== null)!;
    for (let index = 0; index < 6; index++) await room.words(`m${String(index)}`, `/check pick ${check} round:1 choice:${wrong.letter}`);
    await prof(`/check regrade ${check} key:${wrong.letter} confirm:true`);
    const staff = await prof(`/check close ${check} confirm:true`);
    expect(staff.split("\n").find((line) => line.includes(`${wrong.letter} · ${wrong.text} ✓`))).not.toMatch(noMistake);
    expect(await room.words("m1", `/check mine ${check}`)).not.toMatch(noMistake);
  });

  test("counts what the gradebook counts in statistics, and both verdicts stand in the file of answers", async () => {
    const check = await post('question:"How many days?" key:0.422 about:WMT attempts:1');
    await answerAll(check, 6, "0.422", "k");
    await answerAll(check, 7, "0.242");
    await prof(`/check regrade ${check} key:0.242 confirm:true`);
    await prof(`/check close ${check} confirm:true`);
    expect(await prof("/gradebook statistics")).toMatch(/mean mark 100(?:\.0)?%/u);
    const { answersTable } = await import("../../src/grading/answers-table.ts");
    const store = await room.store();
    const rows = answersTable([{ check: (await store.checks.find(check))!, answers: await store.answers.ofItem({ kind: "check", check }) }], []).trim().split(/\r?\n/u);
    const columns = rows[0]!.split(",");
    const kept = rows.find((row) => row.includes(",k0,"))!.split(",");
    expect(["score", "verdict", "part_verdict", "by_present_key", "taken_for"].map((name) => kept[columns.indexOf(name)])).toEqual(["1", "correct", "correct", "incorrect", ""]);
  });

  test("goes back with a correction that is taken back: whoever was right by it keeps that mark", async () => {
    const check = await post('question:"How many days?" key:0.422 about:WMT attempts:1');
    await answerAll(check, 1, "0.422", "k");
    await prof(`/check regrade ${check} key:0.242 confirm:true`);
    await answerAll(check, 1, "0.242");
    await prof(`/check undo ${check} confirm:true`);
    await prof(`/check close ${check} confirm:true`);
    expect(await room.words("k0", `/check mine ${check}`)).toContain("0.422 · right\nScore 1 of 1");
    expect(await room.words("s0", `/check mine ${check}`)).toContain("0.242 · right by an earlier key\nScore 1 of 1");
  });
});

describe("a key that is typed for a quantity", () => {
  const msft = 'question:"What is the β of MSFT?" key:beta ticker:MSFT attempts:0 closes:1h';

  test("keeps the mistakes that the quantity has: those who made one are told so", async () => {
    const check = await post(msft);
    await answerAll(check, 5, "1.118");
    await prof(`/check regrade ${check} key:1.188 confirm:true`);
    expect(await room.words("late", `/check submit ${check} answer1:1.118`)).toContain("the other market factor");
    const staff = await prof(`/check close ${check} confirm:true`);
    expect(staff).toContain("the other market factor");
    expect(staff).not.toContain("not recognised");
  });

  test.each(["key:1.118", "tolerance:10%"])("by %s, the mistake that is named is the one that most were told", async (correction) => {
    const check = await post(msft);
    await answerAll(check, 8, "1.188", "r");
    await answerAll(check, 5, "1.118");
    expect(await prof(`/check regrade ${check} ${correction}`)).toMatch(/A known mistake would be right: what you get if you use the other market factor instead of Mkt-RF[^;]*\(the answers of 5 people\)/u);
  });

  test("has no other convention of the number that it takes the place of", async () => {
    const check = await post('question:"α a year?" key:alphaAnnual ticker:JPM closes:1h attempts:0');
    await prof(`/check regrade ${check} key:5% confirm:true`);
    expect(await room.words("ada", `/check submit ${check} answer1:4.10%`)).not.toContain("all right");
    expect(await room.words("ben", `/check submit ${check} answer1:5%`)).toContain("right");
  });

  test("another quantity brings its own unit and floor: nothing near it is right by the old one's", async () => {
    const check = await post("annual-budget closes:1h");
    await prof(`/check regrade ${check} quantity:positionUnhedged key:beta confirm:true`);
    const { taskOf } = await import("../../src/grading/check-task.ts");
    const task = taskOf((await (await room.store()).checks.find(check))!, room.world);
    const part = task.ok && task.value.kind === "marked" ? task.value.marked.quantities.find(({ id }) => id === "positionUnhedged") : undefined;
    expect(part).toMatchObject({ unit: "ratio", tolerance: { floor: 0.0005 } });
  });
});

test("who would gain is counted from the best mark so far, of a second and a third correction too", async () => {
  const check = await post('question:"What share?" key:0.242 about:WMT');
  await room.words("ada", `/check submit ${check} answer1:0.758`);
  expect(await prof(`/check regrade ${check} key:0.758`)).toContain("1 person would gain");
  await prof(`/check regrade ${check} key:0.758 confirm:true`);
  expect(await prof(`/check regrade ${check} key:0.76`)).toContain("0 people would gain");
  expect(await prof(`/check regrade ${check} key:0.76 confirm:true`)).toContain("0 gained");
  expect(await prof(`/check regrade ${check} tolerance:5%`)).toContain("0 people would gain");
});

test("a reason with a key is not said to be read where marks still wait for a student with more time", async () => {
  const check = await post(typedKey);
  await room.words("ada", `/check submit ${check} answer1:0.242`);
  await prof(`/check extend ${check} student:ben closes:2d confirm:true`);
  await prof(`/check close ${check} confirm:true`);
  const asked = await prof(`/check regrade ${check} key:0.242 reason:"it is 0.242"`);
  expect(asked).toContain("would be rewritten, without the key: the class reads that it was corrected. Your reason has a number or a choice in it, so the class reads it when all of the results may be read.");
  await prof(`/check regrade ${check} key:0.242 reason:"it is 0.242" confirm:true`);
  expect(lastEdits().at(-1)).not.toContain("it is 0.242");
});

test("/check list counts who has so many times the class's time as closing does", async () => {
  const check = await post("jpm-regression closes:1h");
  await prof("/roster time ada times:1.5");
  expect(await prof("/check list")).toContain("1 student has until");
  await prof(`/check extend ${check} student:ben closes:2d confirm:true`);
  expect(await prof("/check list")).toContain("2 students have until");
  expect(await prof(`/check close ${check}`)).toContain("2 students have until");
});

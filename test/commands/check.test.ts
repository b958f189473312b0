import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceDue } from "../../src/commands/checks/announce.ts";
import { taskOf } from "../../src/grading/check-task.ts";
import { textOf } from "../../src/render/reply.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const idIn = (words: string): string => /check[: ]([2-9a-z]{6})\b/u.exec(words)?.[1] ?? "";

/** Posts a check and returns its id. */
async function post(options: string): Promise<string> {
  const words = await room.words("prof", `/check post ${options} again:true`);
  expect(words).toContain("Posted as");
  return idIn(terminalText(room.posts.at(-1)!, []));
}

/** The keys of a check for its first variant, to four digits. */
async function keysOf(check: string): Promise<Readonly<Record<string, number>>> {
  const task = taskOf((await (await room.store()).checks.find(check))!, room.world);
  if (!task.ok || task.value.kind !== "marked") throw new Error("no numbers");
  const { marked, solvedVariants } = task.value;
  return Object.fromEntries(marked.quantities.flatMap((quantity) => (quantity.kind === "number" ? [[quantity.id, quantity.key(solvedVariants[0]!)]] : [])));
}

describe("a check of the chapter's first exercise", () => {
  let check = "";
  let keys: Readonly<Record<string, number>> = {};

  test("is previewed as students would see it, with its collision report, and posts nothing", async () => {
    const words = await room.words("prof", "/check preview jpm-regression");
    expect(words).toContain("Regress JPM's excess returns on SPY's");
    expect(words).toContain("Collision report: sound");
    expect(words).toContain("Not to be told apart");
    expect(room.posts).toHaveLength(0);
  });

  test("is posted with its Answer button, and its closing time for each reader's zone", async () => {
    const words = await room.words("prof", "/check post jpm-regression closes:20m attempts:4");
    expect(words).toContain("Its collision report is sound.");
    const message = room.posts.at(-1)!;
    check = idIn(terminalText(message, []));
    keys = await keysOf(check);
    expect(message.audience).toBe("everyone");
    expect(message.nextSteps[0]).toMatchObject({ label: "Answer", command: "check answer", options: { check } });
    expect(message.embeds[0]?.description).toMatch(/Closes <t:\d+:R>\*\* \(<t:\d+:f>\)/u);
    expect(message.embeds[0]?.footer?.text).toContain("4 attempts");
  });

  test("takes a wrong answer, names what it probably is, opens no key", async () => {
    const words = await room.words("ada", `/check submit ${check} answer1:${String(keys["alpha"])} answer2:0.359 answer3:0.5 answer4:more`);
    expect(words).toContain("if you regress SPY on JPM");
    expect(words).not.toContain("1.395");
    expect(words).toContain("3 attempts left");
  });

  test("hides its results from the instructor too until it is closed", async () => {
    expect(await room.words("prof", `/check results ${check}`)).toContain("1 person has answered");
  });

  test("takes a right answer at once", async () => {
    const { alpha, beta, rSquared } = keys;
    const words = await room.words("ben", `/check submit ${check} answer1:${alpha!.toPrecision(3)} answer2:${beta!.toPrecision(3)} answer3:${(rSquared! * 100).toPrecision(3)}% answer4:more`);
    expect(words).toContain("all right");
  });

  test("is closed by its time, announced once, with the solution and no names", async () => {
    room.pass(21 * 60_000);
    const before = room.posts.length;
    expect(await announceDue(room.world)).toHaveLength(1);
    expect(await announceDue(room.world)).toHaveLength(0);
    expect(room.posts).toHaveLength(before + 1);
    const words = terminalText(room.posts.at(-1)!, []);
    expect(words).toContain("2 tried, 1 got it right");
    expect(words).toContain("fewer than 5 people");
    expect(words).toContain("1.395");
    expect(words).not.toMatch(/ada|ben/u);
  });

  test("takes no answer any more", async () => {
    expect(await room.words("chiara", `/check submit ${check} answer2:1.395`)).toContain(" closed 2026-09-14 ");
  });

  test("gives one student more time, who is taken and the class is not", async () => {
    const extension = `/check extend closes:1h check:${check} student:dmitri attempts:1`;
    expect(await room.words("prof", extension)).toContain("The solution is public");
    expect(await room.words("dmitri", `/check submit ${check} answer2:1.395`)).toContain(" closed 2026-09-14 ");
    const words = await room.words("prof", `${extension} confirm:true`);
    expect(words).toContain("dmitri");
    expect(words).toContain("can have read it");
    expect(await room.words("chiara", `/check submit ${check} answer2:1.395`)).toContain(" closed 2026-09-14 ");
    expect(await room.words("dmitri", `/check submit ${check} answer2:1.395`)).toContain("1 of 4");
    const results = await room.words("prof", `/check results ${check} post:true`);
    expect(results).toContain("Up to date");
    const shown = terminalText(room.edits.at(-1)!, []);
    expect(shown).not.toContain("1.395");
    expect(shown).toContain("The picture and the solution come later.");
  });
});

test("the same wrong answer again costs no attempt, and the last attempt is the last", async () => {
  const check = await post("annualise-alpha attempts:2");
  const submit = (text: string) => room.words("esi", `/check submit ${check} answer1:${text}`);
  expect(await submit("3.33")).toContain("1 attempt left");
  expect(await submit("333%")).toContain("1 attempt left");
  expect(await submit("4.44")).toContain("0 attempts left");
  expect(await submit("5.55")).toContain("used all 2 attempts");
});

test("each student has a variant of their own, shown to them alone, and keeps it after a restart", async () => {
  const check = await post("factor-share variants:true");
  expect(terminalText(room.posts.at(-1)!, [])).toContain("Everybody has their own ticker and years");
  const people = ["ada", "ben", "chiara", "dmitri", "esi", "farid"];
  const questions = await Promise.all(people.map((person) => room.words(person, `/check question ${check}`)));
  const variants = questions.map((words) => /variant ([a-z0-9-]+)/u.exec(words)?.[1]);
  expect(new Set(variants).size).toBe(people.length);
  for (const variant of variants) expect(variant).toMatch(/^[b-df-hjkmnp-tv-xz2-9]{8}$/u);
  await room.restart();
  expect(await room.words("ada", `/check question ${check}`)).toBe(questions[0]);
});

test("of a class of sixty many share their data with somebody, and nobody's name of it is another's", async () => {
  const check = await post("factor-share variants:true");
  const questions = await Promise.all(Array.from({ length: 60 }, (_, n) => room.words(`student${String(n)}`, `/check question ${check}`)));
  const names = questions.map((words) => /variant ([a-z0-9-]+)/u.exec(words)?.[1] ?? "");
  expect(new Set(names).size).toBe(60);
  const data = new Set(questions.map((words, n) => words.replaceAll(names[n] ?? "", "")));
  expect(data.size).toBeLessThanOrEqual(24);
  expect(data.size).toBeGreaterThan(15);
});

test("a check with variants that was posted by an earlier version keeps those of its answers and gives out the decades", async () => {
  const check = await post("factor-share variants:true");
  const store = await room.store();
  const stored = (await store.checks.find(check))!;
  const { id, message, closedAt, createdAt, createdBy, voidedAt, announcedAt, revision, dealt, postedKeys, discussAt, secondAt, ...content } = stored;
  const old = await store.checks.create({ ...content, by: "prof", at: createdAt + 1 });
  const variant = /variant ([a-z0-9-]+)/u.exec(await room.words("ada", `/check question ${old.id}`))?.[1];
  expect(variant).toMatch(/^[a-z]+-(?:full|\d{4}-\d{4})$/u);
  await room.words("ada", `/check submit ${old.id} answer1:0.5`);
  await room.restart();
  expect(await room.words("ada", `/check question ${old.id}`)).toContain(variant);
});

describe("a question of an instructor's own", () => {
  test("is marked by a quantity of the list, with the instructor's words first", async () => {
    const words = await room.words("prof", '/check post question:"β of WMT on SPY in 2000–2009?" key:beta ticker:WMT from:2000 to:2009 wrong:0.359 message:"That is JPM the wrong way round."');
    expect(words).toContain("Posted as");
    const check = idIn(terminalText(room.posts.at(-1)!, []));
    const { beta } = await keysOf(check);
    expect(await room.words("ada", `/check submit ${check} answer1:0.359`)).toContain("That is JPM the wrong way round.");
    expect(await room.words("ada", `/check submit ${check} answer1:${beta!.toPrecision(4)}`)).toContain("right");
  });

  test("is marked by a number", async () => {
    const check = await post('question:"How many trading days has a year?" key:252 tolerance:1%');
    expect(await room.words("ada", `/check submit ${check} answer1:365`)).toContain("not yet");
    expect(await room.words("ada", `/check submit ${check} answer1:252`)).toContain("right");
  });

  test("is not posted where the named wrong answer would be right, unless it is wanted", async () => {
    const before = room.posts.length;
    const typed = '/check post question:"Days?" key:252 wrong:252.1 message:"Nearly"';
    expect(await room.words("prof", typed)).toContain("Not posted");
    expect(room.posts).toHaveLength(before);
    expect(await room.words("prof", `${typed} anyway:true`)).toContain("Posted as");
  });

  test.each([
    ["/check post", "exercise"],
    ['/check post question:"What?"', "key"],
    ['/check post question:"What?" key:beta', "ticker"],
    ['/check post question:"What?" key:5 wrong:4', "message"],
  ])("%s is told what is missing", async (typed, option) => {
    expect(await room.words("prof", typed)).toContain(`needs its option ${option}`);
  });
});

test("a corrected key marks all answers again: the better mark counts, and who gained is listed", async () => {
  const check = await post('question:"Trading days a year?" key:365');
  await room.words("ada", `/check submit ${check} answer1:252`);
  await room.words("ben", `/check submit ${check} answer1:365`);
  const words = await room.words("prof", `/check regrade ${check} key:252 reason:"calendar days" confirm:true`);
  expect(words).toContain("1 gained");
  expect(words).toContain("ada>: 0.0% → 100.0%");
  expect(words).not.toMatch(/\bben\b/u);
  expect(await room.words("chiara", `/check submit ${check} answer1:252`)).toContain("right");
  const again = await room.words("prof", `/check regrade ${check} tolerance:5% confirm:true`);
  expect(again).toContain("0 gained");
  expect(await room.words("dmitri", `/check submit ${check} answer1:250`)).toContain("right");
});

test("a withdrawn check takes no answers", async () => {
  const check = await post("annualise-alpha");
  await room.words("ada", `/check submit ${check} answer1:0.5`);
  expect(await room.words("prof", `/check void ${check} confirm:true`)).toContain("full marks");
  expect(await room.words("ada", `/check submit ${check} answer1:0.1`)).toContain("was withdrawn");
});

test("an open question is kept unmarked, read without names, and its model answer comes when it is revealed", async () => {
  const check = await post("think-estimating");
  const form = await room.ask("ada", `/check answer ${check}`);
  expect(form).toMatchObject({ kind: "form", fields: [{ long: true }] });
  expect(await room.words("ada", `/check submit ${check} answer1:"Least squares of r on f"`)).toContain("your answer is kept");
  const closed = await room.ask("prof", `/check close ${check} confirm:true`);
  expect(closed.kind === "reply" && closed.files.map(textOf)[0]).toContain("Least squares of r on f");
  expect(terminalText(room.posts.at(-1)!, [])).not.toContain("Regress the asset's excess return");
  await room.words("prof", `/check results ${check} post:true`);
  expect(terminalText(room.posts.at(-1)!, [])).toContain("Regress the asset's excess return");
});

test("unmatched answers are grouped by their ratio to the key, for the staff alone", async () => {
  const check = await post('question:"Trading days a year?" key:252');
  for (const who of ["a1", "a2", "a3", "a4", "a5", "a6"]) await room.words(who, `/check submit ${check} answer1:356.3`);
  await room.words("a7", `/check submit ${check} answer1:252`);
  const staff = await room.words("prof", `/check close ${check} confirm:true`);
  expect(staff).toContain("6 at 1.414 × the key");
  expect(staff).toContain("7 tried, 1 got it right");
  const shown = terminalText(room.posts.at(-1)!, []);
  expect(shown).not.toContain("Not recognised");
  expect(shown).toContain("not recognised, 1.41 × the key 6 people");
});

test("students are refused kindly and privately; the course's role and who manages the server are not", async () => {
  for (const typed of ["/check list", "/check post annualise-alpha", "/check close", "/check results", "/check void", "/check regrade key:1", "/check extend closes:1h"]) {
    const answer = await room.ask("ada", typed);
    expect(answer).toMatchObject({ kind: "reply", audience: "asker" });
    expect(terminalText(answer, [])).toContain("is for the course's instructors");
  }
  expect(await room.words("tutor", "/check list")).toContain("is for the course's instructors");
  await (await room.store()).courses.updateSettings("school", { instructorRole: "tutors" }, { by: "prof", at: 0 });
  expect(await room.words("tutor", "/check list")).toContain("Checks");
});

test("a check of another server is unknown here", async () => {
  const check = await post("annualise-alpha");
  const answered = await room.as("ada", `/check submit ${check} answer1:0.1`, undefined, "elsewhere");
  expect(answered.problem).toMatchObject({ kind: "unknown-check" });
});

test.each([
  ["question", { text: "Days?", label: "Days", own: { key: { kind: "number", value: "252", unit: "ratio" }, tolerance: null, messages: [] } }, null, "own.key.value"],
  ["correction", null, "tolerance: 2%", ""],
] as const)("a check whose %s was changed by hand in the store takes no answers, says why, and can be withdrawn", async (part, question, correction, field) => {
  const store = await room.store();
  const stamp = { by: "prof", at: Date.UTC(2026, 8, 14) };
  const { id } = await store.checks.create({
    ...{ guild: "school", channel: "class", title: "By hand", exercise: question === null ? "annualise-alpha" : null, question },
    ...{ opensAt: stamp.at, closesAt: null, attempts: null, variants: false, tolerance: null, points: 1, feedback: "now", hints: true, credit: null, ...stamp },
  });
  if (correction !== null) await store.checks.correct(id, correction, "by hand", stamp);
  const answered = await room.as("ada", `/check submit ${id} answer1:252`);
  expect(answered.problem).toMatchObject({ kind: "unreadable-check", part, field });
  // On days that no variant of another open check has.
  expect(await room.words("bob", "/beta KO to:1993")).toContain("β = ");
  expect(await room.words("prof", `/check void ${id} confirm:true`)).toContain("Nobody had answered");
});

describe.each(["now", "after-closing"])("with marks told %s, whoever has no attempt left", (feedback) => {
  test("is offered no answer, neither by the last reply nor by their own answer, and no form opens", async () => {
    const check = await post(`question:"Trading days?" key:252 attempts:2 feedback:${feedback} hints:false`);
    await room.words("tess", `/check submit ${check} answer1:365`);
    expect(await room.words("tess", `/check mine ${check}`)).toContain("You can still answer");
    const last = await room.words("tess", `/check submit ${check} answer1:360`);
    expect(last).toContain("0 attempts left");
    const mine = await room.words("tess", `/check mine ${check}`);
    for (const words of [last, mine]) expect(words).not.toContain("Answer: /check answer");
    expect(mine).toContain("You have used all 2 attempts");
    expect(mine).not.toContain("still answer");
    expect((await room.as("tess", `/check answer ${check}`)).problem).toMatchObject({ kind: "no-attempts-left", attempts: 2 });
    await room.words("prof", `/check extend ${check} student:<@1001> attempts:1 confirm:true`);
    expect(await room.words("tess", `/check mine ${check}`)).toContain("You have used all 2 attempts");
    await room.words("prof", `/check void ${check} confirm:true`);
  });
});

describe("a check that tells its marks when it closes", () => {
  test("says how an answer was read and nothing of right or wrong, wherever it is looked for", async () => {
    const check = await post('question:"Trading days?" key:252 feedback:after-closing credit:"100% 50%" hints:false');
    const right = await room.words("quinn", `/check submit ${check} answer1:252`);
    const wrong = await room.words("rosa", `/check submit ${check} answer1:365`);
    expect(right).toContain("your answer is kept");
    expect(wrong.replace("365", "252")).toBe(right);
    // The form opens with what was typed, right or wrong, and with no hint of which part is.
    const opened = async (who: string) => {
      const form = await room.ask(who, `/check answer ${check}`);
      return form.kind === "form" ? form.fields.map(({ value }) => value) : [];
    };
    expect([await opened("quinn"), await opened("rosa")]).toEqual([["252"], ["365"]]);
    await room.words("rosa", `/check submit ${check} answer1:252`);
    await room.words("rosa", `/check submit ${check} answer1:251`);
    expect(await room.words("rosa", `/check mine ${check}`)).toMatch(/your newest answer[^]*251[^]*Marks come/u);
    const exported = await room.ask("rosa", "/privacy export");
    const record = exported.kind === "reply" ? exported.files.map(textOf).join("") : "";
    expect(record).toContain('"365"');
    expect(record).not.toMatch(/"verdict": "(?:right|wrong)"|"expected": \d/u);
    expect(await room.words("rosa", "/progress")).not.toContain("1 of");
    await room.words("prof", `/check close ${check} confirm:true`);
    expect(await room.words("rosa", `/check mine ${check}`)).toContain("Score 0.5 of 1");
    expect(await room.words("quinn", `/check mine ${check}`)).toContain("Score 1 of 1");
  });
});

test("a hint of a check that keeps its marks is for the whole, whichever part is wrong", async () => {
  const check = await post("jpm-regression feedback:after-closing");
  for (const [who, sensitivity] of [["sam", "less"], ["tess", "more"]] as const) {
    await room.words(who, `/check submit ${check} answer1:0.000159 answer2:1.395 answer3:0.5 answer4:${sensitivity}`);
  }
  expect(await room.words("sam", `/check hint ${check} level:1`)).toBe(await room.words("tess", `/check hint ${check} level:1`));
  expect(await room.words("sam", `/check question ${check}`)).toBe(await room.words("tess", `/check question ${check}`));
});

test("a check without a closing time has 24 hours and three attempts, and says so", async () => {
  const words = await room.words("prof", "/check post annual-budget again:true");
  expect(words).toContain("You gave no closing time, so it has 24 hours");
  expect(room.posts.at(-1)?.embeds[0]?.footer?.text).toContain("3 attempts");
});

test.each(['"2026-02-30"', '"11/30 UTC"', '"next Friday UTC"', '"Foo 30"'])("closes:%s is refused, and no check is posted that closes at another time", async (closes) => {
  const before = room.posts.length;
  expect(await room.words("prof", `/check post jpm-regression closes:${closes}`)).not.toContain("Posted as");
  expect(room.posts.length).toBe(before);
});

test("a day without a time is the end of that day", async () => {
  const words = await room.words("prof", '/check preview jpm-regression closes:"2026-11-30 UTC"');
  expect(words).toContain("2026-12-01 00:00 UTC");
});

test("an own export of an open check has the answers and not their keys", async () => {
  // While another check on the same data is open, its keys are not there either.
  room.pass(30 * 24 * 3_600_000);
  const check = await post("annualise-alpha");
  await room.words("uma", `/check submit ${check} answer1:0.123`);
  const record = async () => {
    const exported = await room.ask("uma", "/privacy export");
    return exported.kind === "reply" ? exported.files.map(textOf).join("") : "";
  };
  expect(await record()).toMatch(/"expected": null/u);
  expect(await record()).not.toMatch(/"expected": [\d-]/u);
  await room.words("prof", `/check close ${check} confirm:true`);
  expect(await record()).toMatch(/"expected": [\d-]/u);
});

test("a hint that came by itself counts as one that was open, and is not said to have been used", async () => {
  const check = await post("annualise-alpha attempts:4");
  // Never a press of Hint: the first wrong answer opens one, the second is given with it open.
  for (const text of ["3.33", "4.44"]) await room.words("hedwig", `/check submit ${check} answer1:${text}`);
  await room.words("ira", `/check submit ${check} answer1:3.33`);
  const results = await room.words("prof", `/check close ${check} confirm:true`);
  expect(results).toContain("Had a hint open when they answered: 1");
  expect(results).not.toMatch(/used a hint/iu);
});

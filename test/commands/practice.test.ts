import { afterAll, beforeAll, expect, test } from "vitest";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { findVariant } from "../../src/exercises/variants/sound-variants.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const keysOf = (exercise: string, variant: string): readonly string[] => {
  const { quantities } = room.world.exercises.find(exercise)!;
  const solved = room.world.variantCache.solveVariant(findVariant(room.world.exercises.find(exercise)!, variant)!);
  if (!solved.ok) throw new Error(`${exercise} ${variant}: ${solved.problem.kind}`);
  const workings = solved.value;
  return quantities.map((quantity) => (quantity.kind === "number" ? quantity.key(workings).toPrecision(4) : quantity.key(workings)));
};

const variantOf = (words: string): string => /variant ([a-z0-9-]+)/u.exec(words)?.[1] ?? "";

test("the same student gets the same variant again, and is told which", async () => {
  const first = await room.words("ada", "/practice jpm-regression");
  expect(variantOf(first)).toMatch(/^[a-z2-9]{8}$/u);
  expect(await room.words("ada", "/practice jpm-regression")).toBe(first);
});

test("the form has a field for each quantity, and no key in it", async () => {
  const variant = variantOf(await room.words("ada", "/practice annual-budget"));
  const form = await room.ask("ada", `/practice answer annual-budget ${variant}`);
  expect(form.kind).toBe("form");
  expect(form.kind === "form" && form.fields.map(({ label }) => label)).toEqual([
    "Unhedged position in dollars",
    "Hedged position in dollars",
    "Risk-adjusted P&L a year, unhedged",
    "Risk-adjusted P&L a year, hedged",
  ]);
  expect(form.kind === "form" && form.submit).toEqual({ command: "practice submit", options: { exercise: "annual-budget", variant } });
});

test("no exercise asks for more than a form has fields", () => {
  for (const { quantities } of room.world.exercises.all) expect(quantities.length).toBeLessThanOrEqual(5);
});

test("what can't be read is told, costs nothing and is marked by nobody", async () => {
  const words = await room.words("ben", "/practice submit factor-share msft-2000-2009 answer1:1,2,34 answer2:0.4");
  expect(words).toContain("and its commas and points don't set off thousands");
  expect(words).toContain("This cost no attempt");
  expect(words).toContain("I read 0.4");
  expect(await (await room.store()).answers.ofPerson("ben")).toEqual([]);
});

test("an empty form costs nothing, and the form can be opened again", async () => {
  const { answer } = await room.as("ben", "/practice submit factor-share msft-2000-2009");
  expect(answer).toMatchObject({ kind: "reply", embeds: [{ description: "All 3 fields are empty. Fill in one or more; this cost no attempt." }] });
  expect(answer.kind === "reply" && answer.nextSteps.map(({ label }) => label)).toEqual(["Answer"]);
});

test("the form says question, ticker, window and budget, and opens with what could not be read", async () => {
  const opened = () => room.ask("eve", "/practice answer annual-budget jpm-2005-2014-2m");
  const first = await opened();
  expect(first.kind === "form" && first.text).toMatch(/Your volatility budget is \$2,000,000 a year\. How many dollars of JPM .*2005-01-03 to 2014-12-31\./u);
  expect(first.kind === "form" && first.fields.some(({ value }) => value !== undefined)).toBe(false);
  await room.words("eve", "/practice submit annual-budget jpm-2005-2014-2m answer1:4M answer2:1,2,34");
  const second = await opened();
  expect(second.kind === "form" && second.fields.map(({ value }) => value)).toEqual(["4M", "1,2,34", undefined, undefined]);
  // What was marked is in the store, and newer.
  await room.words("eve", "/practice submit annual-budget jpm-2005-2014-2m answer1:5M answer2:6M");
  const third = await opened();
  expect(third.kind === "form" && third.fields.map(({ value }) => value)).toEqual(["5M", "6M", undefined, undefined]);
});

test("a hint belongs to the part that is wrong, when it opens by itself and when it is asked for", async () => {
  const call = "jpm-regression jpm-2005-2014";
  const marked = await room.words("fay", `/practice submit ${call} answer1:0.00015386 answer2:1.6458 answer3:0.55787 answer4:less`);
  expect(marked).toContain("Which coefficient says so?");
  const asked = await room.words("fay", `/practice hint ${call} level:2`);
  expect(asked).toContain("For More or less sensitive than the other?:");
  expect(asked).toContain("Run WMT's regression as well.");
  expect(await room.words("gus", `/practice hint ${call} level:1`)).toContain("Write r = α + β·f + ε");
});

test("a right answer is right at once, with no hint, and the next variant is another one", async () => {
  const before = variantOf(await room.words("ada", "/practice factor-share"));
  const keys = keysOf("factor-share", before);
  const entered = keys.map((key, place) => `answer${String(place + 1)}:${key}`).join(" ");
  const words = await room.words("ada", `/practice submit factor-share ${before} ${entered}`);
  expect(words).toContain("all right");
  expect(words).not.toContain("Hint");
  expect(variantOf(await room.words("ada", "/practice factor-share"))).not.toBe(before);
});

test("a known mistake is named tentatively, and its key is not told", async () => {
  const variant = "jpm-2000-2009";
  const [, beta = ""] = keysOf("jpm-regression", variant);
  const { rSquared } = room.world.variantCache.soundVariants(room.world.exercises.find("jpm-regression")!).find((each) => each.variant.id === variant)!.model;
  const words = await room.words("chiara", `/practice submit jpm-regression ${variant} answer2:${rSquared.toPrecision(4)}`);
  expect(words).toMatch(/This equals what you get if/u);
  expect(words).not.toContain(beta);
});

test("the same wrong answer in another notation is no new attempt and opens no new hint", async () => {
  const submit = (text: string) => room.words("dmitri", `/practice submit annualise-alpha jpm-2000-2009 answer1:${text}`);
  expect(await submit("3.33")).toContain("Hint");
  const again = await submit("333%");
  expect(again).toContain("it cost no attempt");
  expect(again).not.toContain("Hint ");
  const answers = await (await room.store()).answers.ofPerson("dmitri");
  expect(answers.map(({ attempt }) => attempt)).toEqual([1, null]);
});

test("a variant is found in capitals, and a name that none has is said to be one", async () => {
  expect(await room.words("esi", "/practice exercise:annualise-alpha variant:JPM-2000-2009")).toContain("variant jpm-2000-2009");
  for (const asked of ["jpm-2001-2009", "JPM", "p4xbt9n1"]) {
    const { answer, problem } = await room.as("esi", `/practice exercise:annualise-alpha variant:${asked}`);
    expect(problem).toMatchObject({ kind: "unknown-variant", asked });
    const words = room.wordsOf({ answer, problem });
    const [, example = ""] = /called like (\S+?),/u.exec(words.replaceAll("`", "")) ?? [];
    expect(await room.words("esi", `/practice exercise:annualise-alpha variant:${example}`)).toContain(`variant ${example}`);
  }
});

test("the same interaction delivered twice is stored once and told the same", async () => {
  const submit = () => room.as("esi", "/practice submit annualise-alpha jpm-2000-2009 answer1:4.44", "twice");
  const [first, second] = [await submit(), await submit()];
  expect(room.wordsOf(second)).toContain("not yet");
  expect(room.wordsOf(first)).toContain("not yet");
  expect(await (await room.store()).answers.ofPerson("esi")).toHaveLength(1);
});

test("attempts come back over time, and a right answer does not wait", async () => {
  const submit = (text: string) => room.words("farid", `/practice submit annualise-alpha jpm-2000-2009 answer1:${text}`);
  for (const text of ["5.1", "5.2", "5.3"]) expect(await submit(text)).toContain("not yet");
  expect(await submit("5.4")).toContain("You have used your attempts for now");
  const [key = ""] = keysOf("annualise-alpha", "jpm-2000-2009");
  expect(await submit(key)).toContain("right");
  room.pass(10 * 60_000);
  expect(await submit("5.4")).toContain("not yet");
});

test("a hint opens level by level, whatever a button says, and holds no number of the answer", async () => {
  const hint = (level: number) => room.words("greta", `/practice hint jpm-regression jpm-2000-2009 ${String(level)}`);
  expect(await hint(3)).toContain("hint 1 of 3");
  expect(await hint(2)).toContain("hint 2 of 3");
  const third = await hint(3);
  for (const key of keysOf("jpm-regression", "jpm-2000-2009").slice(0, 3)) expect(third).not.toContain(key);
});

test("the worked example is on other data; giving up shows the solution and brings another variant", async () => {
  expect(await room.words("hugo", "/practice example jpm-regression jpm-2000-2009")).toMatch(/other data than yours · (?:wmt|msft|ko|bac)-(?:2010|2015|2020)-20\d\d/u);
  const before = variantOf(await room.words("hugo", "/practice jpm-regression"));
  const solution = await room.words("hugo", `/practice giveup jpm-regression ${before}`);
  expect(solution).toContain("Solution");
  expect(variantOf(await room.words("hugo", "/practice jpm-regression"))).not.toBe(before);
});

test("/progress shows one's own record and nobody else's", async () => {
  const mine = await room.words("ada", "/progress");
  expect(mine).toContain(`0 of ${String(definitions.length)} exercises mastered`);
  expect(mine).toContain("◐ 6.10.1 Where the risk comes from");
  expect(mine).toContain("Streak: 1 day in a row");
  expect(await room.words("zoe", "/progress")).not.toContain("◐ 6");
});

test("all of it is seen by its student alone", async () => {
  for (const text of ["/practice", "/progress", "/practice submit annualise-alpha jpm-2000-2009 answer1:9.9", "/practice hint jpm-regression jpm-2000-2009 1"]) {
    const answer = await room.ask("juno", text);
    expect(answer.kind === "reply" && answer.audience).toBe("asker");
  }
});

test("the solution typed after giving up is recorded as that, and is no right answer in the record", async () => {
  const given = variantOf(await room.words("zora", "/practice annualise-alpha"));
  await room.words("zora", `/practice giveup annualise-alpha ${given}`);
  const [key = ""] = keysOf("annualise-alpha", given);
  expect(await room.words("zora", `/practice submit annualise-alpha ${given} answer1:${key}`)).toContain("After the solution");
  expect((await (await room.store()).answers.ofPerson("zora")).map(({ attempt }) => attempt)).toEqual([null]);
  expect(await room.words("zora", "/progress")).not.toMatch(/1 of 1/u);
  expect(variantOf(await room.words("zora", "/practice annualise-alpha"))).not.toBe(given);
});

test("after a right answer one sentence says what it means, and the button is the next exercise, of another section", async () => {
  const variant = variantOf(await room.words("ines", "/practice factor-share"));
  const entered = keysOf("factor-share", variant).map((key, place) => `answer${String(place + 1)}:${key}`).join(" ");
  const { answer } = await room.as("ines", `/practice submit factor-share ${variant} ${entered}`);
  if (answer.kind !== "reply") throw new Error("no reply");
  expect(answer.embeds[0]?.description).toMatch(/\*\*What it means\*\* Selling .+ takes away .+ of the variance/u);
  const [next] = answer.nextSteps;
  expect(next).toMatchObject({ command: "practice", style: "primary" });
  const sectionOf = (id: string) => room.world.exercises.find(id)!.section;
  expect(sectionOf(next!.options["exercise"]!)).not.toBe(sectionOf("factor-share"));
});

test("while a check asks about the same stock in other years, a right answer is not explained, and a line says until when; of a stock that is compared with it, it is", async () => {
  const right = (variant: string) => room.words("jan", `/practice submit annualise-alpha ${variant} answer1:${keysOf("annualise-alpha", variant)[0] ?? ""}`);
  await room.words("prof", '/check post question:"What is β?" key:beta ticker:JPM from:2015 to:2016 closes:2h');
  const same = await right("jpm-2000-2009");
  expect(same).toContain("I read");
  expect(same).not.toContain("What it means");
  expect(same).toContain("what a right answer means is said here when it closes");
  const compared = await right("wmt-2000-2009");
  expect(compared).toContain("What it means");
  expect(compared).not.toContain("is open");
  await room.words("prof", "/check close confirm:true");
  room.pass(60_000);
});

test("a worked example ends the variant: what follows on it is no right answer, and another one is due", async () => {
  const given = variantOf(await room.words("kim", "/practice annualise-alpha"));
  await room.words("kim", `/practice example annualise-alpha ${given}`);
  const [key = ""] = keysOf("annualise-alpha", given);
  expect(await room.words("kim", `/practice submit annualise-alpha ${given} answer1:${key}`)).toContain("After the solution or a worked example");
  expect(variantOf(await room.words("kim", "/practice annualise-alpha"))).not.toBe(given);
  expect(await room.words("kim", "/progress")).toContain("1 exercise due today. Before, something new: A stock's factor model.");
});

test("a variant that is begun stays until it is solved, also by another way of dealing them out", async () => {
  const given = variantOf(await room.words("lea", "/practice annualise-alpha"));
  const other = room.world.variantCache.soundVariants(room.world.exercises.find("annualise-alpha")!).find(({ variant }) => variant.id !== given)!.variant.id;
  await room.words("lea", `/practice submit annualise-alpha ${other} answer1:7.7`);
  expect(variantOf(await room.words("lea", "/practice annualise-alpha"))).toBe(other);
  await room.words("lea", `/practice submit annualise-alpha ${other} answer1:${keysOf("annualise-alpha", other)[0]!}`);
  expect(variantOf(await room.words("lea", "/practice annualise-alpha"))).not.toBe(other);
});

test("/practice says when nothing is due, and when the next one is", async () => {
  const world = room.world.exercises.all;
  for (const { id } of world) {
    const variant = variantOf(await room.words("mia", `/practice ${id}`));
    await room.words("mia", `/practice submit ${id} ${variant} ${keysOf(id, variant).map((key, place) => `answer${String(place + 1)}:${key}`).join(" ")}`);
  }
  const words = await room.words("mia", "/practice");
  expect(words).toContain("Nothing is due today");
  expect(words).toMatch(/Next comes .+, 2026-09-1\d 00:00 UTC/u);
  room.pass(3 * 24 * 3_600_000);
  expect(await room.words("mia", "/practice")).toMatch(/After it \d+ more are due today/u);
});

test("a worked example fades from press to press, and its blanks are read as answers are", async () => {
  const call = "monthly-position jpm-2000-2009-1m";
  const worked = await room.as("nia", `/practice example ${call}`);
  expect(room.wordsOf(worked)).toMatch(/a worked example.*3\. Position · volatility = budget, so the position is \$1,000,000 \/ [\d.]+% = \$[\d,]+/su);
  expect(worked.answer.kind === "reply" && worked.answer.nextSteps[0]).toMatchObject({ command: "practice example", options: { blanks: "last-blank" } });
  const blank = await room.words("nia", `/practice example ${call} blanks:last-blank`);
  expect(blank).toMatch(/the last step is yours.*3\. .* \/ ([\d.]+)% = ____/su);
  const volatility = Number(/\/ ([\d.]+)% = ____/u.exec(blank)![1]) / 100;
  const form = await room.ask("nia", `/practice blanks ${call} blanks:last-blank`);
  expect(form.kind === "form" && form.fields.map(({ label }) => label)).toEqual(["Step 3"]);
  const fill = (text: string) => room.words("nia", `/practice filled ${call} blanks:last-blank answer1:${text}`);
  expect(await fill(`1e6/${String(volatility)}`)).toContain("x = ____: right");
  expect(await fill(`${String(1 / volatility)}M`)).toContain("x = ____: right");
  expect(await fill("5M")).toMatch(/0 of 1 right.*I read \$5,000,000\./su);
  expect(await fill("ask me")).toContain("I found no number in");
  const two = await room.ask("nia", `/practice blanks ${call} blanks:two-blank`);
  expect(two.kind === "form" && two.fields.map(({ label }) => label)).toEqual(["Step 2", "Step 3"]);
  expect(await room.words("nia", `/practice filled ${call} blanks:two-blank answer1:1`)).toContain("left blank");
  const why = await room.as("nia", `/practice example ${call} blanks:why`);
  expect(room.wordsOf(why)).toContain("Why √21, and not 21?");
  const answers = await Promise.all([1, 2, 3].map((choice) => room.words("nia", `/practice why ${call} ${String(choice)}`)));
  expect(answers.filter((words) => words.includes("that is why"))).toHaveLength(1);
  for (const words of answers) expect(words).toContain("✓ Variances of independent days add up");
  expect(await (await room.store()).answers.ofPerson("nia")).toEqual([]);
});

test("on the next variant the example begins where the last visit ended", async () => {
  expect(await room.words("olga", "/practice example annualise-alpha jpm-2000-2009")).toContain("a worked example");
  expect(await room.words("olga", "/practice example annualise-alpha jpm-2000-2009")).toContain("a worked example");
  expect(await room.words("olga", "/practice example annualise-alpha wmt-2000-2009")).toContain("the last step is yours");
  expect(await room.words("olga", "/practice example annualise-alpha msft-2000-2009")).toContain("the last 2 steps are yours");
  expect(await room.words("olga", "/practice example annualise-alpha bac-2000-2009")).toContain("Why × 252 for α");
  expect(await room.words("olga", "/practice example annualise-alpha ko-2000-2009")).toContain("Why × 252 for α");
});

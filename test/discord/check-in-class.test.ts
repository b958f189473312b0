import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PlayableUser } from "discord-course-server";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { buttonOf } from "./button-of.ts";
import { openCourse, type OpenCourse } from "./open-course.ts";

let course: OpenCourse;
let prof: PlayableUser;
let ada: PlayableUser;
let ben: PlayableUser;

beforeAll(async () => {
  course = await openCourse({ closingEveryMs: 100 });
  prof = course.courseServer.user("instructor");
  ada = course.courseServer.user("student-1");
  ben = course.courseServer.user("student-2");
});
afterAll(() => course.close());

const checkIn = (person: PlayableUser): APIMessage => {
  const found = person.messages().findLast(({ embeds }) => embeds[0]?.title?.startsWith("Check:"));
  if (!found) throw new Error("no check in the channel");
  return found;
};

const words = (message: APIMessage | null | undefined): string =>
  (message?.embeds ?? []).flatMap(({ title, description, footer }) => [title ?? "", description ?? "", footer?.text ?? ""]).join("\n");

async function answerWith(person: PlayableUser, values: Readonly<Record<string, string>>) {
  const message = checkIn(person);
  const { modal } = await person.click(message.id, buttonOf(message, "Answer"));
  return person.submit(modal!, values);
}

const right = { answer1: "0.0001594", answer2: "1.395", answer3: "0.500", answer4: "more" };

test("the instructor posts a check; the class sees it, its report is the instructor's alone", async () => {
  const posted = await prof.command("check post", { exercise: "jpm-regression", closes: "20m" });
  expect(posted.failure).toBeNull();
  expect(posted.isEphemeral).toBe(true);
  expect(words(posted.message)).toContain("While it is open");
  expect(words(checkIn(ada))).toContain("Regress JPM's excess returns on SPY's");
  expect(ada.messages().some((message) => words(message).includes("Collision report"))).toBe(false);
});

test("a wrong answer by the form gets its diagnosis, privately and without the key", async () => {
  const sight = await answerWith(ada, { ...right, answer2: "0.359" });
  expect(sight.isEphemeral).toBe(true);
  expect(words(sight.message)).toContain("if you regress SPY on JPM");
  expect(words(sight.message)).not.toContain("1.395");
  expect(ben.messages().some(({ id }) => id === sight.message?.id)).toBe(false);
});

test("a part with few answers is a group of buttons in the form, not a field to type in", async () => {
  const message = checkIn(ben);
  const { modal } = await ben.click(message.id, buttonOf(message, "Answer"));
  const inputs = (modal?.modal.components ?? []).flatMap((part) => ("component" in part ? [part.component] : []));
  expect(inputs.map(({ type }) => type)).toEqual([4, 4, 4, 21]);
  expect(inputs[3]).toMatchObject({ options: [{ value: "more" }, { value: "less" }], required: false });
});

test("an answer that can't be read is echoed and costs nothing", async () => {
  expect(words((await answerWith(ada, { answer2: "no idea" })).message)).toContain("This cost no attempt");
});

test("while it is open, the bot does not say its key to a student, and says it to the instructor", async () => {
  const asked = await ada.command("beta", { ticker: "JPM" });
  expect(asked.isEphemeral).toBe(true);
  expect(words(asked.message)).toContain("That is being asked just now");
  expect(words(asked.message)).not.toContain("1.395");
  expect(words((await prof.command("beta", { ticker: "JPM", private: true })).message)).toContain("1.395");
  expect(words((await ada.command("beta", { ticker: "WMT" })).message)).toContain("WMT on SPY");
  expect(words((await ada.inDirectMessages().command("beta", { ticker: "JPM" })).message)).toContain("That is being asked just now");
});

test("a right answer is right at once", async () => {
  expect(words((await answerWith(ada, right)).message)).toContain("all right");
  expect(words((await answerWith(ben, right)).message)).toContain("all right");
});

test("a student who tries an instructor's command is refused kindly and privately", async () => {
  const sight = await ada.command("check close", {}, { force: true });
  expect(sight.isEphemeral).toBe(true);
  expect(words(sight.message)).toContain("is for the course's instructors");
});

test("another process on the same store goes on where this one stopped", async () => {
  await course.restart();
  expect(words((await answerWith(ada, { ...right, answer2: "0.359" })).message)).toContain("cost no attempt");
});

test("closed by the instructor: results for the class, once; no answers any more", async () => {
  const closed = await prof.command("check close", { confirm: true });
  expect(closed.failure).toBeNull();
  expect(closed.isEphemeral).toBe(true);
  const results = ada.messages().filter((message) => words(message).includes("Results: A stock's factor model"));
  expect(results).toHaveLength(1);
  expect(words(results[0])).toContain("2** tried");
  expect(words(results[0])).toContain("1.395");
  // Groups of fewer than five are not drawn, so that nobody is recognised.
  expect(results[0]?.embeds[0]?.image).toBeUndefined();
  expect(words(checkIn(ada))).toContain("Closed");
  // Closed for the class: one button, to each student's own answer, and to the form for whoever has more time.
  expect(JSON.stringify(checkIn(ada).components).match(/"label":"[^"]+"/gu)).toEqual(['"label":"My answer"']);
  expect(words((await ada.command("beta", { ticker: "JPM" })).message)).toContain("1.395");
});

test("a check closes by itself when its time is over", async () => {
  await prof.command("check post", { exercise: "annualise-alpha", closes: "1m" });
  const next = ben.nextMessage((message) => words(message).includes("Results: α a year"));
  course.pass(61_000);
  expect(words(await next)).toContain("Nobody answered.");
});

test("every request was valid by Discord's published schemas, and nothing broke", () => {
  expect(specFaults(course.courseServer.requests)).toEqual([]);
  expect(course.errors).toEqual([]);
});

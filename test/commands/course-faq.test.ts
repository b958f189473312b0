import { afterAll, beforeAll, expect, test } from "vitest";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

/** A question that nothing here understands. */
const strange = "does the vasicek thing hold for regression of gizmos on widgets";

test("/course faq is for the course's instructors, and /ask says what they say, with who and when", async () => {
  expect((await room.as("ann", "/course faq topic:exam answer:never")).problem).toMatchObject({ kind: "not-allowed" });
  expect(await room.words("ann", "/ask when is the midterm?")).toContain("for the course's staff to say");
  expect(await room.words("prof", '/course faq topic:exam answer:"Friday 10am, room 2. One page of notes."')).toContain("Exam");
  const words = await room.words("ann", "/ask when is the midterm?");
  expect(words).toContain("Friday 10am, room 2. One page of notes.");
  expect(words).toContain("From your course's staff");
  // Of another matter nothing is said.
  expect(await room.words("ann", "/ask when are office hours?")).toContain("for the course's staff to say");
  expect(await room.words("ann", "/ask can i work with a friend on the homework?")).not.toContain("Friday 10am");
  expect(await room.words("prof", "/course faq")).toMatch(/Friday 10am.*Without an answer: .*office-hours/su);
  expect(await room.words("prof", "/course faq topic:exam remove:true")).toContain("taken away");
  expect(await room.words("ann", "/ask when is the midterm?")).toContain("for the course's staff to say");
});

test.each([
  ["when is the final exam", "exam"],
  ["what's the late policy", "late-work"],
  ["can I collaborate with a classmate on the problem set?", "collaboration"],
  ["where is the syllabus", "syllabus"],
  ["when are your office hours", "office-hours"],
  ["when is the homework due", "deadlines"],
])("%s is answered by %s", async (question, topic) => {
  await room.words("prof", `/course faq topic:${topic} answer:"told about ${topic}"`);
  expect(await room.words("ann", `/ask ${question}`)).toContain(`told about ${topic}`);
});

test("after an entry, a question of where something is asks the course, not for the entry's recipe", async () => {
  await room.words("prof", '/course faq topic:syllabus answer:"On Canvas."');
  await room.words("cleo", "/ask what is beta?");
  expect(await room.words("cleo", "/ask where is the syllabus")).toContain("On Canvas.");
});

test("what the course says to somebody who is not well stands in that reply, for them alone", async () => {
  await room.words("prof", '/course faq topic:crisis answer:"Write to Dr. Ada, or call the student line 555."');
  const { answer } = await room.as("ann", "/ask im failing this class and feel like i cant go on");
  expect(answer.kind === "reply" && answer.audience).toBe("asker");
  expect(await room.words("ann", "/ask im failing this class and feel like i cant go on")).toContain("student line 555");
});

test("what is not understood is counted without who asked, and an instructor attaches an entry to it in two presses", async () => {
  for (const who of ["ann", "ben"]) expect(await room.words(who, `/ask ${strange}`)).toContain("I'm not sure what you mean");
  const listed = await room.as("prof", "/course unanswered");
  const words = room.wordsOf(listed);
  expect(words).toContain("asked 2 times");
  expect(words).not.toMatch(/gizmos|ann|ben/u);
  expect((await room.as("ann", "/course unanswered")).problem).toMatchObject({ kind: "not-allowed" });
  const [first] = listed.answer.kind === "reply" ? listed.answer.nextSteps : [];
  const asked = await room.as("prof", `/course attach question:${first?.options["question"] ?? ""}`);
  const menu = asked.answer.kind === "reply" ? asked.answer.menu : undefined;
  expect(menu?.choices.length).toBeGreaterThan(5);
  expect(menu?.choices.length).toBeLessThanOrEqual(25);
  expect(await room.words("prof", `/course attach question:${first?.options["question"] ?? ""} choice:lesson:vasicek-beta-or-so`)).toContain("ask your question again");
  expect(await room.words("prof", `/course attach question:${first?.options["question"] ?? ""} choice:lesson:beta`)).toContain("Attached: beta");
  const now = await room.words("ann", `/ask ${strange}`);
  expect(now).toContain("/explain beta");
  expect(now).toContain("as your course's staff say");
  expect(await room.words("prof", "/course audit")).toContain("course unanswered");
});

test("an answer of the course can be attached too, and the text is kept where the course allows it", async () => {
  await room.words("prof", "/course setup keep_questions:true");
  await room.words("ann", "/ask is there a discord for the tutorial gizmos");
  const listed = await room.as("prof", "/course unanswered");
  expect(room.wordsOf(listed)).toContain("tutorial gizmos");
});

test("in a closed course nothing is counted", async () => {
  await room.words("prof", "/course close confirm:true");
  await room.words("ann", "/ask flibber the regression of quux portfolios with zork");
  expect(await room.words("prof", "/course unanswered")).not.toContain("quux");
});

import { expect, test } from "vitest";
import { courseMatters, matterOf } from "../../src/asking/course-matters.ts";

test.each([
  ["when is the midterm", "exam"],
  ["can i bring a cheat sheet", "exam"],
  ["can i hand in my homework late", "late-work"],
  ["can we work in groups", "collaboration"],
  ["where can i talk to the professor", "office-hours"],
  ["when is problem set 2 due", "deadlines"],
  ["how much does the final project count for my grade", "grading"],
  ["where is the lecture", "syllabus"],
  ["what is beta", null],
])("%s is about %s", (question, matter) => {
  expect(matterOf(question)).toBe(matter);
});

test("no question is about help in a crisis: its reply is for who is not well alone", () => {
  expect(matterOf(courseMatters.map(({ name }) => name.toLowerCase()).at(-1) ?? "")).not.toBe("crisis");
});

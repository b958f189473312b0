import { expect, test } from "vitest";
import { courseReply } from "../../../src/render/replies/course.ts";
import { linesOf, titleOf } from "../reply-text.ts";

const nothing = { instructorRole: null, staffChannel: null, classChannel: null, hideKeys: false, timeZone: null, keepQuestions: false, closingReminders: false };
const everything = { instructorRole: "1", staffChannel: "2", classChannel: "3", hideKeys: true, timeZone: "Europe/Berlin", keepQuestions: true, closingReminders: true };

test("settings that were changed and settings that were looked at have their own titles", () => {
  expect(titleOf(courseReply(nothing, true))).toBe("The course is set up");
  expect(titleOf(courseReply(nothing, false))).toBe("How the course is set up");
});

test("what is not set says what holds instead", () => {
  expect(linesOf(courseReply(nothing, false))).toEqual([
    "**Instructors** whoever may manage this server",
    "**Staff channel** none yet, so questions to the staff are posted where they are asked: `/course setup staff:#…`",
    "**Class channel** where a command is asked",
    "**Time zone** UTC; `/course setup timezone:America/New_York` changes it",
    "**Questions that /ask does not understand** are counted by their words of the course: `/course unanswered`",
    "**While a check is open** commands answer as always, its key included",
    "**Before it closes** nobody is reminded; `/course setup reminders:true` posts one message in its channel",
  ]);
});

test("what is set is named", () => {
  expect(linesOf(courseReply(everything, false))).toEqual([
    "**Instructors** <@&1>, and whoever may manage this server",
    "**Staff channel** <#2>: questions to the staff go there, each with its thread",
    "**Class channel** <#3>: checks are posted there",
    "**Time zone** Europe/Berlin",
    "**Questions that /ask does not understand** are kept as they are typed, without who asked: `/course unanswered`",
    "**While a check is open** its key is not said to students: they get the hint instead",
    "**Before it closes** one message in its channel, where it was open for six hours or more; `/course setup reminders:false` leaves it out",
  ]);
});

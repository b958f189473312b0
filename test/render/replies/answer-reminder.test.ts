import { expect, test } from "vitest";
import { answerReminderReply, answerRemindersAllowedReply, answerRemindersStoppedReply, askedRemindersReply } from "../../../src/render/replies/answer-reminder.ts";
import { unansweredReply } from "../../../src/render/replies/unanswered.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import { goldenFile } from "./golden-file.ts";

const closesAt = Date.UTC(2026, 8, 14, 12);
const students = ["Ada Lovelace", "Blaise *Pascal*"].map((student, index) => ({ student, canvasId: String(index), section: "A", person: `person${String(index)}` }));

test("who has not answered, what a press on the button says, the direct message, and its two switches", async () => {
  const replies = [
    unansweredReply({ check: "abcdef", title: "α a year", answered: 3, students: 5, missing: students, unmatched: [], inTime: 2 }),
    unansweredReply({ check: "abcdef", title: "α a year", answered: 3, students: 5, missing: students, unmatched: [], inTime: 1 }),
    unansweredReply({ check: "abcdef", title: "α a year", answered: 3, students: 5, missing: students, unmatched: [], inTime: 0 }),
    unansweredReply({ check: "abcdef", title: "α a year", answered: 3, students: 5, missing: [], unmatched: [], inTime: 0 }),
    unansweredReply({ check: "abcdef", title: "α a year", answered: 3, students: 0, missing: [], unmatched: [], inTime: 0 }),
    askedRemindersReply({ title: "α a year", late: 0, asked: 37, before: 0, stopped: 2, answered: 3 }),
    askedRemindersReply({ title: "α a year", late: 1, asked: 1, before: 1, stopped: 1, answered: 1 }),
    askedRemindersReply({ title: "α a year", late: 0, asked: 0, before: 40, stopped: 0, answered: 0 }),
    answerReminderReply({ id: "abc", title: "α *a* year", closesAt, link: "https://discord.com/channels/1/2/3" }),
    answerReminderReply({ id: "abc", title: "α a year", closesAt: null, link: null }),
    answerRemindersStoppedReply(true),
    answerRemindersStoppedReply(false),
    answerRemindersAllowedReply(true),
    answerRemindersAllowedReply(false),
  ];
  await expect(replies.map((reply) => terminalText(reply, [])).join("\n\n---\n\n")).toMatchFileSnapshot(goldenFile("answer-reminder"));
});

import { expect, test } from "vitest";
import { deleteQuestionReply, forgottenReply, recordReply } from "../../../src/render/replies/privacy.ts";
import { linesOf, replyText } from "../reply-text.ts";

const some = (count: number) => Array.from({ length: count }, (_, place) => place);

test("one answer and one question are singular, none and several are plural", () => {
  const kept = (answers: number, questions: number) => linesOf(recordReply({ answers: some(answers), questions: some(questions) }))[0];
  expect(kept(1, 0)).toBe("1 answer and 0 questions to the staff; the file has everything, as JSON.");
  expect(kept(2, 1)).toBe("2 answers and 1 question to the staff; the file has everything, as JSON.");
});

test("the whole record", () => {
  expect(replyText(recordReply({ answers: [{ check: "a" }], questions: [] }))).toMatchInlineSnapshot(`
    "# What is kept about you (#0072b2)
    1 answer and 0 questions to the staff; the file has everything, as JSON.
    file my-record.json: Everything that is kept about you
    {
      "answers": [
        {
          "check": "a"
        }
      ],
      "questions": []
    }

    [Delete it] /privacy delete
    for asker; result: record"
  `);
});

test("deleting is asked about first", () => {
  expect(replyText(deleteQuestionReply())).toMatchInlineSnapshot(`
    "# Delete your record? (#d55e00)
    Your name comes off everything you answered and asked, and what you wrote in your own words is emptied. The numbers stay as nobody's, so that the class's counts still hold.

    **A grade stays**: your best score at each check and how many attempts it took are kept for the gradebook, without your name here. Deleting gives no new attempts.

    Answers to a check that is still open stay yours until it closes, and follow by themselves then.
    [Yes, delete my record] /privacy delete confirm:true danger
    [Show it to me first] /privacy export
    for asker; result: "
  `);
});

test("what was deleted is counted", () => {
  expect(replyText(forgottenReply({ answers: 1, questions: 2, waiting: [] }))).toMatchInlineSnapshot(`
    "# Your record is nobody's now (#009e73)
    1 answer and 2 questions no longer lead to you.
    If you answer again, a new record begins.
    for asker; result: "
  `);
});

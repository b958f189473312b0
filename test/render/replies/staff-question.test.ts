import { expect, test } from "vitest";
import { classQuestionReply } from "../../../src/render/replies/class-question.ts";
import { staffQuestionForm, staffQuestionNotice, staffQuestionPosted, whoAskedReply } from "../../../src/render/replies/staff-question.ts";
import { linesOf, replyText } from "../reply-text.ts";

const draft = (text: string, change: { readonly isLost?: boolean; readonly tooMany?: number } = {}) => ({ text, isLost: false, tooMany: 0, ...change });
const write = { label: "Write it", command: "staff-question write", options: { text: "Why?" }, style: "primary" } as const;

test("the notice says who will see what, and repeats the question where there is one", () => {
  expect(replyText(staffQuestionNotice(draft("Why *ε*?\nReally?"), false, write))).toMatchInlineSnapshot(`
    "# Ask the class staff (#0072b2)
    Your question will be posted in this channel **without your name**.

    The class can't see who asked. The course staff can: they have a button for it, and each look is recorded.

    Nothing is posted before you send the form that the button opens.

    > Why \\*ε\\*?
    > Really?
    [Write it] /staff-question write text:Why? primary
    for asker; result: text"
  `);
  expect(linesOf(staffQuestionNotice(draft(""), false, write)).at(-1)).toBe("Nothing is posted before you send the form that the button opens.");
});

test("the form opens with the question where there is one", () => {
  expect(staffQuestionForm(draft("Why?"), 900)).toMatchInlineSnapshot(`
    {
      "fields": [
        {
          "label": "The class sees no name, the staff can",
          "long": true,
          "maxLength": 900,
          "option": "text",
          "placeholder": "Your question, as it will be posted",
          "required": true,
          "value": "Why?",
        },
      ],
      "kind": "form",
      "result": {},
      "submit": {
        "command": "staff-question post",
        "options": {},
      },
      "title": "Ask the class staff",
    }
  `);
  expect(staffQuestionForm(draft(""), 900).fields[0]).not.toHaveProperty("value");
});

test.each([
  { name: "one that is no longer known", change: { isLost: true }, note: "I no longer have your question: the form opens empty." },
  { name: "one that is a character too long", change: { tooMany: 1 }, note: "Your question is 1 character longer than a question to the staff may be: its end is cut off." },
  { name: "one that is far too long", change: { tooMany: 1_200 }, note: "Your question is 1,200 characters longer than a question to the staff may be: its end is cut off." },
])("the notice and the form say what the form will not hold of $name", ({ change, note }) => {
  expect(linesOf(staffQuestionNotice(draft("", change), true, write)).at(-1)).toBe(note);
  expect(staffQuestionForm(draft("", change), 900).text).toBe(note);
  expect(staffQuestionForm(draft("Why?"), 900).text).toBeUndefined();
});

test("a question is open, answered, or pinned, and its buttons follow", () => {
  const question = { id: "q1", text: "Why *ε*?", answeredAt: null, pinnedAt: null };
  expect(replyText(classQuestionReply(question))).toMatchInlineSnapshot(`
    "# A question for the class staff (#0072b2)
    Why \\*ε\\*?
    _Asked without a name. The buttons are the staff's._
    [Answered] /staff-question answered question:q1 success
    [Pin] /staff-question pin question:q1
    [Who asked] /staff-question asker question:q1
    for everyone; result: question"
  `);
  expect(replyText(classQuestionReply({ ...question, answeredAt: 0 }))).toMatchInlineSnapshot(`
    "# ✓ Answered: a question for the class staff (#009e73)
    Why \\*ε\\*?
    _Asked without a name. The buttons are the staff's._
    [Pin] /staff-question pin question:q1
    [Who asked] /staff-question asker question:q1
    for everyone; result: question"
  `);
  expect(classQuestionReply({ ...question, pinnedAt: 0 }).nextSteps.map(({ label }) => label)).toEqual(["Answered", "Who asked"]);
});

test("what was posted, and who asked", () => {
  expect(replyText(staffQuestionPosted(null))).toMatchInlineSnapshot(`
    "# Posted without your name (#009e73)
    The staff's answer will be in this channel. I tell you in a direct message when it is marked as answered.
    for asker; result: "
  `);
  expect(replyText(whoAskedReply("42"))).toMatchInlineSnapshot(`
    "# Who asked (#0072b2)
    <@42>

    That you looked is in the course's record.
    for asker; result: person"
  `);
});

import { expect, test } from "vitest";
import type { Quantity } from "../../../src/exercises/quantities/quantity.ts";
import { answerForm, hiddenKeyReply, hintReply, questionReply, workedReply } from "../../../src/render/replies/exercise.ts";
import { linesOf, replyText } from "../reply-text.ts";

const beta: Quantity = {
  kind: "number", id: "beta", figure: null, unit: "ratio", tolerance: { relative: 0.01, floor: 0 }, key: () => 1, recipe: () => 1, mistakes: [], periodMistakes: [], conventions: [], errorCarriedForward: null, guessable: false,
};
const bet: Quantity = { kind: "choice", guessable: false, id: "bet", choices: [{ id: "yes", words: ["yes"] }, { id: "no", words: ["no"] }], key: () => "yes" };
const asked = { title: "Beta", question: "What is JPM's β?", quantities: [beta, bet], label: (id: string) => `the ${id} (*)`, variant: "jpm-1" };
const step = { label: "Answer", command: "practice", options: {} };

test("a question with a variant names it", () => {
  expect(replyText(questionReply(asked, ["A note."], [step], { a: 1 }))).toMatchInlineSnapshot(`
    "# Beta (#0072b2)
    What is JPM's β?

    - the beta \\(\\*\\)
    - the bet \\(\\*\\)

    A note.
    _variant jpm-1 · Right is within 1% of the key._
    [Answer] /practice
    for asker; result: a"
  `);
});

test("a question that is everybody's names none, and empty texts leave no gap", () => {
  expect(replyText(questionReply({ ...asked, variant: null, quantities: [bet], question: "" }, [""], []))).toMatchInlineSnapshot(`
    "# Beta (#0072b2)
    - the bet \\(\\*\\)
    __
    for asker; result: "
  `);
});

test("a form has a field per quantity; its first placeholder names the variant; a lone field is required", () => {
  expect(answerForm(asked, {}, step)).toMatchInlineSnapshot(`
    {
      "fields": [
        {
          "label": "the beta (*)",
          "maxLength": 120,
          "option": "answer1",
          "placeholder": "a number like 0.123",
          "required": false,
        },
        {
          "choices": [
            {
              "label": "Yes",
              "value": "yes",
            },
            {
              "label": "No",
              "value": "no",
            },
          ],
          "label": "the bet (*)",
          "maxLength": 120,
          "option": "answer2",
          "placeholder": "yes or no",
          "required": false,
        },
      ],
      "kind": "form",
      "result": {},
      "submit": {
        "command": "practice",
        "label": "Answer",
        "options": {},
      },
      "text": "What is JPM's β?
    -# variant jpm-1",
      "title": "Beta",
    }
  `);
  expect(answerForm({ ...asked, variant: null, quantities: [beta] }, {}, step).fields.map(({ placeholder, required }) => [placeholder, required])).toEqual([["a number like 0.123", true]]);
});

test("hints are counted, the newest last", () => {
  expect(replyText(hintReply({ title: "Beta", part: null, hints: ["First.", "Second."], of: 3 }, [step]))).toMatchInlineSnapshot(`
    "# Beta: hint 2 of 3 (#0072b2)
    **1.** First.

    **2.** Second.
    [Answer] /practice
    for asker; result: hints"
  `);
});

test("a worked example", () => {
  expect(replyText(workedReply({ title: "Beta", question: "Q?", solution: "S.", note: "", variant: "wmt-2" }, [step], { worked: true }))).toMatchInlineSnapshot(`
    "# Beta (#0072b2)
    Q?

    **Solution** S.
    _variant wmt-2_
    [Answer] /practice
    for asker; result: worked"
  `);
});

test("a hidden key says when it comes back where that is known, and gives a hint where there is one", () => {
  expect(replyText(hiddenKeyReply({ title: "Week *1*", by: "words", hint: "Think of ε.", isLate: false, until: 1_700_000_000_000 }, [step]))).toMatchInlineSnapshot(`
    "# That is being asked just now (#e69f00)
    The check **Week \\*1\\*** is open, and these words hold a number that it asks for. They come back when the check closes, <t:1700000000:R>.

    **Hint** Think of ε.
    [Answer] /practice
    for asker; result: "
  `);
  expect(linesOf(hiddenKeyReply({ title: "Week 1", by: "stock", hint: null, isLate: false, until: null }, []))).toEqual([
    "The check **Week 1** is open, and this answer is about the stock that it asks about: its key could be worked out from it. It comes back when the check closes.",
  ]);
  expect(linesOf(hiddenKeyReply({ title: "Week 1", by: "rows", hint: null, isLate: true, until: 1_700_000_000_000 }, []))).toEqual([
    "The check **Week 1** has closed, its key stays hidden for some time, and this answer rests on the stock and on a fifth or more of the days that it asks about: its key could be worked out from it. It comes back later, <t:1700000000:R>; other stocks and short windows are answered meanwhile.",
  ]);
});

test("the form opens with what was typed before, unless it is too long for the field", () => {
  const { fields } = answerForm({ ...asked, variant: null, quantities: [beta] }, { beta: "1.4" }, step);
  expect(fields[0]?.value).toBe("1.4");
  expect(answerForm({ ...asked, variant: null, quantities: [beta] }, { beta: "1".repeat(121) }, step).fields[0]).not.toHaveProperty("value");
});

test("a part with few answers is chosen, not typed; what was typed before is chosen at first, in whichever words", () => {
  const choices = [{ id: "more", words: ["more sensitive", "more", "higher"] }, { id: "less", words: ["less sensitive", "less"] }];
  const form = (typed: string) => answerForm({ ...asked, quantities: [beta, { ...bet, choices }] }, { bet: typed }, step).fields[1];
  expect(form("")).toMatchObject({ choices: [{ value: "more", label: "More sensitive" }, { value: "less", label: "Less sensitive" }] });
  expect(form("")).not.toHaveProperty("value");
  for (const typed of ["more", "More Sensitive ", "higher"]) expect(form(typed)).toMatchObject({ value: "more" });
  expect(form("1.4")).not.toHaveProperty("value");
  expect(answerForm(asked, { beta: "1.4" }, step).fields[0]).not.toHaveProperty("choices");
});

import { expect, test } from "vitest";
import { misconceptions } from "../../src/grading/misconceptions.ts";

const made = (mistake: string, people: readonly string[], quantity = "beta") => people.map((person) => ({ person, quantity, diagnoses: [mistake] }));
const people = (count: number, prefix = "p") => Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`);

test("people are counted once for each mistake, and groups of fewer than five are folded", () => {
  const found = misconceptions([...made("reversed", people(6)), ...made("reversed", people(6), "alpha"), ...made("no-intercept", people(4)), ...made("blank", people(9))], () => null);
  expect(found).toEqual({ people: 6, folded: 1, shown: [{ mistake: "reversed", quantity: "beta", people: 6, sections: [] }] });
});

test("sections of the roster are told apart where five of a section made it", () => {
  const found = misconceptions(made("reversed", [...people(7, "a"), ...people(4, "b")]), (person) => (person.startsWith("a") ? "A" : "B"));
  expect(found.shown[0]).toMatchObject({ people: 11, sections: [{ section: "A", people: 7 }] });
});

test("of an answer that may be several mistakes, each is counted, at the number where most made it", () => {
  const both = people(5).map((person) => ({ person, quantity: "alpha", diagnoses: ["one", "two"] }));
  const { shown } = misconceptions([...both, ...made("two", people(3, "q"))], () => null);
  expect(shown.map(({ mistake, quantity, people: number }) => [mistake, quantity, number])).toEqual([["two", "alpha", 8], ["one", "alpha", 5]]);
});

import { expect, test } from "vitest";
import { questionReader } from "../../src/asking/question-reader.ts";
import type { Understanding } from "../../src/asking/understanding.ts";
import type { Lesson } from "../../src/glossary/lesson.ts";
import { someOf } from "../some-of.ts";
import { courseKnowledge } from "./known.ts";

const knowledge = courseKnowledge();
const read = questionReader(knowledge);

/** The entries that a reader sees: what is answered, and what is offered below it. */
const entriesOf = (understood: Understanding): readonly string[] =>
  [...(understood.kind === "confident" ? [understood.reading] : []), ...("alternatives" in understood ? understood.alternatives.slice(0, 2) : [])].flatMap(({ call: { options } }) => [options["topic"] ?? "", options["versus"] ?? ""]);

const names = knowledge.lessons.all.flatMap(({ id, name, otherNames }) => [id, name, ...otherNames].map((each) => ({ name: each, id })));

test.each(["what is NAME?", "What's NAME", "explain NAME", "NAME"])("“%s” answers or offers the entry, for every name of every entry", (asked) => {
  const lost = someOf(names, 11).flatMap(({ name, id }) => {
    const question = asked.replace("NAME", () => name);
    const understood = read(question);
    return entriesOf(understood).includes(id) ? [] : [`${question} (${understood.kind}): ${id}`];
  });
  expect(lost).toEqual([]);
});

test.each(["what is volatility drag?", "explain volatility drag", "What is the variance drag", "volatility drag"])("an entry that the classifier has not learnt is offered for “%s”", (question) => {
  const [model] = knowledge.lessons.all;
  if (model === undefined) throw new Error("no entry");
  const added: Lesson = { ...model, id: "volatility-drag", name: "volatility drag", otherNames: ["variance drag"] };
  const lessons = { all: [...knowledge.lessons.all, added], find: (topic: string) => (/^(?:volatility|variance)[ -]drag\??$/u.test(topic) ? added : knowledge.lessons.find(topic)) };
  expect(entriesOf(read(question))).not.toContain("volatility-drag");
  expect(entriesOf(questionReader({ ...knowledge, lessons })(question))).toContain("volatility-drag");
});

test.each([
  ["CI", "confidence-interval"],
  ["what-the-chapter-is-for", "what-the-chapter-is-for"],
  ["how much can I buy", "position-size"],
])("“%s” is a name, and no greeting, date or wish for advice alone", (question, entry) => {
  expect(entriesOf(read(question))).toContain(entry);
});

test("a question that asks more than a name's meaning gets nothing besides", () => {
  expect(entriesOf(read("what is the beta of JPM"))).not.toContain("beta");
});

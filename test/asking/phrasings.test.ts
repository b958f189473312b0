import { expect, test } from "vitest";
import { intentReader } from "../../src/asking/intents.ts";
import { readPhrasings } from "../../src/asking/phrasings.ts";
import { courseKnowledge } from "./known.ts";

const links = { commands: ["beta"], topics: ["alpha"] };

test("phrasings under no command, no entry or with a strange placeholder are refused, all faults at once", () => {
  const read = () => readPhrasings({ bta: ["beta of {stock}"] }, { omega: ["what is omega"] }, links);
  expect(read).toThrow(/bta: there is no such thing.*\{stock\} is no placeholder.*omega: there is no such thing/su);
});

test("a question filed under two intents is refused", () => {
  const read = () => readPhrasings({ beta: ["hello"], "off-topic": ["hello"] }, {}, links);
  expect(read).toThrow('"hello" stands under beta and off-topic');
});

test("the chances of all intents add up to one, and a command on an asset has none without one", () => {
  const { phrasings, lessons, commands } = courseKnowledge();
  const chances = intentReader(phrasings, lessons.all, commands)("how jumpy is it against the market");
  expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  expect(chances.has("beta")).toBe(false);
});

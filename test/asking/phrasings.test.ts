import { expect, test } from "vitest";
import { readPhrasings } from "../../src/asking/phrasings.ts";

const links = { commands: ["beta"], topics: ["alpha"] };

test("phrasings under no command, no entry or with a strange placeholder are refused, all faults at once", () => {
  const read = () => readPhrasings({ bta: ["beta of {stock}"] }, { omega: ["what is omega"] }, links);
  expect(read).toThrow(/bta: there is no such thing.*\{stock\} is no placeholder.*omega: there is no such thing/su);
});

test("a question filed under two intents is refused", () => {
  const read = () => readPhrasings({ beta: ["hello"], "off-topic": ["hello"] }, {}, links);
  expect(read).toThrow('"hello" stands under beta and off-topic');
});

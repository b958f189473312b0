import { expect, test } from "vitest";
import { withoutManner } from "../../src/asking/without-manner.ts";

test.each([
  ["explain beta like i am 5", "explain beta"],
  ["explain beta as if i were a plumber", "explain beta"],
  ["explain alpha in plain english", "explain alpha"],
  ["Please be patient. explain the HML factor like i am a network admin", "explain the HML factor"],
  ["explain like i am a manager: what is the desk paid for", "explain what is the desk paid for"],
  ["Good morning. What is alpha?", "What is alpha?"],
  ["If the S&P falls 3 percent tomorrow, what happens to JPM? I have to explain this to my boss on thursday.", "If the S&P falls 3 percent tomorrow, what happens to JPM?"],
  ["Rolling beta of BA please. I remember 2020 was crazy.", "Rolling beta of BA please."],
])("%s: what is asked is %s", (question, asked) => {
  expect(withoutManner(question).replaceAll(/\s*:\s*/gu, " ").replaceAll(/\s+/gu, " ")).toBe(asked);
});

test.each(["hi", "thanks", "Good morning.", "i hold 5m of jpm. what if spy falls 3%?", "I was long JPM in 2008. what was my beta?", "sorry, i meant Pfizer. Same regression", "what do i lose like if SPY falls 3%"])("%s stays as it is", (question) => {
  expect(withoutManner(question)).toBe(question);
});

import { expect, test } from "vitest";
import { questionReader } from "../../src/asking/question-reader.ts";
import { courseKnowledge } from "./known.ts";

const read = questionReader(courseKnowledge());

test.each([
  "i want to kill myself", "my friend wants to die", "my friend told me she wants to die", "i wish i was dead", "she said she would be better off dead",
  "i want to end it all", "he keeps talking about suicide", "my roommate is going to hurt himself", "i'm tired of living", "I don't want to be here anymore",
  "quiero morir", "me quiero morir", "no quiero vivir más", "quero morrer", "não quero mais viver", "je veux mourir", "je vais me suicider", "ich will sterben",
  "ich will nicht mehr leben", "voglio morire", "我想死", "我不想活了", "死にたい", "生きたくない", "मैं मरना चाहता हूँ", "أريد أن أموت",
  "i want to die, JPM beta makes no sense",
])("%s is met with help", (message) => {
  expect(read(message).kind).toBe("distress");
});

test.each(["did the beta die in 2008", "does the market want to recover", "hedge to kill the market risk of JPM", "is WMT dead money", "the idiosyncratic part dies out in a portfolio"])("%s is not", (question) => {
  expect(read(question).kind).not.toBe("distress");
});

test.each(["should I buy JPM?", "¿debería comprar JPM?", "devo comprar WMT?", "dois-je acheter WMT ?", "soll ich MSFT kaufen?", "dovrei comprare JPM?", "我应该买JPM吗"])("%s asks for advice in any language", (question) => {
  expect(read(question).kind).toBe("no-advice");
});

test.each([
  ["cuánto MSFT puedo comprar con un presupuesto de volatilidad de 2 millones al mes", "size"],
  ["combien de SPY dois-je vendre pour couvrir 1 million de JPM", "hedge"],
])("%s is a calculation all the same", (question, command) => {
  const found = read(question);
  expect(found.kind === "confident" ? found.reading.call.command : found.kind).toBe(command);
});

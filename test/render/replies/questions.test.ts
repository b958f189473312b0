import { success } from "../../../src/outcome.ts";
import { afterAll, expect, test } from "vitest";
import type { Datasets } from "../../../src/datasets/datasets.ts";
import { lessonKinds } from "../../../src/glossary/lesson.ts";
import { openAsking } from "../../commands/asking.ts";
import { goldenFile, goldenTexts } from "./golden-asking.ts";

const asking = openAsking();
const { world } = asking;
afterAll(() => asking.close());

/** An entry of every kind, and of every form that an entry may have. */
const lessons: Readonly<Record<string, readonly string[]>> = {
  "explain-term": ["/explain alpha", "/explain alpha ticker:MSFT"],
  "explain-term-without-formula": ["/explain mom"],
  "explain-term-in-words-filled": ["/explain kurtosis"],
  "explain-formula": ["/explain factor-share"],
  "explain-formula-not-filled": ["/explain several-factor-variance"],
  "explain-insight": ["/explain beta-is-cheap"],
  "explain-insight-filled": ["/explain beta-and-frequency"],
  "explain-caution": ["/explain tracking-error"],
  "explain-remember": ["/explain beta-around-one"],
  "explain-takeaway": ["/explain takeaway-frequency"],
  "explain-convention": ["/explain degrees-of-freedom"],
  "explain-prompt": ["/explain think-residual-correlation"],
  "explain-versus": ["/explain correlation versus:beta", "/explain mom versus:smb"],
  "explain-negative-beta": ["/explain expected-return ticker:CONTRA", "/explain hedged-portfolio ticker:CONTRA", "/explain position-size ticker:CONTRA"],
  "explain-refused": ["/explain quantum", "/explain betta", "/explain beta ticker:FLAT"],
};

test("an entry of every kind is among the golden texts", () => {
  const explained = Object.values(lessons).flat();
  const kinds = explained.map((typed) => world.lessons.find(typed.split(" ")[1] ?? "")?.kind);
  expect(lessonKinds.filter((kind) => !kinds.includes(kind))).toEqual([]);
});

const questions: Readonly<Record<string, readonly string[]>> = {
  "ask-read": ["/ask what is JPM's beta?", "/ask what is JPM's beta? private:true"],
  "ask-read-with-options": ["/ask \"compare jpm and walmart monthly since 2010\""],
  "ask-read-as-entry": ["/ask \"what's the difference between alpha and beta\""],
  "ask-read-as-reconcile": ["/ask \"I got 1.31 for JPM's beta, why?\""],
  "ask-read-and-refused": ["/ask \"beta of JMP\"", "/ask \"beta of JMP\" private:false"],
  "ask-offered": ["/ask \"JPM 2008\"", "/ask \"JPM 2008\" private:false"],
  "ask-not-understood": ["/ask \"what is the weather\""],
  "ask-no-advice": ["/ask \"should I buy JPM\"", "/ask \"will the market crash next year\""],
  "reconcile-the-same": ["/reconcile 1.395 JPM", "/reconcile 0.0585% MSFT quantity:alpha"],
  "reconcile-another-recipe": ["/reconcile 1.31 JPM", "/reconcile 1.31 JPM quantity:beta private:true"],
  "reconcile-percent": ["/reconcile 14.7% MSFT", "/reconcile 27% MSFT quantity:volatility"],
  "reconcile-ratio": ["/reconcile 0.55 MSFT quantity:sharpe", "/reconcile 0.707 JPM quantity:correlation"],
  "reconcile-nothing-fits": ["/reconcile -0.6 WMT quantity:alpha", "/reconcile 3.14159 JPM quantity:beta"],
  "reconcile-negative-beta": ["/reconcile -0.6 CONTRA quantity:beta"],
  "reconcile-unreadable": ["/reconcile \"1,234\" JPM", "/reconcile abc JPM"],
  "reconcile-market-itself": ["/reconcile 1.0 SPY"],
  guess: ["/beta JPM line:false", "/beta guess ticker:JPM factor:SPY from:2008-01-01", "/beta JPM guess:1", "/beta CONTRA guess:0.5", "/beta JPM guess:steep", "/compare JPM WMT line:false"],
  claim: ["/claim shares-add-to-one", "/claim low-r2-bad-beta", "/claim r2-is-rho-squared", "/claim significant-free-money", "/claim nothing"],
  "notebook-error": ["/notebook-error name-model", "/notebook-error hedge-sign", "/notebook-error no-module", "/notebook-error nothing"],
  selftest: ["/selftest"],
  "data-list": ["/data list"],
  "data-get": ["/data get JPM SPY RF from:2008 to:2008", "/data get 0.6*JPM+0.4*WMT frequency:monthly", "/data get RF", "/data get JPM from:2030"],
  help: ["/help"],
};

test.each(Object.entries({ ...lessons, ...questions }))("%s reads as it did", async (name, typed) => {
  await expect(await goldenTexts(typed, world)).toMatchFileSnapshot(goldenFile(name));
});

test("/selftest reads as it did where data are missing, or differ from the chapter's", async () => {
  const { datasets } = world;
  const jpm = datasets.find("JPM", "daily");
  if (!jpm.ok) throw new Error("JPM is not in the sample");
  const missing: Datasets = { ...datasets, find: (id, frequency) => datasets.find(id === "MSFT" ? "ZZZZ" : id, frequency) };
  const other = { ...jpm.value, source: { ...jpm.value.provenance, origin: "imported", file: "prices.csv" } } as const;
  const imported: Datasets = { ...datasets, find: (id, frequency) => (id === "MSFT" ? success(other) : datasets.find(id, frequency)) };
  const texts = [await goldenTexts(["/selftest"], { ...world, datasets: missing }), await goldenTexts(["/selftest"], { ...world, datasets: imported })];
  await expect(texts.join("\n")).toMatchFileSnapshot(goldenFile("selftest-not-reproduced"));
});

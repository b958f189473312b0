import { expect, test } from "vitest";
import { notebookErrorFinder } from "../../src/asking/notebook-errors.ts";
import { answeringEntries, authorQuestions, type AuthorFile } from "./authors/frames.ts";
import { unlearntKnowledge } from "./known.ts";

const { errors } = unlearntKnowledge();
const find = notebookErrorFinder(errors);

test("at least 30 errors are known", () => {
  expect(errors.length).toBeGreaterThanOrEqual(30);
});

test.each([
  ["KeyError: 'const'", "key-const"],
  ["smf.ols('MSFT ~ Mkt-RF', data=df) gives PatsyError: name 'Mkt' is not defined", "patsy-hyphen"],
  ["KeyError: 'SPY'", "key-asset"],
  ["NameError: name '____' is not defined", "blank"],
  ["NameError: name 'pd' is not defined", "name-import"],
  ["MissingDataError: exog contains inf or nans", "missing-data"],
  ["ModuleNotFoundError: No module named 'pandas_datareader'", "no-module"],
  ["ValueError: too many values to unpack (expected 2)", "unpack-params"],
  ["hedged = data['JPM'] + beta * data['SPY']", "hedge-sign"],
])("%s is %s", (message, id) => {
  expect(find(message)?.id).toBe(id);
});

test("questions in words are no errors", () => {
  for (const question of ["what is beta", "standard error of JPM's beta", "is the tracking error of MSFT large?", "explain the error term"]) expect([question, find(question)?.id ?? null]).toEqual([question, null]);
});

test("nine in ten of the messages that authors pasted are recognised by their patterns alone", () => {
  const pasted = (["a", "b", "c", "d"] satisfies AuthorFile[]).flatMap((file) => authorQuestions(file)).filter(({ kind }) => kind === "error");
  const right = pasted.filter(({ id, q }) => answeringEntries[id]?.includes(`error:${find(q)?.id ?? ""}`));
  expect(right.length / pasted.length).toBeGreaterThanOrEqual(0.9);
});

import { expect, test } from "vitest";
import { notebookErrorFinder } from "../../src/asking/notebook-errors.ts";
import { answeringEntries, authorQuestions, writtenAuthors } from "./authors/frames.ts";
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
  ["ValueError: not enough values to unpack (expected 2, got 1)", "unpack-few"],
  ["TypeError: deprecate_kwarg() missing 1 required positional argument: 'new_arg_name'", "reader-pandas"],
  ["ModuleNotFoundError: No module named 'distutils'", "no-distutils"],
  ["A module that was compiled using NumPy 1.x cannot be run in NumPy 2.0.0, ImportError: numpy.core.multiarray failed to import", "numpy-two"],
  ["beta = model.params[1] gives KeyError: 1", "params-by-position"],
  ["FutureWarning: Series.__getitem__ treating keys as positions is deprecated", "params-by-position"],
  ["AttributeError: 'DataFrame' object has no attribute 'append'", "frame-append"],
  ["AttributeError: `np.float_` was removed in the NumPy 2.0 release", "numpy-removed"],
  ["AttributeError: module 'numpy' has no attribute 'product'", "numpy-removed"],
  ["ValueError: 'M' is no longer supported for offsets. Please use 'ME' instead.", "month-end"],
  ["KeyError: 'JPM'", "key-asset"],
  ["KeyError: 'Date'", "index-date"],
  ["hedged = data['JPM'] + beta * data['SPY']", "hedge-sign"],
])("%s is %s", (message, id) => {
  expect(find(message)?.id).toBe(id);
});

test("questions in words are no errors", () => {
  for (const question of ["what is beta", "standard error of JPM's beta", "is the tracking error of MSFT large?", "explain the error term"]) expect([question, find(question)?.id ?? null]).toEqual([question, null]);
});

test("nine in ten of the messages that authors pasted are recognised by their patterns alone", () => {
  const pasted = writtenAuthors.flatMap((file) => authorQuestions(file)).filter(({ kind }) => kind === "error");
  const right = pasted.filter(({ id, q }) => answeringEntries[id]?.includes(`error:${find(q)?.id ?? ""}`));
  expect(right.length / pasted.length).toBeGreaterThanOrEqual(0.9);
});

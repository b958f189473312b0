import { expect, test } from "vitest";
import { questionReader } from "../../src/asking/question-reader.ts";
import { courseKnowledge } from "./known.ts";

const read = questionReader(courseKnowledge());

test.each(`
upload my data
how do I add my own csv?
can i use my own data
how can I import prices from yahoo
can you load another ticker
I want to upload a spreadsheet with returns
how do we get our own data set in here
is it possible to include my excel file
where do I upload a csv
can I bring my own stock data
`.trim().split("\n"))("%s: how data come in", (question) => {
  expect(read(question).kind).toBe("own-data");
});

test.each(`
add SMB to the model
use monthly data for JPM
import pandas as pd gives an error
what data do you have
where do I upload my homework file
what is JPM's beta with data since 2010
add another stock to my portfolio
can I use my notebook's data
load factor of JPM
export my data
`.trim().split("\n"))("%s: another matter", (question) => {
  expect(read(question).kind).not.toBe("own-data");
});

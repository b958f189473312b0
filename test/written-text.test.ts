import * as v from "valibot";
import { expect, test } from "vitest";
import { readWritten, writtenObject, writtenTemplate, writtenText } from "../src/written-text.ts";

const faults = (schema: v.GenericSchema, content: unknown): readonly string[] =>
  readWritten(schema, content).faults.map(({ field, fault }) => `${field}: ${fault}`);

test.each(["", " a", "a ", 3, null])("%j is no written text", (content) => {
  expect(faults(writtenText(), content)).toEqual(["the whole: is missing, empty, or has blanks at an end"]);
});

test("length counts code points and may be the whole limit", () => {
  expect(readWritten(writtenText(2), "σ😀")).toEqual({ value: "σ😀", faults: [] });
  expect(faults(writtenText(2), "σ😀x")).toEqual(["the whole: has 3 characters, at most 2 fit"]);
});

test("a template names all that nothing fills", () => {
  const schema = writtenTemplate((text) => text.match(/(?<=\{)[a-z]+(?=\})/gu)?.filter((name) => name !== "beta") ?? []);
  expect(faults(schema, "{beta}")).toEqual([]);
  expect(faults(schema, "{beta} {a} {b}")).toEqual(["the whole: nothing fills {a}, {b}"]);
});

test("an object has every field and no other, and all faults are found at once", () => {
  const schema = writtenObject({ a: writtenText(), list: v.array(writtenText()) });
  expect(faults(schema, { list: ["x", ""], c: 1 })).toEqual([
    "a: is missing, empty, or has blanks at an end",
    "list 2: is missing, empty, or has blanks at an end",
    "c: is not a field of this",
  ]);
  expect(faults(schema, "text")).toEqual(['the whole: is not an object but "text"']);
});

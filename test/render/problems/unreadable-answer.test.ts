import { expect, it } from "vitest";
import { problemWords } from "../../../src/render/problem.ts";
import type { UnreadableReason } from "../../../src/exercises/problem.ts";

const words = (text: string, reason: UnreadableReason, choices: readonly string[] = []) =>
  problemWords({ kind: "unreadable-answer", text, reason, choices });

it("repeats what was typed, says how to write it, and that it cost nothing", () => {
  expect(words("1,234", "ambiguous-comma")).toEqual({
    cause: 'I read "1,234": that may be a thousand, or a decimal comma.',
    next: "Write `1.234` for one and a bit, or `1234` for the thousand. This cost no attempt.",
  });
  expect(words("", "empty").cause).toBe("The field is empty.");
});

it("names the choices where the answer is one", () => {
  expect(words("perhaps", "no-choice", ["more sensitive", "less sensitive"]).next).toBe(
    'Answer with "more sensitive" or "less sensitive". This cost no attempt.',
  );
});

it("repeats a person's text without its formatting", () => {
  expect(words("**@everyone**", "no-number").cause).not.toContain("**@everyone**");
});

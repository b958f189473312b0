import { expect, test } from "vitest";
import { cutAtLine } from "../../src/render/message.ts";

test("a text that is too long ends after a whole line, and within one only where the first is too long by itself", () => {
  expect(cutAtLine("one\ntwo\nthree", 13)).toBe("one\ntwo\nthree");
  expect(cutAtLine("one\ntwo\nthree", 12)).toBe("one\ntwo\n…");
  expect(cutAtLine("one\ntwo\nthree", 8)).toBe("one\n…");
  expect(cutAtLine("one two three", 8)).toBe("one two…");
});

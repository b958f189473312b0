import { expect, test } from "vitest";
import { decodeText, readText } from "../src/decode-text.ts";

const name = "Student,ID\nMüller „Änne“ – 5 €,4005\n";
const utf16 = (text: string, mark = "\uFEFF"): Buffer => Buffer.from(mark + text, "utf16le");
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
/** As Windows writes it: Latin 1, and these letters from 0x80 on. */
const windows = Uint8Array.from(name, (letter) => ({ "€": 0x80, "„": 0x84, "“": 0x93, "–": 0x96 })[letter] ?? letter.charCodeAt(0));

test.each([
  ["UTF-8", "utf-8", new TextEncoder().encode(name)],
  ["UTF-8 with a byte order mark", "utf-8", new TextEncoder().encode(`\uFEFF${name}`)],
  ["UTF-16, as Excel's Unicode text", "utf-16", utf16(name)],
  ["UTF-16, the other order", "utf-16", swapped(utf16(name))],
  ["windows-1252, its letters from 0x80 to 0x9F as well", "windows-1252", windows],
] as const)("a name in %s is read as it is", (_kind, encoding, bytes) => {
  expect(readText(bytes)).toBe(name);
  expect(decodeText(bytes)?.encoding).toBe(encoding);
});

test("UTF-16 without a mark is known by its zeros", () => {
  expect(readText(utf16("Student,ID\nRay,8\n", ""))).toBe("Student,ID\nRay,8\n");
  expect(readText(swapped(utf16("Student,ID\nRay,8\n", "")))).toBe("Student,ID\nRay,8\n");
});

test("what is no text is null, an empty file is empty", () => {
  expect(readText(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 1, 2, 9, 0))).toBeNull();
  expect(readText(new Uint8Array())).toBe("");
});

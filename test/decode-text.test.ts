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

/** Mac Roman's letters from 0x80 on, as far as names have them. */
const macLetters = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü";
const asMac = (text: string): Uint8Array => Uint8Array.from(text, (letter) => ({ ß: 0xa7, ø: 0xbf, Ø: 0xaf, æ: 0xbe, "’": 0xd5 })[letter] ?? (macLetters.includes(letter) ? 0x80 + macLetters.indexOf(letter) : letter.charCodeAt(0)));
const asWindows = (text: string): Uint8Array => Uint8Array.from(text, (letter) => ({ Š: 0x8a, š: 0x9a, Ž: 0x8e, ž: 0x9e, œ: 0x9c, "’": 0x92, "–": 0x96, "€": 0x80, "“": 0x93, "”": 0x94 })[letter] ?? letter.charCodeAt(0));

test.each(["Müller, Zoë", "Núñez, José", "Peña, María", "Gödel, Kurt", "Groß, Jörg", "Brûlé, Élodie", "Söderström, Åsa", "MÜLLER, JÜRGEN", "Ødegård, Øystein", "Çelik, Ümit", "O’Neill, Siân"])("a Mac's file and a Windows' file of one name are read alike: %s", (student) => {
  const text = `Student,ID\n"${student}",1\n`;
  expect(decodeText(asMac(text))?.encoding).toBe("macintosh");
  expect(readText(asMac(text))).toBe(text);
  expect(decodeText(asWindows(text))?.encoding).toBe("windows-1252");
  expect(readText(asWindows(text))).toBe(text);
});

test.each(["Žižek, Dušan", "O’Brien, Pat", "Week 1 – β", "5 € – “Ann” and Bob’s", "l’Éclair d’Été", "Šimon Cœur"])("what Windows alone has is no Mac's: %s", (words) => {
  const text = `Student,ID\n"${words.replace("β", "b")}",1\n`;
  expect(readText(asWindows(text))).toBe(text);
});

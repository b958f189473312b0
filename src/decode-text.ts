import { isUtf8 } from "node:buffer";

type Encoding = "utf-8" | "utf-16" | "windows-1252" | "macintosh";

/**
 * The bytes of a text file as UTF-8, and how they were encoded: UTF-16 by its byte order mark or its zeros, as Excel
 * saves "Unicode text"; UTF-8; else what Excel writes on Windows, or on a Mac ("Macintosh CSV") where that makes words of
 * fewer signs. A file of windows-1252 or Mac Roman with a letter outside ASCII is no valid UTF-8, so that none is taken
 * for it. Null where it is no text.
 */
export function decodeText(bytes: Uint8Array): { readonly encoding: Encoding; readonly bytes: Uint8Array } | null {
  const utf16 = utf16Order(bytes);
  if (utf16 !== null) return { encoding: "utf-16", bytes: new TextEncoder().encode(new TextDecoder(utf16).decode(bytes)) };
  if (bytes.includes(0)) return null;
  if (isUtf8(bytes)) return { encoding: "utf-8", bytes };
  const isMac = looksLikeMac(bytes.subarray(0, telling));
  return { encoding: isMac ? "macintosh" : "windows-1252", bytes: new TextEncoder().encode(isMac ? macText(bytes) : windowsText(bytes)) };
}

/** The text of a file, whichever way it is encoded, without a byte order mark; null where it is no text. */
export function readText(bytes: Uint8Array): string | null {
  const decoded = decodeText(bytes);
  return decoded === null ? null : new TextDecoder().decode(decoded.bytes);
}

/** By its byte order mark, or because every second byte of its beginning is 0, as in Latin letters. */
function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 200);
  if (head.length < 8) return null;
  const zeros = (offset: 0 | 1) => head.reduce((count, byte, at) => count + (at % 2 === offset && byte === 0 ? 1 : 0), 0);
  const others = (offset: 0 | 1) => head.reduce((count, byte, at) => count + (at % 2 === offset && byte !== 0 ? 1 : 0), 0);
  if (zeros(1) > 0 && others(1) === 0 && zeros(0) === 0) return "utf-16le";
  if (zeros(0) > 0 && others(0) === 0 && zeros(1) === 0) return "utf-16be";
  return null;
}

/** What windows-1252 has from 0x80 to 0x9F, where Latin 1 has control characters; the decoder of Node 20 reads it as Latin 1. */
const windowsLetters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const windowsText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte >= 0x80 && byte <= 0x9f ? windowsLetters.charAt(byte - 0x80) : String.fromCharCode(byte))).join("");

/**
 * What no word has: each encoding makes it of some of the other's accented letters. The apostrophe in O’Brien, a dash and
 * quotation marks around words are none of it.
 */
const strange: readonly RegExp[] = [
  // A sign between letters: "M†ller", "Pe–a", "Mar’a".
  /(?<=\p{L})[^\p{ASCII}\p{L}\p{M}\p{Zs}’–—](?=\p{L})/gu,
  /(?<=\p{Ll})[–—](?=\p{Ll})/gu,
  /(?<=\p{L}\p{L})’(?=[^\P{Ll}dlmrstv])/gu,
  // A sign that ends or begins a word: "Zo‘", "Gro§", "†mit".
  /(?<=\p{L})[‘“„‚§¶†‡•ˆ˜](?!\p{L})/gu,
  /(?<=\p{Ll})[^\p{ASCII}\p{L}\p{M}\p{Zs}\p{P}\p{Sc}\p{No}®™℠](?!\p{L})/gu,
  /[^\p{ASCII}\p{L}\p{M}\p{Zs}\p{P}\p{Sc}](?=\p{Ll})|[†‡‚](?=\p{L})|[ƒˆ˜]/gu,
  // A capital within a word: "JosŽ", "MŸller".
  /(?<=\p{Ll})(?!\p{ASCII})\p{Lu}|(?<=\p{L})(?!\p{ASCII})\p{Lu}(?=\p{Ll})/gu,
  // A consonant between consonants: "Gšdel".
  /(?<=[b-df-hj-np-tv-xz])[šž](?=[b-df-hj-np-tv-xz])/giu,
];

/** Bytes that tell the encoding: a long file's beginning has enough words. */
const telling = 2 ** 20;

const macText = (bytes: Uint8Array): string => new TextDecoder("macintosh").decode(bytes);

const looksLikeMac = (bytes: Uint8Array): boolean => strangeLetters(macText(bytes)) < strangeLetters(windowsText(bytes));

const strangeLetters = (text: string): number => strange.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);

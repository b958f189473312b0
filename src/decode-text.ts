import { isUtf8 } from "node:buffer";

type Encoding = "utf-8" | "utf-16" | "windows-1252";

/**
 * The bytes of a text file as UTF-8, and how they were encoded: UTF-16 by its byte order mark or its zeros, as Excel
 * saves "Unicode text"; UTF-8; else what Excel writes on Windows. A file of windows-1252 with a letter outside ASCII is
 * no valid UTF-8, so the two can't be taken for each other. Null where it is no text.
 */
export function decodeText(bytes: Uint8Array): { readonly encoding: Encoding; readonly bytes: Uint8Array } | null {
  const utf16 = utf16Order(bytes);
  if (utf16 !== null) return { encoding: "utf-16", bytes: new TextEncoder().encode(new TextDecoder(utf16).decode(bytes)) };
  if (bytes.includes(0)) return null;
  return isUtf8(bytes) ? { encoding: "utf-8", bytes } : { encoding: "windows-1252", bytes: new TextEncoder().encode(windowsText(bytes)) };
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

import type { Encoding } from "../reading.ts";

/** A text file's bytes as UTF-8 without a byte order mark, and how they were encoded; null where it is no text. */
export function decodeText(bytes: Uint8Array): { readonly encoding: Encoding; readonly bytes: Uint8Array } | null {
  const utf16 = utf16Order(bytes);
  if (utf16 !== null) return { encoding: "utf-16", bytes: recode(bytes, utf16) };
  if (bytes.includes(0)) return null;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { encoding: "utf-8", bytes };
  } catch {
    return { encoding: "windows-1252", bytes: recode(bytes, "windows-1252") };
  }
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

const recode = (bytes: Uint8Array, encoding: string): Uint8Array => new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));

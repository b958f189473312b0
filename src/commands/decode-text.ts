/** What cp1252 has from 0x80 to 0x9F, where Latin 1 has control characters; Node's own decoder reads it as Latin 1. */
const windowsLetters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The text of an uploaded file: UTF-8, or what Excel writes on Windows (cp1252) where it isn't. A file of cp1252 with a
 * letter outside ASCII is no valid UTF-8, so the two can't be taken for each other.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte >= 0x80 && byte <= 0x9f ? windowsLetters.charAt(byte - 0x80) : String.fromCharCode(byte))).join("");
  }
}

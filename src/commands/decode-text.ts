/**
 * The text of an uploaded file: UTF-8, or what Excel writes on Windows (cp1252) where it isn't. A file of cp1252 with a
 * letter outside ASCII is no valid UTF-8, so the two can't be taken for each other.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

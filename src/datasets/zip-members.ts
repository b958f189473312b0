import { crc32, inflateRawSync } from "node:zlib";
import { failure, success, type Outcome } from "../outcome.ts";

/** A file in a zip archive, as its directory states it. */
export interface ZipMember {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Its bytes, checked against the size and the CRC-32 that the directory states; a problem where they differ. */
  read(): Outcome<Uint8Array, "damaged">;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The members of a zip archive by its central directory (PKWARE's APPNOTE, 4.3); stored and deflated ones can be read.
 * Null where the bytes hold no readable directory.
 */
export function zipMembers(bytes: Uint8Array): readonly ZipMember[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The end record has 22 bytes and a comment of at most 65,535.
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== endSignature) end--;
  if (end < 0 || view.getUint32(end, true) !== endSignature) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const members: ZipMember[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
    const entry = {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    };
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    members.push({ name, size: entry.size, read: () => readMember(bytes, view, entry) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return members;
}

function readMember(
  bytes: Uint8Array,
  view: DataView,
  { method, crc, packed, size, header }: { readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly header: number },
): Outcome<Uint8Array, "damaged"> {
  if (header + 30 > bytes.length || view.getUint32(header, true) !== localSignature) return failure("damaged");
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) return failure("damaged");
  try {
    // One byte more than stated is enough to see that it is more; nothing beyond is unpacked.
    const unpacked = method === 0 ? data : inflateRawSync(data, { maxOutputLength: size + 1 });
    return unpacked.length === size && crc32(unpacked) === crc ? success(new Uint8Array(unpacked.buffer, unpacked.byteOffset, unpacked.length)) : failure("damaged");
  } catch {
    return failure("damaged");
  }
}

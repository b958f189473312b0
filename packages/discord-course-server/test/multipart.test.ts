import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryOf, readMultipart } from "../src/multipart.ts";

/** What undici, and so discord.js, makes of a form. */
async function encode(fields: readonly [string, string | { name: string; bytes: Uint8Array<ArrayBuffer> }][]): Promise<{ type: string; body: Buffer }> {
  const form = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, new Blob([value.bytes]), value.name);
  }
  const response = new Response(form);
  return { type: response.headers.get("content-type") ?? "", body: Buffer.from(await response.arrayBuffer()) };
}

test("whatever bytes a file has, they come out as they went in", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 20 }), async (bytes, name) => {
      const { type, body } = await encode([["payload_json", "{}"], ["files[0]", { name: `f${name}`, bytes: Uint8Array.from(bytes) }]]);
      const parts = readMultipart(body, boundaryOf(type)!);
      expect(parts?.map((part) => part.name)).toEqual(["payload_json", "files[0]"]);
      expect(parts?.[1]?.bytes.equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("a name with quotes and umlauts survives", async () => {
  const { type, body } = await encode([["files[0]", { name: 'β "über".csv', bytes: Uint8Array.from([1]) }]]);
  expect(readMultipart(body, boundaryOf(type)!)?.[0]?.filename).toBe('β "über".csv');
});

test("a body that breaks the format is refused, wherever it is cut", async () => {
  const { type, body } = await encode([["payload_json", "{}"], ["files[0]", { name: "a", bytes: Uint8Array.from([1, 2, 3]) }]]);
  const boundary = boundaryOf(type)!;
  // The last line break and the two dashes before it may be cut off without harm.
  for (let length = 0; length < body.length - 4; length += 1) expect(readMultipart(body.subarray(0, length), boundary)).toBeNull();
  expect(readMultipart(Buffer.from("anything"), boundary)).toBeNull();
});

test("only multipart/form-data has a boundary", () => {
  expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe("a b");
  expect(boundaryOf("multipart/form-data; charset=utf-8; boundary=abc")).toBe("abc");
  expect(boundaryOf("application/json")).toBeNull();
  expect(boundaryOf("multipart/mixed; boundary=abc")).toBeNull();
});

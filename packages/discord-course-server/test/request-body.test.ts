import fc from "fast-check";
import { expect, test } from "vitest";
import { readRequestBody } from "../src/request-body.ts";
import { openCourseServer } from "./fixtures.ts";

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
      const { type, body } = await encode([["payload_json", '{"content":"a"}'], ["files[0]", { name: `f${name}`, bytes: Uint8Array.from(bytes) }]]);
      const read = await readRequestBody(type, body);
      expect(read?.body).toEqual({ content: "a" });
      expect(read?.files.map(({ index }) => index)).toEqual(["0"]);
      expect(read?.files[0]?.bytes.equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("a name with quotes and umlauts survives", async () => {
  const { type, body } = await encode([["files[0]", { name: 'β "über".csv', bytes: Uint8Array.from([1]) }]]);
  expect((await readRequestBody(type, body))?.files[0]?.filename).toBe('β "über".csv');
});

test("a form that is cut off anywhere, has no boundary or too many parts is refused", async () => {
  const { type, body } = await encode([["payload_json", "{}"], ["files[0]", { name: "a", bytes: Uint8Array.from([1, 2, 3]) }]]);
  // The last line break and the two dashes before it may be cut off without harm.
  for (let length = 1; length < body.length - 4; length += 1) expect(await readRequestBody(type, body.subarray(0, length)), String(length)).toBeNull();
  expect(await readRequestBody("multipart/form-data", body)).toBeNull();
  expect(await readRequestBody("multipart/form-data; boundary=other", body)).toBeNull();
  const many = await encode(Array.from({ length: 21 }, () => ["a", "b"]));
  expect(await readRequestBody(many.type, many.body)).toBeNull();
});

test("without multipart the body is JSON, and nothing is no body", async () => {
  expect(await readRequestBody("application/json", Buffer.from("[1]"))).toEqual({ body: [1], files: [] });
  expect(await readRequestBody("application/json", Buffer.from("["))).toBeNull();
  expect(await readRequestBody("", Buffer.alloc(0))).toEqual({ body: undefined, files: [] });
});

test("a bot that sends a broken form is answered 400 with Discord's code", async () => {
  const courseServer = await openCourseServer();
  const { id } = courseServer.user("student-1").channel;
  const { type, body } = await encode([["payload_json", '{"content":"a"}']]);
  const send = async (bytes: Buffer, contentType: string): Promise<readonly unknown[]> => {
    const headers = { authorization: `Bot ${courseServer.token}`, "content-type": contentType };
    const answer = await fetch(`${courseServer.restApi}/v10/channels/${id}/messages`, { method: "POST", headers, body: new Uint8Array(bytes) });
    const { code } = (await answer.json()) as { readonly code?: number };
    return [answer.status, code];
  };
  expect(await send(body, type)).toEqual([200, undefined]);
  expect(await send(body.subarray(0, 40), type)).toEqual([400, 50109]);
  expect(await send(body, "multipart/form-data")).toEqual([400, 50109]);
  const noJson = await encode([["payload_json", "{"]]);
  expect(await send(noJson.body, noJson.type)).toEqual([400, 50109]);
});

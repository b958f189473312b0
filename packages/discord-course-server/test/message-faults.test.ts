import { expect, test } from "vitest";
import { messageFaults } from "../src/index.ts";

test("messageFaults names what Discord would reject, by its path, and nothing else", () => {
  expect(messageFaults({ content: "a".repeat(2000) })).toEqual([]);
  expect(messageFaults({ content: "a".repeat(2001), embeds: [{ title: "a".repeat(257) }] })).toEqual([
    { path: "content", code: "BASE_TYPE_MAX_LENGTH", message: "Must be 2000 or fewer in length." },
    { path: "embeds.0.title", code: "BASE_TYPE_MAX_LENGTH", message: "Must be 256 or fewer in length." },
  ]);
});

test("messageFaults knows which files go with the message", () => {
  const body = { embeds: [{ image: { url: "attachment://beta.png" } }] };
  expect(messageFaults(body, ["beta.png"])).toEqual([]);
  expect(messageFaults(body).map(({ path }) => path)).toEqual(["embeds.0.image.url"]);
});

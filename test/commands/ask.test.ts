import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

test.each(["", " private:true"])("/ask for one's own record gives it to the asker alone%s", async (more) => {
  const answered = await asking.ask(`/ask question:"may I have a copy of all you have stored about me?"${more}`);
  expect(answered.problem).toBeNull();
  expect(replyOf(answered)).toMatchObject({ audience: "asker", files: [{ filename: "my-record.json" }] });
});

test("/ask for the Python lines shows them", async () => {
  const { files } = replyOf(await asking.ask("/ask python code for the tracking portfolio of walmart from 2008 to 2012"));
  expect(files.map(({ filename }) => filename)).toEqual(["track.py"]);
});

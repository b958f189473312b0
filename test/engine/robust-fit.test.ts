import { afterAll, expect, test } from "vitest";
import { openAsking, wordsOf } from "../commands/asking.ts";

const { ask, close } = openAsking();
afterAll(close);

test("a dozen months are too few for robust errors: the classical ones decide", async () => {
  const words = wordsOf(await ask("/beta WMT from:1997-09-01 to:1998-08-31 frequency:monthly"));
  expect(words).not.toContain("robust");
  expect(words).toContain("The interval of α holds 0.");
});

test("from two years of months on the robust errors stand beside them", async () => {
  expect(wordsOf(await ask("/beta WMT from:1996-10-01 to:1998-08-31 frequency:monthly"))).not.toContain("robust");
  expect(wordsOf(await ask("/beta JPM"))).toContain("robust (HAC) 1.331 to 1.459");
});

import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "../../commands/asking.ts";
import { roundedJson } from "./rounded-json.ts";

const asking = openAsking();
afterAll(() => asking.close());

test.each([
  ["scatter-with-fit", "/beta JPM"],
  ["coefficients", "/regress JPM ff3"],
  ["compare", '/compare "JPM WMT"'],
  ["residuals", "/residuals JPM"],
  ["rolling", "/rolling JPM"],
  ["market-line", "/alphas"],
  ["frequency", "/frequency JPM"],
])("the picture %s is drawn as it was", async (name, question) => {
  const [picture] = replyOf(await asking.ask(question)).pictures;
  await expect(roundedJson(picture)).toMatchFileSnapshot(join(import.meta.dirname, "snapshots", `${name}.json`));
});

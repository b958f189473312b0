import { afterAll, expect, test } from "vitest";
import { shortName } from "../../../src/render/chart/short-name.ts";
import { openAsking, replyOf } from "../../commands/asking.ts";
import { roundedJson } from "./rounded-json.ts";

const { ask, close } = openAsking();
afterAll(close);

test.each([
  ["tracking", "/track MSFT"],
  ["hedged", "/hedge MSFT"],
  ["hedged-to-a-fifth", "/hedge MSFT target:20%"],
  ["positions", "/size MSFT"],
  ["growth", "/performance MSFT"],
  ["variance", "/variance MSFT"],
  ["variance-of-several", '/variance "MSFT JPM WMT" factor:ff3'],
  ["expected", "/expected MSFT"],
])("the picture %s of %s is as it was", async (name, typed) => {
  const [picture] = replyOf(await ask(typed)).pictures;
  await expect(roundedJson(picture!.spec)).toMatchFileSnapshot(`snapshots/${name}.json`);
});

test("the chapter's titles and labels stand on its pictures", async () => {
  const spec = async (typed: string) => replyOf(await ask(typed)).pictures[0]!.spec;
  expect((await spec("/track MSFT")).title).toBe("MSFT vs tracking portfolio");
  expect((await spec("/hedge MSFT")).title).toBe("Hedged portfolio has zero beta");
  expect((await spec("/variance MSFT")).panels[0]?.y.categories).toEqual(["Factor risk (Mkt-RF)", "Idiosyncratic risk"]);
  expect((await spec("/variance MSFT JPM")).panels[0]?.layers.map(({ label }) => label)).toEqual(["Factor risk (Mkt-RF)", "Idiosyncratic risk"]);
});

test("four long names stay apart under their bars", () => {
  const names = ["1", "2", "3", "4"].map((end) => shortName(`A_SERIES_WITH_A_VERY_LONG_NAME_${end}`, 20));
  expect(new Set(names).size).toBe(4);
  expect(names.every((name) => [...name].length <= 20)).toBe(true);
});

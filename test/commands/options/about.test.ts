import { afterAll, expect, test } from "vitest";
import { about } from "../../../src/commands/options/about.ts";
import { openAsking } from "../asking.ts";

const asking = openAsking();
afterAll(() => asking.close());
const read = (typed: string) => about("What it is about").read(typed, "about", asking.world);

test("series and a quantity are what a typed key is about", () => {
  expect(read("JPM beta")).toEqual({ ok: true, value: [{ asset: "JPM", quantity: "beta" }] });
  expect(read("JPM, WMT")).toEqual({ ok: true, value: [{ asset: "JPM", quantity: null }, { asset: "WMT", quantity: null }] });
});

test("more than 500 characters are refused before they are compared with every name", () => {
  expect(read("JPM ".repeat(126).trim())).toEqual({ ok: false, problem: { kind: "text-too-long", option: "about", length: 503, max: 500 } });
  expect(read("JPM ".repeat(125))).toMatchObject({ ok: true, value: [{ asset: "JPM" }] });
});

import { expect, test } from "vitest";
import type { AppContext } from "../../../src/commands/app-context.ts";
import { lagCount } from "../../../src/commands/options/lags.ts";

const world = {} as AppContext;
const option = lagCount("Lags");
const read = (raw: string | number) => option.read(raw, "lags", world);

test("lags are a whole number up to 500, or the data's choice by any of its names", () => {
  expect(["4", 4, "0", "500"].map((raw) => read(raw))).toMatchObject([{ value: 4 }, { value: 4 }, { value: 0 }, { value: 500 }]);
  expect(["auto", " AUTO ", "automatic", "NULL"].map((raw) => read(raw))).toMatchObject([{ value: "auto" }, { value: "auto" }, { value: "auto" }, { value: "auto" }]);
});

test("what is neither is refused with an example of both, and too many lags with the limit", () => {
  for (const raw of ["2.5", "-1", "many", ""]) expect(read(raw)).toMatchObject({ ok: false, problem: { kind: "unreadable-option", expected: "lags" } });
  expect(read("501")).toMatchObject({ ok: false, problem: { kind: "out-of-range", max: 500 } });
});

test("while a person types, auto is offered", () => {
  expect(option.suggest?.("a", world).map(({ value }) => value)).toEqual(["auto"]);
});

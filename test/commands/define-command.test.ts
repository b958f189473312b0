import { expect, expectTypeOf, test } from "vitest";
import { defineCommand } from "../../src/commands/command.ts";
import { choice, text, wholeNumber } from "../../src/commands/options/kinds.ts";
import { optional, withDefault } from "../../src/commands/options/option.ts";
import { series } from "../../src/commands/options/series.ts";
import { seriesList } from "../../src/commands/options/series-list.ts";
import type { DataSeries } from "../../src/datasets/datasets.ts";
import { success } from "../../src/outcome.ts";
import type { Form, Reply } from "../../src/render/reply.ts";

const form: Form = { kind: "form" } as Form;
const reply = { kind: "reply" } as Reply;
const facts = { name: "sample", description: "A sample", part: "Questions" } as const;

test("the types of the options flow into run", () => {
  defineCommand({
    ...facts,
    options: {
      ticker: series("The asset"),
      note: optional(text("A note")),
      rows: withDefault(wholeNumber("Rows", 1, 9), 3),
      period: choice("The period", ["day", "month"]),
    },
    run({ options }) {
      expectTypeOf(options.ticker).toEqualTypeOf<DataSeries>();
      expectTypeOf(options.note).toEqualTypeOf<string | null>();
      expectTypeOf(options.rows).toEqualTypeOf<number>();
      expectTypeOf(options.period).toEqualTypeOf<"day" | "month">();
      // @ts-expect-error there is no such option
      expectTypeOf(options.missing).toBeAny();
      return success({ ...reply, subjects: [] });
    },
  });
});

test("a form comes from a command that opens one, and from no other", () => {
  const opening = defineCommand({ ...facts, options: {}, opensForm: true, run: () => success(form) });
  // @ts-expect-error a form without opensForm: true
  const plain = defineCommand({ ...facts, options: {}, run: () => success(form) });
  expect([opening.opensForm, plain.opensForm]).toEqual([true, false]);
});

test("a command that takes series says what its figures are of", () => {
  const subjects = [{ asset: "JPM", windows: "any" }] as const;
  defineCommand({ ...facts, options: { ticker: series("The asset") }, run: () => success({ ...reply, subjects }) });
  defineCommand({ ...facts, options: { note: optional(text("A note")) }, run: () => success(reply) });
  // @ts-expect-error nothing is declared
  defineCommand({ ...facts, options: { ticker: series("The asset") }, run: () => success(reply) });
  // @ts-expect-error nor of one that may be left out
  defineCommand({ ...facts, options: { ticker: optional(series("The asset")) }, run: () => success(reply) });
  // @ts-expect-error nor of several
  const undeclared = defineCommand({ ...facts, options: { tickers: seriesList("Assets", { min: 1, max: 3 }) }, run: () => success(reply) });
  expect(Object.keys(undeclared.options)).toEqual(["tickers"]);
});

test("what a command leaves out stands at its default", () => {
  const { audience, menu, listed, heavy, cached, example, warmUp, asking } = defineCommand({ ...facts, options: {}, run: () => success(reply) });
  expect({ audience, menu, listed, heavy, cached, example, warmUp, asking }).toEqual({
    audience: "everyone",
    menu: null,
    listed: true,
    heavy: false,
    cached: false,
    example: null,
    warmUp: null,
    asking: null,
  });
});

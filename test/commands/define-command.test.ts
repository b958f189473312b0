import { expect, expectTypeOf, test } from "vitest";
import { defineCommand } from "../../src/commands/command.ts";
import { choice, text, wholeNumber } from "../../src/commands/options/kinds.ts";
import { optional, withDefault } from "../../src/commands/options/option.ts";
import { series } from "../../src/commands/options/series.ts";
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
      return success(reply);
    },
  });
});

test("a form comes from a command that opens one, and from no other", () => {
  const opening = defineCommand({ ...facts, options: {}, opensForm: true, run: () => success(form) });
  // @ts-expect-error a form without opensForm: true
  const plain = defineCommand({ ...facts, options: {}, run: () => success(form) });
  expect([opening.opensForm, plain.opensForm]).toEqual([true, false]);
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

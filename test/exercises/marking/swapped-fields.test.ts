import { describe, expect, it } from "vitest";
import type { NumberField } from "../../../src/exercises/marking/explain-field.ts";
import { withSwaps } from "../../../src/exercises/marking/swapped-fields.ts";
import type { NumberQuantity, PeriodMistake } from "../../../src/exercises/quantities/quantity.ts";
import { fieldOf } from "./made-up-field.ts";
import { madeUp, workings } from "./made-up-quantity.ts";

const other = { mistakes: ["other"], misfit: 0, exact: true };

/** What explains each wrong field, where another mistake explained it before. */
function swapsOf(...fields: readonly NumberField[]): Readonly<Record<string, string>> {
  const options = fields.filter(({ correct }) => !correct).map((field) => ({ field, explanations: [other] }));
  return Object.fromEntries(withSwaps(options, fields, workings).map(({ field, explanations }) => [field.quantity.id, explanations.map(({ mistakes }) => mistakes.join(" ")).join(" or ")]));
}

const [a, b, c] = [madeUp("a", 100), madeUp("b", 200), madeUp("c", 300)] as const;

describe("two numbers in each other's fields", () => {
  it("are swapped, whatever else explains each, and a third is left as it is", () => {
    expect(swapsOf(fieldOf(a, "200"), fieldOf(b, "100"), fieldOf(c, "77"))).toEqual({ a: "swapped-fields", b: "swapped-fields", c: "other" });
  });

  it("are both the other's, and neither is its own", () => {
    expect(swapsOf(fieldOf(a, "200"), fieldOf(b, "150"))).toEqual({ a: "other", b: "other" });
    expect(swapsOf(fieldOf(a, "200"), fieldOf(b, "200"))).toEqual({ a: "other", b: "other" });
    const near = madeUp("near", 100.3);
    expect(swapsOf(fieldOf(a, "100.3"), fieldOf(near, "100"))).toEqual({ a: "other", near: "other" });
  });

  it("are two wrong ones", () => {
    expect(swapsOf(fieldOf(a, "200"), fieldOf(b, "100", { correct: true }))).toEqual({ a: "other" });
  });

  it("miss by what is beyond the digits typed, and are no constant", () => {
    const fields = [fieldOf(a, "200.5"), fieldOf(b, "100")];
    const [first, second] = withSwaps(fields.map((field) => ({ field, explanations: [] })), fields, workings);
    expect(first?.explanations[0]?.misfit).toBeCloseTo(0.45 / 200, 9);
    expect(second?.explanations).toEqual([{ mistakes: ["swapped-fields"], misfit: 0, exact: false }]);
    expect(swapsOf(fieldOf(a, "201"), fieldOf(b, "100"))).toEqual({ a: "other", b: "other" });
  });
});

describe("two numbers of one wrong period in each other's fields", () => {
  const period = (id: string, factor: number): PeriodMistake => ({ id, factor, of: "number" });
  const having = (quantity: NumberQuantity, ...periodMistakes: readonly PeriodMistake[]): NumberQuantity => ({ ...quantity, periodMistakes });
  const ofMonths = [fieldOf(having(a, period("times-12", 12), period("times-21", 21)), "4200"), fieldOf(having(b, period("times-365", 365), period("times-21", 21)), "2100")];

  it("are of a period that both can have", () => {
    expect(swapsOf(...ofMonths)).toEqual({ a: "swapped-fields times-21", b: "swapped-fields times-21" });
    expect(swapsOf(ofMonths[0]!, fieldOf(b, "2100"))).toEqual({ a: "other", b: "other" });
    expect(swapsOf(ofMonths[0]!, fieldOf(having(b, period("times-21", 22)), "2100"))).toEqual({ a: "other", b: "other" });
    expect(swapsOf(ofMonths[0]!, fieldOf(having(b, period("root-441", 21)), "2100"))).toEqual({ a: "other", b: "other" });
  });

  it("are of no period where they are right otherwise", () => {
    const [first, second] = [having(a, period("times-1", 1)), having(b, period("times-1", 1))];
    expect(swapsOf(fieldOf(first, "200"), fieldOf(second, "100"))).toEqual({ a: "swapped-fields", b: "swapped-fields" });
  });
});

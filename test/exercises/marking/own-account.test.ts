import { describe, expect, it } from "vitest";
import type { NumberField } from "../../../src/exercises/marking/explain-field.ts";
import { ownAccount } from "../../../src/exercises/marking/own-account.ts";
import type { NumberDefinition } from "../../../src/exercises/quantities/quantity.ts";
import { fieldOf, onData, solvedWith } from "./made-up-field.ts";

const times12 = { id: "times-12", factor: 12, of: "number" } as const;

/** A quantity with its key, the number of the mistake "doubled", and a wrong period. */
const quantity = (id: string, key: number, doubled: number, more: Partial<NumberDefinition> = {}) =>
  onData(id, { right: key, other: key * 1.234 }, { formulaMistakes: { doubled: (_model, variant) => (variant.id === "right" ? doubled : 246.81) }, periodMistakes: [times12], ...more });

const a = quantity("a", 100, 213.5);
const b = quantity("b", 200, 431.5);
const c = quantity("c", 300, 637.3);

/** What explains each wrong field, with the number of mistakes and of fields without any. */
function accountOf(fields: readonly NumberField[], solved = solvedWith({})) {
  const { mistakes, unexplained, byQuantity } = ownAccount(fields, solved);
  return { mistakes, unexplained, ...Object.fromEntries([...byQuantity].map(([id, alternatives]) => [id, alternatives.map((each) => each.join(" ")).join(" or ")])) };
}

describe("on the right data", () => {
  const right = fieldOf(c, "300", { correct: true });

  it("a wrong number is explained by one mistake, and of two at once by five digits", () => {
    expect(accountOf([fieldOf(a, "213.5"), right])).toEqual({ mistakes: 1, unexplained: 0, a: "doubled" });
    expect(accountOf([fieldOf(a, "1200"), right])).toEqual({ mistakes: 1, unexplained: 0, a: "times-12" });
    expect(accountOf([fieldOf(a, "2562.0"), right])).toEqual({ mistakes: 2, unexplained: 0, a: "doubled times-12" });
    expect(accountOf([fieldOf(a, "2562"), right])).toEqual({ mistakes: 0, unexplained: 1 });
  });

  it("two wrong numbers speak for two mistakes at once with three digits", () => {
    expect(accountOf([fieldOf(a, "2562"), fieldOf(b, "5178")])).toEqual({ mistakes: 2, unexplained: 0, a: "doubled times-12", b: "doubled times-12" });
  });

  it("more than two mistakes explain one number each", () => {
    expect(accountOf([fieldOf(a, "213.5"), fieldOf(b, "-200"), fieldOf(c, "3600")])).toEqual({ mistakes: 3, unexplained: 0, a: "doubled", b: "sign-slip", c: "times-12" });
  });

  it("two numbers in each other's fields are seen", () => {
    expect(accountOf([fieldOf(a, "200"), fieldOf(b, "100")])).toEqual({ mistakes: 1, unexplained: 0, a: "swapped-fields", b: "swapped-fields" });
  });
});

describe("another number in place of β", () => {
  const other = solvedWith({ "beta-one": ["other"], "other-ticker": ["unknown"] }, { ofWholeForm: false });
  const right = fieldOf(c, "300", { correct: true });

  it("explains a part, alone or with a wrong period, not with a wrong formula", () => {
    expect(accountOf([fieldOf(a, "123.4"), right], other)).toEqual({ mistakes: 1, unexplained: 0, a: "beta-one" });
    expect(accountOf([fieldOf(a, "1480.8"), right], other)).toEqual({ mistakes: 2, unexplained: 0, a: "beta-one times-12" });
    expect(accountOf([fieldOf(a, "246.81"), right], other)).toEqual({ mistakes: 0, unexplained: 1 });
  });

  it("is not looked for here where the whole form comes of it", () => {
    expect(accountOf([fieldOf(a, "123.4"), right], solvedWith({ "other-ticker": ["other"] }))).toEqual({ mistakes: 0, unexplained: 1 });
  });
});

describe("beside a number that nothing explains", () => {
  const unexplained = fieldOf(c, "777");

  it("one mistake explains another with three digits of it, where few others have them", () => {
    expect(accountOf([fieldOf(a, "213.5"), unexplained])).toMatchObject({ unexplained: 1, a: "doubled" });
    expect(accountOf([fieldOf(a, "2.1e2"), unexplained])).toEqual({ mistakes: 0, unexplained: 2 });
    expect(accountOf([fieldOf(a, "213.9"), unexplained])).toEqual({ mistakes: 0, unexplained: 2 });
    expect(accountOf([fieldOf(quantity("d", 100, 250), "250.0"), unexplained])).toMatchObject({ unexplained: 1, d: "doubled" });
    expect(accountOf([fieldOf(a, "-100"), unexplained])).toMatchObject({ unexplained: 1, a: "sign-slip" });
  });

  it("two at once explain none, and a 0 speaks for nothing", () => {
    expect(accountOf([fieldOf(a, "2562.0"), unexplained])).toEqual({ mistakes: 0, unexplained: 2 });
    expect(accountOf([fieldOf(quantity("d", 100, 0), "0"), unexplained])).toEqual({ mistakes: 0, unexplained: 2 });
    expect(accountOf([fieldOf(quantity("d", 100, 0), "0"), fieldOf(a, "213.5")])).toMatchObject({ unexplained: 0, d: "doubled" });
  });

  it("a mistake of two other numbers explains both, unless they are one number typed twice", () => {
    expect(accountOf([fieldOf(a, "214"), fieldOf(b, "432"), unexplained])).toEqual({ mistakes: 1, unexplained: 1, a: "doubled", b: "doubled" });
    expect(accountOf([fieldOf(a, "2.1e2"), fieldOf(quantity("d", 100, 213.5), "2.1e2"), unexplained])).toEqual({ mistakes: 0, unexplained: 3 });
  });

  it("what is worked out from it is explained by slips alone", () => {
    const carried = quantity("d", 400, 813.7, { errorCarriedForward: { from: ["c"], value: () => 0 } });
    expect(accountOf([fieldOf(carried, "813.7"), unexplained])).toEqual({ mistakes: 0, unexplained: 2 });
    expect(accountOf([fieldOf(carried, "-400"), unexplained])).toMatchObject({ unexplained: 1, d: "sign-slip" });
    expect(accountOf([fieldOf(carried, "813.7"), fieldOf(a, "777"), fieldOf(c, "637.3")])).toMatchObject({ unexplained: 1, d: "doubled", c: "doubled" });
  });
});

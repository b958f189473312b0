import { expect, expectTypeOf, it } from "vitest";
import { carriedForward } from "../../../src/exercises/quantities/quantity.ts";
import { ownNumber, type OwnNumber } from "../../../src/exercises/quantities/student-numbers.ts";

it("reads what is filled in, 0 too, and throws for what is not", () => {
  const own = ownNumber({ alpha: 0, beta: 1.2 });
  expect([own("alpha"), own("beta")]).toEqual([0, 1.2]);
  expect(() => own("rSquared")).toThrow(new RangeError("the formula needs rSquared, which is not filled in"));
});

it("a formula can read the parts that it is made of, and no other: that is an error of types", () => {
  carriedForward({
    from: ["alpha", "beta"],
    value: (own) => {
      expectTypeOf(own).toEqualTypeOf<OwnNumber<"alpha" | "beta">>();
      expectTypeOf(own).parameter(0).toEqualTypeOf<"alpha" | "beta">();
      return own("alpha");
    },
  });
});

import { expect, test } from "vitest";
import { costsNothing } from "../../src/datasets/costs-nothing.ts";

type Position = Parameters<typeof costsNothing>[0];
const held = (...parts: readonly (readonly [number, string])[]): Position => ({ id: "portfolio", holdings: parts.map(([weight, id]) => ({ weight, series: { id } as NonNullable<Position["holdings"]>[number]["series"] })) });

test.each<readonly [string, Position, boolean]>([
  ["a factor long one leg and short another", { id: "SMB" }, true],
  ["the market less cash", { id: "Mkt-RF" }, true],
  ["a stock", { id: "JPM" }, false],
  ["a stock against another", held([1, "JPM"], [-1, "WMT"]), true],
  ["a third of three, against one", held([1 / 3, "A"], [1 / 3, "B"], [1 / 3, "C"], [-1, "D"]), true],
  ["a stock hedged with a factor", held([1, "JPM"], [-1.4, "Mkt-RF"]), false],
  ["two factors", held([1, "SMB"], [1, "HML"]), true],
  ["a stock twice", held([2, "JPM"]), false],
])("%s: %o costs nothing: %s", (_, position, expected) => expect(costsNothing(position)).toBe(expected));

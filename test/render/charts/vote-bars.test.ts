import { expect, test } from "vitest";
import { voteBars, type ChangeBar } from "../../../src/render/charts/vote-bars.ts";

const bar = (name: string, ...people: readonly (number | null)[]) => ({ name, isRight: false, people });
const panelsOf = (bars: readonly ReturnType<typeof bar>[], changes: readonly ChangeBar[] = []) => voteBars("A vote", [{ label: "β", bars }], changes).spec.panels;
const valuesOf = (panel: ReturnType<typeof panelsOf>[number] | undefined) => panel?.layers.map((layer) => (layer.type === "bars" ? layer.values : []));

test("up to five answers stand side by side; of more, the last ones are drawn as one and told one by one", () => {
  const five = [1, 2, 3, 4, 5].map((n) => bar(`${String(n)}.0`, n, n + 1));
  expect(panelsOf(five)[0]?.x.categories).toEqual(["1.0", "2.0", "3.0", "4.0", "5.0"]);
  const seven = [...five, bar("6.0", 6, 7), bar("7.0", 7, 8)];
  expect(panelsOf(seven)[0]?.x.categories).toEqual(["1.0", "2.0", "3.0", "4.0", "others"]);
  expect(valuesOf(panelsOf(seven)[0])).toEqual([[1, 2, 3, 4, 18], [2, 3, 4, 5, 21]]);
  expect(voteBars("A vote", [{ label: "β", bars: seven }], []).description).toContain("7.0: 7, then 8");
});

test("others are folded where one of them is", () => {
  const [panel] = panelsOf([1, 2, 3, 4, 5].map((n) => bar(String(n), 9)).concat(bar("6", null)));
  expect(panel?.layers.map((layer) => (layer.type === "bars" ? layer.texts : []))).toEqual([["9", "9", "9", "9", "folded"]]);
});

test("of many changes the smaller ones are one bar", () => {
  const changes = [8, 7, 6, 5, 2, 1].map((people, n): ChangeBar => ({ name: `${String(n)} to A`, became: "right", people }));
  expect(panelsOf([bar("A", 9, 9)], changes)[1]?.x.categories).toEqual(["0 to A", "1 to A", "2 to A", "3 to A", "other changes"]);
});

test("there is room for the number above the tallest bar", () => {
  expect(panelsOf([bar("A", 22)])[0]?.y.max).toBeGreaterThanOrEqual(22 * 1.2);
});

import { expect, test } from "vitest";
import { collisionEmbed, collisionFiles, type Collision, type Collisions } from "../../../src/render/replies/collisions.ts";
import { textOf } from "../../../src/render/reply.ts";

const collision: Collision = { quantity: "β", mistakes: ["you took R", "you took *R²*"], variants: 2, separatedBy: [] };
const sound: Collisions = { variants: 3, sound: true, failing: [], hidden: [], declared: [], inseparable: [], separate: 5, pairs: 6 };
const linesOf = (overrides: Partial<Collisions>) => (collisionEmbed({ ...sound, ...overrides }).description ?? "").split("\n");

test("a sound report is green, another is not", () => {
  expect(collisionEmbed(sound)).toEqual({
    title: "Collision report: sound",
    description: "✓ The key passes on all 3 variants.\n✓ No mistake is within tolerance of the key.\n5 of 6 mistakes can be told from everything else.",
    color: 0x009e73,
  });
  expect(collisionEmbed({ ...sound, sound: false })).toMatchObject({ title: "Collision report: not sound", color: 0xd55e00 });
});

test("the key passes on the one variant or on all, or it is said where it does not", () => {
  expect(linesOf({ variants: 1 })[0]).toBe("✓ The key passes on the one variant.");
  expect(linesOf({ variants: 2 })[0]).toBe("✓ The key passes on all 2 variants.");
  expect(linesOf({ failing: ["jpm-1", "wmt-2"] })[0]).toBe("✗ The key does not pass on jpm-1, wmt-2.");
});

test("a mistake that would be taken as right takes the place of the all-clear", () => {
  expect(linesOf({ hidden: [collision] })[1]).toBe("✗ Taken as right: β \\(2 of 3 variants\\): if you took R; or if you took \\*R²\\*");
  expect(linesOf({ hidden: Array.from({ length: 5 }, () => collision) }).filter((line) => line.startsWith("✗ Taken"))).toHaveLength(4);
});

test("a mistake that has the key's number here is listed, though the report is sound with it", () => {
  const listed = (length: number) => linesOf({ declared: Array.from({ length }, () => collision) });
  const line = "- Taken as right here: β \\(2 of 3 variants\\): if you took R; or if you took \\*R²\\*";
  expect(listed(1).slice(1, 3)).toEqual(["✓ No mistake but those listed as taken as right here is within tolerance of the key.", line]);
  expect(listed(7).slice(2, 9)).toEqual([line, line, line, line, line, line, "…and 1 more, in the file."]);
  const [file] = collisionFiles({ ...sound, declared: Array.from({ length: 7 }, () => collision) });
  expect(file && textOf(file)).toBe("Taken as right here: β (2 of 3 variants): if you took R; or if you took *R²*\n".repeat(7));
});

test("without mistakes nothing is counted", () => {
  expect(linesOf({ pairs: 0 })).toEqual(["✓ The key passes on all 3 variants.", "✓ No mistake is within tolerance of the key."]);
});

test("mistakes that can't be told apart: four are shown, the others counted; one variant is not counted", () => {
  const inseparable = (count: number) => linesOf({ variants: 1, inseparable: Array.from({ length: count }, () => ({ ...collision, separatedBy: ["α", "R²"] })) }).slice(3);
  const line = "- Not to be told apart: β: if you took R; or if you took \\*R²\\*; ask for α or R² too";
  expect(inseparable(4)).toEqual([line, line, line, line]);
  expect(inseparable(5)).toEqual([line, line, line, line, "…and 1 more, in the file."]);
});

test("a file has all of them where one of the lists does not fit", () => {
  const five = Array.from({ length: 5 }, () => collision);
  expect(collisionFiles({ ...sound, hidden: five.slice(1), inseparable: five.slice(1) })).toEqual([]);
  const [file] = collisionFiles({ ...sound, hidden: [collision], inseparable: five });
  expect(file).toMatchObject({ filename: "collisions.txt", description: "Mistakes that can't be told apart, all of them" });
  const words = "β (2 of 3 variants): if you took R; or if you took *R²*\n";
  expect(file && textOf(file)).toBe(`Taken as right: ${words}${`Not to be told apart: ${words}`.repeat(5)}`);
  expect(collisionFiles({ ...sound, hidden: five })).toHaveLength(1);
});

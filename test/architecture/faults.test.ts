import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** docs/faults.md: the last cell of each row names a test file and a test in it. */
const rows = readFileSync("docs/faults.md", "utf8")
  .split("\n")
  .filter((line) => /^\| [^-]/u.test(line) && !line.startsWith("| fault |"))
  .map((line) => line.slice(1, -1).split(" | ").map((cell) => cell.trim()));

test("every fault in the table says what happened before and what happens now, and names a test that is there", () => {
  expect(rows.length).toBeGreaterThan(40);
  const faults = rows.flatMap(([fault = "", before = "", now = "", held = "", ...more]) => {
    const colon = held.indexOf(": ");
    const [file, title] = [held.slice(0, colon), held.slice(colon + 2)];
    const isWhole = [before, now, title].every((cell) => cell !== "") && more.length === 0;
    return isWhole && existsSync(file) && readFileSync(file, "utf8").includes(title) ? [] : [`${fault}: ${held}`];
  });
  expect(faults).toEqual([]);
});

import { expect, test } from "vitest";
import { accuracyTable } from "../../scripts/accuracy-table.ts";
import { hasNist } from "./nist.ts";

const table = accuracyTable();

test("every row of the accuracy table holds: 15 digits against exact arithmetic, 10 against statsmodels and R", () => {
  expect(table.filter(({ ok }) => !ok)).toEqual([]);
});

test("a degree-10 polynomial is either right or refused with its condition number", () => {
  const rows = table.filter(({ problem }) => problem.startsWith("degree 10"));
  expect(rows.map(({ digits }) => digits === null)).toEqual([false, false, true, true]);
});

test.skipIf(!hasNist)("NIST's regressions and samples are in the table (needs FACTOR_TA_REAL_DATA)", () => {
  const names = new Set(table.map(({ problem }) => problem));
  for (const name of ["Norris", "Longley", "NoInt1", "Wampler1", "Wampler2", "Wampler3", "Lew", "Mavro", "Michelso", "NumAcc1", "NumAcc2"]) {
    expect(names).toContain(`NIST ${name}`);
  }
});

import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csv, csvParts } from "../src/csv.ts";

const rowsOf = (text: string): readonly (readonly string[])[] => Papa.parse<string[]>(text.replace(/\r\n$/u, ""), { delimiter: ",", newline: "\r\n" }).data;

describe("csv", () => {
  it("writes numbers as numbers, negative ones too, at full precision, and null as nothing", () => {
    expect(csv(["name", "value"], [["α", -0.1], ["β", 1 / 3], ["γ", null], ["AIC", 5.303e-7]])).toBe(
      "name,value\r\nα,-0.1\r\nβ,0.3333333333333333\r\nγ,\r\nAIC,5.303e-7\r\n",
    );
  });

  it.each(["=1+1", "+1", "-1+1", "-A1", "−1", "@SUM(A1)", " =1", "\t=1", "\n=1", "＝1", "-2+3|cmd"])("makes the text %j harmless", (cell) => {
    expect(rowsOf(csv([cell, "x"], []))[0]?.[0]).toBe(`'${cell}`);
  });

  it.each(["-5.303e+04", "-0.027", "a=1", "2 - 1", "x@example.edu"])("leaves the text %j as it is", (cell) => {
    expect(csv(["x"], [[cell]])).toBe(`x\r\n${cell}\r\n`);
  });

  it("is read back cell by cell, whatever the cells hold", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), ([header = [], ...rows]) => {
        const back = rowsOf(csv(header, rows));
        const isSame = (cell: string, read: string | undefined): boolean => read === cell || read === `'${cell}`;
        expect(back.length).toBe(rows.length + 1);
        [header, ...rows].forEach((row, i) => row.forEach((cell, j) => expect(isSame(cell, back[i]?.[j])).toBe(true)));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe("csvParts", () => {
  const row = (index: number) => [`row ${String(index)}`, -index / 7];

  it.each([0, 1, 999, 1000, 1001, 2500])("writes the same %i rows as csv", (length) => {
    expect([...csvParts(["name", "value"], length, row)].join("")).toBe(csv(["name", "value"], Array.from({ length }, (_, index) => row(index))));
  });

  it("makes no row before its part is taken", () => {
    const made: number[] = [];
    const parts = csvParts(["name", "value"], 5000, (index) => {
      made.push(index);
      return row(index);
    })[Symbol.iterator]();
    expect(parts.next().value).toBe("name,value\r\n");
    expect(made).toEqual([]);
    parts.next();
    expect(made).toHaveLength(1000);
  });
});

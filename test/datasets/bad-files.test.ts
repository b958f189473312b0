import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDataFile } from "../../src/datasets/data-file.ts";
import type { FileProblem } from "../../src/datasets/problem.ts";
import { fileProblemWords } from "../../src/render/problems/file-problem.ts";
import { bytesOf, readBad } from "./made-up.ts";

type Expected = Pick<FileProblem, "fault" | "line" | "column">;

const good = ["date,SPY,JPM", "2091-01-02,0.01,0.02", "2091-01-03,-0.01,0.03", "2091-01-04,0.02,-0.04"];

/** The good file with one line put in another's place. */
const withLine = (line: number, text: string): string => `${good.with(line - 1, text).join("\n")}\n`;

const cases: readonly (readonly [string, string, Expected])[] = [
  ["one row with semicolons", withLine(3, "2091-01-03;0.01;0.02"), { fault: "wrong-delimiter", line: 3, column: null }],
  ["quoted decimal commas", withLine(3, '2091-01-03,"0,01",0.02'), { fault: "decimal-comma", line: 3, column: "SPY" }],
  ["unquoted decimal commas", withLine(3, "2091-01-03,0,01,0,02"), { fault: "decimal-comma", line: 3, column: null }],
  ["a thousand with a decimal comma", withLine(3, '2091-01-03,"1.234,5",0'), { fault: "decimal-comma", line: 3, column: "SPY" }],
  ["day-first dates", withLine(2, "02/01/2091,0.01,0.02"), { fault: "day-first-date", line: 2, column: "date" }],
  ["dates with points", withLine(2, "2.1.91,0.01,0.02"), { fault: "day-first-date", line: 2, column: "date" }],
  ["a day that no month has", withLine(2, "2091-02-30,0.01,0.02"), { fault: "unreadable-date", line: 2, column: "date" }],
  ["a spreadsheet's day number", withLine(2, "45292,0.01,0.02"), { fault: "unreadable-date", line: 2, column: "date" }],
  ["dates of two kinds", withLine(4, "2091-02,0.01,0.02"), { fault: "unreadable-date", line: 4, column: "date" }],
  ["a missing date", withLine(3, ",0.01,0.02"), { fault: "unreadable-date", line: 3, column: "date" }],
  ["the same date twice", withLine(3, "2091-01-02,0.01,0.02"), { fault: "repeated-date", line: 3, column: "date" }],
  ["a date of further up", withLine(4, "2091-01-02,0.01,0.02"), { fault: "repeated-date", line: 4, column: "date" }],
  ["rows out of order", withLine(4, "2091-01-01,0.01,0.02"), { fault: "unsorted", line: 4, column: "date" }],
  ["text in a number's place", withLine(3, "2091-01-03,n/m,0.02"), { fault: "not-a-number", line: 3, column: "SPY" }],
  ["a percent sign", withLine(3, "2091-01-03,0.01,2%"), { fault: "mixed-percent", line: 3, column: "JPM" }],
  ["a hexadecimal number", withLine(3, "2091-01-03,0.01,0x10"), { fault: "not-a-number", line: 3, column: "JPM" }],
  ["infinity", withLine(3, "2091-01-03,inf,0.02"), { fault: "not-finite", line: 3, column: "SPY" }],
  ["a number beyond a double", withLine(3, "2091-01-03,1e999,0.02"), { fault: "not-finite", line: 3, column: "SPY" }],
  ["a short row", withLine(3, "2091-01-03,0.01"), { fault: "wrong-width", line: 3, column: null }],
  ["a long row", withLine(3, "2091-01-03,0.01,0.02,0.03"), { fault: "wrong-width", line: 3, column: null }],
  ["an open quotation mark", withLine(3, '2091-01-03,"0.01,0.02'), { fault: "bad-quotes", line: 3, column: null }],
  ["a loss of more than everything", withLine(3, "2091-01-03,-1.5,0.02"), { fault: "not-a-return", line: 3, column: "SPY" }],
  ["percent", "date,A\n2091-01-02,1.5\n2091-01-03,-2\n", { fault: "in-percent", line: null, column: "A" }],
  ["an empty file", "", { fault: "empty", line: null, column: null }],
  ["only blank lines", "\n\r\n  \n", { fault: "empty", line: null, column: null }],
  ["a header and no row", "date,SPY\n", { fault: "no-rows", line: null, column: null }],
  ["nothing but blanks", "date,SPY\n2091-01-02,\n", { fault: "no-rows", line: null, column: null }],
  ["dates and no series", "date\n2091-01-02\n", { fault: "no-series", line: 1, column: null }],
  ["rows without a header", good.slice(1).join("\n"), { fault: "no-header", line: 1, column: null }],
  ["a name with a space", withLine(1, "date,SPY,Adj Close"), { fault: "bad-name", line: 1, column: "3" }],
  ["a name that is a path", withLine(1, "date,../../etc,JPM"), { fault: "bad-name", line: 1, column: "2" }],
  ["a name of 33 letters", withLine(1, `date,${"A".repeat(33)},JPM`), { fault: "bad-name", line: 1, column: "2" }],
  ["no name at all", withLine(1, "date,,JPM"), { fault: "bad-name", line: 1, column: "2" }],
  ["one name twice", withLine(1, "date,JPM,jpm"), { fault: "repeated-name", line: 1, column: "3" }],
  ["a binary file", "PNG\u0000\u0001\u0002", { fault: "binary", line: null, column: null }],
  ["a web page", "<!DOCTYPE html>\n<html></html>\n", { fault: "no-series", line: 1, column: null }],
];

describe("a file with a fault", () => {
  it.each(cases)("that has %s is refused by name, line and column", (_, text, expected) => {
    const problem = readBad("mine.csv", text, "total");
    expect(problem).toMatchObject({ file: "mine.csv", ...expected });
    const { cause, next } = fileProblemWords(problem);
    expect(cause).toContain("mine.csv");
    if (expected.line !== null) expect(cause).toContain(`line ${expected.line}`);
    if (expected.column !== null) expect(cause).toContain(`column ${expected.column}`);
    expect(next).toMatch(/^[A-Z].{10,}\.$/);
  });

  it("takes time in proportion to its size, however long a cell is", () => {
    const time = (text: string): number => {
      const start = performance.now();
      readDataFile("mine.csv", bytesOf(text), { kind: "total" });
      return performance.now() - start;
    };
    const cells = [(n: number) => "1".repeat(n), (n: number) => "1,".repeat(n / 2), (n: number) => " ".repeat(n), (n: number) => `"${"1.".repeat(n / 2)}`, (n: number) => "-".repeat(n)];
    for (const cell of cells) {
      const whole = (n: number) => withLine(3, `2091-01-03,${cell(n)},0.02`);
      time(whole(1_000));
      expect(time(whole(1_000_000))).toBeLessThan(3_000);
      expect(time(`${cell(1_000_000)}\n${whole(10)}`)).toBeLessThan(3_000);
    }
  });

  it("shows no more than a line of what it found", () => {
    expect(readBad("mine.csv", withLine(3, `2091-01-03,${"x".repeat(5_000)},0`), "total").found.length).toBe(60);
  });

  it("never makes the reader throw, whatever it holds", () => {
    const cell = fc.oneof(fc.constantFrom("", "0.1", "-5", '"', "'", "1e5", "2091-01-02", ",", ";", "\n", "\r"), fc.string());
    const text = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(text, fc.constantFrom("excess", "total", "prices", undefined), (rows, content) => {
        const made = rows.map((row) => row.join(",")).join("\n");
        const read = readDataFile("mine.csv", bytesOf(made), content === undefined ? {} : { kind: content });
        if (read.ok) for (const { values } of read.value.series) expect(values.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never makes the reader throw when one character of a good file is another", () => {
    const whole = `${good.join("\r\n")}\r\n`;
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ minLength: 1, maxLength: 2 }), (at, put) => {
        readDataFile("mine.csv", bytesOf(whole.slice(0, at) + put + whole.slice(at + 1)), { kind: "excess" });
      }),
      { numRuns: 1_000 },
    );
  });
});

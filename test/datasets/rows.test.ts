import { isoDay } from "../../src/calendar.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRowsStrict } from "../../src/datasets/parse-rows-strict.ts";
import { parseRowsFast } from "../../src/datasets/parse-rows-fast.ts";
import type { TableBody } from "../../src/datasets/rows.ts";
import { bytesOf, compactDay, madeUpTable } from "./made-up.ts";

const bodyOf = (text: string, width: number): TableBody => ({
  bytes: bytesOf(text),
  text,
  start: 0,
  end: text.length,
  line: 2,
  dateName: "date",
  names: Array.from({ length: width }, (_, column) => `S${column}`),
});

/** Decimals as files write them: up to 20 digits, with and without a point, an exponent or a sign. */
const writtenNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.constantFrom("", "-"), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(25)).map(([sign, digits, decimals]) => {
    const text = String(digits).padStart(decimals + 1, "0");
    return decimals === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  }),
);

describe("parseRowsFast", () => {
  it("reads every decimal as the platform does, to the last bit", () => {
    fc.assert(
      fc.property(fc.array(writtenNumber, { minLength: 1, maxLength: 20 }), (numbers) => {
        const text = numbers.map((number, day) => `${isoDay(day)},${number}\n`).join("");
        const rows = parseRowsFast(bodyOf(text, 1));
        expect([...rows!.columns[0]!]).toEqual(numbers.map(Number));
      }),
      { numRuns: 1_000 },
    );
  });

  it("agrees with parseRowsStrict wherever it gives an answer", () => {
    const part = fc.constantFrom(
      ...["2091-01-02", "20910103", "209102", "2091", "-", ",", ",", ",", ",", "0.5", "-1", "1e3", "e", ".", "", " ", "\n", "\r\n", '"'],
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 3, maxLength: 14 }), fc.integer({ min: 1, max: 2 }), (parts, width) => {
        const body = bodyOf(`2091-01-01${",0.1".repeat(width)}\n${parts.join("")}`, width);
        const plain = parseRowsFast(body);
        const careful = parseRowsStrict(body);
        if (plain === null) return;
        expect(careful.ok && { days: careful.value.days, columns: careful.value.columns }).toEqual({
          days: plain.days,
          columns: plain.columns,
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it("and parseRowsStrict name the same line for a row", () => {
    fc.assert(
      fc.property(madeUpTable, ({ days, rows }) => {
        const text = rows.map((row, index) => [compactDay(days[index]!), ...row.map((cell) => cell ?? "")].join(",")).join("\r\n");
        const body = bodyOf(text, rows[0]!.length);
        const plain = parseRowsFast(body);
        const careful = parseRowsStrict(body);
        if (!careful.ok) throw new Error(careful.problem.fault);
        expect(days.map((_, row) => plain?.lineOf(row))).toEqual(days.map((_, row) => careful.value.lineOf(row)));
      }),
    );
  });
});

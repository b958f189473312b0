import { isoDay } from "../../src/calendar.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactDay, madeUpTable, readBad, readGood } from "./made-up.ts";

const description = [
  "This file was created using the 209901 CRSP database.",
  "Every value below is made up, for a test.",
  "",
];
const footer = ["", "Copyright 2099 Nobody"];

const french = (...lines: readonly string[]): string => [...description, ...lines, ...footer, ""].join("\r\n");

const monthly = french(
  ",Mkt-RF,SMB,HML,RF",
  "209101,    1.25,   -2.50,   -0.75,    0.25",
  "209102,    0.50,  -99.99,    0.00,    0.25",
  "209103,   -3.00,    0.10, -999,    0.30",
  "",
  "  Annual Factors: January-December ",
  ",Mkt-RF,SMB,HML,RF",
  "  2091,   12.50,   -5.00,    1.00,    3.00",
  "  2092,   -7.00,    2.00,    4.00,    3.10",
);

describe("a file in French's layout", () => {
  it("gives its monthly and its annual section in decimals, each period at its last calendar day", () => {
    const { layout, vintage, series } = readGood("F-F.CSV", monthly);
    expect({ layout, vintage }).toEqual({ layout: "french", vintage: "209901 CRSP" });
    expect(series.map(({ id, kind, frequency }) => `${id} ${kind} ${frequency}`)).toEqual([
      "Mkt-RF excess monthly",
      "SMB excess monthly",
      "HML excess monthly",
      "RF rate monthly",
      "Mkt-RF excess annual",
      "SMB excess annual",
      "HML excess annual",
      "RF rate annual",
    ]);
    const [market, size] = series;
    expect([...market!.values]).toEqual([0.0125, 0.005, -0.03]);
    expect([...market!.days].map(isoDay)).toEqual(["2091-01-31", "2091-02-28", "2091-03-31"]);
    expect(size).toMatchObject({ blanks: 1 });
    expect([...size!.days].map(isoDay)).toEqual(["2091-01-31", "2091-03-31"]);
    expect([...series[4]!.days].map(isoDay)).toEqual(["2091-12-31", "2092-12-31"]);
  });

  it("counts -99.99 and -999 as blanks, at the end too", () => {
    const [, , value] = readGood("F-F.CSV", monthly).series;
    expect(value).toMatchObject({ id: "HML", blanks: 0, blanksAfter: 1 });
    expect(value!.values).toHaveLength(2);
  });

  it("calls the 5-factor file's own SMB SMB5, and Mom MOM", () => {
    const five = french(",Mkt-RF,SMB,HML,RMW,CMA,RF", "20910103,0.1,0.2,0.3,0.4,0.5,0.01", "20910104,1,2,3,4,5,0.01");
    expect(readGood("five.csv", five).series.map(({ id }) => id)).toEqual(["Mkt-RF", "SMB5", "HML", "RMW", "CMA", "RF"]);
    expect(readGood("mom.csv", french(",Mom   ", "20910103,  0.54")).series.map(({ id }) => id)).toEqual(["MOM"]);
  });

  it("reads with line ends of either kind, and with the footer right under the rows", () => {
    const unix = monthly.replaceAll("\r\n", "\n");
    expect(readGood("F-F.CSV", unix).series).toEqual(readGood("F-F.CSV", monthly).series);
    const tight = monthly.replace("\r\n\r\nCopyright", "\r\nCopyright");
    expect(readGood("F-F.CSV", tight).series).toEqual(readGood("F-F.CSV", monthly).series);
  });

  it("takes the first section of each frequency where there are several", () => {
    const weighted = french(
      "  Average Value Weighted Returns -- Monthly",
      ",Small,Big",
      "209101,1.00,2.00",
      "",
      "  Average Equal Weighted Returns -- Monthly",
      ",Small,Big",
      "209101,9.00,9.00",
    );
    const { series } = readGood("Portfolios.csv", weighted, "total");
    expect(series.map(({ id, kind, values }) => [id, kind, ...values])).toEqual([
      ["Small", "total", 0.01],
      ["Big", "total", 0.02],
    ]);
  });

  it("asks what a column is that is no published factor", () => {
    const portfolios = french(",Small,Big", "209101,1.00,2.00");
    expect(readBad("Portfolios.csv", portfolios)).toMatchObject({ fault: "unknown-kind", line: 4, found: "Small" });
  });

  it("names the line and the column of a value that is no number", () => {
    const bad = monthly.replace("-2.50", " n.m.");
    expect(readBad("F-F.CSV", bad)).toMatchObject({ fault: "not-a-number", line: 5, column: "SMB", found: "n.m." });
  });

  it("names the line of a bad date in the annual section", () => {
    const bad = monthly.replace("  2092,", "  2091,");
    expect(readBad("F-F.CSV", bad)).toMatchObject({ fault: "repeated-date", line: 12, found: "2091" });
  });

  it("refuses a blank line inside a section instead of losing what comes after it", () => {
    const bad = monthly.replace("209103,", "\r\n209103,");
    expect(readBad("F-F.CSV", bad)).toMatchObject({ fault: "no-header", line: 8 });
  });

  it("gives back whatever values are written in it", () => {
    const inPercent = fc.integer({ min: -9_000, max: 9_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(madeUpTable, fc.infiniteStream(inPercent), ({ days }, percents) => {
        const values = days.map(() => percents.next().value as number);
        const rows = days.map((day, row) => `${compactDay(day)},${values[row]!.toFixed(2).padStart(8)}`);
        const [series] = readGood("F-F.CSV", french(",Mkt-RF", ...rows)).series;
        expect([...series!.days]).toEqual(days);
        expect([...series!.values]).toEqual(values.map((value) => Number(value.toFixed(2)) / 100));
      }),
    );
  });
});

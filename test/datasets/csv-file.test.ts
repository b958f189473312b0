import { isoDay } from "../../src/calendar.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDataFile } from "../../src/datasets/data-file.ts";
import { bytesOf, madeUpTable, readBad, readGood } from "./made-up.ts";

const course = "date,SPY,JPM\n2091-01-02,,0.01\n2091-01-03,0.02,\n2091-01-04,-0.01,-0.02\n";

describe("what the numbers of a table are", () => {
  it("is known for the course's files by their names", () => {
    expect(readGood("FactorModels_data1.csv", course)).toMatchObject({ layout: "course" });
    const kinds = (file: string) => readGood(file, course).series.map(({ kind }) => kind);
    expect(kinds("FactorModels_data1.csv")).toEqual(["excess", "excess"]);
    expect(kinds("factormodels_data2 (1).csv")).toEqual(["total", "total"]);
  });

  it("must be said for any other table of returns", () => {
    expect(readBad("mine.csv", course)).toMatchObject({ fault: "unknown-kind", line: null });
    expect(readGood("mine.csv", course, "total").series.map(({ kind }) => kind)).toEqual(["total", "total"]);
    expect(readGood("mine.csv", course, "excess").series.map(({ kind }) => kind)).toEqual(["excess", "excess"]);
  });

  it("is part of the name of a published factor", () => {
    const factors = "date,Mkt-RF,RF\n2091-01-02,0.01,0.0001\n2091-01-03,-0.02,0.0001\n";
    expect(readGood("factors.csv", factors).series.map(({ kind }) => kind)).toEqual(["excess", "rate"]);
  });

  it("is seen in prices, which lie above 0 and are not small", () => {
    const { layout, series } = readGood("closes.csv", "date,ABC\n2091-01-02,100\n2091-01-03,110\n2091-01-04,99\n");
    expect(layout).toBe("prices");
    expect(series[0]).toMatchObject({ id: "ABC", kind: "total", frequency: "daily", blanks: 0, blanksBefore: 0 });
    expect([...series[0]!.values].map((value) => Number(value.toFixed(12)))).toEqual([0.1, -0.1]);
    expect([...series[0]!.days].map(isoDay)).toEqual(["2091-01-03", "2091-01-04"]);
  });
});

describe("a table of returns", () => {
  it("leaves blanks out and counts those inside, before and after", () => {
    const text = "date,A,B\n2091-01-01,,0.1\n2091-01-02,0.1,NA\n2091-01-03,NaN,0.1\n2091-01-04,0.1,.\n";
    const [a, b] = readGood("x.csv", text, "total").series;
    expect(a).toMatchObject({ blanks: 1, blanksBefore: 1, blanksAfter: 0 });
    expect(b).toMatchObject({ blanks: 1, blanksBefore: 0, blanksAfter: 1 });
    expect(b!.values).toHaveLength(2);
  });

  it("reads the same with a byte order mark, CRLF, quotes, an unnamed date column or midnights", () => {
    const withoutReading = (text: string) => readGood("x.csv", text, "excess").series.map((one) => ({ ...one, reading: null }));
    const series = withoutReading(course);
    const quoted = course.replace(/[^,\n]+/g, '"$&"');
    const variants = [
      `\uFEFF${course}`,
      course.replaceAll("\n", "\r\n"),
      course.replaceAll("\n", "\r"),
      quoted,
      course.replace("date", ""),
      course.replaceAll(/(2091-01-0\d)/g, "$1 00:00:00"),
      course.replaceAll("-", "/").replaceAll(",/0", ",-0"),
      course.trimEnd(),
      `${course}\n\n,,\n`,
      course.replaceAll(",", " , "),
    ];
    for (const variant of variants) expect(withoutReading(variant)).toEqual(series);
  });

  it("knows its frequency by its dates, and moves months and years to their last day", () => {
    const returns = (...dates: readonly string[]) => ["date,A", ...dates.map((date) => `${date},0.01`), ""].join("\n");
    const monthly = readGood("x.csv", returns("2091-01-31", "2091-02-27", "2091-03-30"), "total").series[0]!;
    expect(monthly.frequency).toBe("monthly");
    expect([...monthly.days].map(isoDay)).toEqual(["2091-01-31", "2091-02-28", "2091-03-31"]);
    expect(readGood("x.csv", returns("2091-01", "2091-02"), "total").series[0]).toMatchObject({ frequency: "monthly" });
    expect(readGood("x.csv", returns("2091", "2092"), "total").series[0]).toMatchObject({ frequency: "annual" });
    expect(readGood("x.csv", returns("2091-01-05", "2091-01-08"), "total").series[0]).toMatchObject({
      frequency: "daily",
    });
    const weekly = readGood("x.csv", returns("2091-01-04", "2091-01-12", "2091-01-19", "2091-01-26"), "total").series[0]!;
    expect(weekly.frequency).toBe("weekly");
    expect([...weekly.days].map(isoDay)).toEqual(["2091-01-05", "2091-01-12", "2091-01-19", "2091-01-26"]);
    expect(readBad("x.csv", returns("2091-01-05", "2091-01-19", "2091-02-02"), "total")).toMatchObject({ fault: "unknown-frequency", found: "14" });
  });

  it("leaves out a last row that is not of its period's end where all others are, and one whose period had not ended", () => {
    const returns = (...dates: readonly string[]) => ["date,A", ...dates.map((date) => `${date},0.01`), ""].join("\n");
    const rowsOf = (text: string, asOf?: string) => {
      const read = readDataFile("x.csv", bytesOf(text), { kind: "total", ...(asOf === undefined ? {} : { asOf }) });
      return read.ok ? [read.value.series[0]!.days.length, read.value.notes.some(({ kind }) => kind === "unfinished")] : read.problem.fault;
    };
    for (const [whole, cut] of [
      [["2091-01-31", "2091-02-28", "2091-03-30"], "2091-04-13"],
      [["2091-01-05", "2091-01-12", "2091-01-19"], "2091-01-24"],
      [["2090-12-29", "2091-12-31", "2092-12-31"], "2093-06-30"],
    ] as const) {
      expect(rowsOf(returns(...whole))).toEqual([3, false]);
      expect(rowsOf(returns(...whole, cut))).toEqual([3, true]);
    }
    const firsts = returns("2091-01-01", "2091-02-01", "2091-03-01", "2091-04-01");
    expect(rowsOf(firsts)).toEqual([4, false]);
    expect(rowsOf(firsts, "2091-04-20")).toEqual([3, true]);
    const mondays = returns("2091-01-01", "2091-01-08", "2091-01-15");
    expect(rowsOf(mondays, "2091-01-19")).toEqual([3, false]);
    expect(rowsOf(mondays, "2091-01-18")).toEqual([2, true]);
  });

  it("leaves out a column without a single value, and says so", () => {
    const { series, empty } = readGood("x.csv", "date,A,B\n2091-01-02,0.01,\n2091-01-03,0.02,\n", "total");
    expect(series.map(({ id }) => id)).toEqual(["A"]);
    expect(empty).toEqual(["B"]);
  });

  it("gives back whatever numbers are written in it, to the last bit", () => {
    fc.assert(
      fc.property(madeUpTable, fc.boolean(), ({ days, rows }, inQuotes) => {
        const width = rows[0]!.length;
        const written = (value: number | null) => (value === null ? "" : inQuotes ? `"${value}"` : String(value));
        const text = [
          ["date", ...rows[0]!.map((_, column) => `S${column}`)].join(","),
          ...rows.map((row, index) => [isoDay(days[index]!), ...row.map(written)].join(",")),
        ].join("\n");
        const expected = Array.from({ length: width }, (_, column) =>
          rows.flatMap((row, index) => (row[column] === null ? [] : [[days[index], row[column]]])),
        ).filter((observations) => observations.length > 0);
        if (expected.length === 0) return;
        const { series } = readGood("x.csv", text, "total");
        expect(series.map((one) => [...one.days].map((day, row) => [day, one.values[row]]))).toEqual(expected);
      }),
    );
  });
});

describe("a table of prices", () => {
  it("makes each return from the price before it, blanks between them passed over", () => {
    const text = "date,A,B\n2091-01-01,100,10\n2091-01-02,,11\n2091-01-03,120,12\n2091-01-04,126,12\n";
    const [a, b] = readGood("closes.csv", text).series;
    expect([...a!.days].map(isoDay)).toEqual(["2091-01-03", "2091-01-04"]);
    expect([...a!.values].map((value) => Number(value.toFixed(12)))).toEqual([0.2, 0.05]);
    expect(a).toMatchObject({ blanksBefore: 1 });
    expect(b!.values).toHaveLength(3);
  });

  it("keeps the return over blank prices, and over a hole in the dates, apart from the one-day returns", () => {
    const [a, b] = readGood("p.csv", "date,A,B\n2091-01-02,10,5\n2091-01-03,,6\n2091-01-04,,6\n2091-01-05,12,6\n2091-01-06,12,6\n2091-01-30,15,6\n").series;
    const gaps = a?.overGaps;
    expect([[...(gaps?.since ?? [])].map(isoDay), [...(gaps?.days ?? [])].map(isoDay)]).toEqual([["2091-01-02", "2091-01-06"], ["2091-01-05", "2091-01-30"]]);
    expect([...(gaps?.values ?? [])].map((value) => Number(value.toPrecision(12)))).toEqual([0.2, 0.25]);
    expect([...(b?.overGaps?.days ?? [])].map(isoDay)).toEqual(["2091-01-30"]);
  });

  it("makes a return over the market's longest closing of 7 days, and none over a longer hole", () => {
    const dates = ["2091-01-01", "2091-01-08", "2091-01-09", "2091-01-17", "2091-01-18", "2091-01-19"];
    const [a] = readGood("closes.csv", `date,A\n${dates.map((date) => `${date},100`).join("\n")}\n`).series;
    expect([...a!.days].map(isoDay)).toEqual(["2091-01-08", "2091-01-09", "2091-01-18", "2091-01-19"]);
    expect(a).toMatchObject({ blanks: 1 });
  });

  it("refuses a price that is not above 0, by line and column", () => {
    const rows = Array.from({ length: 20 }, (_, row) => `2091-01-${String(row + 1).padStart(2, "0")},10,20`);
    const text = ["date,A,B", ...rows.with(7, "2091-01-08,10,-20"), ""].join("\n");
    expect(readBad("closes.csv", text)).toMatchObject({ fault: "not-a-price", line: 9, column: "B", found: "-20" });
  });
});

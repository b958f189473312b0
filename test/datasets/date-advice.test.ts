import { describe, expect, it } from "vitest";
import { readDataFile } from "../../src/datasets/data-file.ts";
import { bytesOf } from "./made-up.ts";

const days = Array.from({ length: 30 }, (_, at) => 19_724 + at);
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const fault = (header: string, rows: readonly string[]) => {
  const read = readDataFile("AAPL.csv", bytesOf([header, ...rows, ""].join("\n")));
  return read.ok ? "read" : `${read.problem.fault} ${read.problem.found}`;
};

describe("a file whose dates are of another kind", () => {
  it("is told which they are", () => {
    expect(fault("time,close", days.map((day) => `${String(day * 86_400 + 52_200)},10`))).toBe("unix-dates 1704205800");
    expect(fault("timestamp,AAPL,MSFT", days.map((day) => `${String(day * 86_400)},10,11`))).toBe("unix-dates 1704153600");
    expect(fault(",time,close", days.map((day, at) => `${String(at)},${String(day * 86_400_000)},10`))).toBe("unix-dates 1704153600000");
    expect(fault("Date,AAPL,MSFT", days.map((day) => `${String(day + 25_569)},10,11`))).toBe("serial-dates 45293");
    expect(fault("Date;AAPL;MSFT", days.map((day) => `${String(day + 25_569)}.5;10;11`))).toBe("serial-dates 45293.5");
  });

  it("is told that there are several a day", () => {
    const hours = (mark: string, behind: string) => days.flatMap((day) => ["09", "10"].map((hour) => `${dateOf(day)}${mark}${hour}:30:00${behind},10,11`));
    expect(fault("Datetime,Close,Volume", hours(" ", "-05:00"))).toBe("several-a-day 2024-01-02 09:30:00-05:00");
    expect(fault("date,AAPL,MSFT", hours(" ", ""))).toBe("several-a-day 2024-01-02 09:30:00");
    expect(fault("date,AAPL,MSFT", hours("T", "Z"))).toBe("several-a-day 2024-01-02T09:30:00Z");
  });

  it("keeps its own fault where it is another", () => {
    expect(fault("date,AAPL", [...days.map((day) => `${dateOf(day)},${String(day)}`), `${dateOf(days[29]!)},1`])).toMatch(/^repeated-date/u);
    expect(fault("date,AAPL", [...days.map((day) => `${dateOf(day)},${String(day)}`), "soon,1"])).toMatch(/^unreadable-date/u);
    expect(fault("date,AAPL", days.map((day) => `${dateOf(day)} 16:00:00,${String(day)}`))).toBe("read");
  });
});

import { readFileSync } from "node:fs";
import { madeUpFiles } from "./made-up-series.ts";

/** A column as it stands in its file: decimals by day. */
export type Column = ReadonlyMap<string, number>;

export interface RawData {
  /** Excess returns of assets and factors, and RF; by name. */
  readonly series: ReadonlyMap<string, Column>;
  /** Names whose file has the risk-free rate in them: what was read less RF stands in `series`. */
  readonly total: ReadonlySet<string>;
  /** Total returns as they stand in the file. */
  readonly asRead: ReadonlyMap<string, Column>;
  /** The days on which the market factor has a return. */
  readonly marketDays: readonly string[];
}

function table(text: string): ReadonlyMap<string, Column> {
  const [head = "", ...lines] = text.trim().split(/\r?\n/u);
  const names = head.split(",").slice(1);
  const columns = new Map<string, Map<string, number>>(names.map((name) => [name, new Map()]));
  for (const line of lines) {
    const [day = "", ...cells] = line.split(",");
    names.forEach((name, at) => {
      const cell = cells[at];
      if (cell) columns.get(name)!.set(day, Number(cell));
    });
  }
  return columns;
}

/** French's layout: a head, daily rows of percent that begin with eight digits. */
function french(text: string): ReadonlyMap<string, Column> {
  const lines = text.split(/\r?\n/u);
  const names = lines.find((line) => /^,/u.test(line))!.split(",").slice(1).map((name) => name.trim());
  const columns = new Map<string, Map<string, number>>(names.map((name) => [name, new Map()]));
  for (const line of lines) {
    if (!/^\d{8}/u.test(line)) continue;
    const [day = "", ...cells] = line.split(",");
    names.forEach((name, at) => columns.get(name)!.set(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`, Number(cells[at]) / 100));
  }
  return columns;
}

interface Sources {
  readonly three: string;
  readonly five: string;
  readonly momentum: string;
  readonly excess: string;
  readonly total: readonly string[];
}

function together({ three, five, momentum, excess, total }: Sources): RawData {
  const factors = french(three);
  const others = french(five);
  const rate = factors.get("RF")!;
  const asRead = new Map(total.flatMap((text) => [...table(text)]));
  const less = (column: Column): Column => new Map([...column].flatMap(([day, value]) => (rate.has(day) ? [[day, value - rate.get(day)!]] : [])));
  const series = new Map<string, Column>([
    ...factors,
    ...(["RMW", "CMA"] as const).map((name): [string, Column] => [name, others.get(name)!]),
    ["SMB5", others.get("SMB")!],
    ["MOM", french(momentum).get("Mom")!],
    ...table(excess),
    ...[...asRead].map(([name, column]): [string, Column] => [name, less(column)]),
  ]);
  return { series, asRead, total: new Set(asRead.keys()), marketDays: [...factors.get("Mkt-RF")!.keys()] };
}

const sampleFile = (name: string): string => readFileSync(`data/sample/${name}`, "utf8");

let sample: RawData | null = null;
export const sampleRows = (): RawData =>
  (sample ??= together({
    three: sampleFile("F-F_Research_Data_Factors_daily.CSV"),
    five: sampleFile("F-F_Research_Data_5_Factors_2x3_daily.CSV"),
    momentum: sampleFile("F-F_Momentum_Factor_daily.CSV"),
    excess: sampleFile("FactorModels_data1.csv"),
    total: [sampleFile("FactorModels_data2.csv"), sampleFile("simulated_stocks.csv")],
  }));

/** The days of the made-up series: ten years of the sample's calendar. */
export const madeUpDays = (): readonly string[] => sampleRows().marketDays.filter((day) => day >= "2015-01-01");

let madeUp: RawData | null = null;
export function madeUpRows(): RawData {
  if (madeUp) return madeUp;
  const [three, five, momentum, excess, total] = madeUpFiles(madeUpDays()).map(({ text }) => text);
  return (madeUp = together({ three: three!, five: five!, momentum: momentum!, excess: excess!, total: [total!] }));
}

import { isoDay } from "../../src/calendar.ts";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stopsImport } from "../../src/datasets/day-doubts.ts";
import type { DataSeries, Datasets } from "../../src/datasets/datasets.ts";
import { importBytes, importFile } from "../../src/datasets/import-file.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import type { DatasetFolders } from "../../src/datasets/load-datasets.ts";
import { bytesOf } from "./made-up.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const sampleFolder = join(import.meta.dirname, "..", "..", "data", "sample");
const realData = process.env["FACTOR_TA_REAL_DATA"];

function loaded(folders: DatasetFolders): Datasets {
  const datasets = loadDatasets(folders);
  if (!datasets.ok) throw new Error(JSON.stringify(datasets.problem));
  return datasets.value;
}

function found(datasets: Datasets, ...asked: Parameters<Datasets["find"]>): DataSeries {
  const series = datasets.find(...asked);
  if (!series.ok) throw new Error(JSON.stringify(series.problem));
  return series.value;
}

/** Days on which every one of them has an observation. */
function joint(first: DataSeries, ...others: readonly DataSeries[]): number[] {
  const sets = others.map(({ days }) => new Set(days));
  return [...first.days].filter((day) => sets.every((days) => days.has(day)));
}

/** A sample of made-up files: two assets and French's two factor files, daily. */
function madeUpSample(): string {
  const folder = temporaryFolder();
  const rows = (...lines: string[]) => `${lines.join("\n")}\n`;
  const files = {
    "FactorModels_data1.csv": rows("date,SPY,JPM", "2091-01-02,0.01,0.02", "2091-01-03,0.02,-0.03"),
    "F-F_Research_Data_5_Factors_2x3_daily.CSV": rows("Made up.", "", ",Mkt-RF,SMB,HML,RMW,CMA,RF", "20910102,5,5,5,5,5,5"),
    "F-F_Research_Data_Factors_daily.CSV": rows("Made up.", "", ",Mkt-RF,SMB,HML,RF", "20910102,3,3,3,3"),
    "F-F_Research_Data_Factors.CSV": rows("Made up.", "", ",Mkt-RF,SMB,HML,RF", "209101,4,4,4,4"),
    "HOW-IT-WAS-MADE.md": "no data",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("loadDatasets", () => {
  it("loads each series once, the 3-factor file's before the 5-factor file's, assets before factors", () => {
    const { series } = loaded({ sampleFolder: madeUpSample() });
    expect(series.map(({ id, frequency, values }) => `${id} ${frequency} ${values[0]}`)).toEqual([
      "SPY daily 0.01",
      "JPM daily 0.02",
      "Mkt-RF daily 0.03",
      "Mkt-RF monthly 0.04",
      "SMB daily 0.03",
      "SMB monthly 0.04",
      "HML daily 0.03",
      "HML monthly 0.04",
      "RF daily 0.03",
      "RF monthly 0.04",
      "SMB5 daily 0.05",
      "RMW daily 0.05",
      "CMA daily 0.05",
    ]);
  });

  it("knows a series' name, nature and source", () => {
    const jpm = found(loaded({ sampleFolder: madeUpSample() }), "JPM");
    expect(jpm).toMatchObject({ id: "JPM", name: "JPMorgan Chase", kind: "excess", frequency: "daily", blanks: 0 });
    expect(jpm.provenance).toMatchObject({ origin: "simulated sample", file: "FactorModels_data1.csv", vintage: null });
    expect(jpm.provenance.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("puts an imported series in the place of the sample's of the same id and frequency", () => {
    const folders = { sampleFolder: madeUpSample(), localFolder: temporaryFolder() };
    const prices = "date,JPM,QQQ\n2091-01-02,10,20\n2091-01-03,11,21\n";
    importBytes({ name: "closes.csv", bytes: bytesOf(prices) }, folders);
    const datasets = loaded(folders);
    expect(found(datasets, "JPM")).toMatchObject({ kind: "total", provenance: { origin: "imported", file: "closes.csv" } });
    expect(found(datasets, "SPY").provenance.origin).toBe("simulated sample");
    expect(datasets.series.slice(0, 3).map(({ id }) => id)).toEqual(["SPY", "JPM", "QQQ"]);
  });

  it("gives the course's own files precedence over other imports, whichever came last", () => {
    const course = "date,JPM\n2091-01-02,0.01\n2091-01-03,0.02\n";
    const prices = "date,JPM\n2091-01-02,10\n2091-01-03,11\n";
    for (const first of ["course", "prices"]) {
      const folders = { sampleFolder: madeUpSample(), localFolder: temporaryFolder() };
      const bring = {
        course: () => importBytes({ name: "FactorModels_data1.csv", bytes: bytesOf(course) }, folders),
        prices: () => importBytes({ name: "closes.csv", bytes: bytesOf(prices) }, folders),
      };
      bring[first === "course" ? "course" : "prices"]();
      bring[first === "course" ? "prices" : "course"]();
      expect(found(loaded(folders), "JPM")).toMatchObject({ kind: "excess" });
    }
  });

  it("keeps total returns of an asset beside its excess returns, of the same origin only", () => {
    const folders = { sampleFolder: madeUpSample(), localFolder: temporaryFolder() };
    const prices = "date,JPM,SPY\n2091-01-02,10,10\n2091-01-03,11,10\n";
    importBytes({ name: "FactorModels_data1.csv", bytes: bytesOf("date,JPM\n2091-01-02,0.01\n2091-01-03,0.02\n") }, folders);
    importBytes({ name: "closes.csv", bytes: bytesOf(prices) }, folders);
    const datasets = loaded(folders);
    expect(found(datasets, "JPM").totals?.provenance.file).toBe("closes.csv");
    expect(found(datasets, "SPY")).toMatchObject({ kind: "total", provenance: { file: "closes.csv" } });
    expect(found(loaded({ ...folders, localFolder: temporaryFolder() }), "JPM").totals).toBeUndefined();
  });

  it("takes the newest of two other imports that hold the same series", () => {
    const folders = { sampleFolder: madeUpSample(), localFolder: temporaryFolder() };
    const at = (time: string, name: string, close: number) =>
      importBytes(
        { name, bytes: bytesOf(`date,QQQ\n2091-01-02,10\n2091-01-03,${close}\n`) },
        { localFolder: folders.localFolder, now: new Date(time) },
      );
    at("2091-02-02T00:00:00Z", "new.csv", 12);
    at("2091-02-01T00:00:00Z", "old.csv", 11);
    expect(found(loaded(folders), "QQQ").provenance.file).toBe("new.csv");
  });

  it("leaves the sample's stocks out where a market factor or a rate was imported", () => {
    const sample = madeUpSample();
    writeFileSync(join(sample, "simulated_stocks.csv"), "date,KO\n2091-01-02,0.01\n2091-01-03,-0.01\n");
    const folders = { sampleFolder: sample, localFolder: temporaryFolder() };
    importBytes({ name: "closes.csv", bytes: bytesOf("date,QQQ\n2091-01-02,10\n2091-01-03,11\n") }, folders);
    expect(found(loaded(folders), "KO").kind).toBe("total");
    importBytes({ name: "rates.csv", bytes: bytesOf("date,RF\n2091-01-02,0.0001\n2091-01-03,0.0001\n") }, folders);
    expect(loaded(folders).find("KO").ok).toBe(false);
  });

  it("names the file that can't be read", () => {
    const sample = madeUpSample();
    writeFileSync(join(sample, "FactorModels_data2.csv"), "date,MSFT\n2091-01-02,oops\n");
    expect(loadDatasets({ sampleFolder: sample })).toMatchObject({
      ok: false,
      problem: { kind: "bad-file", file: "FactorModels_data2.csv", line: 2, column: "MSFT", found: "oops" },
    });
    expect(loadDatasets({ sampleFolder: join(sample, "nowhere") })).toMatchObject({ problem: { fault: "missing" } });
  });
});

describe("find", () => {
  it("finds an id in any letter case, daily unless asked otherwise", () => {
    const datasets = loaded({ sampleFolder: madeUpSample() });
    expect(found(datasets, " mkt-rf ").frequency).toBe("daily");
    expect(found(datasets, "Mkt-RF", "monthly").frequency).toBe("monthly");
  });

  it("offers the nearest ids for one it does not have", () => {
    const datasets = loaded({ sampleFolder: madeUpSample() });
    expect(datasets.find("JMP")).toEqual({
      ok: false,
      problem: { kind: "unknown-series", asked: "JMP", nearest: ["JPM"], available: 9, examples: ["SPY", "JPM", "Mkt-RF", "SMB"] },
    });
    expect(datasets.find("__proto__").ok).toBe(false);
  });

  it("says which frequencies there are where the one asked for is not", () => {
    const datasets = loaded({ sampleFolder: madeUpSample() });
    expect(datasets.find("jpm", "monthly")).toEqual({
      ok: false,
      problem: { kind: "wrong-frequency", series: "JPM", has: "daily", asked: "monthly" },
    });
  });
});

describe("the bundled sample", () => {
  const datasets = loaded({ sampleFolder });

  it("holds the course's assets and twenty stocks daily, and the factors daily and monthly", () => {
    const ids = (frequency: string) => datasets.series.filter((one) => one.frequency === frequency).map(({ id }) => id);
    const factors = ["Mkt-RF", "SMB", "HML", "RF", "SMB5", "RMW", "CMA", "MOM"];
    const stocks = [
      ...["AAPL", "AMD", "AMZN", "BAC", "BRK-B", "COST", "CVX", "GE", "GOOG", "HD"],
      ...["JNJ", "KO", "MA", "META", "NVDA", "PFE", "PG", "SBUX", "TSLA", "XOM"],
    ];
    expect(ids("daily")).toEqual(["SPY", "WMT", "JPM", "MSFT", ...stocks, ...factors]);
    expect(ids("monthly")).toEqual(factors);
    expect(datasets.series.every(({ provenance: source }) => source.origin === "simulated sample")).toBe(true);
  });

  it("has the chapter's rows: 7,974 of SPY, WMT and JPM together, 9,778 of MSFT with the market", () => {
    const days = joint(found(datasets, "SPY"), found(datasets, "WMT"), found(datasets, "JPM"));
    expect([days.length, isoDay(days[0]!), isoDay(days.at(-1)!)]).toEqual([7_974, "1993-02-01", "2024-12-31"]);
    expect(joint(found(datasets, "MSFT"), found(datasets, "Mkt-RF"), found(datasets, "RF"))).toHaveLength(9_778);
    expect(found(datasets, "MSFT").kind).toBe("total");
  });
});

describe.skipIf(realData === undefined)("the real files (skipped unless FACTOR_TA_REAL_DATA names their folder)", () => {
  const prices = "stock_prices_1990_2024.csv";

  const importAll = (): Datasets => {
    const localFolder = temporaryFolder();
    const files = ["french", "other"].flatMap((part) =>
      readdirSync(join(realData!, part)).map((name) => join(realData!, part, name)),
    );
    const course = ["FactorModels_data1.csv", "FactorModels_data2.csv"].map((name) => join(realData!, "course", name));
    for (const path of [...course, ...files]) {
      const imported = importFile(path, { localFolder, accept: path.endsWith(prices) });
      if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
    }
    return loaded({ sampleFolder, localFolder });
  };

  it("import whole: the chapter's rows, every factor at three frequencies, 19 tickers of prices", () => {
    const datasets = importAll();
    const days = joint(found(datasets, "SPY"), found(datasets, "WMT"), found(datasets, "JPM"));
    expect([days.length, isoDay(days[0]!), isoDay(days.at(-1)!)]).toEqual([7_974, "1993-02-01", "2024-12-31"]);
    expect(joint(found(datasets, "MSFT"), found(datasets, "Mkt-RF"), found(datasets, "RF"))).toHaveLength(9_778);

    expect(datasets.series.every(({ provenance: source }) => source.origin === "imported")).toBe(true);
    for (const id of ["Mkt-RF", "SMB", "HML", "RF", "SMB5", "RMW", "CMA", "MOM"]) {
      for (const frequency of ["daily", "monthly", "annual"] as const) found(datasets, id, frequency);
    }
    expect(found(datasets, "SMB").provenance.file).toBe("F-F_Research_Data_Factors_daily.CSV");
    expect(found(datasets, "Mkt-RF").provenance.vintage).toBe("202604 CRSP");
    expect(found(datasets, "JPM").kind).toBe("excess");

    const prices = datasets.series.filter(({ provenance: source }) => source.file === "stock_prices_1990_2024.csv");
    expect(prices).toHaveLength(17);
    expect(prices.every(({ kind, blanks }) => kind === "total" && blanks === 0)).toBe(true);
    expect(isoDay(found(datasets, "GOOG").days[0]!)).toBe("2004-08-20");
  });

  it("have 19 tickers in the price file, blank before their listing", () => {
    const path = join(realData!, "other", prices);
    const asked = importFile(path, { localFolder: temporaryFolder() });
    if (asked.ok) throw new Error("nothing was asked");
    const { fault, doubts = [] } = asked.problem;
    expect([fault, doubts.map(({ series, date, kind }) => `${series} ${date} ${kind}`)]).toEqual([
      "doubtful-days",
      ["AAPL 2000-09-29 split", "AMD 2016-04-22 jump", "RRC 1990-04-10 split", "RRC 1998-10-19 jump"],
    ]);

    const imported = importFile(path, { localFolder: temporaryFolder(), accept: true });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
    // 19 tickers for 35 years: two remarks per ticker are what a person reads.
    expect(imported.value.doubts.filter((doubt) => !stopsImport(doubt)).length).toBeLessThanOrEqual(40);
    expect(imported.value.series).toHaveLength(19);
    expect(imported.value.series.filter(({ blanksBefore }) => blanksBefore > 0).map(({ id }) => id)).toEqual(
      ["AMZN", "BABA", "GM", "GOOG", "MA", "META", "SBUX", "UAA"],
    );
  });
});

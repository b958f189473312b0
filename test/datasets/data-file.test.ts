import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { readDataFile } from "../../src/datasets/data-file.ts";
import { dayDoubts } from "../../src/datasets/day-doubts.ts";
import type { DataFile } from "../../src/datasets/file-contents.ts";
import { prepareImport } from "../../src/datasets/import-file.ts";
import { seriesOf } from "../../src/datasets/load-datasets.ts";
import type { FileProblem } from "../../src/datasets/problem.ts";
import type { ReadOptions } from "../../src/datasets/read-options.ts";
import { maxFileBytes, unpack } from "../../src/datasets/unpack.ts";
import type { Sample } from "../../src/engine/factor-fit.ts";
import { loadCode } from "../../src/render/code/load-code.ts";
import type { SeriesProvenance } from "../../src/render/recipe.ts";

/**
 * One line for each file of import-cases: what is said at its import, and the series it gives ("ABC total" is daily,
 * "RF rate monthly") with the number of rows, or the fault for which it is refused.
 */
const cases: readonly (readonly [file: string, said: ReadOptions, right: string])[] = [
  ["25_Portfolios_5x5.csv", {}, "SMALL_LoBM total monthly 60, ME1_BM2 total monthly 60"],
  ["OP_portfolios_spreadsheet.csv", {}, "Lo_30 total monthly 24, Med_40 total monthly 24, Hi_30 total monthly 24"],
  ["OP_portfolios_spreadsheet.csv", { section: "equal" }, "Lo_30 total monthly 24, Med_40 total monthly 24, Hi_30 total monthly 24"],
  ["OP_portfolios_spreadsheet.csv", { section: "firms" }, "refused: counts"],
  ["OP_portfolios_spreadsheet.csv", { section: "firms", kind: "total" }, "refused: counts"],
  ["OP_portfolios_spreadsheet.csv", { section: "deciles" }, "refused: needs-section"],
  ["DGS3MO_madeup.csv", {}, "DGS3MO rate 38"],
  ["DGS3MO_madeup.csv", { as: "RF" }, "RF rate 38"],
  ["DGS3MO_madeup.csv", { kind: "prices" }, "refused: level"],
  ["DTB3.csv", {}, "DTB3 rate 39"],
  ["yahoo_page_ABC.csv", {}, "ABC total 119"],
  ["factsheet_grid.csv", {}, "refused: months-in-columns"],
  ["factsheet_grid.csv", { kind: "total", percent: true }, "refused: months-in-columns"],
  ["three_days_a_week.csv", {}, "refused: doubtful-days"],
  ["three_days_a_week.csv", { accept: true }, "ABC total 239"],
    ["monthly_split.csv", {}, "ABC total monthly 119"],
  ["Developed_3_Factors.csv", {}, "Developed_Mkt-RF excess monthly 60, Developed_SMB excess monthly 60, Developed_HML excess monthly 60, Developed_RF rate monthly 60"],
  ["Developed_3_Factors.csv", { region: "Europe" }, "Europe_Mkt-RF excess monthly 60, Europe_SMB excess monthly 60, Europe_HML excess monthly 60, Europe_RF rate monthly 60"],
  ["HistoricalData_1700000000000.csv", {}, "refused: needs-name"],
  ["HistoricalData_1700000000000.csv", { as: "ABC" }, "ABC total 39"],
  ["alphavantage_ABC.csv", {}, "ABC total 39"],
  ["aqr_bab.csv", {}, "USA_BAB excess monthly 60, Global_BAB excess monthly 60"],
  ["aqr_qmj.csv", {}, "USA_QMJ excess monthly 48, Global_QMJ excess monthly 48"],
  ["ariva.csv", {}, "ARIVA total 39"],
  ["QQX_close_adj.csv", {}, "QQX total 39"],
  ["tidyquant.csv", {}, "QQX total 39"],
  ["quantmod.csv", {}, "QQX total 39"],
  ["quantmod_nov.csv", {}, "QQX total 39"],
  ["flattened.csv", {}, "QQX total 39"],
  ["flattened_tuples.csv", {}, "QQX total 39"],
  ["market_cap.csv", {}, "QQX total 39"],
  ["rf_annual_decimal.csv", {}, "refused: needs-unit"],
  ["rf_annual_decimal.csv", { unit: "decimal-per-year" }, "RF rate 40"],
  ["bloomberg_bdh.csv", {}, "AAA total 40, BBB total 40, SPX total 40"],
  ["bloomberg_two_fields.csv", {}, "AAA total 43, BBB total 43"],
  ["bloomberg_total_return.csv", {}, "AAA total 45, BBB total 45"],
  ["bloomberg_side_by_side.csv", {}, "refused: repeated-name"],
  ["bloomberg_side_by_side.csv", { as: "AAA" }, "refused: repeated-name"],
  ["datastream_total_return.csv", {}, "AAA total 44, BBB total 44, S_PCOMP total 44"],
  ["datastream_prices.csv", {}, "AAA total 42, BBB total 42, MKT total 42"],
  ["datastream_errors.csv", {}, "AAA total 45, BBB total 45"],
  ["rf_annual.csv", {}, "RF rate 47"],
  ["rf_annual_monthly.csv", {}, "RF rate monthly 60"],
  ["risk_free_rate_annual.csv", {}, "RF rate 47"],
  ["rf_annual_small.csv", {}, "refused: needs-annual-unit"],
  ["rf_annual_small.csv", { unit: "decimal-per-year" }, "RF rate 47"],
  ["prices_with_PE.csv", {}, "AAA total 46"],
  ["prices_with_PE.csv", { column: "PE" }, "refused: price-or-ratio"],
  ["prices_with_PE.csv", { kind: "prices" }, "AAA total 46, PE total 46"],
  ["prices_with_shares.csv", {}, "AAA total 46"],
  ["prices_with_shares.csv", { kind: "prices" }, "AAA total 46"],
  ["ratios_with_units.csv", {}, "AAA total 47, BBB total 47"],
  ["ratios_with_units.csv", { kind: "prices" }, "AAA total 47, BBB total 47"],
  ["ticker_and_ratio.csv", {}, "AAA total 47, BBB total 47"],
  ["one_ticker_ratios_IBX.csv", {}, "IBX total 47"],
  ["one_ticker_ratios_IBX.csv", { as: "QQQ" }, "QQQ total 47"],
  ["ratios_only.csv", {}, "refused: level"],
  ["ratios_only.csv", { kind: "prices" }, "refused: level"],
  ["counts_unnamed.csv", {}, "AAA total 47"],
  ["percent_beside_decimals.csv", { kind: "total" }, "refused: mixed-columns"],
  ["percent_beside_decimals.csv", { kind: "total", percent: true }, "refused: mixed-columns"],
  ["percent_beside_decimals.csv", { kind: "total", percent: true, accept: true }, "AAA total 48, BND total 48"],
  ["percent_beside_decimals.csv", { kind: "total", percent: true, column: "BND" }, "BND total 48"],
  ["percent_beside_decimals.csv", { kind: "total", column: "AAA" }, "AAA total 48"],
  ["ended_at_zero.csv", {}, "refused: not-a-price"],
  ["percent_quiet.csv", { kind: "total" }, "refused: in-percent"],
  ["percent_quiet.csv", { kind: "total", percent: true }, "TBX total 60"],
  ["United States 3-Month Bond Yield Historical Data.csv", {}, "refused: needs-name"],
  ["United States 3-Month Bond Yield Historical Data.csv", { as: "BILL" }, "BILL rate 40"],
  ["small_levels.csv", {}, "refused: price-or-rate"],
  ["small_levels.csv", { kind: "rate", unit: "percent-per-year" }, "T3 rate 40"],
  ["us_3m.csv", {}, "us_3m rate 40"],
  ["bondfund_percent.csv", { kind: "total" }, "refused: in-percent"],
  ["bondfund_percent.csv", { kind: "total", percent: true }, "BND total 40"],
  ["brk_dash.csv", {}, "BRK-B total 519"],
  ["comment_head.csv", {}, "ABC total 39"],
  ["constant_growth_price.csv", {}, "CASH total 519"],
  ["constant_returns.csv", { kind: "total" }, "CONST total 520"],
  ["cp1252_semicolon.csv", {}, "ABC total 39"],
  ["crsp_dsf.csv", {}, "ABC total 39, XYZ total 39"],
  ["crsp_only_ret.csv", { kind: "total" }, "ABC total 38"],
  ["crsp_prices_only.csv", {}, "ABC total 39, XYZ total 39"],
  ["crypto_7day.csv", {}, "BTC-USD total 59"],
  ["dates_ambiguous.csv", {}, "refused: ambiguous-dates"],
  ["dates_dayfirst.csv", {}, "ABC total 39"],
  ["dates_iso_T_tz.csv", {}, "ABC total 39"],
  ["dates_tz.csv", {}, "ABC total 39"],
  ["delisted_then_stale.csv", {}, "refused: doubtful-days"],
  ["delisted_then_stale.csv", { accept: true }, "DELIST total 519"],
  ["delisted_to_zero.csv", {}, "refused: not-a-price"],
  ["duplicates_dividend_rows.csv", {}, "refused: repeated-date"],
  ["excel_utf16.txt", {}, "ABC total 39"],
  ["ff_decimal_lowercase_tidyfinance.csv", {}, "Mkt-RF excess 40, SMB excess 40, HML excess 40, RF rate 40"],
  ["ff_decimal_lowercase_tidyfinance.csv", { kind: "total" }, "Mkt-RF excess 40, SMB excess 40, HML excess 40, RF rate 40"],
  ["ff_decimal_yyyymmdd_named_index.csv", {}, "Mkt-RF excess 40, SMB excess 40, HML excess 40, RF rate 40"],
  ["ff_decimal_yyyymmdd_unnamed_index.csv", {}, "Mkt-RF excess 40, SMB excess 40, HML excess 40, RF rate 40"],
  ["ff_percent_yyyymmdd_named_index.csv", {}, "Mkt-RF excess 40, SMB excess 40, HML excess 40, RF rate 40"],
  ["F-F_Research_Data_Factors_weekly.csv", {}, "Mkt-RF excess weekly 60, SMB excess weekly 60, HML excess weekly 60, RF rate weekly 60"],
  ["gross_returns.csv", {}, "refused: gross-returns"],
  ["gross_returns.csv", { kind: "total" }, "refused: gross-returns"],
  ["gross_returns.csv", { kind: "prices" }, "refused: gross-returns"],
  ["halt_then_doubles.csv", {}, "HALT total 509"],
  ["investing_ABC.csv", {}, "ABC total 39"],
  ["investing_weekly_ABC.csv", {}, "ABC total weekly 59"],
  ["log_returns.csv", {}, "refused: unknown-kind"],
  ["log_returns.csv", { kind: "total" }, "ABC total 39"],
  ["long_format.csv", {}, "ABC total 39, XYZ total 39"],
  ["months_full_names.csv", {}, "QQX total monthly 23"],
  ["months_mm_slash_yyyy.csv", {}, "QQX total monthly 23"],
  ["months_mmm_yy.csv", {}, "QQX total monthly 23"],
  ["long_monthly_cut.csv", {}, "ABC total monthly 12, XYZ total monthly 12"],
  ["month_names.csv", {}, "ABC total monthly 35"],
  ["monthly_prices_dated_first_of_month.csv", {}, "MFIRST total monthly 107"],
  ["nasdaq_ABC.csv", {}, "ABC total 39"],
  ["nasdaq_ABC.csv", { column: "Open" }, "ABC total 39"],
  ["nasdaq_ABC.csv", { column: "Bid" }, "refused: needs-column"],
  ["negative_rates_price_like.csv", {}, "EURIBOR rate 40"],
  ["own_table_Mkt-RF.csv", { kind: "total" }, "ABC total 260, Mkt-RF excess 260, RF rate 260"],
  ["own_table_uppercase_MKT-RF.csv", { kind: "total" }, "ABC total 260, Mkt-RF excess 260, RF rate 260"],
  ["pandas_rangeindex.csv", {}, "ABC total 39"],
  ["pence_to_pounds.csv", {}, "refused: doubtful-days"],
  ["prices_missing_code.csv", {}, "refused: missing-code"],
  ["prices_missing_code.csv", { accept: true }, "ABC total 39"],
  ["prices_missing_code.csv", { missing: [9999.99] }, "ABC total 38"],
  ["prices_thousands_quoted.csv", {}, "ABC total 39"],
  ["prices_with_RF.csv", {}, "ABC total 39, XYZ total 39, RF rate 40"],
  ["prices_with_vix.csv", {}, "ABC total 39"],
  ["q5_monthly.csv", {}, "RF rate monthly 60, Mkt-RF excess monthly 60, R_ME excess monthly 60, R_IA excess monthly 60, R_ROE excess monthly 60, R_EG excess monthly 60"],
  ["returns_9999.csv", { kind: "total" }, "refused: missing-code"],
  ["returns_9999.csv", { kind: "total", missing: [9999] }, "ABC total 38"],
  ["returns_minus0_99_percent.csv", { kind: "total" }, "refused: missing-code"],
  ["returns_missing_minus99.csv", { kind: "total" }, "refused: missing-code"],
  ["returns_missing_minus99.csv", { kind: "total", missing: [-99] }, "ABC total 39"],
  ["returns_percent.csv", { kind: "total" }, "refused: in-percent"],
  ["returns_percent.csv", { kind: "total", percent: true }, "ABC total 40"],
  ["returns_percent_sign.csv", { kind: "total" }, "ABC total 39"],
  ["rf_percent_monthly.csv", {}, "RF rate monthly 60"],
  ["semicolon_decimalcomma.csv", {}, "ABC total 39, XYZ total 39"],
  ["stooq_abc_us_d.csv", {}, "ABC total 39"],
  ["stooq_bulk.txt", {}, "ABC total 39"],
  ["tickers_that_are_words.csv", {}, "LOW total 39, OPEN total 39"],
  ["tidyfinance_factors_ff3_daily.csv", { kind: "total" }, "Mkt-RF excess 40, SMB excess 40, HML excess 40, RF rate 40"],
  ["tiingo_ABC.csv", {}, "ABC total 39"],
  ["tiny_prices.csv", {}, "SHIB-USD total 59"],
  ["tiny_prices.csv", { kind: "total" }, "refused: not-returns"],
  ["trailing_comma.csv", {}, "ABC total 39"],
  ["unadjusted_split.csv", {}, "refused: doubtful-days"],
  ["unadjusted_split.csv", { accept: true }, "ABC total 39"],
  ["union_calendar_stock_alone.csv", {}, "ABD total 520"],
  ["union_calendar_stock_and_crypto.csv", {}, "ABC total 520, BTC-USD total 730"],
  ["update_all.csv", {}, "UPD total 1299"],
  ["update_last_week.csv", {}, "UPD total 5"],
  ["volume_only.csv", {}, "refused: counts"],
  ["weekly.csv", {}, "ABC total weekly 59"],
  ["weekly.csv", { weeks: "end" }, "refused: other-weeks"],
  ["weekly_fridays_cut.csv", {}, "ABC total weekly 58"],
  ["weekly_saturdays_returns.csv", { kind: "total" }, "ABC total weekly 60"],
  ["weekly_sundays.csv", {}, "refused: ambiguous-weeks"],
  ["weekly_sundays.csv", { weeks: "begin" }, "ABC total weekly 59"],
  ["weekly_sundays.csv", { weeks: "end" }, "ABC total weekly 59"],
  ["weekly_wednesdays.csv", {}, "refused: other-weeks"],
  ["workbook.xlsx", { column: "ABC" }, "ABC total 39"],
  ["workbook.xlsx", {}, "refused: bad-name"],
  ["workbook.xlsx", { section: "2" }, "refused: no-series"],
  ["workbook.xlsx", { section: "Chart" }, "refused: needs-section"],
  ["workbook_notes_first.xlsx", { column: "ABC" }, "ABC total 39"],
  ["workbook_notes_first.xlsx", { column: "ABC", section: "2" }, "ABC total 39"],
  ["yahoo_autoadjust_ABC.csv", {}, "ABC total 39"],
  ["yahoo_autoadjust_ABC.csv", { as: "QQQ" }, "QQQ total 39"],
  ["yahoo_monthly_partial.csv", {}, "ABC total monthly 34"],
  ["yahoo_weekly_ABC.csv", {}, "ABC total weekly 58"],
  ["yahoo_single_ABC.csv", {}, "ABC total 39"],
  ["yfinance_multiindex_ABC.csv", {}, "ABC total 39"],
  ["yfinance_multiindex_autoadjust_two.csv", {}, "ABC total 39, XYZ total 39"],
];

const folder = join(import.meta.dirname, "import-cases");
const bytesIn = (file: string): Uint8Array => readFileSync(join(folder, file));

const resultOf = (file: string, said: ReadOptions): string => {
  const prepared = prepareImport({ name: file, bytes: bytesIn(file) }, { localFolder: join(folder, "none"), now: new Date("2091-01-01"), ...said });
  if (!prepared.ok) return `refused: ${prepared.problem.fault}`;
  return prepared.value.result.series.map(({ id, kind, frequency, rows }) => `${id} ${kind} ${frequency === "daily" ? "" : `${frequency} `}${String(rows)}`).join(", ");
};

function read(file: string, said: ReadOptions): DataFile {
  const unpacked = unpack({ name: file, bytes: bytesIn(file) }, maxFileBytes, said.section);
  if (!unpacked.ok) throw new Error(JSON.stringify(unpacked.problem));
  const { bytes, sheet } = unpacked.value;
  const data = readDataFile(file, bytes, sheet === undefined ? said : { ...said, section: sheet.name });
  if (!data.ok) throw new Error(JSON.stringify(data.problem));
  return data.value;
}

const title = (file: string, said: ReadOptions): string => [file, ...Object.entries(said).map(([option, value]) => `--${option} ${String(value)}`)].join(" ");

describe("every file of import-cases", () => {
  it.each(cases.map(([file, said, right]) => [title(file, said), file, said, right] as const))("%s", (_title, file, said, right) => {
    expect(resultOf(file, said)).toBe(right);
  });

  it("stands in the table", () => {
    const listed = new Set(cases.map(([file]) => file));
    expect(readdirSync(folder).filter((file) => file !== "README.md" && !listed.has(file))).toEqual([]);
  });
});

describe("the numbers", () => {
  const first = (file: string, said: ReadOptions = {}) => {
    const series = read(file, said).series[0]!;
    return [isoDay(series.days[0]!), series.values[0]!, isoDay(series.days.at(-1)!), series.values.at(-1)!] as const;
  };
  const adjusted = ["2024-01-03", 0.0037824274338873476, "2024-02-26", -0.0003483115101122758] as const;
  const closes = ["2024-01-03", 0.002987964144430366, "2024-02-26", -0.001116786841368289] as const;
  const rounded = ["2024-01-03", 0.0029999999999998916, "2024-02-26", -0.0010547287003398464] as const;

  it.each([
    ["yahoo_single_ABC.csv", adjusted],
    ["yfinance_multiindex_ABC.csv", adjusted],
    ["alphavantage_ABC.csv", adjusted],
    ["yahoo_autoadjust_ABC.csv", closes],
    ["yfinance_multiindex_autoadjust_two.csv", closes],
    ["long_format.csv", closes],
    ["dates_tz.csv", closes],
    ["dates_dayfirst.csv", closes],
    ["semicolon_decimalcomma.csv", closes],
    ["cp1252_semicolon.csv", closes],
    ["excel_utf16.txt", closes],
    ["workbook.xlsx", closes, { column: "ABC" }],
    ["stooq_bulk.txt", closes],
    ["investing_ABC.csv", closes],
    ["tiingo_ABC.csv", closes],
    ["trailing_comma.csv", closes],
    ["pandas_rangeindex.csv", closes],
    ["stooq_abc_us_d.csv", rounded],
    ["nasdaq_ABC.csv", rounded],
  ])("of %s are the adjusted close's, else the close's", (file, right, said: ReadOptions = {}) => {
    const [firstDay, firstValue, lastDay, lastValue] = first(file, said);
    expect([firstDay, lastDay]).toEqual([right[0], right[2]]);
    expect(firstValue).toBeCloseTo(right[1], 12);
    expect(lastValue).toBeCloseTo(right[3], 12);
  });

  it("of one ticker are the adjusted closes', whatever the columns are called", () => {
    for (const [adjusted, file] of [["QQX.Adjusted", "quantmod.csv"], ["QQX.Adjusted", "quantmod_nov.csv"], ["adjusted", "tidyquant.csv"], ["close_adj", "QQX_close_adj.csv"]] as const) {
      const [header = "", one = "", two = ""] = new TextDecoder().decode(bytesIn(file)).replaceAll('"', "").split("\n");
      const at = header.split(",").indexOf(adjusted);
      expect(first(file)[1], file).toBeCloseTo(Number(two.split(",")[at]) / Number(one.split(",")[at]) - 1, 12);
    }
  });

  it("of factors are decimal however they are written", () => {
    for (const file of ["ff_decimal_yyyymmdd_unnamed_index.csv", "ff_decimal_yyyymmdd_named_index.csv", "ff_percent_yyyymmdd_named_index.csv", "tidyfinance_factors_ff3_daily.csv"]) {
      expect(first(file)[1], file).toBeCloseTo(-0.00388, 12);
    }
    expect(first("q5_monthly.csv")[1]).toBeCloseTo(0.0015, 12);
  });

  it("of a rate in percent per year are the chapter's /100/252", () => {
    expect(first("DGS3MO_madeup.csv")[1]).toBeCloseTo(5.2 / 100 / 252, 15);
    expect(read("rf_percent_monthly.csv", {}).series[0]!.values[0]).toBeCloseTo(0.003, 12);
  });

  it("of a stock beside a coin are those of the stock alone: no Monday is lost", () => {
    const [beside, alone] = [read("union_calendar_stock_and_crypto.csv", {}).series[0]!, read("union_calendar_stock_alone.csv", {}).series[0]!];
    expect(beside.days).toEqual(alone.days);
    expect(beside.values).toEqual(alone.values);
  });

  it("of weeks are dated by the Friday of the week, however the file dates them", () => {
    const daysOf = (file: string, said: ReadOptions = {}) => [...read(file, said).series[0]!.days].map(isoDay);
    const fridays = Array.from({ length: 59 }, (_, week) => isoDay(19_006 + 7 * week));
    expect(fridays.slice(0, 2)).toEqual(["2022-01-14", "2022-01-21"]);
    expect(daysOf("weekly_sundays.csv", { weeks: "end" })).toEqual(fridays);
    expect(daysOf("investing_weekly_ABC.csv")).toEqual(fridays);
    expect(daysOf("weekly_fridays_cut.csv")).toEqual(fridays.slice(0, 58));
    expect(daysOf("yahoo_weekly_ABC.csv")).toEqual(fridays.slice(0, 58));
    expect(daysOf("weekly_saturdays_returns.csv", { kind: "total" })).toEqual(["2022-01-07", ...fridays]);
    expect(daysOf("F-F_Research_Data_Factors_weekly.csv")).toEqual(["2022-01-07", ...fridays]);
    expect(daysOf("weekly_sundays.csv", { weeks: "begin" })[0]).toBe("2022-01-21");
  });

  it("of French's portfolios are the value-weighted section's, or the one that was named", () => {
    expect(first("OP_portfolios_spreadsheet.csv")[1]).toBe(-0.04);
    expect(first("OP_portfolios_spreadsheet.csv", { section: "Equal" })[1]).toBe(-0.05);
  });
});

describe("what is asked", () => {
  const problemOf = (file: string, said: ReadOptions = {}): FileProblem => {
    const prepared = prepareImport({ name: file, bytes: bytesIn(file) }, { localFolder: join(folder, "none"), ...said });
    if (prepared.ok) throw new Error(`${file} was taken`);
    return prepared.problem;
  };

  it("names the doubtful days with their size", () => {
    expect(problemOf("unadjusted_split.csv").doubts).toMatchObject([{ kind: "split", series: "ABC", date: "2024-01-30", ratio: 2 }]);
    expect(problemOf("pence_to_pounds.csv").doubts).toMatchObject([{ kind: "hundredfold", series: "EZJ.L" }]);
    expect(problemOf("prices_missing_code.csv")).toMatchObject({ fault: "missing-code", column: "ABC", found: "9999.99" });
    expect(read("monthly_split.csv", {}).series.flatMap((one) => dayDoubts(one, false))).toMatchObject([{ kind: "small-split", series: "ABC", date: "2019-11-30" }]);
    expect(problemOf("delisted_then_stale.csv").doubts).toMatchObject([{ kind: "stale", series: "DELIST", rows: 220 }]);
  });

  it("counts the prices that carry CRSP's minus", () => {
    expect(read("crsp_prices_only.csv", {}).notes).toContainEqual({ kind: "bid-ask", series: "ABC", count: 6 });
    expect(Math.max(...read("crsp_prices_only.csv", {}).series[0]!.values.map(Math.abs))).toBeLessThan(0.1);
  });

  it("names the sheet of a workbook, in what was read and in a problem", () => {
    const bytes = bytesIn("workbook_notes_first.xlsx");
    const prepared = prepareImport({ name: "book.xlsx", bytes }, { localFolder: join(folder, "none"), column: "ABC" });
    const note = prepared.ok ? prepared.value.result.notes.find(({ kind }) => kind === "section") : undefined;
    expect(note).toEqual({ kind: "section", title: "Prices", sections: 2, isSheet: true });
    expect(problemOf("workbook_notes_first.xlsx", { section: "1" }).file).toMatch(/^workbook_notes_first\.xlsx, sheet ./u);
  });

  it("names the region where a file of another region does not say which", () => {
    const bytes = bytesIn("Developed_3_Factors.csv");
    const prepared = prepareImport({ name: "3_Factors.csv", bytes }, { localFolder: join(folder, "none") });
    expect(prepared).toMatchObject({ ok: false, problem: { fault: "needs-region" } });
  });
});

/** Reads each series by the Python that a reply shows, and prints its days and values. */
const runner = `
import json, os, sys, warnings
warnings.filterwarnings("ignore")
os.chdir(sys.argv[1])
printed = []
for script in json.load(sys.stdin):
    names = {}
    exec(compile(script, "reply.py", "exec"), names)
    data = names["data"]
    printed.append({"days": [str(day)[:10] for day in data.index], "values": {name: list(data[name]) for name in data.columns}})
json.dump(printed, sys.stdout)
`;

const python = ["/usr/bin/python3", "python3"].find((program) => {
  try {
    execFileSync(program, ["-c", "import pandas, statsmodels.api"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

interface Printed {
  readonly days: readonly string[];
  readonly values: Readonly<Record<string, readonly number[]>>;
}

describe.skipIf(python === undefined)("the shown code, run by pandas (skipped where python3-statsmodels is not installed)", () => {
  const taken = cases.filter(([, , right]) => !right.startsWith("refused"));
  const scripts = taken.flatMap(([file, said]) =>
    seriesOf(read(file, said), "imported").map((series) => {
      const { id, kind, frequency, provenance, reading, earlier } = series;
      // Alone and as it is: nothing is subtracted from it.
      const source: SeriesProvenance = { id, frequency, ...provenance, reading, earlier, kind: kind === "rate" ? "excess" : kind };
      const days = [...series.days].map(isoDay);
      const sample: Sample = { first: days[0]!, last: days.at(-1)!, observations: days.length, frequency, shortenedBy: [] };
      return { name: `${title(file, said)}, ${id}`, id, days, values: [...series.values], code: loadCode([source], sample).join("\n") };
    }),
  );
  let printed: readonly Printed[] = [];

  beforeAll(() => {
    const input = JSON.stringify(scripts.map(({ code }) => code.replace("import statsmodels.api as sm", "")));
    printed = JSON.parse(execFileSync(python ?? "python3", ["-c", runner, folder], { input, encoding: "utf8", maxBuffer: 1e8 })) as readonly Printed[];
  }, 120_000);

  it.each(scripts.map(({ name }, index) => [name, index] as const))("%s: the same days and numbers", (_name, index) => {
    const { id, days, values } = scripts[index]!;
    expect(printed[index]?.days).toEqual(days);
    const differences = values.map((value, row) => Math.abs(value - (printed[index]?.values[id]?.[row] ?? NaN)));
    expect(Math.max(...differences)).toBeLessThan(1e-12);
  });
});

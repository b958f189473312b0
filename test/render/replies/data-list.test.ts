import { expect, test } from "vitest";
import { dataListReply, type ListedSeries } from "../../../src/render/replies/data-list.ts";
import { replyText } from "../reply-text.ts";

function listed(overrides: Partial<ListedSeries> = {}): ListedSeries {
  return {
    id: "JPM", name: "JPMorgan Chase", kind: "excess", frequency: "daily", first: "1993-02-01", last: "2024-12-31", observations: 7974, blanks: 3,
    source: { origin: "simulated sample", file: "FactorModels_data1.csv", sha256: "1a2b3c4d5e6f", vintage: null },
    ...overrides,
  };
}
const imported = { origin: "imported", file: "mine.csv", sha256: "abcdefghi", vintage: null } as const;

test("a series with two forms stands once, on one line, below what it is", () => {
  expect(replyText(dataListReply([listed(), listed({ frequency: "monthly", observations: 383 }), listed({ id: "RF", name: "RF", kind: "rate" })]))).toMatchInlineSnapshot(`
    "# 2 series (#0072b2)
    **Excess returns · daily, monthly**
    \`JPM\` 1993–2024 JPMorgan Chase
    **Rates**
    \`RF\` 1993–2024
    _The simulated sample is calibrated to the chapter: its figures come out as printed, its days never happened. Days, rows and hashes: series.csv_
    file series.csv: All series: id, name, kind, frequency, range, rows, blanks, file, sha256, older files that give further days
    id,name,kind,frequency,first,last,rows,blanks,origin,file,sha256,older files
    JPM,JPMorgan Chase,excess,daily,1993-02-01,2024-12-31,7974,3,simulated sample,FactorModels_data1.csv,1a2b3c4d5e6f,
    JPM,JPMorgan Chase,excess,monthly,1993-02-01,2024-12-31,383,3,simulated sample,FactorModels_data1.csv,1a2b3c4d5e6f,
    RF,RF,rate,daily,1993-02-01,2024-12-31,7974,3,simulated sample,FactorModels_data1.csv,1a2b3c4d5e6f,

    for everyone; result: series"
  `);
});

test("imported series name their file, and nothing is said of a simulated sample", () => {
  expect(replyText(dataListReply([listed({ kind: "total", source: imported })]))).toMatchInlineSnapshot(`
    "# 1 series (#0072b2)
    **Total returns, less RF in a regression**
    \`JPM\` 1993–2024 JPMorgan Chase · mine.csv
    _Days, rows and hashes: series.csv_
    file series.csv: All series: id, name, kind, frequency, range, rows, blanks, file, sha256, older files that give further days
    id,name,kind,frequency,first,last,rows,blanks,origin,file,sha256,older files
    JPM,JPMorgan Chase,total,daily,1993-02-01,2024-12-31,7974,3,imported,mine.csv,abcdefghi,

    for everyone; result: series"
  `);
});

test("one simulated series among imported ones is enough to say what the sample is", () => {
  const footer = dataListReply([listed({ source: imported }), listed({ id: "SPY" })]).embeds[0]?.footer?.text;
  expect(footer).toBe(
    "The simulated sample is calibrated to the chapter: its figures come out as printed, its days never happened. Days, rows and hashes: series.csv",
  );
});

test("of a series that is partly the market's, the line says which frequencies are simulated", () => {
  const line = dataListReply([listed(), listed({ frequency: "monthly", source: imported }), listed({ frequency: "annual" })]).embeds[0]?.description?.split("\n")[1];
  expect(line).toBe("`JPM` 1993–2024 JPMorgan Chase · mine.csv · daily, annual simulated");
});

test("the years are those of all forms of a series, and one year is said once", () => {
  const line = (...forms: readonly Partial<ListedSeries>[]) => dataListReply(forms.map(listed)).embeds[0]?.description?.split("\n")[1];
  expect(line({ first: "1981-09-01" }, { frequency: "monthly", first: "1980-01-31", last: "2023-12-31" })).toBe("`JPM` 1980–2024 JPMorgan Chase");
  expect(line({ first: "2024-01-02" })).toBe("`JPM` 2024 JPMorgan Chase");
});

test("without a series there are none to list", () => {
  expect(dataListReply([]).embeds[0]?.title).toBe("0 series");
});

test("series of other frequencies stand together below them, and a long name ends where a phone's line does", () => {
  const factor = { id: "Mkt-RF", name: "Market minus the risk-free rate" };
  const [first, second, third, fourth] = dataListReply([listed(factor), listed({ ...factor, frequency: "monthly" }), listed()]).embeds[0]?.description?.split("\n") ?? [];
  expect([first, second, third, fourth]).toEqual(["**Excess returns · daily, monthly**", "`Mkt-RF` 1993–2024 Market minus the…", "**Excess returns**", "`JPM` 1993–2024 JPMorgan Chase"]);
});

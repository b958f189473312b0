import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nameOf } from "../../src/datasets/catalogue.ts";
import { companiesNamed, readCompanies } from "../../src/datasets/companies.ts";
import { readJsonFile } from "../../src/programs/read-json.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";

const data = join(import.meta.dirname, "..", "..", "data");
const companies = readCompanies(...["companies", "companies-without-returns"].map((name) => readJsonFile(join(data, "lessons", `${name}.json`))));
const ko = { ticker: "KO", name: "Coca-Cola", sector: "consumer staples", aliases: ["Coke"] };

describe("companies.json", () => {
  it("has every asset of the sample, with the name that replies use", () => {
    const datasets = loadDatasets({ sampleFolder: join(data, "sample") });
    if (!datasets.ok) throw new Error(JSON.stringify(datasets.problem));
    const assets = datasets.value.series.filter(({ id, frequency }) => frequency === "daily" && nameOf(id) !== id);
    const named = new Map(companies.map(({ ticker, name }) => [ticker, name]));
    const stocks = assets.filter(({ provenance: source }) => source.layout !== "french");
    expect(stocks).toHaveLength(24);
    for (const { id, name } of stocks) expect(named.get(id), id).toBe(name);
  });

  it("agrees with the catalogue on every name", () => {
    const named = companies.filter(({ ticker }) => nameOf(ticker) !== ticker);
    expect(named.length).toBeGreaterThanOrEqual(24);
    expect(named.map(({ ticker }) => nameOf(ticker))).toEqual(named.map(({ name }) => name));
  });
});

describe("readCompanies", () => {
  it("refuses a word that stands for two companies, in any letter case", () => {
    const other = { ...ko, ticker: "PEP", name: "PepsiCo", aliases: ["coke"] };
    expect(() => readCompanies([ko, other])).toThrow('"coke" stands for KO and for PEP');
    expect(() => readCompanies([ko, { ...ko, ticker: "ko" }])).toThrow();
  });

  it("lets companies share a name, which then is nobody's own, and refuses one that a single company shares", () => {
    const shared = (ticker: string) => ({ ...ko, ticker, name: ticker, aliases: [], sharedNames: ["General"] });
    const [one, two] = [shared("GE"), shared("GM")];
    expect(companiesNamed("general", readCompanies([one], [two])).map(({ ticker }) => ticker)).toEqual(["GE", "GM"]);
    expect(() => readCompanies([one])).toThrow('"general" is shared by GE alone');
    expect(() => readCompanies([one, two], [{ ...ko, aliases: ["General"] }])).toThrow('"general" stands for KO and is shared by GE');
  });

  it("refuses a spelling of two files that stands for two companies", () => {
    expect(() => readCompanies([ko], [{ ...ko, ticker: "PEP", name: "PepsiCo" }])).toThrow('"coke" stands for KO and for PEP');
  });

  it.each([
    ["a sector that is not in the list", { ...ko, sector: "drinks" }],
    ["an empty alias", { ...ko, aliases: [" "] }],
    ["a field too many", { ...ko, price: 1 }],
    ["a missing name", { ticker: "KO", sector: "energy", aliases: [] }],
  ])("refuses %s", (_, entry) => {
    expect(() => readCompanies([entry])).toThrow();
  });
});

import * as v from "valibot";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

const company = v.strictObject({
  ticker: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9-]{0,5}$/u)),
  name: text,
  sector: v.picklist([
    "communication",
    "consumer discretionary",
    "consumer staples",
    "energy",
    "financials",
    "fund",
    "health care",
    "industrials",
    "technology",
  ]),
  /** Other spellings that people use, without the ticker and the name. */
  aliases: v.array(text),
});

export type Company = v.InferOutput<typeof company>;

/** The validated list of companies.json: no spelling may mean two companies. Throws, as the file is part of the program. */
export function readCompanies(content: unknown): readonly Company[] {
  const companies = v.parse(v.array(company), content);
  const owners = new Map<string, string>();
  for (const { ticker, name, aliases } of companies) {
    for (const written of [ticker, name, ...aliases].map((spelling) => spelling.toLowerCase())) {
      const owner = owners.get(written);
      if (owner !== undefined) throw new Error(`companies.json: "${written}" stands for ${owner} and for ${ticker}`);
      owners.set(written, ticker);
    }
  }
  return companies;
}

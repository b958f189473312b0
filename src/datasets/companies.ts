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
    "materials",
    "real estate",
    "technology",
    "utilities",
  ]),
  /** Other spellings that people use, without the ticker and the name. */
  aliases: v.array(text),
  /** Names that other companies have too ("Morgan"): whoever types one is asked which is meant. */
  sharedNames: v.optional(v.array(text), []),
});

export type Company = v.InferOutput<typeof company>;

/** The validated companies of several files: no spelling may mean two of them, unless both share it. Throws, as the files are part of the program. */
export function readCompanies(...contents: readonly unknown[]): readonly Company[] {
  const companies = contents.flatMap((content) => v.parse(v.array(company), content));
  const owners = new Map<string, string>();
  for (const { ticker, name, aliases } of companies) {
    for (const written of [ticker, name, ...aliases].map((spelling) => spelling.toLowerCase())) {
      const owner = owners.get(written);
      if (owner !== undefined && owner !== ticker) throw new Error(`companies.json: "${written}" stands for ${owner} and for ${ticker}`);
      owners.set(written, ticker);
    }
  }
  const shared = companies.flatMap(({ ticker, sharedNames }) => sharedNames.map((name) => ({ ticker, name: name.toLowerCase() })));
  for (const { ticker, name } of shared) {
    const owner = owners.get(name);
    if (owner !== undefined) throw new Error(`companies.json: "${name}" stands for ${owner} and is shared by ${ticker}`);
    if (!shared.some((other) => other.name === name && other.ticker !== ticker)) throw new Error(`companies.json: "${name}" is shared by ${ticker} alone`);
  }
  return companies;
}

/** The companies that a text names whole: by ticker, name or other spelling, in any case; several where they share the name. */
export function companiesNamed(text: string, companies: readonly Company[]): readonly Company[] {
  const typed = fold(text);
  if (typed === "") return [];
  return companies.filter(({ ticker, name, aliases, sharedNames }) => [ticker, name, ...aliases, ...sharedNames].some((spelling) => fold(spelling) === typed));
}

/** "JPMorgan Chase & Co." and "jp morgan chase and co" are one; hyphens, blanks and a form of company are no difference. */
export const fold = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("&", "and")
    .replace(/[\s,]+(?:inc|corp|corporation|company|co|plc|ltd|group|holdings?)\.?$/u, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

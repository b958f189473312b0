import { failure, success } from "../outcome.ts";
import { factorModels } from "../engine/factor-models.ts";
import { companiesNamed } from "../datasets/companies.ts";
import { portfolioNamePattern } from "../datasets/named-portfolios.ts";
import { portfolioText } from "../datasets/portfolio-expression.ts";
import { dateOrders, contentKinds, rateUnits, regions, weekDates, type ReadOptions } from "../datasets/read-options.ts";
import { fetchedReply, importedReply, namedPortfolioReply, previewReply, removedReply } from "../render/replies/data-files.ts";
import type { AppContext } from "./app-context.ts";
import { defineCommand } from "./command.ts";
import { choice, text, uploadedFile, yesOrNo } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";

const shared = { part: "Course", audience: "instructors" } as const;

const accept = withDefault(yesOrNo("true: you looked at the doubtful days, and they are right"), false);

/** A file of an instructor's: read apart, shown, and taken in by a button. */
export const dataAdd = defineCommand({
  ...shared,
  name: "data add",
  description: "Reads a data file (CSV, Excel, French's zip) and shows what it understood before it is used",
  options: {
    file: uploadedFile("The file, as Yahoo, yfinance, Stooq, WRDS, French's library … give it"),
    kind: optional(choice("What the numbers are, where the file does not say", contentKinds)),
    as: optional(text("The name of the file's one series, like AAPL; RF: the risk-free rate", 32)),
    column: optional(text("The column to take", 40)),
    dates: optional(choice("dmy is 31/12/2024, mdy is 12/31/2024", dateOrders)),
    weeks: optional(choice("Whether the date of a weekly row begins or ends its week", weekDates)),
    percent: withDefault(yesOrNo("true: the returns are percent"), false),
    missing: optional(text("A number that stands for a missing value, like -99", 20)),
    section: optional(text("A section of French's file, by words of its title or its number; a workbook's sheet", 60)),
    unit: optional(choice("The unit of a rate", rateUnits)),
    region: optional(choice("The region of factors that are not those of the US", regions)),
    accept,
  },
  async run({ options, place, sideEffects, data }) {
    const { file, kind, as, column, dates, weeks, percent, missing, section, unit, region, accept: accepted } = options;
    const bytes = await sideEffects.readBytes(file);
    if (!bytes.ok) return bytes;
    const missingNumber = missing === null ? NaN : Number(missing);
    const said: ReadOptions = {
      ...(kind === null ? {} : { kind }),
      ...(as === null ? {} : { as }),
      ...(column === null ? {} : { column }),
      ...(dates === null ? {} : { dates }),
      ...(weeks === null ? {} : { weeks }),
      ...(percent ? { percent } : {}),
      ...(Number.isNaN(missingNumber) ? {} : { missing: [missingNumber] }),
      ...(section === null ? {} : { section }),
      ...(unit === null ? {} : { unit }),
      ...(region === null ? {} : { region }),
      ...(accepted ? { accept: accepted } : {}),
    };
    const prepared = await data.prepare(place.guildId ?? "", { name: file.filename, bytes: bytes.value }, said);
    return prepared.ok ? success(previewReply(prepared.value)) : prepared;
  },
});

/** Behind the preview's button. */
export const dataKeep = defineCommand({
  ...shared,
  name: "data keep",
  listed: false,
  description: "Takes a file in that was shown before",
  options: { id: text("The file's id, from its preview", 40) },
  async run({ options, place, data }) {
    const kept = await data.keep(place.guildId ?? "", options.id);
    return kept.ok ? success(importedReply(kept.value)) : kept;
  },
});

export const dataFetch = defineCommand({
  ...shared,
  name: "data fetch",
  heavy: true,
  description: "Fetches tickers by name: daily closes, adjusted for splits and dividends",
  options: { tickers: { ...text("Up to ten, like AAPL NVDA TSLA", 100), rest: "list" }, accept },
  async run({ options, place, data }) {
    const tickers = options.tickers.split(/[\s,;]+/u).filter((word) => word !== "").slice(0, 10);
    return success(fetchedReply(await data.fetch(place.guildId ?? "", tickers, options.accept), data.provider));
  },
});

/** A portfolio of the instructors', by a name that students type. */
export const dataPortfolio = defineCommand({
  ...shared,
  name: "data portfolio",
  description: "Names a portfolio for this server: TECH as 0.5*AAPL+0.5*MSFT, to be typed wherever a ticker can",
  options: {
    name: text("A name of letters, digits and _, like TECH", 20),
    expression: { ...series("Its parts, like 0.6*JPM+0.4*WMT or (AAPL+MSFT)/2"), rest: "prose" },
  },
  run({ options: { name, expression }, place, data, datasets, companies }) {
    const { holdings } = expression;
    const reason = unusableName(name, { datasets, companies });
    if (reason !== null) return failure({ kind: "unusable-name", name, reason });
    if (holdings === undefined) return failure({ kind: "unreadable-portfolio", text: expression.id, reason: "single", at: expression.id });
    // By its series: a portfolio that is part of it may be named anew, and this one stays what it is.
    const parts = portfolioText(holdings.map(({ series: { id }, weight }) => ({ id, weight })));
    const named = data.namePortfolio(place.guildId ?? "", { name, expression: parts });
    return named.ok ? success({ ...namedPortfolioReply({ name, expression: parts, replaced: named.value?.expression ?? null }), subjects: [] }) : named;
  },
});

/** Why a portfolio can't have a name: it reads as something else wherever a ticker is typed. */
function unusableName(name: string, { datasets, companies }: Pick<AppContext, "datasets" | "companies">): "unreadable" | "taken" | null {
  if (!portfolioNamePattern.test(name)) return "unreadable";
  const isModel = Object.keys(factorModels).some((model) => model.toLowerCase() === name.toLowerCase());
  return isModel || datasets.find(name).ok || companiesNamed(name, companies).length > 0 ? "taken" : null;
}

export const dataRemove = defineCommand({
  ...shared,
  name: "data remove",
  description: "Removes a file that was added to this server's data, by its name or its ticker",
  options: { name: text("The file or the ticker, as /data list names it", 100) },
  run({ options, place, data }) {
    const removed = data.remove(place.guildId ?? "", options.name);
    return removed.ok ? success(removedReply(removed.value)) : removed;
  },
});

export const dataUndo = defineCommand({
  ...shared,
  name: "data undo",
  description: "Takes back what was added to this server's data last",
  options: {},
  run({ place, data }) {
    const undone = data.undo(place.guildId ?? "");
    return undone.ok ? success(removedReply([undone.value])) : undone;
  },
});

import { readdirSync, readFileSync } from "node:fs";
import type { Knowledge } from "../../src/asking/understanding.ts";
import { readPhrasings } from "../../src/asking/phrasings.ts";
import { commands } from "../../src/commands/index.ts";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { readLessons, type Lessons } from "../../src/glossary/lessons.ts";

/** The course's own glossary and the sample's series: what the reader knows in class. */
export function courseKnowledge(): Knowledge {
  const lessons = courseLessons();
  const asset = (id: string, name: string, usualFactor: string) => ({ id, name, role: "asset" as const, usualFactor });
  const factor = (id: string, name: string) => ({ id, name, role: "factor" as const, usualFactor: null });
  return {
    lessons,
    phrasings: readPhrasings(lessonFile("phrasings.json"), lessonFile("phrasings-topics.json"), { commands: commandNames, topics: lessons.all.map(({ id }) => id) }),
    commands: commands.filter(({ listed }) => listed),
    series: [
      asset("SPY", "SPDR S&P 500 ETF", "Mkt-RF"),
      asset("WMT", "Walmart", "SPY"),
      asset("JPM", "JPMorgan Chase", "SPY"),
      asset("MSFT", "Microsoft", "Mkt-RF"),
      factor("Mkt-RF", "Market minus the risk-free rate"),
      factor("SMB", "Size: small minus big (3-factor file)"),
      factor("HML", "Value: high minus low book-to-market"),
      factor("RMW", "Profitability: robust minus weak"),
      factor("CMA", "Investment: conservative minus aggressive"),
      factor("MOM", "Momentum: winners minus losers"),
    ],
    exercises: definitions.map(({ id }) => id),
    lastDay: "2024-12-31",
  };
}

const commandNames = commands.map(({ name }) => name);

const lessonFile = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../data/lessons/${file}`, import.meta.url), "utf8"));

function courseLessons(): Lessons {
  const folder = new URL("../../data/lessons/glossary/", import.meta.url);
  const files = readdirSync(folder)
    .sort()
    .map((file) => ({ file, content: JSON.parse(readFileSync(new URL(file, folder), "utf8")) as unknown }));
  return readLessons(files, { commands: commandNames, exercises: definitions.map(({ id }) => id) });
}

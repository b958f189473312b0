import { companiesNamed } from "../datasets/companies.ts";
import type { Problem } from "../render/problem.ts";
import type { NextStep } from "../render/reply.ts";
import type { AppContext, Caller } from "./app-context.ts";
import { isInstructor } from "./instructor.ts";

/** Buttons that fetch what was asked for and is not loaded: for instructors, on a server, where this host can fetch. */
export async function fetchSteps(problem: Problem, { asker, place, store, data, companies }: AppContext & Caller): Promise<readonly NextStep[]> {
  const tickers = missingTickers(problem, companies);
  if (tickers.length === 0 || place.guildId === null || !data.canFetch()) return [];
  const opened = await store();
  if (!opened.ok || !(await isInstructor(asker, place, opened.value))) return [];
  return tickers.map((ticker) => ({ label: `Fetch ${ticker}`, command: "data fetch", options: { tickers: ticker }, style: "primary" }));
}

function missingTickers(problem: Problem, companies: AppContext["companies"]): readonly string[] {
  if (problem.kind === "unknown-series") return problem.company === undefined ? tickerLike(problem.asked) : [problem.company.ticker];
  if (problem.kind === "ambiguous-name") return problem.companies.filter(({ isLoaded }) => !isLoaded).map(({ ticker }) => ticker);
  if (problem.kind !== "unreadable-portfolio" || problem.reason !== "unknown-name") return [];
  const named = companiesNamed(problem.at, companies);
  return named.length === 0 ? tickerLike(problem.at) : named.map(({ ticker }) => ticker);
}

/** What may be a ticker: up to five letters, with a class of shares behind a dot or a hyphen. */
const tickerLike = (text: string): readonly string[] => (/^\$?[a-z]{1,5}(?:[.-][a-z]{1,2})?$/iu.test(text.trim()) ? [text.trim().replace("$", "").toUpperCase()] : []);

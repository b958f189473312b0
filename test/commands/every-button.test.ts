import { afterAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { commandText } from "../../src/render/command-text.ts";
import type { NextStep } from "../../src/render/reply.ts";
import { someOf } from "../some-of.ts";
import { openAsking } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

const analyses = ["beta", "compare", "regress", "residuals", "alphas", "expected", "track", "hedge", "size", "performance", "describe", "variance", "frequency", "rolling"];

/** Full, a year, months of a year and the last half year, in days and months: where the rows of a next step run out. */
const windows = someOf(["", "from:2008-01-01 to:2008-12-31", "from:2024-06-01", "from:2020-01-01", "frequency:monthly", "from:2008-01-01 to:2008-12-31 frequency:monthly", "from:2021-01-01 frequency:monthly"], 3);

function subject(command: string): string {
  if (command === "compare" || command === "alphas") return "tickers:\"JPM WMT\"";
  return command === "describe" ? "series:JPM" : "ticker:JPM";
}

const further: Readonly<Record<string, string>> = { size: "budget:1000000" };

/** Of a call that is answered: its buttons that are refused, and with which problem. */
async function refusedButtons(typed: string, seen: Set<string>): Promise<readonly string[]> {
  const answered = await asking.ask(typed);
  if (answered.problem !== null || answered.answer.kind === "form") return [];
  const refused: string[] = [];
  for (const step of answered.answer.nextSteps.filter(isReadOnly)) {
    const text = commandText(step);
    if (seen.has(text)) continue;
    seen.add(text);
    const { problem } = await asking.ask(text);
    if (problem !== null) refused.push(`${typed} → ${step.label}: ${text}: ${problem.kind}`);
  }
  return refused;
}

const isReadOnly = ({ command }: NextStep): boolean => analyses.includes(command) || command === "explain" || command === "data get";

test.each(analyses)("no button under a reply of /%s leads to an error, whatever its rows", async (command) => {
  const options = commands.find(({ name }) => name === command)?.options ?? {};
  const seen = new Set<string>();
  const refused: string[] = [];
  for (const window of windows) {
    if (window.includes("frequency") && !("frequency" in options)) continue;
    refused.push(...(await refusedButtons([`/${command}`, subject(command), further[command] ?? "", window].join(" "), seen)));
  }
  expect(refused).toEqual([]);
});

test.each(["beta of jpm in 2008", "sharpe of wmt in the last 60 days", "hedge JPM in 2008 monthly", "r2 of msft since june 2024"])("no button under the answer to “%s” leads to an error", async (question) => {
  expect(await refusedButtons(`/ask ${question}`, new Set())).toEqual([]);
});

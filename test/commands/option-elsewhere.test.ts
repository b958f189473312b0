import { afterAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { commandText } from "../../src/render/command-text.ts";
import type { Reply } from "../../src/render/reply.ts";
import { openAsking, replyOf, wordsOf } from "./asking.ts";
import { someOf } from "../some-of.ts";

const asking = openAsking();
afterAll(() => asking.close());

/** What people type beside an asset, by what it is; a command takes some of it, and others take the rest. */
const classes: Readonly<Record<string, readonly string[]>> = {
  frequency: ["monthly", "weekly", "annual", "quarterly", "frequency:monthly"],
  days: ["2008", "2008-09", "2000 2009", "last 5 years"],
  date: ["2008-09-15", "from:2008-09-15"],
  model: ["ff3", "carhart", "model:ff3"],
  factor: ["SPY", "factor:Mkt-RF"],
  amount: ["5m", "$1,000", "1 million", "amount:5m", "budget:5m"],
  window: ["60", "1y", "6 months", "window:60"],
  lags: ["10 lags", "lags", "lags:10"],
  errors: ["hac", "robust", "errors:hac"],
  share: ["20%", "target:20%"],
  two: ["monthly weekly", "hac classical"],
  none: ["colour:red", "5"],
};

/** The beginning of a call of each command that a student has. */
const begun: Readonly<Record<string, string>> = { compare: "JPM WMT", alphas: "JPM WMT", describe: "JPM WMT", explain: "beta JPM", reconcile: "1.31 JPM", practice: "jpm-regression", help: "beta", "roster claim": "ABC", "privacy delete": "" };

const callOf = (name: string, words: string): string => {
  const [first] = Object.values(commands.find((command) => command.name === name)?.options ?? {});
  return [`/${name}`, begun[name] ?? (first?.series ? "JPM" : ""), words].filter((part) => part !== "").join(" ");
};

/** Every listed command of students that is not prose through and through. */
const students = commands.filter(({ listed, audience, options }) => listed && audience === "everyone" && options["question"]?.rest !== "prose").map(({ name }) => name);

async function refusal(typed: string): Promise<Reply | null> {
  const answered = await asking.ask(typed);
  return answered.problem === null ? null : replyOf(answered);
}

test.each(students)("/%s: a word that it has no option for leads on, and is no series", async (name) => {
  const faults: string[] = [];
  for (const words of someOf(Object.values(classes).flat(), 4)) {
    const typed = callOf(name, words);
    const answered = await asking.ask(typed);
    if (answered.problem === null) continue;
    const reply = replyOf(answered);
    if (/no series called/u.test(wordsOf(answered))) faults.push(`${typed}: ${wordsOf(answered)}`);
    if (answered.problem.kind !== "missing-option" && reply.nextSteps.length === 0) faults.push(`${typed}: ${answered.problem.kind} without a button`);
    if (reply.nextSteps.length > 5) faults.push(`${typed}: ${String(reply.nextSteps.length)} buttons`);
  }
  expect(faults).toEqual([]);
});

/** The command is written without its settings where it can be, and with them elsewhere. */
test.each([
  ["/frequency WMT monthly", "/frequency compares daily, weekly, monthly and yearly returns.", ["/beta ticker:WMT frequency:monthly", "/rolling ticker:WMT frequency:monthly", "/frequency ticker:WMT"]],
  ["/frequency WMT frequency:monthly", "/frequency compares daily, weekly, monthly and yearly returns.", ["/beta ticker:WMT frequency:monthly", "/rolling ticker:WMT frequency:monthly", "/regress ticker:WMT frequency:monthly", "/frequency ticker:WMT"]],
  ["/frequency WMT yearly", "/frequency compares daily, weekly, monthly and yearly returns.", ["/frequency ticker:WMT"]],
  ["/beta WMT annual", "`/frequency` compares daily, weekly, monthly and yearly returns.", ["/beta ticker:WMT frequency:daily", "/beta ticker:WMT frequency:weekly", "/beta ticker:WMT frequency:monthly", "/frequency ticker:WMT"]],
  ["/beta WMT 60 2008", "\"60\" can be a length of rolling windows, and /beta takes none.", ["/rolling ticker:WMT from:2008-01-01 to:2008-12-31 window:60", "/beta ticker:WMT from:2008-01-01 to:2008-12-31"]],
  ["/rolling JPM hac 2008", "\"hac\" can be a kind of standard errors, and /rolling takes none.", null],
  ["/beta JPM monthly weekly", "/beta takes one frequency, and \"monthly\" and \"weekly\" are two.", ["/beta ticker:JPM frequency:monthly", "/beta ticker:JPM frequency:weekly"]],
  ["/beta JPM freq:monthly", "Did you mean frequency?", ["/beta ticker:JPM frequency:monthly", "/beta ticker:JPM"]],
  ['/beta ticker:"JPM window:60"', "\"window:60\" can be a length of rolling windows, and /beta takes none.", ["/rolling ticker:JPM window:60", "/beta ticker:JPM"]],
  ["/reconcile 1.31 JPM 2008", "/reconcile tries windows, frequencies, factors and models by itself.", null],
  ["/beta JPM 2008-09-15", "Only 1 row of JPM, SPY", ["/beta ticker:JPM from:2008-01-01 to:2008-12-31", "/beta ticker:JPM from:2008-09-15", "/beta ticker:JPM"]],
  ["/rolling JPM 5", "It must lie between 8 and 10,000.", ["/rolling ticker:JPM window:8", "/rolling ticker:JPM"]],
])("%s: %s", async (typed, words, buttons) => {
  const answered = await asking.ask(typed);
  expect(wordsOf(answered)).toContain(words);
  if (buttons !== null) expect(replyOf(answered).nextSteps.map(commandText)).toEqual(buttons);
});

test("the frequencies that /frequency says it compares are those of its reply", async () => {
  const { values } = commands.find(({ name }) => name === "frequency")?.instead["frequency"] ?? { values: [] };
  const reply = replyOf(await asking.ask("/frequency JPM"));
  const { figures } = reply.result as { readonly figures: readonly { readonly frequency: string }[] };
  expect(figures.map(({ frequency }) => frequency)).toEqual(values);
});

test("each button that is offered for a word is answered", async () => {
  const seen = new Map<string, string>();
  for (const name of someOf(["frequency", "rolling", "describe", "beta", "compare"], 2)) {
    for (const words of ["monthly", "ff3", "5m", "60", "10 lags", "hac", "20%", "annual"]) {
      const reply = await refusal(callOf(name, words));
      for (const step of reply?.nextSteps ?? []) seen.set(commandText(step), `${callOf(name, words)} → ${step.label}`);
    }
  }
  const refused: string[] = [];
  for (const [text, from] of seen) {
    const { problem } = await asking.ask(text);
    if (problem !== null) refused.push(`${from}: ${problem.kind}`);
  }
  expect(seen.size).toBeGreaterThan(30);
  expect(refused).toEqual([]);
});

test("a line that names no command has the same words for the one that is nearest", async () => {
  const answered = await asking.ask("/bta JPM 2008");
  expect(replyOf(answered).nextSteps.map(commandText)).toEqual(['/beta ticker:"JPM 2008"']);
});

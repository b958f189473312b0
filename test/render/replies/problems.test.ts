import { expect, test } from "vitest";
import type { FileProblem } from "../../../src/datasets/problem.ts";
import type { Problem } from "../../../src/render/problem.ts";
import type { UnreadableReason } from "../../../src/exercises/problem.ts";
import {
  busyReply,
  faultReply,
  forYouAloneReply,
  lateFormReply,
  pinRefusedReply,
  noTextReply,
  pinsFullReply,
  restartingReply,
  staleReply,
} from "../../../src/render/fault.ts";
import { fileProblemWords } from "../../../src/render/problems/file-problem.ts";
import type { ImportFacts } from "../../../src/render/import-facts.ts";
import { importWords } from "../../../src/render/import-words.ts";
import { problemReply, problemWords } from "../../../src/render/problem.ts";
import type { Answer } from "../../../src/render/reply.ts";
import { goldenFile } from "./golden-asking.ts";
import { goldenText } from "./golden-text.ts";
import {
  answerProblems,
  engineProblems,
  fileFaults,
  kindsOfProblems,
  optionProblems,
  portProblems,
  discordProblems,
  seriesProblems,
  storeProblems,
  unreadableAnswers,
} from "./problem-examples.ts";

type Facts = Readonly<Record<string, readonly object[]>>;

const problemsOf = (facts: Facts): readonly Problem[] =>
  Object.entries(facts).flatMap(([kind, examples]) => examples.map((example) => ({ kind, ...example }) as Problem));

/** The group's first problem as the whole reply, then each in its words: the cause, and what to do now. */
function problemText(name: string, problems: readonly Problem[]): string {
  const sections = problems.map((problem) => {
    const { cause, next } = problemWords(problem);
    return `## ${headingOf(problem)}\n\n${cause}\n\n${next}\n`;
  });
  const [first] = problems;
  return [`# ${name}\n`, ...(first ? [goldenText(problemReply(first))] : []), ...sections].join("\n");
}

function headingOf(problem: Problem): string {
  const variant = "fault" in problem ? problem.fault : "reason" in problem ? problem.reason : "expected" in problem ? problem.expected : null;
  return variant === null ? problem.kind : `${problem.kind}: ${variant}`;
}

const fileProblems = Object.entries(fileFaults).map(([fault, found]): FileProblem => ({ kind: "bad-file", ...found, fault: fault as FileProblem["fault"] }));
const unreadable = Object.entries(unreadableAnswers).map(
  ([reason, { text, choices }]): Problem => ({ kind: "unreadable-answer", text, reason: reason as UnreadableReason, choices }),
);

test.each([
  ["problems-series", "Names and windows that the data cannot serve", problemsOf(seriesProblems)],
  ["problems-engine", "What the mathematics refuses", problemsOf(engineProblems)],
  ["problems-option", "What was typed into an option", problemsOf(optionProblems)],
  ["problems-file", "Data files", fileProblems],
  ["problems-store", "The store", problemsOf(storeProblems)],
  ["problems-answer", "Answers that are not taken", problemsOf(answerProblems)],
  ["problems-unreadable-answer", "Answers that can't be read", unreadable],
  ["problems-port", "The course server's port", problemsOf(portProblems)],
  ["problems-discord", "The connection to Discord, for the host", problemsOf(discordProblems)],
])("%s reads as it did", async (name, title, problems) => {
  await expect(problemText(title, problems)).toMatchFileSnapshot(goldenFile(name));
});

test.each([...problemsOf(kindsOfProblems), ...fileProblems, ...unreadable].map((problem) => [headingOf(problem), problem] as const))(
  "%s is told in whole sentences: the cause, and what to do now",
  (_heading, problem) => {
    const { cause, next } = problemWords(problem);
    expect(cause).toMatch(/^\S.*[.?]$/su);
    expect(next).toMatch(/^\S.*(?:\.|npm start)$/su);
  },
);

test("a file's problem in a terminal repeats the file's text as it is", () => {
  const problem: FileProblem = { kind: "bad-file", file: "my_prices.csv", line: 3, column: "BRK_B", fault: "not-a-number", found: "*n/a*" };
  expect(fileProblemWords(problem, (text) => text).cause).toBe(`my_prices.csv, line 3, column BRK_B: text stands in a number's place: "*n/a*".`);
  expect(fileProblemWords(problem).cause).toBe(`my\\_prices.csv, line 3, column BRK\\_B: text stands in a number's place: "\\*n/a\\*".`);
});

test("what is said of faults, of restarts and of too much at once reads as it did", async () => {
  const replies: Readonly<Record<string, Answer>> = {
    "A bug of ours": faultReply("7f3a"),
    "A button of another version": staleReply(),
    "A form that came too late": lateFormReply(),
    "While it restarts": restartingReply(),
    "Too much by one person": busyReply("person", 5),
    "Too much by everybody": busyReply("everybody", 12),
    "Too many long questions": busyReply("heavy", 30),
    "A private answer to a mention": forYouAloneReply({ command: "progress", options: {} }),
    "A private answer that is no command": forYouAloneReply(null),
    "No right to pin": pinRefusedReply(),
    "No room for a pin": pinsFullReply(),
    "A message without text": noTextReply(),
  };
  const texts = Object.entries(replies).map(([name, given]) => `# ${name}\n\n${goldenText(given)}`);
  await expect(texts.join("\n")).toMatchFileSnapshot(goldenFile("faults"));
});

const series = { kind: "excess", frequency: "daily", rows: 7_974, first: "1993-02-01", last: "2024-12-31", blanks: 0, blanksBefore: 0, blanksAfter: 0 } as const;
const quiet = { sha256: "1a2b3c4d".repeat(8), vintage: null, series: [{ ...series, id: "JPM" }], form: "table", empty: [], notes: [], doubts: [], changes: [], replaced: null, shadowed: [], hides: [], lacksMarket: false, holdsPrices: false } as const;

/** One import of each layout. */
const imports = {
  course: { ...quiet, file: "FactorModels_data1.csv" },
  french: {
    ...quiet,
    file: "F-F.csv",
    vintage: "202604 CRSP",
    series: [
      { ...series, id: "Mkt-RF" },
      { ...series, id: "RF", kind: "rate", blanks: 1, blanksBefore: 1_200, blanksAfter: 3 },
    ],
  },
  prices: {
    ...quiet,
    form: "Nasdaq",
    notes: [
      { kind: "plain-close", series: "BRK.B" },
      { kind: "bid-ask", series: "BRK.B", count: 8 },
      { kind: "calendar", series: ["BTC-USD"], count: 225, first: "2023-01-07" },
      { kind: "section", title: "Prices", sections: 2, isSheet: true },
      { kind: "unfinished", date: "2024-12-13", period: "month" },
      { kind: "events", count: 2 },
      { kind: "perhaps-logs", series: "BND", volatility: 0.051 },
      { kind: "holes", series: "BRK.B", count: 1 },
      { kind: "codes", series: "BRK.B", code: "C", count: 2 },
      { kind: "divided", series: ["A", "B"], divisor: 100 },
      { kind: "divided", series: ["DGS3MO"], divisor: 25_200 },
      { kind: "divided", series: ["RF"], divisor: 252 },
      { kind: "set-aside", columns: [{ name: "P/E", reason: "ratio" }, { name: "Mkt Cap", reason: "ratio" }, { name: "PE", reason: "either" }, { name: "Volume", reason: "count" }, { name: "VIX", reason: "level" }] },
      { kind: "set-aside", columns: [{ name: "VIX", reason: "level" }] },
      { kind: "section", title: "Average Value Weighted Returns -- Monthly", sections: 8 },
    ],
    doubts: [
      { kind: "split", series: "BRK.B", date: "2024-01-30", ratio: 2.5, value: -0.6 },
      { kind: "small-split", series: "BRK.B", date: "2024-02-01", ratio: 1.5, value: -0.33 },
    ],
    changes: [{ series: "BRK.B", frequency: "daily", file: "old.csv", added: 5, kept: 1_294, revised: 2, largestRevision: { day: 20_000, from: 0.01, to: 0.012 } }],
    lacksMarket: true,
    file: "prices.csv", series: [{ ...series, id: "BRK.B", kind: "total", blanks: 63 }], replaced: "2026-01-02T03:04:05.000Z",
  },
  returns: {
    ...quiet,
    file: "returns.csv",
    series: [{ ...series, id: "JPM", frequency: "monthly" }],
    empty: ["XYZ", "ABC"],
    shadowed: [
      { series: "JPM", file: "FactorModels_data1.csv" },
      { series: "WMT", file: "FactorModels_data1.csv" },
      { series: "MOM", file: "F-F.csv" },
    ],
  },
} as const satisfies Record<ImportFacts["layout"], Omit<ImportFacts, "layout">>;

test("what an import found reads as it did", async () => {
  const texts = Object.entries(imports).map(([layout, facts]) => `# ${layout}\n\n${importWords({ ...facts, layout: layout as ImportFacts["layout"] }).join("\n")}\n`);
  await expect(texts.join("\n")).toMatchFileSnapshot(goldenFile("import-words"));
});
